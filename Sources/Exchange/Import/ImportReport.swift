import PartyWork

/// What an import found and did; the caller commits if it is accepted (CONTRACT section 1, import is one transaction).
package struct ImportReport: Hashable, Sendable {
    /// Rows of one table: new, changed with `--update`, and equal to what is saved.
    package struct Counts: Hashable, Sendable {
        package var new = 0
        package var updated = 0
        package var unchanged = 0

        package init(new: Int = 0, updated: Int = 0, unchanged: Int = 0) {
            self.new = new
            self.updated = updated
            self.unchanged = unchanged
        }
    }

    /// By table; tables that no file of the call belongs to are left out.
    package internal(set) var counts: [Table: Counts] = [:]
    /// The files and sheets in the order given, as they were understood.
    package internal(set) var sources: [ImportSource] = []
    /// Everything to tell, by file in the order given, then by line.
    package internal(set) var notices: [ImportNotice] = []

    /// Whether nothing is wrong, so that the whole may be saved.
    package var isAccepted: Bool { !notices.contains { $0.kind == .fault } }
}
