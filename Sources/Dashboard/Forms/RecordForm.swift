import PartyWork

/// Forms made from the columns of a table: to add a record, to correct one, to mark a dated change.
extension Form {
    /// The form for a new organization, person, household or cooperative; `cells` are known before it is opened,
    /// `days` only proposed.
    static func add(
        _ table: TableSchema, _ cells: [PartyWork.Column: String] = [:], proposing days: [PartyWork.Column: Day] = [:]
    ) -> Form {
        let fields = table.columns.map {
            Field($0, of: table, value: cells[$0] ?? "", isKey: false, proposing: days[$0])
        }
        let form = Form(title: localized("新增\(table.title)", "Add to \(table.title)"), fields: fields) {
            cells, _ throws(RecordFaults) in
            .add(try AnyRecord.read(table, from: cells))
        }
        // The code of a branch is proposed as far as its township goes, and is to be completed.
        return form.starting(at: .code)
    }

    /// The form to correct a record; its key stays.
    static func correct(_ record: AnyRecord) -> Form {
        let table = record.table
        let cells = record.cells
        let fields = table.columns.map { Field($0, of: table, value: cells[$0] ?? "", isKey: table.key.contains($0)) }
        return Form(
            title: localized("修改\(table.title) \(record.key)", "Edit \(table.title) \(record.key)"), fields: fields
        ) { cells, _ throws(RecordFaults) in
            .correct(from: record, to: try record.setting(cells))
        }
    }

    /// The form for a dated change of a record: only the columns it is about.
    static func mark(_ record: AnyRecord, _ mark: Mark, _ context: Context) -> Form {
        let table = record.table
        let cells = record.cells
        var fields = [Field(table.key[0], .fixed, label: table.title, value: mark.subject(record))]
        for column in mark.columns {
            let isFirstDay = column == mark.columns.first && table[column]?.isDay ?? false
            let proposed = isFirstDay ? context.proposedDay : nil
            fields.append(
                Field(column, of: table, value: cells[column] ?? "", isKey: false, proposing: proposed))
        }
        var title: String {
            localized("\(mark.title)：\(mark.subject(record))", "\(mark.title): \(mark.subject(record))")
        }
        return Form(title: title, rule: mark.rule, fields: fields) { cells, _ throws(RecordFaults) in
            let changed = cells.filter { mark.columns.contains($0.key) }
            return .correct(from: record, to: try record.setting(changed))
        }
    }
}

/// A dated change that a record can go through: what is filled, and what follows.
struct Mark: Sendable {
    let columns: [PartyWork.Column]
    private let words: @Sendable () -> (title: String, rule: String)

    /// A mark with what it is called and what follows from it, in the language being spoken.
    private init(
        title: @autoclosure @escaping @Sendable () -> String, columns: [PartyWork.Column],
        rule: @autoclosure @escaping @Sendable () -> String
    ) {
        self.columns = columns
        words = { (title(), rule()) }
    }

    var title: String { words().title }
    var rule: String { words().rule }

    func subject(_ record: AnyRecord) -> String { Mark.name(of: record) }

    /// What officers call a record.
    static func name(of record: AnyRecord) -> String {
        switch record.table {
        case .organizations, .cooperatives: record.record.label
        default: "\(record.key)"
        }
    }

    static func all(of table: TableSchema) -> [Mark] {
        switch table {
        case .organizations:
            [
                Mark(
                    title: localized("成立", "Founded"), columns: [.foundedOn],
                    rule: localized("自成立日起计入", "Counted from that day")),
                Mark(
                    title: localized("撤销", "Dissolved"), columns: [.dissolvedOn],
                    rule: localized("自撤销日起不再计入，以前的数字不变", "Not counted from that day; earlier figures stay")),
            ]
        case .cooperatives:
            [
                Mark(
                    title: localized("注销", "Deregistered"), columns: [.deregisteredOn],
                    rule: localized("自注销日起不再计入", "Not counted from that day"))
            ]
        default:
            []
        }
    }
}

extension Field {
    /// The field of a column by what the column holds.
    init(
        _ column: PartyWork.Column, of table: TableSchema, value: String, isKey: Bool, proposing proposal: Day? = nil
    ) {
        let isRequired = table.required.contains(column)
        // A code begins with the township's, filled in: who types all of it again must see why it is too long.
        let codes =
            value.isEmpty
            ? localized("乡镇 9 位，支部 12 位，党小组 14 位", "township 9 digits, branch 12, group 14")
            : localized("接着输：支部共12位，党小组共14位", "go on: branch 12 digits, group 14")
        let hint = column == .code ? codes : isRequired ? localized("必填", "required") : ""
        let limit = table[column]?.limit ?? 200
        if isKey {
            self.init(column, .fixed, value: value)
            return
        }
        switch table[column]?.kind {
        case .reference(let referent), .list(of: let referent):
            let chosen = value.split(separator: ";").map { Candidate(key: String($0), name: "") }
            let isList = table[column]?.isList ?? false
            self.init(column, .pick(referent.source, several: isList), chosen: chosen, hint: hint, limit: limit)
        case .word(let list):
            self.init(column, .words(list.offered), value: value.isEmpty ? (list.offered.last ?? "") : value)
        case .day:
            self.init(
                column, .day, value: value,
                hint: isRequired
                    ? localized("必填，如 6-15、今天", "required, such as 6-15, today")
                    : localized("如 6-15、今天", "such as 6-15, today"), proposing: proposal)
        case .number: self.init(column, .number, value: value, hint: hint)
        default: self.init(column, .text, value: value, hint: hint, limit: limit)
        }
    }
}

extension ColumnSchema.Referent {
    /// Among whom a field looks for what it refers to.
    fileprivate var source: CandidateSource {
        switch self {
        case .organization(.village): .villages
        case .organization(.branch): .branches
        case .organization: .anyOrganization
        default: .servingPeople(first: .none)
        }
    }
}
