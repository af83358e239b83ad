/// An entry of the journal.
package struct JournalRow: Sendable, Hashable {
    /// Counts from 1, without holes.
    package let id: Int
    /// The instant in UTC: `2016-06-30T08:15:00Z`.
    package let at: String
    package let officer: String
    /// The number of the officer's account.
    package let uid: Int
    package let deed: Deed
    /// How many rows the act changed.
    package let rows: Int
    /// The entry that this one takes back; nil for an act of its own.
    package let undoes: Int?
    /// The entry that took this one back and stands; nil while this one stands.
    ///
    /// An undo that was itself taken back counts for nothing.
    package let undoneBy: Int?
    /// What kind of act it was.
    package let kind: ActKind?
    /// From where it was done; nil for an entry older than this record of it.
    package let origin: Origin?

    package init(
        id: Int, at: String, officer: String, uid: Int = 0, _ deed: Deed, rows: Int, undoes: Int? = nil,
        undoneBy: Int? = nil, kind: ActKind? = nil, origin: Origin? = nil
    ) {
        self.uid = uid
        self.id = id
        self.at = at
        self.officer = officer
        self.deed = deed
        self.rows = rows
        self.undoes = undoes
        self.undoneBy = undoneBy
        self.kind = kind
        self.origin = origin
    }

    /// What was done, in a sentence.
    package var summary: String { deed.text }

    /// Whether an officer did it: several may share an account, and a name.
    package func isBy(_ officer: Officer) -> Bool {
        uid == officer.uid && self.officer.hasSameCodePoints(as: officer.name)
    }

    /// Whether it is an act of its own that no undo took back and one could: what was printed is out.
    package var isStandingAct: Bool { undoes == nil && undoneBy == nil && kind != .print }
}
