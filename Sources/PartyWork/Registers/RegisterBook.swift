/// The registers of a ledger, made of the rows that define them.
package struct RegisterBook: Sendable {
    /// By name, in the order of code points.
    package let registers: [RegisterDefinition]
    private let byName: [Identifier<RegisterDefinition>: RegisterDefinition]

    /// None.
    package static let empty = RegisterBook([])

    /// Makes registers of the rows of the definition tables; rows of a register that is none of them are nothing.
    package init(_ rows: [DefinitionRow]) {
        func named(_ table: TableSchema) -> [Identifier<RegisterDefinition>: [DefinitionRow]] {
            Dictionary(grouping: rows.filter { $0.table == table }, by: \.register)
        }
        let (own, fields, states) = (named(.registers), named(.registerFields), named(.registerStates))
        let (gates, figures) = (named(.registerGates), named(.registerFigures))
        let restricted = RegisterBook.restricted(own.compactMapValues(\.first))
        byName = own.reduce(into: [:]) { book, register in
            guard let row = register.value.first else { return }
            let name = register.key
            func part<Part>(_ rows: [DefinitionRow]?, _ make: (DefinitionRow) -> Part) -> [Part] {
                (rows ?? []).sorted { ($0.position, $0.key) < ($1.position, $1.key) }.map(make)
            }
            book[name] = RegisterDefinition(
                row, isRestricted: restricted.contains(name), fields: part(fields[name], RegisterField.init),
                states: part(states[name], FlowState.init), gates: part(gates[name], Gate.init),
                figures: part(figures[name], RegisterFigure.init),
                rows: [row] + [fields, states, gates, figures].flatMap { $0[name] ?? [] })
        }
        registers = byName.values.sorted { $0.name.precedesByCodePoint($1.name) }
    }

    /// A register by its name.
    package subscript(name: String) -> RegisterDefinition? { byName[Identifier(name)] }

    /// The register on whose entries those of another hang; nil for none.
    package func parent(of register: RegisterDefinition) -> RegisterDefinition? {
        register.subject.register.flatMap { self[$0] }
    }

    /// The registers whose entries hang on those of another.
    package func children(of register: RegisterDefinition) -> [RegisterDefinition] {
        registers.filter { $0.subject.register?.hasSameCodePoints(as: register.name) ?? false }
    }

    /// A register and those above it, the nearest first.
    package func chain(of register: RegisterDefinition) -> [RegisterDefinition] {
        var chain = [register]
        while chain.count <= RegisterBook.deepest, let last = chain.last, let parent = parent(of: last) {
            chain.append(parent)
        }
        return chain
    }

    /// So many registers at most hang on one another (REGISTERS section 2, subjects).
    package static let deepest = 4

    /// The registers, those above before those that hang on them.
    package var fromAbove: [RegisterDefinition] {
        let depths = registers.map { (depth: chain(of: $0).count, register: $0) }
        return (1...RegisterBook.deepest + 1).flatMap { depth in
            depths.filter { $0.depth == depth }.map(\.register)
        }
    }

    /// The names of those that are 限阅, or hang on one that is.
    private static func restricted(
        _ rows: [Identifier<RegisterDefinition>: DefinitionRow]
    ) -> Set<Identifier<RegisterDefinition>> {
        func isRestricted(_ row: DefinitionRow, _ depth: Int) -> Bool {
            if row.text(.secrecy) == Secrecy.restricted.rawValue { return true }
            guard depth < deepest, let above = rows[Identifier(row.text(.subject))] else { return false }
            return isRestricted(above, depth + 1)
        }
        return Set(rows.filter { isRestricted($0.value, 1) }.keys)
    }
}

extension DefinitionRow {
    /// The register that it defines or belongs to.
    package var register: Identifier<RegisterDefinition> { Identifier(text(.register)) }
}
