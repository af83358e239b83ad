import Dashboard
import Ledger
import PartyWork
import TerminalUI

/// A look at a town of the county: its own desk and dashboard, remembered as if it had been opened by its address.
struct TownVisit {
    let desk: Desk
    let model: Model
    let files: StateFiles

    fileprivate init(
        _ path: String, at place: Route?, _ clock: Clock, _ size: Size, _ textWidth: TextWidth, from county: Model
    ) throws {
        desk = try Signals.unstopped { try Desk.opened(at: path, clock) }
        files = StateFiles(ledger: path)
        var model = try firstModel(desk, size, textWidth, county.preferences, colours: county.colours, .absent)
        try model.takeUp(files, desk.ledger)
        model.arrive(from: county, at: place)
        self.model = model
    }
}

extension Model {
    /// A town as it is looked at from here; nil where it cannot be opened, which is said.
    ///
    /// - Parameters:
    ///   - place: the screen with which it begins; nil for where it was left.
    ///   - county: the address of the database; nil where there is none.
    mutating func visit(
        _ town: Code, at place: Route?, in county: String?, _ clock: Clock, _ size: Size, _ textWidth: TextWidth
    ) -> TownVisit? {
        guard let county else { return nil }
        return Language.$current.withValue(language) {
            do {
                return try TownVisit(
                    Ledger.address(of: town, in: county), at: place, clock, size, textWidth, from: self)
            } catch {
                warn(sentence(for: error))
                return nil
            }
        }
    }
}

extension Desk {
    /// The desk of whoever is at the keyboard, under the name by which the ledger knows the account.
    ///
    /// - Throws: A `Refusal` for one who may not open the ledger; `LedgerError`.
    static func opened(at path: String, _ clock: Clock) throws -> Desk {
        let ledger = try Ledger.opened(at: path)
        let permission = try ledger.permission(of: Surroundings.officer, on: clock.today())
        if let refusal = permission.refusalOfOpening { try ledger.attempting { throw refusal } }
        return ledger.acting(as: Surroundings.officer.acting(from: .dashboard).called(permission.name), on: clock)
    }
}
