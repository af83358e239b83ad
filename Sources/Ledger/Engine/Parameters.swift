import PartyWork

/// Values for a statement's named parameters.
struct Parameters {
    private(set) var values: [(name: String, value: Statement.Value, isOffered: Bool)] = []

    init() {}

    /// Offers `:scope` and `:end`, the half-open range of an index; `:day`, and the first days of its year and month.
    init(_ scope: Scope, asOf day: Day) { self = Parameters(scope).offering(day) }

    /// Offers only a scope.
    init(_ scope: Scope) { self = Parameters().offering([("scope", scope.prefix), ("end", scope.end)]) }

    /// Offers only a day.
    init(asOf day: Day) { self = Parameters().offering(day) }

    /// A text more, for which the statement asks.
    func with(_ name: String, _ text: String) -> Parameters { adding(name, .text(text), isOffered: false) }

    /// A number more, for which the statement asks.
    func with(_ name: String, _ number: Int) -> Parameters { adding(name, .integer(number), isOffered: false) }

    /// Texts more, for which it may ask: what all statements of a kind are given, whether or not one needs each.
    func offering(_ texts: [(name: String, text: String)]) -> Parameters {
        texts.reduce(self) { $0.adding($1.name, .text($1.text), isOffered: true) }
    }

    private func offering(_ day: Day) -> Parameters {
        offering([
            ("day", day.description), ("first", day.firstOfYear.description), ("month", day.firstOfMonth.description),
        ])
    }

    private func adding(_ name: String, _ value: Statement.Value, isOffered: Bool) -> Parameters {
        var copy = self
        copy.values.append((":" + name, value, isOffered))
        return copy
    }
}
