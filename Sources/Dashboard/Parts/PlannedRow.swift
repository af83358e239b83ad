import PartyWork

/// A row of an act on many: what would be done to it, or why nothing can be.
struct PlannedRow: Sendable, Hashable {
    /// What officers call the row.
    let name: String
    /// What would be done; nil where the row's own state already says no.
    let act: Act?
    /// Why nothing can be done, or what has to follow; empty where there is nothing to say.
    let remark: String

    init(_ name: String, _ act: Act, remark: String = "") {
        self.name = name
        self.act = act
        self.remark = remark
    }

    /// A row to which it cannot be done.
    init(_ name: String, not reason: String) {
        self.name = name
        act = nil
        remark = reason
    }
}
