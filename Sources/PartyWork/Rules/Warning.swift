/// What is saved all the same but worth a word (CONTRACT section 1, warnings). Data when noted; `text` says it in Chinese.
package enum Warning: Hashable, Sendable {
    /// On the day on which a pairing ended, its household was `poor` and had no active pairing with a serving helper.
    case uncovered(Household.ID, Day)
    /// Not a 统一社会信用代码 by GB 32100.
    case creditCode(Cooperative.ID)
    /// A helper who is 群众, by name or number.
    case residentHelper(String)
    /// 日期 lies after today.
    case future(Day)
    /// A household that returned to poverty and has no serving helper.
    case returnedUncovered(head: String)
    /// A 专题调研 in which no committee member took part: it counts for nobody. Said to officers only, not of imports.
    case nobodysVisit

    /// What is odd and what to do next.
    package var text: String {
        switch self {
        case .uncovered(let household, let day): "\(day) 结束后，未脱贫户“\(household)”没有在岗帮扶人，请核对"
        case .creditCode(let code): "“\(code)”不是有效的统一社会信用代码（18 位，末位为校验码），请核对"
        case .residentHelper(let helper): "帮扶人“\(helper)”的类别是群众，请核对"
        case .future(let day): "日期 \(day) 在今天以后，请核对"
        case .returnedUncovered(let head): "\(head) 户返贫后没有在岗帮扶人，已列为缺口，请结对"
        case .nobodysVisit: "参加人员中没有镇班子成员，这次专题调研不计入任何人，请核对"
        }
    }
}
