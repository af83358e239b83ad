import PartyWork

/// What an import found and did; the caller commits if it is accepted (CONTRACT section 1, import is one transaction).
package struct ImportReport: Hashable, Sendable {
    package typealias Counts = ImportCounts

    /// By table; tables that no file of the call belongs to are left out.
    package internal(set) var counts: [Table: Counts] = [:]
    /// The files and sheets in the order given, as they were understood.
    package internal(set) var sources: [ImportSource] = []
    /// Everything to tell, by file in the order given, then by line.
    package internal(set) var notices: [ImportNotice] = []

    /// For a review: the first rows of each kind that no notice tells.
    package internal(set) var rows: [ImportRow] = []
    /// For a review: what rows are called of which notices tell.
    var names: [FilePlace: String] = [:]

    /// Whether nothing is wrong, so that the whole may be saved.
    package var isAccepted: Bool { !notices.contains { $0.kind == .fault } }
}
