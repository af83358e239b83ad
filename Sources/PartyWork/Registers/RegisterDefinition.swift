/// 登记簿: a table that officers defined, with its fields, flow, gates and figures.
///
/// A class, because entries hand it on.
package final class RegisterDefinition: Sendable {
    package let name: String
    package let system: String
    package let subject: RegisterSubject
    /// The field that says where an entry is; nil where its subject does.
    package let placeField: String?
    /// Whether it is 限阅 itself, or one above it is.
    package let isRestricted: Bool
    package let remark: String
    /// From this day on it takes no new entries.
    package let retiredOn: Day?
    /// By 序号.
    package let fields: [RegisterField]
    /// The places of the fields by name, as the ledger keeps their texts.
    let keptOrder: [Int]
    /// The names of the fields in that order.
    let keptNames: [JSONTree.MemberName]
    /// By 序号; empty for a register without a flow.
    package let states: [FlowState]
    /// By state and 序号.
    package let gates: [Gate]
    /// By 序号.
    package let figures: [RegisterFigure]
    /// The fields that figures and deadlines ask for, by name, as many as the ledger keeps in columns of their own.
    package let counted: [String]
    /// The table of its entries as a file.
    package let table: TableSchema
    /// All that defines it, its own row first.
    package let rows: [DefinitionRow]

    package init(
        _ row: DefinitionRow, isRestricted: Bool, fields: [RegisterField], states: [FlowState], gates: [Gate],
        figures: [RegisterFigure], rows: [DefinitionRow]
    ) {
        self.rows = rows
        name = row.text(.register)
        system = row.text(.system)
        subject = RegisterSubject(row.text(.subject))
        placeField = row.text(.placeField).isEmpty ? nil : row.text(.placeField)
        self.isRestricted = isRestricted
        remark = row.text(.remark)
        retiredOn = row.day(.retiredOn)
        self.fields = fields
        keptOrder = fields.indices.sorted { fields[$0].name.precedesByCodePoint(fields[$1].name) }
        keptNames = keptOrder.map { JSONTree.MemberName(fields[$0].name) }
        self.states = states
        self.gates = gates
        self.figures = figures
        counted = RegisterDefinition.counted(fields, states, figures)
        table = Entry.table(of: name, subject, fields)
    }

    /// A field by its name, a retired one too.
    package func field(_ name: String) -> RegisterField? { fields.first { $0.name.hasSameCodePoints(as: name) } }

    /// A state by its name.
    package func state(_ name: String) -> FlowState? { states.first { $0.name.hasSameCodePoints(as: name) } }

    /// The column of the entries' numbers.
    package var number: Column { Entry.numberColumn(of: name) }

    /// The table of the entries as a sheet to be filled in has it: without the fields that are out of use.
    package var emptySheet: TableSchema { Entry.table(of: name, subject, fields.filter { $0.retiredOn == nil }) }

    /// Whether any of its states is to be left by a day.
    package var hasDeadlines: Bool { states.contains { $0.deadline != nil || $0.dueField != nil } }

    /// Whether it is out of use on a day.
    package func isRetired(on day: Day) -> Bool { retiredOn.map { $0 <= day } ?? false }

    /// So many fields of a register have columns of their own; more of them are read from the entries.
    package static let mostCounted = 6

    private static func counted(
        _ fields: [RegisterField], _ states: [FlowState], _ figures: [RegisterFigure]
    ) -> [String] {
        let asked = states.compactMap(\.dueField) + figures.flatMap { [$0.field] + Condition.names(in: $0.condition) }
        let short = fields.filter { field in
            field.kind != .longText && asked.contains(where: field.name.hasSameCodePoints)
        }
        return Array(short.map(\.name).sorted { $0.precedesByCodePoint($1) }.prefix(mostCounted))
    }
}

/// 栏目: a column of a register.
package struct RegisterField: Hashable, Sendable {
    package let name: String
    package let kind: FieldKind
    package let options: [String]
    /// Whether forms and `zhibu enter` ask for it.
    package let isNeeded: Bool
    package let least: Amount?
    package let most: Amount?
    package let remark: String
    package let retiredOn: Day?

    init(_ row: DefinitionRow) {
        name = row.text(.field)
        kind = FieldKind(rawValue: row.text(.kind)) ?? .text
        options = row.items(.options)
        isNeeded = row.isYes(.isNeeded)
        least = Amount(row.text(.least))
        most = Amount(row.text(.most))
        remark = row.text(.remark)
        retiredOn = row.day(.retiredOn)
    }

    package var column: Column { Column(name) }

    /// Whether it is out of use on a day.
    package func isRetired(on day: Day) -> Bool { retiredOn.map { $0 <= day } ?? false }

    /// A trimmed cell as it is kept (REGISTERS section 2, cells of fields).
    func normalized(_ cell: String) throws(Fault) -> String {
        if cell.isEmpty { return "" }
        switch kind {
        case .text, .person, .organization, .household, .cooperative: return cell
        case .longText: return cell.withPlainLineEnds
        case .whole, .amount:
            guard let amount = Amount(cell, isWhole: kind == .whole) else {
                throw .register(kind == .whole ? .notWhole(cell) : .notAnAmount(cell))
            }
            if let least, amount < least { throw .register(.below(cell, bound: least.description)) }
            if let most, amount > most { throw .register(.above(cell, bound: most.description)) }
            return amount.description
        case .day: return try CellRules.day(cell).cellText
        case .flag: return try CellRules.word(cell, YesNo.self)?.rawValue ?? ""
        case .option:
            guard options.contains(where: cell.hasSameCodePoints) else { throw .unknownWord(cell, choices: options) }
            return cell
        }
    }

    /// What a cell names elsewhere.
    package func reference(_ cell: String) -> Reference? {
        if cell.isEmpty { return nil }
        return switch kind {
        case .person: Reference(column, .person(Person.ID(cell)))
        case .organization: Reference(column, .organization(Code(cell), .any))
        case .household: Reference(column, .household(Household.ID(cell)))
        case .cooperative: Reference(column, .cooperative(Cooperative.ID(cell)))
        case .text, .longText, .whole, .amount, .day, .flag, .option: nil
        }
    }
}

/// 状态: a state of a flow, and what it takes to get there.
package struct FlowState: Hashable, Sendable {
    package let name: String
    package let next: [String]
    /// The days within which it is to be left.
    package let deadline: Int?
    /// The field that says by when.
    package let dueField: String?
    /// The days that the state before must have lasted.
    package let shortest: Int
    package let neededFields: [String]
    package let isFinal: Bool

    init(_ row: DefinitionRow) {
        name = row.text(.state)
        next = row.items(.nextStates)
        deadline = Int(row.text(.deadline))
        dueField = row.text(.dueField).isEmpty ? nil : row.text(.dueField)
        shortest = Int(row.text(.shortest)) ?? 0
        neededFields = row.items(.neededFields)
        isFinal = row.isYes(.isFinal)
    }

    /// Whether a state may follow it.
    package func leads(to state: String) -> Bool { next.contains(where: state.hasSameCodePoints) }
}

/// 关口: what must hold for an entry to get into a state (REGISTERS section 3).
package struct Gate: Hashable, Sendable {
    package let state: String
    package let demand: GateDemand
    package let otherRegister: String
    package let condition: String
    package let quantity: Int?
    package let field: String

    init(_ row: DefinitionRow) {
        state = row.text(.state)
        demand = GateDemand(rawValue: row.text(.demand)) ?? .children
        otherRegister = row.text(.otherRegister)
        condition = row.text(.condition)
        quantity = Int(row.text(.quantity))
        field = row.text(.field)
    }
}

/// 统计: a figure over the entries of a register (REGISTERS section 4).
package struct RegisterFigure: Hashable, Sendable {
    package let name: String
    package let method: FigureMethod
    package let field: String
    package let condition: String
    package let target: Int?
    package let unit: String
    package let remark: String

    init(_ row: DefinitionRow) {
        name = row.text(.figure)
        method = FigureMethod(rawValue: row.text(.calculation)) ?? .count
        field = row.text(.field)
        condition = row.text(.condition)
        target = Int(row.text(.target))
        unit = row.text(.unit)
        remark = row.text(.remark)
    }
}

extension DefinitionRow {
    /// The day of a column; nil where it is empty.
    func day(_ column: Column) -> Day? { Day(text(column)) }

    /// Whether a column says 是.
    func isYes(_ column: Column) -> Bool { text(column) == YesNo.yes.rawValue }

    /// Its place among the others of its register.
    package var position: Int { Int(text(.position)) ?? 0 }
}

extension String {
    /// The text with CRLF as LF.
    fileprivate var withPlainLineEnds: String {
        guard utf8.contains(0x0D) else { return self }
        return String(decoding: utf8.filter { $0 != 0x0D }, as: UTF8.self)
    }
}
