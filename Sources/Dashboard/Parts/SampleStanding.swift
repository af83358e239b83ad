import PartyWork

/// Whether the sample town is in the ledger in sight: every screen says so, because its people are invented.
package enum SampleStanding: Sendable, Hashable {
    case absent
    /// The whole ledger is a copy of it, which goes with the screen.
    case copy
    /// It is in the officer's own ledger, where an earlier version of the program loaded it.
    case loaded(LoadedSample)
}
