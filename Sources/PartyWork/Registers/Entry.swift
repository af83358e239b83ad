/// 条目: a row of a register, as its file, forms and lists have it.
///
/// The ledger keeps it as a ``StoredEntry``.
package struct Entry: LedgerRecord {
    package let register: RegisterDefinition
    package var number: String
    package var subject: String
    package var registeredOn: Day
    /// The texts of the fields, in the order of `register.fields`.
    package var values: [String]
    package var struckOn: Day?
    package var struckReason: String

    package init(_ register: RegisterDefinition) {
        self.register = register
        (number, subject, struckReason) = ("", "", "")
        registeredOn = .unset
        values = register.fields.map { _ in "" }
    }

    package static func == (one: Entry, other: Entry) -> Bool { one.stored == other.stored }
    package func hash(into hasher: inout Hasher) { stored.hash(into: &hasher) }

    package var table: TableSchema { register.table }
    package var key: RecordKey { RecordKey(number) }

    /// The text of a field; empty for one that is none of its register's.
    package func value(_ field: String) -> String {
        place(field).map { values[$0] } ?? ""
    }

    /// What it says of itself: its first filled text; nil where it has none.
    package var called: String? {
        zip(register.fields, values).first { $0.kind == .text && !$1.isEmpty }.map(\.1)
    }

    /// What it says of itself in a line: its first filled text, else the first line of its first filled long text; nil where it has
    /// neither.
    package var told: String? {
        let long = zip(register.fields, values).first { $0.kind == .longText && !$1.isEmpty }?.1
        return called ?? long?.split(whereSeparator: \.isNewline).first.map(String.init)
    }

    /// What tells it from others about the same subject on the same day: its texts of one line, options, and what it names.
    ///
    /// Amounts, days, long texts and 是否 may be corrected by importing a list again.
    package var telling: [String] {
        zip(register.fields, values).map { field, value in
            switch field.kind {
            case .text, .option, .person, .organization, .household, .cooperative: value
            case .longText, .whole, .amount, .day, .flag: ""
            }
        }
    }

    private func place(_ field: String) -> Int? { register.fields.firstIndex { $0.name.hasSameCodePoints(as: field) } }

    package func text(_ column: Column) -> String {
        switch column {
        case .subjectID: subject
        case .registeredOn: registeredOn.description
        case .deregisteredOn: struckOn.cellText
        case .struckReason: struckReason
        case table.columns[0]: number
        default: register.table.fieldPlace(column).map { values[$0] } ?? ""
        }
    }

    package mutating func set(_ column: Column, to cell: String) throws(Fault) {
        switch column {
        case .subjectID: subject = cell
        case .registeredOn: registeredOn = try CellRules.day(cell) ?? registeredOn
        case .deregisteredOn: struckOn = try CellRules.day(cell)
        case .struckReason: struckReason = cell
        case table.columns[0]: number = cell
        default:
            guard let place = register.table.fieldPlace(column) else { return }
            values[place] = try register.fields[place].normalized(cell)
        }
    }

    package func faults(unread: Set<Column>) -> [FieldFault] {
        var faults = FaultList(unread)
        faults.checkOrder(.registeredOn, registeredOn, .deregisteredOn, struckOn)
        faults.checkBoth(.deregisteredOn, struckOn != nil, .struckReason, !struckReason.isEmpty)
        if let day = register.retiredOn, day <= registeredOn {
            faults.check(.registeredOn, with: .registeredOn, .register(.retiredRegister(day)))
        }
        for (field, value) in zip(register.fields, values) where !value.isEmpty {
            guard let day = field.retiredOn, day <= registeredOn else { continue }
            faults.check(field.column, with: .registeredOn, .register(.retiredField(day)))
        }
        return faults.found
    }

    package var references: [Reference] {
        [Reference(.subjectID, subjectTarget)] + zip(register.fields, values).compactMap { $0.reference($1) }
    }

    /// What must be there for the subject to be one.
    private var subjectTarget: Reference.Target {
        switch register.subject {
        case .person: .person(Person.ID(subject))
        case .household: .household(Household.ID(subject))
        case .cooperative: .cooperative(Cooperative.ID(subject))
        case .entry(let register): .entry(subject, of: register)
        case .township, .branch, .village, .group:
            .organization(Code(subject), register.subject.organization ?? .any)
        }
    }

    package func warnings(today: Day, category: (Person.ID) throws -> PersonCategory?) rethrows -> [Warning] {
        registeredOn > today ? [.future(registeredOn)] : []
    }

    /// The fields that forms ask for and that are empty.
    package var missing: [RegisterField] {
        zip(register.fields, values).compactMap { field, value in
            field.isNeeded && value.isEmpty && !field.isRetired(on: registeredOn) ? field : nil
        }
    }

    package var writtenWarnings: [Warning] { missing.map { .fieldEmpty($0.column) } }

    package func caption(_ names: some RecordNames) throws -> [String] { [register.name, number] }
    package func said(_ caption: [String]) -> String { StoredEntry.said(caption) }
}

extension Entry {
    /// The header of a register's numbers.
    package static func numberColumn(of register: String) -> Column { Column(register + "编号") }

    /// The beginning of the names of entries' files; the register's name follows.
    package static let filePrefix = "登记簿-"

    /// What the journal calls the entries of a register, which may be there no more; nil for the name of another table.
    static func table(named text: String) -> TableSchema? {
        text.hasPrefix(filePrefix) ? table(of: String(text.dropFirst(filePrefix.count)), .township, []) : nil
    }

    /// The table of a register's entries as a file (REGISTERS section 2).
    static func table(of name: String, _ subject: RegisterSubject, _ fields: [RegisterField]) -> TableSchema {
        let number = ColumnSchema(
            numberColumn(of: name), .key, .text(limit: 40), .value("number"), "自己编，每条一个，不能与已有的重复")
        let about = ColumnSchema(
            .subjectID, .required, .text(limit: 40), .value("subject"), subject.guide
        ).known(as: "对象", "对象名称").named(by: subject.reading)
        let registered = ColumnSchema(
            .registeredOn, .required, .day(isExact: true), .value("registered_on"), "哪天登记的"
        ).known(as: "登记时间")
        let struck = [
            ColumnSchema(.deregisteredOn, .optional, .day(isExact: true), .optional("struck_on"), "从哪天起不再计；与注销原因同时填"),
            ColumnSchema(.struckReason, .optional, .text(), .value("struck_reason"), "为什么不再计，如 录重了"),
        ]
        return TableSchema(
            filePrefix + name, name, english: name, name, sql: "entry",
            [number, about, registered] + fields.map(\.schema) + struck)
    }

    /// The entry as the ledger keeps it.
    package var stored: StoredEntry {
        StoredEntry(
            register: register.name, number: number, subject: subject, registeredOn: registeredOn,
            values: zip(register.fields, values).filter { !$1.isEmpty }.map { StoredEntry.Value($0.name, $1) },
            struckOn: struckOn, struckReason: struckReason)
    }

    /// The entry of a register that the ledger keeps; what belongs to none of its fields is left aside.
    package init(_ stored: StoredEntry, of register: RegisterDefinition) {
        self.init(register)
        number = stored.number
        subject = stored.subject
        registeredOn = stored.registeredOn
        for value in stored.values { take(value.text, as: value.field) }
        struckOn = stored.struckOn
        struckReason = stored.struckReason
    }

    /// Takes the text of a column as the ledger keeps it; what belongs to none of its register's fields is left aside.
    package mutating func take(kept text: String, in column: Column) throws(Fault) {
        switch column {
        case .register: break
        case .entryNumber: number = text
        case .entryContent:
            let isRead = JSONTree.visitMembers(json: text, among: register.keptNames) { name, text in
                switch name {
                case .expected(let place): values[register.keptOrder[place]] = text
                // A ledger from elsewhere may keep them in another order.
                case .other(let field): take(text, as: field)
                }
            }
            guard isRead else { throw .register(.unreadableContent) }
        default: try set(column, to: text)
        }
    }

    private mutating func take(_ text: String, as field: String) {
        if let place = place(field) { values[place] = text }
    }
}

extension TableSchema {
    /// The place among the fields of a register whose table it is.
    fileprivate func fieldPlace(_ column: Column) -> Int? {
        guard let place = columns.firstIndex(of: column), place >= 3, place < columns.count - 2 else { return nil }
        return place - 3
    }
}

extension RegisterField {
    /// The field as a column of the entries' file.
    fileprivate var schema: ColumnSchema {
        ColumnSchema(column, .optional, columnKind, .optional("content"), guide).named(by: reading)
    }

    /// How lists have its cells.
    private var reading: CellReading {
        switch kind {
        case .text, .longText, .whole, .amount, .day, .flag, .option: .plain
        case .person: .person
        case .organization: .organization
        case .household: .household
        case .cooperative: .cooperative
        }
    }

    private var guide: String {
        let bounds = [least.map { "至少 \($0)" }, most.map { "至多 \($0)" }]
        let told = [isNeeded ? "必填" : nil] + bounds + [remark.isEmpty ? nil : remark]
        let words = told.compactMap(\.self)
        return words.isEmpty ? kind.guide : words.joined(separator: "，")
    }

    private var columnKind: ColumnSchema.Kind {
        switch kind {
        case .text, .whole, .amount: .text()
        case .longText: .text(limit: 2_000, hasLines: true)
        case .day: .day(isExact: true)
        case .flag: .word(WordList(YesNo.self))
        case .option: .word(WordList(options))
        case .person: .reference(.person)
        case .organization: .reference(.organization(.any))
        case .household: .reference(.household)
        case .cooperative: .reference(.cooperative)
        }
    }
}

extension FieldKind {
    /// What a cell of the kind holds, for a sheet that explains its columns.
    fileprivate var guide: String {
        switch self {
        case .text: "一行字，最多 200 字"
        case .longText: "一段话，最多 2000 字"
        case .whole: "整数，如 12"
        case .amount: "数，最多两位小数，如 12.5"
        case .day: "日期"
        case .flag: "是或否"
        case .option: "从列表中选"
        case .person: "人员编号"
        case .organization: "组织的编码"
        case .household: "户编号"
        case .cooperative: "统一社会信用代码"
        }
    }
}

extension RegisterSubject {
    /// How lists say what entries are about.
    fileprivate var reading: CellReading {
        switch self {
        case .township, .branch, .group: .organization
        case .village: .village
        case .person: .person
        case .household: .household
        case .cooperative: .cooperative
        // Entries have no names.
        case .entry: .plain
        }
    }

    /// What stands in the column of what entries are about, for a sheet that explains its columns.
    fileprivate var guide: String {
        switch self {
        case .township: "乡镇的编码，9 位"
        case .branch: "支部的编码，12 位"
        case .village: "村党组织的编码，12 位"
        case .group: "党小组的编码，14 位"
        case .person: "人员编号"
        case .household: "户编号"
        case .cooperative: "统一社会信用代码"
        case .entry(let register): "登记簿“\(register)”里一条的编号"
        }
    }
}
