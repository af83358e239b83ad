import PartyWork

/// What is known of the row under the cursor, for the preview beside a list: made from the row, completed by what it asks.
///
/// Two of them are equal where they are of the same row with the same values, so that the screen knows when another is owed.
protocol Glance: Sendable, Equatable {
    /// What else it must know, and what it makes of the answers.
    func needs(_ context: Context) -> [Need<Self>]
    /// Takes over what another one was answered that asks the same: nothing is asked twice.
    mutating func takeAnswers(of other: Self)
    /// What it says; nil while answers are lacking.
    func page(_ context: Context) -> GlancePage?
}

extension Glance {
    func needs(_ context: Context) -> [Need<Self>] { [] }
    mutating func takeAnswers(of other: Self) {}

    /// Whether another one is of the same row with the same values.
    func isSame(as other: any Glance) -> Bool { (other as? Self) == self }
}
