import PartyWork

/// A system of registers that comes with the program, to be adopted.
package struct OfferedSystem: Sendable {
    let name: String
    /// The names of its registers.
    let registers: [String]
    /// Whether the ledger has all of them, or some.
    let standing: Standing
    /// What it defines.
    let rows: [AnyRecord]

    /// How much of it the ledger has.
    package enum Standing: Sendable {
        case absent
        case partly
        case whole
    }

    package init(_ name: String, rows: [AnyRecord], known: RegisterBook) {
        self.name = name
        self.rows = rows
        registers = rows.filter { $0.table == .registers }.map { $0.record.text(.register) }
        let count = registers.count { known[$0] != nil }
        standing = count == 0 ? .absent : count == registers.count ? .whole : .partly
    }
}
