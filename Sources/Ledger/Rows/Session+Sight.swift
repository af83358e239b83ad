import PartyWork

extension NamedSQL {
    /// Whether all entries of restricted registers in a scope are shown to who asks; in a file they are shown to whoever opens it.
    static let restrictedSight = NamedSQL("sight of restricted registers", "SELECT :scope = :scope")
}

extension Session {
    /// Whether all entries of some registers in a scope are shown to who asks: what is not shown is no 0.
    ///
    /// - Parameter scope: nil for the whole ledger.
    func shows(_ registers: some Sequence<RegisterDefinition>, in scope: Scope?) throws -> Bool {
        guard registers.contains(where: \.isRestricted) else { return true }
        return try first(.restrictedSight, Parameters().with("scope", scope?.prefix ?? "")) { $0.flag(0) } ?? true
    }
}
