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
                hint: localized("必填，同一个人或同一户的另一条", "required, the other record of the same")),
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
}
