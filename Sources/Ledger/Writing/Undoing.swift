import GRDB
import PartyWork

extension Performer {
    /// Takes back an entry of the journal.
    func undo(_ target: Int) throws -> Deed {
        throw Refusal.nothingToUndo
    }
}
