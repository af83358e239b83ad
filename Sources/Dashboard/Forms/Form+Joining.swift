import PartyWork
import TerminalUI

extension Form<Filing> {
    /// The form to make one record of two of one person or household; saving shows first what would be changed.
    static func joined(_ record: AnyRecord, near code: Code) -> Form {
        let name = DatedChange.name(of: record)
        let source: CandidateSource =
            record.table == .people
            ? .servingPeople(first: code.branch.map { .branch($0) } ?? .none) : .households(near: code)
        let fields = [
            Field(fixed: "\(name)（\(record.key)）", label: localized("删去这一条", "This one goes")),
            Field(
                .joined, .pick(source, several: false), label: localized("留下哪一条", "That one stays"),
                hint: localized("同一个人或同一户的另一条", "the other record of the same")
            ).required(),
        ]
        let rule = localized(
            "结对、活动、任职、勾选等都改记到留下的一条；已签收月份的数字会变的，不办理",
            "Pairings, activities, posts and ticks go to the one that stays; signed figures never change"
        )
        var title: String { localized("合为一条：\(name)（\(record.key)）", "Make one: \(name) (\(record.key))") }
        return Form(title: title, rule: rule, fields: fields, isPreviewed: true) { answers throws(FieldErrors) in
            .join(record, into: RecordKey(try answers.filled(.joined)))
        }.starting(at: .joined)
    }

    /// The form to merge a village into another; saving shows first what goes along and what is left.
    static func absorbed(_ village: Organization, on day: Day) -> Form {
        let fields = [
            Field(fixed: "\(village.name)（\(village.code)）", label: localized("撤销的村", "Dissolved")),
            Field(
                .joined, .pick(.villages, several: false), label: localized("并入哪个村", "Merged into"),
                hint: localized(
                    "人员、贫困户、合作社、党小组转到它名下", "people, households, cooperatives and groups go there")
            ).required(),
            Field(
                .dissolvedOn, of: .organizations, label: localized("撤并日期", "First day"), value: day.description,
                hint: localized("撤并的第一天", "the first day of the merger")
            ).required(),
        ]
        let rule = localized(
            "自撤并日起都算到并入的村，以前的数字不变；任职到这天为止，以后的书记、村两委另记任职",
            "Counted with the other village from that day, earlier figures stay; posts end then, those after it are taken anew"
        )
        var title: String { localized("撤并：\(village.name)", "Merge a village: \(village.name)") }
        return Form(title: title, rule: rule, fields: fields, isPreviewed: true) { answers throws(FieldErrors) in
            .absorb(village, into: Code(try answers.filled(.joined)), on: try answers.day(.dissolvedOn))
        }.starting(at: .joined)
    }
}
