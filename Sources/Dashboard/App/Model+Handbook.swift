import PartyWork
import TerminalUI

extension Model {
    /// Shows a page of the handbook over what is there.
    mutating func show(_ topic: Handbook.Topic, _ text: String) {
        overlays.append(.page(Page(title: localized("手册：\(topic.title)", "Handbook: \(topic.title)"), text: text)))
    }

    /// The page that the help in sight offers: that of the form below it, else that of the screen.
    var topic: Handbook.Topic {
        let isOfForm = overlays.contains { if case .form = $0 { true } else { false } }
        return isOfForm ? .refusal : .of(top?.route)
    }
}

extension Handbook.Topic {
    /// The page that the help of a screen offers.
    static func of(_ route: Route?) -> Handbook.Topic {
        switch route?.kind {
        case "welcome", "movingIn", "importing", "registry", "table": .movingIn
        case "merging": .twoOffices
        case "person", "handOver", "pairing", "pairingList", "household": .departure
        case "journal", "entry", "settings": .refusal
        case "checklists", "checklist", "cooperatives", "figure": .yearEnd
        case "registers", "entries", "register-entry", "definition": .registers
        // The other screens are those of every day.
        default: .month
        }
    }
}

extension Palette.Item {
    /// The pages of the handbook.
    static var handbook: [Palette.Item] {
        Handbook.Topic.allCases.map { topic in
            Palette.Item(
                name: localized("手册：\(topic.title)", "Handbook: \(topic.title)"), sign: "", detail: topic.summary,
                command: .effect(.readHandbook(topic)))
        }
    }
}
