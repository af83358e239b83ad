/// Texts as the journal keeps them: JSON of nothing but strings, lists, and objects from names to texts.
package enum JSONTree: Sendable, Hashable, ExpressibleByStringLiteral, ExpressibleByArrayLiteral {
    case text(String)
    case list([JSONTree])

    package init(stringLiteral value: String) { self = .text(value) }
    package init(arrayLiteral elements: JSONTree...) { self = .list(elements) }

    init(_ texts: [String]) { self = .list(texts.map { .text($0) }) }

    /// The JSON.
    package var json: String {
        var json = ""
        write(to: &json)
        return json
    }

    private func write(to json: inout String) {
        switch self {
        case .text(let text): json.appendJSON(text)
        case .list(let items):
            json += "["
            for (place, item) in items.enumerated() {
                if place > 0 { json += "," }
                item.write(to: &json)
            }
            json += "]"
        }
    }

    /// Reads a text or a list of JSON; nil for anything else.
    package init?(json: String) {
        guard let value = JSONScanner.read(json, { $0.value() }) else { return nil }
        self = value
    }
}

extension JSONTree {
    /// Reads an object of JSON whose values are texts, in its order; nil for anything else.
    static func members(json: String) -> [(name: String, text: String)]? { JSONScanner.read(json) { $0.members() } }

    /// Visits the members of an object of JSON whose values are texts, in its order; false for anything else.
    static func visitMembers(
        json: String, among names: [MemberName], _ visit: (MemberName.Match, String) -> Void
    ) -> Bool {
        JSONScanner.read(json) { $0.visitMembers(among: names, visit) } ?? false
    }

    /// A name expected in an object of JSON, told by its bytes.
    struct MemberName {
        /// The name and the colon, as the ledger writes them.
        fileprivate let bytes: [UInt8]

        init(_ name: String) {
            var json = ""
            json.appendJSON(name)
            bytes = Array((json + ":").utf8)
        }

        /// The place of a name among those expected in their order, or another name.
        enum Match {
            case expected(Int)
            case other(String)
        }
    }
}

extension [String: String] {
    /// Reads an object of JSON whose values are texts; nil for anything else.
    package init?(json: String) {
        guard let object = JSONScanner.read(json, { $0.object() }) else { return nil }
        self = object
    }
}

/// Reads the JSON that the journal holds (RFC 8259), byte by byte.
private struct JSONScanner {
    private let bytes: UnsafeBufferPointer<UInt8>
    private var place = 0

    private init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    /// Reads the whole of a text; nil where it is something else, or where more follows.
    static func read<Value>(_ json: String, _ read: (inout JSONScanner) -> Value?) -> Value? {
        var json = json
        return json.withUTF8 { bytes in
            var scanner = JSONScanner(bytes)
            let value = read(&scanner)
            scanner.skipBlanks()
            return scanner.place == bytes.count ? value : nil
        }
    }

    private mutating func skipBlanks() {
        while place < bytes.count {
            switch bytes[place] {
            case 0x20, 0x09, 0x0A, 0x0D: place += 1
            default: return
            }
        }
    }

    mutating func value() -> JSONTree? {
        guard take("[") else { return string().map { .text($0) } }
        var items: [JSONTree] = []
        if take("]") { return .list(items) }
        repeat {
            guard let item = value() else { return nil }
            items.append(item)
        } while take(",")
        return take("]") ? .list(items) : nil
    }

    mutating func object() -> [String: String]? {
        guard let members = members() else { return nil }
        let object = Dictionary(members.map { ($0.name, $0.text) }, uniquingKeysWith: { first, _ in first })
        return object.count == members.count ? object : nil
    }

    mutating func members() -> [(name: String, text: String)]? {
        var members: [(name: String, text: String)] = []
        return visitMembers({ $0.name() }, { members.append(($0, $1)) }) == nil ? nil : members
    }

    mutating func visitMembers(
        among names: [JSONTree.MemberName], _ visit: (JSONTree.MemberName.Match, String) -> Void
    ) -> Bool? {
        var rest = names[...]
        return visitMembers(
            { scanner in
                scanner.skipBlanks()
                guard let place = rest.firstIndex(where: { scanner.take($0.bytes) }) else {
                    return scanner.name().map { .other($0) }
                }
                rest = rest[(place + 1)...]
                return .expected(place)
            }, visit)
    }

    /// Visits the members of an object; nil for anything else.
    private mutating func visitMembers<Name>(
        _ name: (inout JSONScanner) -> Name?, _ visit: (Name, String) -> Void
    ) -> Bool? {
        guard take("{") else { return nil }
        if take("}") { return true }
        repeat {
            guard let name = name(&self), let text = string() else { return nil }
            visit(name, text)
        } while take(",")
        return take("}") ? true : nil
    }

    private mutating func name() -> String? {
        guard let name = string(), take(":") else { return nil }
        return name
    }

    private mutating func take(_ expected: [UInt8]) -> Bool {
        guard expected.count <= bytes.count - place else { return false }
        for (offset, byte) in expected.enumerated() where bytes[place + offset] != byte { return false }
        place += expected.count
        return true
    }

    private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
        skipBlanks()
        guard place < bytes.count, bytes[place] == UInt8(ascii: scalar) else { return false }
        place += 1
        return true
    }

    private mutating func string() -> String? {
        guard take("\"") else { return nil }
        var text = ""
        var start = place
        while place < bytes.count {
            switch bytes[place] {
            case UInt8(ascii: "\""):
                let rest = String(decoding: UnsafeBufferPointer(rebasing: bytes[start..<place]), as: UTF8.self)
                place += 1
                return text.isEmpty ? rest : text + rest
            case UInt8(ascii: "\\"):
                text += String(decoding: bytes[start..<place], as: UTF8.self)
                guard let scalar = escape() else { return nil }
                text.unicodeScalars.append(scalar)
                start = place
            case 0..<0x20: return nil
            default: place += 1
            }
        }
        return nil
    }

    private mutating func escape() -> Unicode.Scalar? {
        guard place + 1 < bytes.count else { return nil }
        let sign = Unicode.Scalar(bytes[place + 1])
        place += 2
        switch sign {
        case "\"", "\\", "/": return sign
        case "b": return "\u{8}"
        case "f": return "\u{C}"
        case "n": return "\n"
        case "r": return "\r"
        case "t": return "\t"
        case "u": return codeUnit().flatMap { scalar(from: $0) }
        default: return nil
        }
    }

    /// The scalar of a code unit, with the one after it where two make one.
    private mutating func scalar(from first: UInt16) -> Unicode.Scalar? {
        guard UTF16.isLeadSurrogate(first) else { return Unicode.Scalar(first) }
        guard place + 1 < bytes.count, bytes[place] == UInt8(ascii: "\\"), bytes[place + 1] == UInt8(ascii: "u") else {
            return nil
        }
        place += 2
        guard let second = codeUnit(), UTF16.isTrailSurrogate(second) else { return nil }
        return UTF16.decode(UTF16.EncodedScalar([first, second]))
    }

    private mutating func codeUnit() -> UInt16? {
        guard place + 4 <= bytes.count else { return nil }
        defer { place += 4 }
        return UInt16(String(decoding: bytes[place..<place + 4], as: UTF8.self), radix: 16)
    }
}
