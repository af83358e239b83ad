import PartyWork
import TerminalUI

/// A card: what is known of someone or a household, and below it the lists of everything dated.
protocol CardScreen: Screen {
    /// What stands above the lists.
    var facts: Facts { get }
    var lists: CardLists { get set }
}

extension CardScreen {
    /// The pairing with the keys; nil while another list has them.
    var pairing: PairingRow? { lists.pairing }

    mutating func handle(_ key: Key, _ context: Context) -> Bool {
        lists.handle(key, area: context.body.rows - facts.rows - 1)
    }

    var isTyping: Bool { lists.isTyping }

    mutating func endSearch() { lists.endSearch() }

    var notes: Notes {
        var notes = Notes()
        lists.keep(in: &notes)
        return notes
    }

    mutating func restore(_ notes: Notes) { lists.restore(from: notes) }
}
