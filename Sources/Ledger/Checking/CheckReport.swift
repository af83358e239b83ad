import PartyWork

/// What `zhibu check` found.
package struct CheckReport: Sendable, Hashable {
    /// Each a sentence: where, what is wrong, what to do next.
    ///
    /// Empty for a sound ledger.
    package let problems: [String]
    /// The endings that say the pairing was entered in error, with their sentences, by ending day
    /// (CONTRACT section 2, pairing).
    package let enteredInError: [EnteredInError]
    /// How many rows each table has.
    package let rows: [TableSchema: Int]
    /// How many entries the journal has.
    package let entries: Int

    /// Whether nothing is wrong.
    package var isSound: Bool { problems.isEmpty }

    /// A pairing ended as 录入有误.
    package struct EnteredInError: Sendable, Hashable {
        package let pairing: Pairing
        package let head: String
        package let helperName: String
        /// Why, as the officer wrote it; empty for an ending that came by import.
        package let sentence: String
        /// Who ended it; empty for an ending that came by import.
        package let officer: String
        /// The journal entry; nil for an ending that came by import.
        package let entry: Int?
    }
}
