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
    /// What has become of the pasts that seals from outside tell of, in their order.
    package let witnesses: [Witness]
    /// How many rows each table has; none where rows were not looked at.
    package let rows: [TableSchema: Int]
    /// How many entries the journal has.
    package let entries: Int

    /// Whether rows were compared with the journal; else the structure and the seals alone were looked at, because the engine does not show
    /// everything to who asked.
    package let comparesRows: Bool

    /// Whether nothing is wrong.
    package var isSound: Bool { problems.isEmpty }

    /// A seal from outside, held against the journal.
    package struct Witness: Sendable, Hashable {
        package let seal: Seal
        package let verdict: Verdict

        /// What has become of the past that it tells of.
        package enum Verdict: Sendable, Hashable {
            /// It is part of today's journal; the entry's instant in UTC.
            case kept(at: String)
            /// The entry has another seal: it, or one before it, was rewritten.
            case altered
            /// The journal does not reach that far.
            case gone
        }

        init(_ seal: Seal, _ verdict: Verdict) {
            self.seal = seal
            self.verdict = verdict
        }

        /// What is wrong and what to do next; nil for a past that is kept.
        package var problem: String? {
            switch verdict {
            case .kept: nil
            case .altered:
                localized(
                    "封签 \(seal) 与流水不符：第 \(seal.entry) 条或它以前的流水在封签之后被改写；请与备份核对",
                    "the seal \(seal) does not fit the journal: entry \(seal.entry) or one before it was rewritten since; compare "
                        + "with a backup")
            case .gone:
                localized(
                    "封签 \(seal) 的第 \(seal.entry) 条不在流水中：流水被截短，或台账恢复成了更早的备份；请与备份核对",
                    "entry \(seal.entry) of the seal \(seal) is not in the journal: it was cut short, or the ledger is an earlier "
                        + "backup; compare with one")
            }
        }
    }

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
