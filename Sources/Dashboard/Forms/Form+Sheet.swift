import PartyWork
import TerminalUI

// What is asked before a register is made of a table: what a column is, and what no column says.

extension FieldKey {
    fileprivate static let sheetUse = FieldKey("当作")
}

extension Form<Filing> {
    /// The form that says what a column of a table is.
    static func correct(_ column: SheetColumn, _ order: SheetOrder) -> Form {
        func title() -> String { localized("“\(column.header)”这一栏", "The column \(column.header)") }
        let use = column.use
        let fields = [
            Field(fixed: column.samples.listed, label: localized("里面写着", "It says")),
            Field(
                .sheetUse, .choice(SheetColumn.Role.allCases.map { FieldChoice($0.rawValue, $0.title) }),
                label: localized("当作", "Taken for"), value: use.role.rawValue),
            Field(.field, of: .registerFields, value: use.name, hint: localized("当作栏目时的名称", "its name, of a field")),
            Field(
                .kind, of: .registerFields, kindOfField, value: use.kind.rawValue,
                hint: localized("选一种；首字母也行，如 rq", "choose one")),
            Field(
                .options, of: .registerFields, .typed(.items(known: [])), value: use.options.joined(separator: ";"),
                hint: localized("类型是选项时填，用 ; 或、分开", "of an option, parted by ;")),
        ]
        return Form(
            title: title(), rule: nil, identity: identity(title, order.path), fields: fields,
            purpose: Filing(
                .effect { answers throws(FieldErrors) in
                    let role = SheetColumn.Role(rawValue: answers[.sheetUse]) ?? .field
                    let row = try AnyRecord.read(
                        .registerFields, from: answers,
                        [
                            .register: "登记", .position: "1", .field: role == .field ? answers[.field] : "栏目",
                            .isNeeded: YesNo.no.rawValue,
                        ])
                    var order = order
                    let kind = FieldKind(rawValue: row.record.text(.kind)) ?? .text
                    let options = row.record.text(.options).split(separator: ";").map(String.init)
                    order.corrections[column.place] = SheetColumn.Use(role, answers[.field], kind, options: options)
                    return .files(.tabulate(order))
                })
        ).starting(at: .sheetUse)
    }

    /// The form that makes a register of a table, and its rows the entries.
    static func found(_ draft: RegisterDraft, _ order: SheetOrder, _ context: Context) -> Form {
        let names = draft.columns.filter { $0.use.role == .field }.map(\.use.name)
        let summary = localized(
            "\(names.listed)；\(draft.table.rows.count) 条", "\(names.listed); \(plural(draft.table.rows.count, "entry"))"
        )
        let township = String(context.fullScope.prefix.prefix(9))
        var fields = [
            Field(fixed: summary, label: localized("栏目和条目", "Fields, entries")),
            Field(
                FieldKey(.register), .typed(.guess), label: PartyWork.Column.register.title,
                hint: localized("1–20 字；直接输入就换掉", "typing replaces it"),
                proposing: order.proposedName, limit: TableSchema.registers[.register]?.limit ?? 200
            ).required(),
            Field(.system, of: .registers, hint: localized("归在哪一类，可不填", "what it belongs to, optional")),
        ]
        if draft.subject == nil {
            fields.append(
                Field(
                    FieldKey(.subjectID), .pick(.anyOrganization, several: false), label: localized("对象", "About"),
                    chosen: township.utf8.count == 9 ? [Candidate(key: township, name: "")] : [],
                    hint: localized("各行都关于它", "what all rows are about")
                ).required())
        }
        if draft.column(.registeredOn) == nil {
            fields.append(
                Field(
                    FieldKey(.registeredOn), .day, label: localized("登记日期", "Entered on"),
                    hint: localized("各行都用它", "of all rows"), proposing: context.proposedDay
                ).required())
        }
        return Form(
            title: localized("从表格建登记簿", "A register from a table"),
            rule: localized("先列出会添的定义和条目，再一次保存；^Z 一次撤销", "Lists what comes in first; one save, one undo"),
            subject: order.path, fields: fields, isPreviewed: true
        ) { answers throws(FieldErrors) in
            let key = draft.subject == nil ? try answers.filled(FieldKey(.subjectID)) : ""
            let day = draft.column(.registeredOn) == nil ? try answers.day(.registeredOn) : context.today
            let head = RegisterDraft.Head(
                try answers.filled(FieldKey(.register)), system: answers[.system],
                subject: draft.subject ?? RegisterSubject(ofOrganization: Code(key)), subjectKey: key, day: day)
            let made = try FieldErrors.of { () throws(RecordFaults) in try draft.made(head) }
            if let fault = made.faults.first {
                throw FieldErrors([FieldError(FieldKey(""), fault.sentence)])
            }
            return made.act
        }.starting(at: FieldKey(.register))
    }
}

extension RegisterDraft.RowFault {
    /// Where and what.
    var sentence: String { localized("第 \(line) 行：\(text)", "row \(line): \(text)") }
}
