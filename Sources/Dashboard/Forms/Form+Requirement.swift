import PartyWork
import TerminalUI

/// What a built-in method asks for, from a day on.
extension Form<Filing> {
    /// The form that sets how many a method asks for; a day on which a row begins already changes that row.
    static func requirement(_ row: MethodTarget, _ context: Context) -> Form {
        let start = context.asOf.firstOfMonth
        let fields = [
            Field(.method, in: row, .fixed),
            Field(
                .startedOn, of: .requirements, .typed(.day(isPlanned: true)), value: start.description,
                hint: localized("从哪月 1 日起，如 2017-1-1", "first of a month, e.g. 2017-1-1")),
            Field(.count, in: row, hint: localized("每期几次；0＝不考核", "times each period; 0 = not asked")),
            Field(.period, in: row, .words(row.method.periods.map(\.rawValue))),
            Field(.remark, of: .requirements, hint: localized("依据，如文件号；可不填", "on what grounds; optional")),
        ]
        let rows = context.requirements.rows
        let title = localized("改要求：\(row.method.title)", "Requirement: \(row.method.title)")
        return Form(title: title, rule: row.requirement.rule, fields: fields) { answers throws(FieldErrors) in
            // Everything but the method is asked.
            let new = try row.setting(answers)
            guard let old = rows.first(where: { $0.key == new.key }) else { return .add(AnyRecord(new)) }
            return .correct(from: AnyRecord(old), to: AnyRecord(new))
        }.starting(at: .count)
    }
}
