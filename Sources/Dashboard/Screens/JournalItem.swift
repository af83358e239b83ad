import PartyWork

/// An entry of the journal with its time on the officer's clock.
struct JournalItem: Sendable, Hashable {
    let entry: JournalRow
    let time: String

    init(_ entry: JournalRow, _ context: Context) {
        self.entry = entry
        time = localTime(entry.at, offset: context.clockOffset)
    }
}
