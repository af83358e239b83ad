/// The counting rules of the figures that are no requirement, each in a sentence (口径), as screens show them beside the
/// figure (CONTRACT section 2).
package enum Definition {
    package static var householdCoverage: String {
        localized(
            "户覆盖率＝有在岗帮扶人的未脱贫户 ÷ 未脱贫户",
            "Coverage: poor households with a serving helper ÷ all poor households")
    }
    package static var memberCoverage: String {
        localized(
            "党员覆盖率＝已结对（户未销户）的在岗党员 ÷ 在岗且未免结对的正式、预备党员",
            "Coverage: serving members paired with an open household ÷ those not exempt")
    }
    package static var noRelease: String {
        localized(
            "不脱贫不脱钩：未脱贫户须一直有在岗帮扶人；接替人从结束当天接上，不留空档",
            "A poor household always has a serving helper; a successor starts the same day")
    }
    package static var visited: String {
        localized(
            "本月走访＝当月 1 日至截至日有帮扶走访的未脱贫户",
            "Visited: poor households with a home visit from the 1st to the as-of date")
    }
    package static var cooperatives: String {
        localized(
            "合作社按截至日在册计；领办党员按人去重；带动户数为户次",
            "On the register as of the date; founders count once, households each time")
    }
    package static var memberFounded: String {
        localized(
            "党员领办＝至少有一名领办党员的在册合作社",
            "Member-founded: registered cooperatives with a member among the founders")
    }
    package static var founders: String {
        localized(
            "领办党员＝在册合作社的领办党员，同一人只计一次",
            "Founders: members who founded registered cooperatives, each counted once")
    }
    package static var householdsLed: String {
        localized(
            "带动户次＝在册合作社带动户数之和，同一户可计多次",
            "Led: households led by registered cooperatives; one may count several times")
    }
    package static var visitsReceived: String {
        localized(
            "受访＝当年到本支部的专题调研次数，不考核",
            "Visits: research visits to the branch this year; no number is asked for")
    }
}
