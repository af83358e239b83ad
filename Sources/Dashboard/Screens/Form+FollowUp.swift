import PartyWork
import TerminalUI

/// Lines of the worklist given to an officer, and taken back.
extension Form<Filing> {
    /// The form that gives lines to an officer, with a day and a word; whoever had one before has it no more.
    static func give(_ items: [WorklistItem], _ context: Context) -> Form {
        let given = items.count == 1 ? items[0].followUp : nil
        let fields = [
            Field(
                .follower, of: .followUps, .pick(.officers, several: false), value: given?.officer ?? "",
                hint: localized("姓名", "a name")),
            Field(
                .dueOn, of: .followUps, .typed(.day(isPlanned: true)), value: given?.dueOn.description ?? "",
                hint: localized("最后一天，如 7-15", "the last day, such as 7-15")),
            Field(
                .remark, of: .followUps, value: given?.remark ?? "",
                hint: localized("一句话，可不填", "a word, optional")),
        ]
        let rule = localized(
            "人人看得到；办好了就不再显示，不改任何数字", "Everybody sees it; it is gone when the thing is done, and changes no figure")
        return Form(
            title: localized("交办", "Give"), rule: rule, names: items.map(\.named), fields: fields
        ) { answers throws(FieldErrors) in
            _ = try answers.filled(FieldKey(.follower))
            var rows: [PlannedRow] = []
            for item in items {
                let new = try FollowUp(of: item.gap, asOf: context.asOf).setting(answers).wrapped
                let old = item.followUp?.wrapped
                let act = old.map { Act.correct(from: $0, to: new) } ?? .add(new)
                rows.append(
                    old == new
                        ? PlannedRow(item.named, not: localized("已经这样交办了", "is given so already"))
                        : PlannedRow(item.named, act))
            }
            return rows
        }
    }
}

extension Confirmation {
    /// Asks before lines are taken back from whoever follows them up.
    static func takeBack(_ items: [WorklistItem], _ context: Context) -> Confirmation {
        let given = items.compactMap { item in item.followUp.map { (item.named, $0) } }
        return Confirmation(
            title: localized("收回交办的 \(given.count) 项？", "Take \(given.count) back?"),
            lines: given.prefix(10).map { "\($0)：\($1.said(on: context.asOf))" } + [
                localized("事情本身还在待办里；收回记入流水，可以撤销。", "They stay in the worklist; it can be undone.")
            ], verb: localized("收回", "take back"),
            choice: .effect(.perform(.together(given.map { .takeBack($0.1) }))))
    }
}

extension WorklistItem {
    /// What officers call the line: `张德富 结对`.
    fileprivate var named: String { "\(gap.name) \(gap.kind.title)" }
}
