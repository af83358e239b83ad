import PartyWork

extension Place {
    /// The place as words that outlive a run; empty for one that is not come back to.
    var words: [String] {
        switch self {
        case .overview: ["overview"]
        case .branch(let code): ["branch", code.digits]
        case .worklist: ["worklist"]
        case .pairing: ["pairing"]
        case .pairingList(let code, let name, let side): ["pairingList", code.digits, name, "\(side)"]
        case .household(let id): ["household", id.text]
        case .person(let id): ["person", id.text]
        case .handOver(let id): ["handOver", id.text]
        case .cooperatives: ["cooperatives"]
        case .activities(let filter): ["activities"] + filter.words
        case .registry(let table): ["registry", table.name]
        case .journal: ["journal"]
        case .entry(let id): ["entry", String(id)]
        case .months: ["months"]
        case .month(let code, let month): ["month", code.digits, month.description]
        case .settings: ["settings"]
        case .figure(let figure): ["figure"] + figure.words
        case .checklists: ["checklists"]
        case .checklist(let id): ["checklist", id.text]
        case .welcome: []
        case .importing: ["importing"]
        }
    }

    /// The place that `words` described; nil for anything else.
    init?(words: [String]) {
        guard let name = words.first else { return nil }
        let rest = Array(words.dropFirst())
        switch name {
        case "overview": self = .overview
        case "worklist": self = .worklist
        case "pairing": self = .pairing
        case "cooperatives": self = .cooperatives
        case "journal": self = .journal
        case "months": self = .months
        case "settings": self = .settings
        case "importing": self = .importing
        case "checklists": self = .checklists
        case "month":
            guard rest.count == 2, let code = Place.code(rest[0]), let month = Month(rest[1]) else { return nil }
            self = .month(code, month)
        case "figure":
            guard let figure = Figure(words: rest) else { return nil }
            self = .figure(figure)
        case "activities":
            guard let filter = ActivityFilter(words: rest) else { return nil }
            self = .activities(filter)
        case "pairingList":
            guard rest.count == 3, let code = Place.code(rest[0]) else { return nil }
            self = .pairingList(code, name: rest[1], side: rest[2] == "members" ? .members : .households)
        default:
            guard rest.count == 1, let place = Place(name, of: rest[0]) else { return nil }
            self = place
        }
    }

    /// The places that are about one thing.
    private init?(_ name: String, of key: String) {
        switch name {
        case "branch":
            guard let code = Place.code(key) else { return nil }
            self = .branch(code)
        case "household": self = .household(Household.ID(key))
        case "person": self = .person(Person.ID(key))
        case "handOver": self = .handOver(Person.ID(key))
        case "checklist": self = .checklist(Checklist.ID(key))
        case "entry":
            guard let id = Int(key) else { return nil }
            self = .entry(id)
        case "registry":
            guard let table = RegistryScreen.tables.named(key) else { return nil }
            self = .registry(table)
        default: return nil
        }
    }

    fileprivate static func code(_ digits: String) -> Code? {
        let code = Code(digits)
        return code.level == nil ? nil : code
    }
}

extension ActivityFilter {
    fileprivate var words: [String] {
        [
            organization?.digits ?? "", organizationName, kinds.map(\.rawValue).joined(separator: ";"),
            month.map(String.init) ?? "",
        ]
    }

    fileprivate init?(words: [String]) {
        guard words.count == 4 else { return nil }
        self.init(
            organization: Place.code(words[0]), organizationName: words[1],
            kinds: words[2].split(separator: ";").compactMap { ActivityKind(rawValue: String($0)) },
            month: Int(words[3]).flatMap { (1...12).contains($0) ? $0 : nil })
    }
}

extension Figure {
    fileprivate var words: [String] {
        let words = [kind.rawValue, String(shows.rawValue)]
        return switch subject {
        case .scope: words
        case .branch(let code, let name): words + ["branch", code.digits, name]
        case .person(let id, let name): words + ["person", id.text, name]
        case .trade(let trade): words + ["trade", trade, ""]
        case .month(let code, let name, let month): words + ["month \(month)", code.digits, name]
        }
    }

    fileprivate init?(words: [String]) {
        guard words.count >= 2, let kind = Kind(rawValue: words[0]), let shows = Int(words[1]).flatMap(Shows.init)
        else {
            return nil
        }
        self.init(kind: kind, shows: shows)
        guard words.count == 5 else { return }
        if words[2] == "person" { subject = .person(Person.ID(words[3]), name: words[4]) }
        if words[2] == "trade" { subject = .trade(words[3]) }
        if words[2].hasPrefix("month "), let month = Month(String(words[2].dropFirst(6))),
            let code = Place.code(words[3])
        {
            subject = .month(code, name: words[4], month)
        }
        if words[2] == "branch", let code = Place.code(words[3]) { subject = .branch(code, name: words[4]) }
    }
}
