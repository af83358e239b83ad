import Foundation
import Testing

/// All Swift files below `Sources`.
enum Sources {
    static let all: [SourceFile] = {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Sources")
        let names = FileManager.default.enumerator(atPath: root.path)?.compactMap { $0 as? String } ?? []
        return names.filter { $0.hasSuffix(".swift") }.sorted().compactMap { SourceFile(path: $0, below: root) }
    }()

    /// The names of all functions that protocols ask for.
    static let requirements = Set(all.flatMap(\.requirements))
}

/// A file and its lines.
struct SourceFile: Sendable, CustomTestStringConvertible {
    let path: String
    private let texts: [String]
    /// The text without comments, and of texts in quotes only what is reckoned in them.
    let code: String
    /// The words of the code that name something and follow no dot.
    let names: Set<String>
    /// The words of the code that follow a dot.
    let members: Set<String>

    init?(path: String, below root: URL) {
        guard let text = try? String(contentsOf: root.appending(path: path), encoding: .utf8) else { return nil }
        self.path = path
        texts = text.components(separatedBy: "\n")
        code = CodeScanner.code(of: text)
        (names, members) = SourceFile.words(of: code)
    }

    var testDescription: String { path }

    /// The folder directly below `Sources`.
    var module: String { String(path.prefix { $0 != "/" }) }

    /// The modules it imports, submodules and single declarations counting for their module.
    var imports: Set<String> {
        Set(
            texts.compactMap { line in
                guard line.contains("import ") else { return nil }
                let words = line.split { " .".contains($0) }
                guard let index = words.firstIndex(of: "import"), !line.contains("//"),
                    words[..<index].allSatisfy({ $0.hasPrefix("@") || $0 == "package" || $0 == "internal" })
                else { return nil }
                let kinds: Set<Substring> = ["func", "struct", "class", "enum", "let", "var", "typealias", "protocol"]
                let rest = words[(index + 1)...]
                return rest.first { !kinds.contains($0) }.map(String.init)
            })
    }

    /// The texts that the file quotes: the lines of long ones, and what stands between quotes in other lines.
    var literals: [String] {
        var isLong = false
        return texts.flatMap { line -> [String] in
            guard line.utf8.contains(UInt8(ascii: "\"")) else { return isLong ? [line] : [] }
            if line.contains("\"\"\"") {
                isLong.toggle()
                return []
            }
            if isLong { return [line] }
            return line.matches(of: /"(?:[^"\\]|\\.)*"/).map { String($0.output) }
        }
    }

    /// The names in a piece of code: those that follow no dot, and those that do.
    private static func words(of code: String) -> (names: Set<String>, members: Set<String>) {
        var names: Set<String> = []
        var members: Set<String> = []
        let bytes = Array(code.utf8)
        var start = 0
        while start < bytes.count {
            let end = bytes[start...].firstIndex { !isWord($0) } ?? bytes.count
            guard end > start else {
                start += 1
                continue
            }
            let word = String(decoding: bytes[start..<end], as: UTF8.self)
            if start > 0, bytes[start - 1] == UInt8(ascii: ".") { members.insert(word) } else { names.insert(word) }
            start = end
        }
        return (names, members)
    }

    /// Letters, digits and `_`, and all that is not ASCII.
    private static func isWord(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), 0x80...:
            true
        default: false
        }
    }

    /// The indices of the lines in which a pattern is found.
    func lines(matching pattern: String) -> [Int] {
        guard let pattern = try? NSRegularExpression(pattern: pattern) else { return [] }
        return texts.indices.filter {
            pattern.firstMatch(in: texts[$0], range: NSRange(location: 0, length: texts[$0].utf16.count)) != nil
        }
    }

    /// The lines in which a pattern is found.
    func text(matching pattern: String) -> [String] { lines(matching: pattern).map { texts[$0] } }

    /// What the first group of a pattern is, in each line in which it is found.
    func captures(_ pattern: String) -> [String] {
        guard let pattern = try? NSRegularExpression(pattern: pattern) else { return [] }
        return texts.compactMap { text in
            pattern.firstMatch(in: text, range: NSRange(text.startIndex..., in: text))
                .flatMap { Range($0.range(at: 1), in: text) }.map { String(text[$0]) }
        }
    }

    /// Whether the line or the one above has a comment.
    func hasComment(at line: Int) -> Bool {
        texts[line].contains("//") || (line > 0 && texts[line - 1].contains("//"))
    }

    /// `package` types and functions without a `///` above them; what only fulfils a protocol is explained there.
    var undocumented: [String] {
        lines(matching: #"^\s*(@\w+(\(.*\))?\s+)*package\s+(final\s+|static\s+|mutating\s+|indirect\s+)*"# + kinds)
            .filter { !isDocumented($0) && !fulfilsProtocol($0) }
            .map { texts[$0].trimmingCharacters(in: .whitespaces) }
    }

    private var kinds: String { #"(func|struct|class|enum|protocol|actor)\s+\S"# }

    /// Operators, hashing and coding, and what a protocol of ours documents.
    private func fulfilsProtocol(_ line: Int) -> Bool {
        guard let name = SourceFile.function(in: texts[line]) else { return false }
        return ["==", "<", "+", "hash", "encode"].contains(name) || Sources.requirements.contains(name)
    }

    /// The functions that its protocols ask for, each with its documentation: functions without a body.
    var requirements: [String] {
        lines(matching: #"^    ((mutating|static)\s+)*func "#)
            .filter { !texts[$0].contains("{") && isDocumented($0) }
            .compactMap { SourceFile.function(in: texts[$0]) }
    }

    private static func function(in line: String) -> String? {
        guard let start = line.range(of: "func ")?.upperBound else { return nil }
        return line[start...].prefix { $0 != "(" }.trimmingCharacters(in: .whitespaces)
    }

    private func isDocumented(_ line: Int) -> Bool {
        var above = line - 1
        while above >= 0, texts[above].trimmingCharacters(in: .whitespaces).hasPrefix("@") { above -= 1 }
        return above >= 0 && texts[above].trimmingCharacters(in: .whitespaces).hasPrefix("///")
    }
}
