import PartyWork
import TerminalUI

/// Forms made from the columns of a table, one made while the program runs too: to add a record, to correct one, to mark a dated
/// change.
extension Form<Filing> {
    /// The form for a new record of a table; `cells` are known before it is opened, `days` only proposed.
    static func add(
        _ table: TableSchema, _ cells: [PartyWork.Column: String] = [:], proposing days: [PartyWork.Column: Day] = [:]
    ) -> Form {
        let fields = table.fields.map { schema in
            let known = cells[schema.column] ?? ""
            return Field(
                schema.column, of: table, value: known.isEmpty ? schema.words?.offered.last ?? "" : known,
                hint: schema.hint(isBegun: !known.isEmpty), proposing: days[schema.column])
        }
        let form = Form(title: localized("新增\(table.title)", "Add to \(table.title)"), fields: fields) {
            answers throws(FieldErrors) in .add(try AnyRecord.read(table, from: answers))
        }
        // The code of a branch is proposed as far as its township goes, and is to be completed.
        return table.fields.first { $0.column == .code }.map { form.starting(at: $0.column) } ?? form
    }

    /// The form to correct a record; its key stays.
    static func correct(_ record: AnyRecord) -> Form {
        let table = record.table
        let hints = table.fields.map { ($0.column, $0.hint(isBegun: !record.record.text($0.column).isEmpty)) }
        return correct(
            record.record, hints: Dictionary(hints) { first, _ in first },
            title: localized("修改\(table.title) \(record.key)", "Edit \(table.title) \(record.key)"))
    }

    /// The form to correct a record: a field for each column, those of its key fixed.
    ///
    /// - Parameters:
    ///   - labels: what columns are called here, where that is not their title.
    ///   - names: what is known of the rows that columns name.
    ///   - kinds: what fields take, where that is not what their columns hold.
    ///   - needed: what must be filled besides what the table itself asks.
    static func correct(
        _ record: some LedgerRecord, labels: [PartyWork.Column: String] = [:], hints: [PartyWork.Column: String],
        names: [PartyWork.Column: [Candidate]] = [:], kinds: [PartyWork.Column: Field.Kind] = [:],
        needed: Set<PartyWork.Column> = [], title: @autoclosure () -> String, rule: String? = nil
    ) -> Form {
        let fields = record.table.fields.map { schema in
            let column = schema.column
            let field = Field(
                column, in: record, schema.isKey ? .fixed : kinds[column], label: labels[column], chosen: names[column],
                hint: hints[column] ?? "")
            return needed.contains(column) ? field.required() : field
        }
        return Form(title: title(), rule: rule, fields: fields) { answers throws(FieldErrors) in
            try .correct(record, answers)
        }.startingAtFirst()
    }

    /// The form for a dated change of a record: only the columns it is about.
    static func datedChange(_ record: AnyRecord, _ change: DatedChange, _ context: Context) -> Form {
        let name = DatedChange.name(of: record)
        let subject = Field(fixed: name, label: record.table.title, key: FieldKey(record.table.key[0]))
        var title: String { localized("\(change.title)：\(name)", "\(change.title): \(name)") }
        let fields = [subject] + change.fields(of: record.table, record.cells, context)
        return Form(title: title, rule: change.rule, fields: fields, isPreviewed: change.isPreviewed) {
            answers throws(FieldErrors) in try .correct(record, answers)
        }
    }
}

extension DatedChange {
    /// The fields that it is about, with what stands in them; of a day the one that is proposed.
    func fields(
        of table: TableSchema, _ cells: [PartyWork.Column: String] = [:], _ context: Context
    ) -> [Form<Filing>.Field] {
        columns.compactMap { table[$0] }.map {
            Form<Filing>.Field(
                $0.column, of: table, value: cells[$0.column] ?? "", hint: $0.hint(isBegun: false),
                proposing: $0.isDay ? context.proposedDay : nil
            ).required()
        }
    }
}

extension ColumnSchema {
    /// What a field of the column wants.
    ///
    /// - Parameter isBegun: whether the beginning stands there already: who types all of it again must see why it is too long.
    fileprivate func hint(isBegun: Bool) -> String {
        switch kind {
        case .day: localized("如 6-15、今天", "such as 6-15, today")
        case .code:
            isBegun
                ? localized("接着输：支部共12位，党小组共14位", "go on: branch 12 digits, group 14")
                : localized("乡镇 9 位，支部 12 位，党小组 14 位", "township 9 digits, branch 12, group 14")
        case .word, .text, .month, .number, .reference, .list: ""
        }
    }
}
