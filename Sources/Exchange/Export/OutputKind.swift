import PartyWork

/// What a file is as an output of this program, told by its content alone: two of one kind may take each other's place.
enum OutputKind: Equatable {
    /// A workbook, a PDF or a page with our mark, by its title.
    case paper(String)
    /// JSON, by the names of its document.
    case json([String])
    /// A list, by its columns.
    case list(Set<String>)
    /// A text, by the title that begins it and the parts of its first line.
    case text(title: String, parts: Int)

    /// What tells a page of this program from others, where a file may replace it.
    static let pageMark = "<meta name=\"generator\" content=\"zhibu\"/>"
    /// No output is larger (bytes).
    private static let largest = 1 << 28

    /// The kind of a file; nil for what this program did not write.
    ///
    /// An empty file is none.
    static func of(_ path: String) throws(FileFault) -> OutputKind? {
        let start = try RegularFile.bytes(path, limit: 1 << 12)
        if start.starts(with: [0x50, 0x4B, 0x03, 0x04]) { return workbook(path) }
        if start.starts(with: Array("%PDF-".utf8)) { return pdf(try RegularFile.bytes(path, limit: largest)) }
        if start.first == UInt8(ascii: "{") { return json(try RegularFile.bytes(path, limit: largest)) }
        let text = String(decoding: start, as: UTF8.self)
        if text.hasPrefix("<") { return page(text) }
        // A line that does not end here is no title and no header of ours.
        let line = text.drop { $0 == "\u{FEFF}" }.prefix { $0 != "\n" }
        if line.isEmpty || line.endIndex == text.endIndex { return nil }
        return line.contains(",") ? .list(columns(line)) : title(line)
    }

    /// Whether a file of this kind may take the place of another: of the same, or of one with fewer columns, as an earlier version
    /// wrote it.
    func mayReplace(_ other: OutputKind) -> Bool {
        if case .list(let new) = self, case .list(let old) = other { return old.isSubset(of: new) }
        return self == other
    }

    private static func workbook(_ path: String) -> OutputKind? {
        guard let archive = try? Archive(InputPath(path)) else { return nil }
        var bytes: [UInt8] = []
        guard (try? archive.read("docProps/core.xml", { bytes += $0 })) != nil else { return nil }
        let properties = String(decoding: bytes, as: UTF8.self)
        guard properties.contains("<cp:keywords>zhibu</cp:keywords>") else { return nil }
        return .paper(between("<dc:title>", "</dc:title>", in: properties))
    }

    /// The properties stand unpacked near the end, the title in the characters' numbers.
    private static func pdf(_ bytes: [UInt8]) -> OutputKind? {
        let text = String(decoding: bytes.suffix(1 << 16), as: UTF8.self)
        guard text.contains("/Keywords (zhibu)") else { return nil }
        return .paper(between("/Title ", "\n", in: text))
    }

    private static func page(_ text: String) -> OutputKind? {
        text.contains(OutputKind.pageMark) ? .paper(between("<title>", "</title>", in: text)) : nil
    }

    /// The names that stand two blanks deep, as `JSONValue` writes them.
    private static func json(_ bytes: [UInt8]) -> OutputKind? {
        let lines = bytes.split(separator: UInt8(ascii: "\n"))
        let indent = Array("  \"".utf8)
        let names = lines.filter { $0.starts(with: indent) }
            .map { String(decoding: $0.dropFirst(3).prefix { $0 != UInt8(ascii: "\"") }, as: UTF8.self) }
        return names.isEmpty ? nil : .json(names)
    }

    private static func columns(_ line: Substring) -> Set<String> {
        Set(line.split(separator: ",", omittingEmptySubsequences: false).map { String($0.filter { $0 != "\r" }) })
    }

    /// Parts stand two blanks apart.
    private static func title(_ line: Substring) -> OutputKind? {
        let parts = line.split(separator: "  ").map { CellRules.trimmed(String($0)) }.filter { !$0.isEmpty }
        guard let first = parts.first?.prefix(while: { $0 != " " }), !first.isEmpty else { return nil }
        return .text(title: String(first), parts: parts.count)
    }

    private static func between(_ start: String, _ end: String, in text: String) -> String {
        guard let first = text.firstRange(of: start), let last = text[first.upperBound...].firstRange(of: end) else {
            return ""
        }
        return String(text[first.upperBound..<last.lowerBound])
    }
}
