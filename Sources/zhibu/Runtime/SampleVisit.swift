import Dashboard
import Ledger
import TerminalUI

/// A look at the sample town from the dashboard: a copy that is thrown away, and a dashboard on it.
struct SampleVisit {
    let copy: TemporaryLedger
    let desk: Desk
    let model: Model

    fileprivate init(_ size: Size, _ textWidth: TextWidth, _ preferences: Preferences, colours: Theme) throws {
        copy = try DemoTown.temporaryCopy()
        do {
            let ledger = try Ledger.opened(at: copy.path)
            desk = ledger.acting(as: Surroundings.officer.acting(from: .dashboard), on: .standing(at: DemoTown.asOf))
            model = try firstModel(desk, size, textWidth, preferences, colours: colours, .copy)
        } catch {
            copy.remove()
            throw error
        }
    }
}

extension Model {
    /// The sample as it is looked at from here; nil where it cannot be had, which is said.
    mutating func visitSample(_ size: Size, _ textWidth: TextWidth) -> SampleVisit? {
        do {
            return try SampleVisit(size, textWidth, preferences, colours: colours)
        } catch {
            warn(sentence(for: error))
            return nil
        }
    }
}
