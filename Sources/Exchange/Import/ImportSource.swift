import PartyWork

/// How a file or a sheet of a call was understood, and what became of its rows; for the preview.
package struct ImportSource: Hashable, Sendable {
    /// The file or sheet, at its header.
    package let place: ImportNotice.Place
    /// The table; nil for a sheet that is none.
    package let table: Table?
    /// The columns that are read, in the order of the file.
    package let columns: [Understood]
    /// The columns that are not read, each with its reason.
    package internal(set) var leftOut: [ImportNotice.Reason]
    /// Rows new, changed and unchanged.
    package internal(set) var counts = ImportReport.Counts()
    /// Rows with anything wrong.
    package internal(set) var rejected = 0

    /// A column of the file, and what it is taken for.
    package struct Understood: Hashable, Sendable {
        package let name: String
        package let column: Column
        package let reading: CellReading

        /// Whether the file calls it what the contract does.
        package var isExact: Bool { column.rawValue.hasSameCodePoints(as: name) }
    }

    init(_ place: ImportNotice.Place, _ header: Header?) {
        self.place = place
        table = header?.table
        columns = header?.places.map { Understood(name: $0.name, column: $0.column, reading: $0.reading) } ?? []
        leftOut =
            header?.reasons.filter {
                switch $0 {
                case .unknownColumn, .notKept, .leftOut: true
                default: false
                }
            } ?? []
    }

    /// Takes what was found in a column for what was said of it before.
    mutating func reveal(_ reason: ImportNotice.Reason) {
        guard case .containsSensitive(let name, _) = reason else { return }
        leftOut = leftOut.map { $0 == .unknownColumn(name) ? reason : $0 }
    }
}
