import PartyWork

/// What a condition is read against while it is typed: a register, or one of those that hang on it, as gates ask.
package struct ConditionCheck: Hashable, Sendable {
    /// The first that can read it is meant.
    let registers: [RegisterDefinition]

    package static func == (one: ConditionCheck, other: ConditionCheck) -> Bool {
        one.registers.elementsEqual(other.registers, by: { $0 === $1 })
    }

    package func hash(into hasher: inout Hasher) { hasher.combine(registers.map(\.name)) }

    /// The register that a condition is about; nil where none can read it.
    func register(of typed: String) -> RegisterDefinition? {
        registers.first { Condition.fault(typed, of: $0) == nil }
    }

    /// Why it cannot be read.
    func fault(in typed: String) -> ConditionFault? {
        guard let first = registers.first, register(of: typed) == nil else { return nil }
        return Condition.fault(typed, of: first)
    }

    /// What it asks; nil for an empty one.
    func sentence(of typed: String) -> String? {
        if CellRules.trimmed(typed).isEmpty { return nil }
        return register(of: typed).flatMap { Condition.readable(typed, of: $0) }.map { "= \($0.sentence)" }
    }
}
