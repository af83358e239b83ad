/// The counting rules of the figures that are no requirement, each in a sentence (口径), as screens show them beside the
/// figure (CONTRACT section 2).
package enum Definition {
    package static let householdCoverage = "户覆盖率＝有在岗帮扶人的未脱贫户 ÷ 全部未脱贫户"
    package static let memberCoverage = "党员覆盖率＝已结对（户未销户）的在岗党员 ÷ 在岗且未免结对的正式、预备党员"
    package static let noRelease = "不脱贫不脱钩：未脱贫户须一直有在岗帮扶人；接替人从结束当天接上，不留空档"
    package static let visited = "本月走访＝当月 1 日至截至日有帮扶走访的未脱贫户"
    package static let cooperatives = "合作社按截至日在册计；领办党员按人去重；带动户数为户次"
    package static let memberFounded = "党员领办＝至少有一名领办党员的在册合作社"
    package static let founders = "领办党员＝在册合作社的领办党员，同一人只计一次"
    package static let householdsLed = "带动户次＝在册合作社带动户数之和，同一户可计多次"
    package static let visitsReceived = "受访＝当年到本支部的专题调研次数，不考核"
}
