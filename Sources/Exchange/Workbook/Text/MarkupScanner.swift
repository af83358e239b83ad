/// Takes a web page apart into tags and texts, as browsers do, whatever is wrong with it: a stream of UTF-8, one piece in memory.
struct MarkupScanner: ~Copyable {
    /// A tag, the text before it, or the end.
    enum Token {
        case begin(Tag)
        case end(String)
        /// Text as it stands, with its entities.
        case text([UInt8])
    }

    /// A beginning tag with its attributes, in lower case.
    struct Tag {
        let name: String
        var attributes: [String: String] = [:]
    }

    /// A tag longer than this is damaged, and so is a word that is as long.
    private static let longestTag = 1 << 16
    private static let longestText = 1 << 16

    private let input: RowReader.Input
    private let part: String
    private var buffer: [UInt8] = [UInt8](repeating: 0, count: 1 << 16)
    private var at = 0
    private var filled = 0
    /// The element whose content is no text: a script, a style sheet.
    private var raw: String?

    init(part: String, input: @escaping RowReader.Input) {
        self.part = part
        self.input = input
    }

    /// The next token; nil at the end.
    ///
    /// - Throws: `tooLarge` for a tag that does not end; what the input throws.
    mutating func next() throws -> Token? {
        while true {
            if let raw {
                try skip(toEndOf: raw)
                self.raw = nil
            }
            guard let byte = try peek() else { return nil }
            if byte != UInt8(ascii: "<") { return .text(try text()) }
            at += 1
            if let token = try tag() { return token }
        }
    }

    // MARK: Bytes

    private mutating func peek() throws -> UInt8? {
        if at == filled {
            filled = try buffer.withUnsafeMutableBytes { try input($0) }
            at = 0
            if filled == 0 { return nil }
        }
        return buffer[at]
    }

    private mutating func byte() throws -> UInt8? {
        let byte = try peek()
        if byte != nil { at += 1 }
        return byte
    }

    /// Text up to the next tag, or as much as is kept at once, ended between entities where it can be.
    private mutating func text() throws -> [UInt8] {
        var text: [UInt8] = []
        while let byte = try peek(), byte != UInt8(ascii: "<") {
            if text.count > MarkupScanner.longestText - 64, byte == 0x20 || byte == UInt8(ascii: "&") { break }
            if text.count > MarkupScanner.longestText, byte & 0xC0 != 0x80 { break }
            text.append(byte)
            at += 1
        }
        return text
    }

    private mutating func skip(toEndOf element: String) throws {
        let end = Array("</\(element)".utf8)
        var matched = 0
        while let byte = try byte() {
            let lower = (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
            matched = lower == end[matched] ? matched + 1 : (lower == end[0] ? 1 : 0)
            if matched == end.count { break }
        }
        while let byte = try byte(), byte != UInt8(ascii: ">") {}
    }

    // MARK: Tags

    /// A tag behind its `<`; nil for what is none to anybody: comments, declarations.
    private mutating func tag() throws -> Token? {
        guard let first = try peek() else { return nil }
        switch first {
        case UInt8(ascii: "!"):
            try skipDeclaration()
            return nil
        case UInt8(ascii: "?"):
            while let byte = try byte(), byte != UInt8(ascii: ">") {}
            return nil
        case UInt8(ascii: "/"):
            at += 1
            let body = try tagBody()
            return .end(MarkupScanner.name(body[...]))
        case 0x41...0x5A, 0x61...0x7A:
            let body = try tagBody()
            let tag = MarkupScanner.tag(body)
            if ["script", "style", "xml", "title"].contains(tag.name), body.last != UInt8(ascii: "/") {
                raw = tag.name
            }
            return .begin(tag)
        // A bare `<` is text.
        default: return .text([UInt8(ascii: "<")])
        }
    }

    /// `<!-- … -->`, `<!DOCTYPE …>`, `<![if …]>`.
    private mutating func skipDeclaration() throws {
        at += 1
        var last: (UInt8, UInt8) = (0, 0)
        var count = 0
        var isComment = false
        while let byte = try byte() {
            count += 1
            if count == 2, last.1 == UInt8(ascii: "-"), byte == UInt8(ascii: "-") { isComment = true }
            if byte == UInt8(ascii: ">"), !isComment || count > 3 && last == (UInt8(ascii: "-"), UInt8(ascii: "-")) {
                return
            }
            last = (last.1, byte)
        }
    }

    /// The bytes of a tag up to its `>`, which within quotes does not count.
    private mutating func tagBody() throws -> [UInt8] {
        var body: [UInt8] = []
        var quote: UInt8?
        while let byte = try byte() {
            if let open = quote {
                if byte == open { quote = nil }
            } else if byte == UInt8(ascii: ">") {
                break
            } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'"), body.last == UInt8(ascii: "=") {
                quote = byte
            }
            body.append(byte)
            if body.count > MarkupScanner.longestTag {
                throw WorkbookFault.tooLarge(.element(bytes: MarkupScanner.longestTag), part: part)
            }
        }
        return body
    }

    private static func name(_ body: ArraySlice<UInt8>) -> String {
        String(decoding: body.prefix { $0 > 0x20 && $0 != UInt8(ascii: "/") }, as: UTF8.self).lowercased()
    }

    private static func tag(_ body: [UInt8]) -> Tag {
        var tag = Tag(name: name(body[...]))
        var rest = body.dropFirst(tag.name.utf8.count)
        while true {
            rest = rest.drop { $0 <= 0x20 || $0 == UInt8(ascii: "/") }
            if rest.isEmpty { return tag }
            let name = rest.prefix { $0 > 0x20 && $0 != UInt8(ascii: "=") }
            rest = rest.dropFirst(max(1, name.count)).drop { $0 <= 0x20 }
            var value = rest.prefix(0)
            if !name.isEmpty, rest.first == UInt8(ascii: "=") {
                rest = rest.dropFirst().drop { $0 <= 0x20 }
                if let quote = rest.first, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
                    value = rest.dropFirst().prefix { $0 != quote }
                    rest = rest.dropFirst(value.count + 2)
                } else {
                    value = rest.prefix { $0 > 0x20 }
                    rest = rest.dropFirst(value.count)
                }
            }
            tag.attributes[String(decoding: name, as: UTF8.self).lowercased()] = String(decoding: value, as: UTF8.self)
        }
    }
}
