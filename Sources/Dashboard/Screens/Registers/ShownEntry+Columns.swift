import PartyWork
import TerminalUI

extension ShownEntry {
    /// What a search looks through beside the columns.
    var searched: String { "\(entry.number) \(entry.subject) \(about) \(placeName)" }

    /// A column for each field in use, the narrow ones first, between what the entry is about and its state.
    ///
    /// On a narrow screen the text by which an entry is called goes last: without it nobody knows which row is which.
    static func columns(of register: RegisterDefinition) -> [RowList<ShownEntry>.Column] {
        let fields = register.fields.filter { $0.retiredOn == nil }.enumerated()
            .sorted { ($0.element.kind.breadth, $0.offset) < ($1.element.kind.breadth, $1.offset) }.map(\.element)
        let calling = register.fields.first { $0.kind == .text && $0.retiredOn == nil }
        return [number, subject(of: register)]
            + fields.enumerated().map { column(of: $1, dropOrder: $1 == calling ? 1 : $0 + 3) }
            + (register.states.isEmpty ? [registered] : register.hasDeadlines ? [state, due] : [state])
    }

    /// Of entries of several registers: which, what it is called, its state.
    static var mixedColumns: [RowList<ShownEntry>.Column] {
        [
            .init(TableColumn(localized("登记簿", "Register"), minimum: 10, ideal: 16), by: \.entry.register.name) {
                $0.entry.register.name
            }, number,
            .init(TableColumn(localized("内容", "What"), minimum: 12, ideal: 24, share: 1), named: .thing) { $0.content },
            registered, state, due,
        ]
    }

    private static var number: RowList<ShownEntry>.Column {
        .init(TableColumn(localized("编号", "No."), minimum: 8, ideal: 14, dropOrder: 2), by: \.entry.number) {
            $0.entry.number
        }
    }

    /// What it is about; an entry, by several words, takes more room.
    private static func subject(of register: RegisterDefinition) -> RowList<ShownEntry>.Column {
        let ideal = register.subject.register == nil ? 16 : 28
        return .init(TableColumn(localized("对象", "About"), minimum: 8, ideal: ideal), named: .thing) { $0.about }
    }

    private static var registered: RowList<ShownEntry>.Column {
        .init(TableColumn(localized("登记日期", "Entered"), minimum: 10), by: \.entry.registeredOn) {
            "\($0.entry.registeredOn)"
        }
    }

    private static var state: RowList<ShownEntry>.Column {
        .init(
            TableColumn(localized("状态", "State"), minimum: 8, ideal: 10), by: { $0.row.standing?.state ?? "" },
            element: { $0.isOpen ? .text : .muted }, text: { $0.row.standing?.state ?? "" })
    }

    /// The deadline, with a word where it is near or past: colour alone would not say it.
    private static var due: RowList<ShownEntry>.Column {
        .init(
            TableColumn(localized("到期", "Due"), minimum: localized(17, 19)),
            by: { $0.row.due?.on.description ?? "9" }, element: { $0.row.due.map { .of($0.state) } ?? .muted },
            text: { row in
                row.row.due.map { $0.state == .onTrack ? "\($0.on)" : "\($0.on) \($0.state.title)" } ?? ""
            })
    }

    private static func column(of field: RegisterField, dropOrder: Int) -> RowList<ShownEntry>.Column {
        let breadth = field.kind.breadth
        let layout = TableColumn(
            field.name, minimum: breadth, ideal: breadth * 2, share: breadth > 8 ? 1 : 0,
            alignment: field.kind.isNumber ? .right : .left, dropOrder: dropOrder)
        if field.kind.isNumber {
            return .init(
                layout, by: { Amount($0.entry.value(field.name))?.hundredths ?? .min }, text: { $0.text(field) })
        }
        return .init(layout, by: { $0.text(field) }, text: { $0.text(field).firstLine })
    }
}

extension FieldKind {
    /// The cells that a column of such a field needs at least.
    fileprivate var breadth: Int {
        switch self {
        case .flag: 4
        case .whole, .amount: 6
        case .person, .household, .option: 8
        case .day, .text, .organization, .cooperative: 10
        case .longText: 12
        }
    }
}

extension String {
    /// The first of its lines, with a mark where there are more.
    fileprivate var firstLine: String {
        guard let end = firstIndex(where: \.isNewline) else { return self }
        return self[..<end] + "…"
    }
}
