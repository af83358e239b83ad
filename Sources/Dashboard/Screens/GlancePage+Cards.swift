import PartyWork
import TerminalUI

// What previews of cards have in common.

extension GlancePage {
    /// The head of a card, without the two facts that its title says.
    static func head(_ title: String, _ facts: Facts, height: Int) -> Section {
        Section(title: title, lines: [Line](Facts(Array(facts.facts.dropFirst(2)))), height: height)
    }

    /// Pairings, by the name of the other side.
    static func pairings(_ rows: [PairingRow], of title: String, _ name: (PairingRow) -> String) -> Section {
        Section(
            title: title,
            remark: localized("在帮 \(rows.count(where: \.isActive))", "\(rows.count(where: \.isActive)) now"),
            lines: rows.map { row in
                .cells([
                    .init(text: name(row), width: 10), .init(text: row.pairing.startedOn.description, width: 10),
                    .init(text: row.situation, width: 12, element: row.isHeldByNoOne ? .uncovered : .text),
                ])
            }, height: 5)
    }

    /// Activities, by day and what is most of interest.
    static func activities(
        _ rows: [ActivityRow], of title: String, _ word: (ActivityRow) -> String
    ) -> Section {
        Section(
            title: title, remark: String(rows.count),
            lines: rows.map { row in
                .cells([
                    .init(text: row.activity.heldOn.description, width: 10), .init(text: word(row), width: 12),
                    .init(text: row.activity.title, width: 60),
                ])
            })
    }
}
