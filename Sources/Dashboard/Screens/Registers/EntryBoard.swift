import PartyWork
import TerminalUI

/// 看板: the states of a flow beside one another, each with how many entries it has, those first that have been in it longest.
///
/// The selected entry is the list's: whatever keys do to a row of the list they do here.
struct EntryBoard {
    private let columns: [Column]

    /// A state and its entries.
    private struct Column {
        let state: FlowState
        let rows: [ShownEntry]
    }

    /// Narrower it is no board.
    static let least = 120
    /// The cells that a state takes at least.
    private static let leastWidth = 16
    /// The lines of an entry.
    private static let lines = 2

    static func fits(_ register: RegisterDefinition, _ columns: Int) -> Bool {
        !register.states.isEmpty && columns >= least
    }

    init(_ register: RegisterDefinition, _ rows: [ShownEntry]) {
        columns = register.states.map { state in
            let own = rows.filter { $0.row.standing?.state.hasSameCodePoints(as: state.name) ?? false }
            return Column(state: state, rows: own.sorted { $0.standsLonger(than: $1) })
        }
    }

    private func place(of entry: ShownEntry?) -> (column: Int, row: Int)? {
        for (index, column) in columns.enumerated() {
            if let row = column.rows.firstIndex(where: { $0.entry.number == entry?.entry.number }) {
                return (index, row)
            }
        }
        return nil
    }

    // MARK: Keys

    /// The number of the entry to which a key leads from another; nil for a key that does not move.
    func number(after key: Key, from entry: ShownEntry?) -> String? {
        guard [.up, .down, .home, .end, .left, .right].contains(key) else { return nil }
        guard let (column, row) = place(of: entry) else {
            return columns.lazy.compactMap(\.rows.first).first?.entry.number
        }
        let rows = columns[column].rows
        switch key {
        case .up: return rows[max(0, row - 1)].entry.number
        case .down: return rows[min(rows.count - 1, row + 1)].entry.number
        case .home: return rows[0].entry.number
        case .end: return rows[rows.count - 1].entry.number
        case .left: return beside(columns[..<column].reversed(), row) ?? rows[row].entry.number
        case .right: return beside(columns[(column + 1)...], row) ?? rows[row].entry.number
        default: return nil
        }
    }

    /// The entry in a row of the first state that has any.
    private func beside(_ columns: some Sequence<Column>, _ row: Int) -> String? {
        let rows = columns.first { !$0.rows.isEmpty }?.rows
        return rows.map { $0[min(row, $0.count - 1)].entry.number }
    }

    // MARK: What is in sight

    /// A state where it stands, and those of its entries that are in sight.
    private struct Lane {
        let column: Column
        let left: Int
        let width: Int
        let rows: Range<Int>
        /// The one that is selected; nil where that is in another state.
        let selected: Int?

        func line(of row: Int) -> Int { 1 + (row - rows.lowerBound) * EntryBoard.lines }
    }

    private func lanes(in size: Size, selected: ShownEntry?) -> [Lane] {
        let place = place(of: selected)
        let count = min(columns.count, max(1, (size.columns - 1) / EntryBoard.leastWidth))
        let first = max(0, min((place?.column ?? 0) - count / 2, columns.count - count))
        let width = (size.columns - 1) / count
        let room = max(1, (size.rows - 1) / EntryBoard.lines)
        return (first..<first + count).map { index in
            let (rows, selected) = (columns[index].rows, place?.column == index ? place?.row : nil)
            let top = max(0, min((selected ?? 0) - room + 1, rows.count - room))
            return Lane(
                column: columns[index], left: 1 + (index - first) * width, width: width - 1,
                rows: top..<min(rows.count, top + room), selected: selected)
        }
    }

    /// The entries in sight, state by state, and where each stands.
    func seen(in size: Size, selected: ShownEntry?) -> (rows: SeenRows, numbers: [String]) {
        let places = lanes(in: size, selected: selected).flatMap { lane in lane.rows.map { (lane, $0) } }
        let seen = SeenRows(
            rows: places.indices, lines: places.map { $0.line(of: $1) },
            columns: places.map { lane, _ in lane.left - 1 },
            selected: places.firstIndex { lane, row in row == lane.selected })
        return (seen, places.map { lane, row in lane.column.rows[row].entry.number })
    }

    func draw(on frame: inout Frame, selected: ShownEntry?, _ context: Context) {
        for lane in lanes(in: frame.size, selected: selected) { draw(lane, on: &frame, context) }
    }

    private func draw(_ lane: Lane, on frame: inout Frame, _ context: Context) {
        let (column, left, width) = (lane.column, lane.left, lane.width)
        let late = column.rows.count { $0.row.due?.state == .overdue }
        let title = "\(column.state.name) \(column.rows.count)"
        let overdue = late > 0 ? localized("  逾期 \(late)", "  \(late) overdue") : ""
        frame.put(
            title + overdue, row: 0, column: left + 1, width: width - 1, alignment: .left,
            style: context.style(.columnTitle))
        for index in lane.rows {
            let (row, top, isSelected) = (column.rows[index], lane.line(of: index), index == lane.selected)
            if isSelected {
                frame.put(">", row: top, column: left - 1, style: context.style(.keyName))
                frame.cursor = Cursor(row: top, column: left - 1, visible: true)
            }
            frame.put(
                row.called, row: top, column: left + 1, width: width - 1, alignment: .left,
                style: context.style(isSelected ? .selection : .text))
            frame.put(
                row.boardWords, row: top + 1, column: left + 1, width: width - 1, alignment: .left,
                style: context.style(row.row.due.map { .of($0.state) } ?? .muted))
        }
    }
}

extension ShownEntry {
    /// Whether it has been in its state longer; of two of one day the smaller number.
    fileprivate func standsLonger(than other: ShownEntry) -> Bool {
        guard let since = row.standing?.since, let later = other.row.standing?.since, since != later else {
            return entry.number.precedesByCodePoint(other.entry.number)
        }
        return since < later
    }

    /// Since when, and whether it is late.
    fileprivate var boardWords: String {
        let since = row.standing.map { "\($0.since)" } ?? ""
        let due = row.due.flatMap { $0.state == .onTrack ? nil : $0.state.title } ?? ""
        return [since, due].filter { !$0.isEmpty }.joined(separator: " ")
    }
}
