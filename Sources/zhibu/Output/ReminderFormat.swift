import ArgumentParser
import PartyWork

/// How reminders are written.
enum ReminderFormat: String, ExpressibleByArgument, CaseIterable {
    case text
    case json
    case ics

    /// The reminders in the format, with the greeting that was set.
    func text(of reminders: Reminders) throws -> String {
        switch self {
        case .text: reminders.text(greeting: try Settings.kept().greeting)
        case .json: reminders.json(greeting: try Settings.kept().greeting).document
        case .ics: reminders.calendar(madeAt: Clock.computer.instant())
        }
    }
}

extension Reminders {
    /// The reminders as `zhibu remind --format json` prints them.
    fileprivate func json(greeting: String) -> JSONValue {
        [
            "asOf": .string(asOf.description), "scope": JSONValue(scope, named: scopeName),
            "for": .string(audience.rawValue), "letters": .array(letters.map { $0.json(greeting) }),
        ]
    }
}

extension Reminder {
    fileprivate func json(_ greeting: String) -> JSONValue {
        [
            "key": .string(addressee.key), "name": .string(addressee.name), "text": .string(text(greeting: greeting)),
            "items": .array(
                items.map { item in
                    [
                        "kind": .string(item.gaps[0].kind.rawValue), "title": .string(item.title),
                        "state": .string(item.gaps[0].state.rawValue),
                        "due": item.due.map { .string($0.description) } ?? .null, "sentence": .string(item.sentence),
                        "subjects": .array(item.gaps.map { .string($0.subject.token) }),
                    ]
                }),
        ]
    }
}
