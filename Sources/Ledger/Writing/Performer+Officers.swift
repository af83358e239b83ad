import PartyWork

/// What must hold of the officers together.
extension Performer {
    /// Refuses what would leave officers, and nobody today who may manage them.
    func refuseWithoutAdministrator() throws {
        let officers = try db.officers()
        if officers.isEmpty || officers.contains(where: { $0.role == .administrator && $0.holds(on: today) }) { return }
        throw Refusal.noAdministrator
    }
}
