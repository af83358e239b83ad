import PartyWork

/// Values for a statement's named parameters.
struct Parameters {
    private(set) var values: [(name: String, value: Prepared.Value)] = []

    init() {}

    /// `:scope` and `:end`, the half-open range of an index; `:day`, and the first days of its year and month.
    init(_ scope: Scope, asOf day: Day) {
        add(scope)
        add(day)
    }

    /// Only a scope.
    init(_ scope: Scope) { add(scope) }

    /// Only a day.
    init(asOf day: Day) { add(day) }

    /// The parameters with one more text.
    func with(_ name: String, _ text: String) -> Parameters {
        var copy = self
        copy.values.append((":" + name, .text(text)))
        return copy
    }

    /// The parameters with one more number.
    func with(_ name: String, _ number: Int) -> Parameters {
        var copy = self
        copy.values.append((":" + name, .integer(number)))
        return copy
    }

    private mutating func add(_ scope: Scope) {
        values += [(":scope", .text(scope.prefix)), (":end", .text(scope.end))]
    }

    private mutating func add(_ day: Day) {
        values += [
            (":day", .text(day.description)), (":first", .text(day.firstOfYear.description)),
            (":month", .text(day.firstOfMonth.description)),
        ]
    }
}
