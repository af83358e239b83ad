/// What is saved all the same but worth a word (CONTRACT section 1, warnings).
///
/// Data when noted; `text` says it.
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

    /// An organization is dissolved, and what is told is still in it on that day. Said to officers only.
    case stillIn(String, Day, groups: Int, people: Int, households: Int, cooperatives: Int)

    /// A village is merged into another, and what is told still names it: what is open in it, the committee members to whom it is
    /// assigned, joint branches that it is part of.
    case leftBehind(String, open: Int, committee: [String], joint: [String])

    /// A field that forms ask for is empty.
    case fieldEmpty(Column)

    /// What may be the same is there already under another key. Said to officers only, not of imports.
    case alike(String)

    /// What is odd and what to do next.
    package var text: String {
        switch self {
        case .uncovered(let household, let day):
            localized(
                "\(day) 结束后，未脱贫户“\(household)”没有在岗帮扶人，请核对",
                "with the end on \(day) the poor household \"\(household)\" has no serving helper; please check")
        case .creditCode(let code):
            localized(
                "“\(code)”不是有效的统一社会信用代码（18 位，末位为校验码），请核对",
                "\"\(code)\" is no valid credit code (18 characters, the last a check digit); please check")
        case .residentHelper(let helper):
            localized("帮扶人“\(helper)”的类别是群众，请核对", "the helper \"\(helper)\" is a resident; please check")
        case .future(let day): localized("日期 \(day) 在今天以后，请核对", "the date \(day) is after today; please check")
        case .returnedUncovered(let head):
            localized(
                "\(head) 户返贫后没有在岗帮扶人，已列为缺口，请结对",
                "\(head)'s household has no serving helper after its return: a gap now; pair it")
        case .stillIn(let name, let day, let groups, let people, let households, let cooperatives):
            localized(
                "\(day) 起撤销，\(name)里还有党小组 \(groups) 个、在岗人员 \(people) 人、贫困户 \(households) 户、合作社 \(cooperatives) 个，请移走或办结",
                "still in \(name) when it is dissolved on \(day): \(plural(groups, "group")), \(plural(people, "person", "people")), "
                    + "\(plural(households, "household")), \(plural(cooperatives, "cooperative")); move or end them")
        case .leftBehind(let name, let open, let committee, let joint):
            localized(
                "\(name)还有：未办结的活动 \(open) 件，联系它的班子成员 \(committee.count) 人（\(committee.listed)），联合支部 \(joint.count) 个（\(joint.listed)），请另行办理",
                "still on \(name): \(plural(open, "open activity", "open activities")), committee members in charge: \(committee.listed), "
                    + "joint branches: \(joint.listed); please see to them")
        case .fieldEmpty(let column):
            localized("「\(column.header)」是必填栏目，现在是空的，请补上", "\(column.title) should be filled in; please add it")
        case .alike(let name):
            localized(
                "台账里已有相像的：\(name)，请核对是不是重复",
                "much like what is there already: \(name); please check whether it is the same")
        case .nobodysVisit:
            localized(
                "参加人员中没有镇班子成员，这次专题调研不计入任何人，请核对",
                "no committee member took part: this research visit counts for nobody; please check")
        }
    }
}
