import PartyWork

/// A JSON value whose keys stay in the order they were written in, which the contract fixes (CONTRACT section 4).
///
/// Foundation's encoder sorts keys or leaves them in no order at all, and costs start-up time.
indirect enum JSONValue: Hashable, ExpressibleByStringLiteral, ExpressibleByIntegerLiteral {
    case string(String)
    case number(Int)
    /// A number with up to two places.
    case decimal(Amount)
    case flag(Bool)
    case null
    case array([JSONValue])
    case object([Member])

    /// A key and its value.
    struct Member: Hashable {
        let key: String
        let value: JSONValue

        init(_ key: String, _ value: JSONValue) {
            self.key = key
            self.value = value
        }
    }

    init(stringLiteral value: String) { self = .string(value) }
    init(integerLiteral value: Int) { self = .number(value) }

    /// A number; null for none.
    init(_ number: Int?) { self = number.map { .number($0) } ?? .null }
}

extension JSONValue: ExpressibleByDictionaryLiteral {
    init(dictionaryLiteral elements: (String, JSONValue)...) { self = .object(elements.map { Member($0.0, $0.1) }) }
}

// MARK: - As text

extension JSONValue {
    /// The value as a document: two spaces a level, characters outside ASCII as they are, a line end at the end.
    var document: String {
        var text = ""
        write(to: &text, indent: "\n")
        return text + "\n"
    }

    private func write(to text: inout String, indent: String) {
        switch self {
        case .string(let string): text.appendJSON(string, escaping: \.isUnsafeInOutput)
        case .number(let number): text += String(number)
        case .decimal(let amount): text += amount.description
        case .flag(let flag): text += flag ? "true" : "false"
        case .null: text += "null"
        case .array(let values):
            JSONValue.list(values, in: ("[", "]"), to: &text, indent) { $0.write(to: &$1, indent: $2) }
        case .object(let members):
            JSONValue.list(members, in: ("{", "}"), to: &text, indent) { member, text, indent in
                text.appendJSON(member.key, escaping: \.isUnsafeInOutput)
                text += ": "
                member.value.write(to: &text, indent: indent)
            }
        }
    }

    private static func list<Item>(
        _ items: [Item], in brackets: (String, String), to text: inout String, _ indent: String,
        write: (Item, inout String, String) -> Void
    ) {
        text += brackets.0
        for (index, item) in items.enumerated() {
            text += (index == 0 ? "" : ",") + indent + "  "
            write(item, &text, indent + "  ")
        }
        text += (items.isEmpty ? "" : indent) + brackets.1
    }
}

// MARK: - As columns

extension JSONValue {
    /// The leaves with their paths: `pairing.households.covered`.
    ///
    /// A list of numbers is one cell, its items joined by `;`.
    func flattened(_ path: String = "") -> [(key: String, cell: String)] {
        switch self {
        case .string(let string): [(path, string)]
        case .number(let number): [(path, String(number))]
        case .decimal(let amount): [(path, amount.description)]
        case .flag(let flag): [(path, flag ? "true" : "false")]
        case .null: [(path, "")]
        case .array(let items): [(path, items.flatMap { $0.flattened() }.map(\.cell).joined(separator: ";"))]
        case .object(let members): members.flatMap { $0.value.flattened(path.isEmpty ? $0.key : path + "." + $0.key) }
        }
    }
}
