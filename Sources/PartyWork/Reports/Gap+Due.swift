extension Gap {
    /// The last day on which it is in time; nil for what is missing at any time: a helper, a pairing.
    package func due(asOf day: Day) -> Day? {
        switch subject {
        case .household, .member: nil
        case .visitor, .branch, .item: day.lastOfYear
        case .partyDay(_, let period): period.span.last
        case .obligation(let obligation): obligation.span.last
        case .entry(let row): row.due?.on
        }
    }
}
