import PartyWork

/// What belongs to entries of restricted registers: their steps, and the ticks and waivers of checklists that ask them.
struct HiddenRows {
    fileprivate let registers: Set<Identifier<RegisterDefinition>>
    fileprivate let checklists: Set<Checklist.ID>

    /// Whether a row is one of them.
    func contains(_ row: AnyRecord) -> Bool {
        switch row.record {
        case let step as EntryStep: registers.contains(Identifier(step.register))
        case let entry as Entry: entry.register.isRestricted
        case let tick as Tick: checklists.contains(tick.checklist)
        case let waiver as Waiver: checklists.contains(waiver.checklist)
        // Definitions are told of restricted registers too.
        default: false
        }
    }
}

extension Session {
    /// The rows that are not told without being asked for; nil where no register is restricted.
    func hiddenRows() throws -> HiddenRows? {
        let registers = try registers().registers.filter(\.isRestricted).map { Identifier<RegisterDefinition>($0.name) }
        if registers.isEmpty { return nil }
        let hidden = try ownChecklists().filter { list in
            list.askedRegister.map { registers.contains(Identifier($0)) } ?? false
        }
        return HiddenRows(registers: Set(registers), checklists: Set(hidden.map(\.id)))
    }
}
