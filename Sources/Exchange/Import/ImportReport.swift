import PartyWork

/// What an import found and did; the caller commits if it is accepted (CONTRACT section 1, import is one transaction).
package struct ImportReport: Hashable, Sendable {
    package typealias Counts = ImportCounts

    /// The tables in their order.
    var tables: [TableSchema] = []
    /// By table; tables that no file of the call belongs to are left out.
    package internal(set) var counts: [TableSchema: Counts] = [:]
    /// The files and sheets in the order given, as they were understood.
    package internal(set) var sources: [ImportSource] = []
    /// Everything to tell, by file in the order given, then by line.
    package internal(set) var notices: [ImportNotice] = []

    /// The rows that were left out, because the order says so.
    package internal(set) var left: [LeftRow] = []
    /// For a review: the first rows of each kind that no notice tells.
    package internal(set) var rows: [ImportRow] = []
    /// For a review: what rows are called of which notices tell.
    var names: [FilePlace: String] = [:]

    /// The counts of the tables that files of the call belong to, in the order of the tables.
    package var countsInOrder: [(table: TableSchema, counts: Counts)] {
        tables.compactMap { table in counts[table].map { (table, $0) } }
    }

    /// Whether nothing is wrong, so that the whole may be saved.
    package var isAccepted: Bool { !notices.contains { $0.kind == .fault } }
}
