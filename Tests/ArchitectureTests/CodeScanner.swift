/// Takes the code out of a source: no comments, and of texts in quotes only what is reckoned in them.
struct CodeScanner {
    private var left: ArraySlice<UInt8>
    private var code: [UInt8] = []

    /// The code of a source.
    static func code(of source: String) -> String {
        var scanner = CodeScanner(left: Array(source.utf8)[...])
        scanner.readCode(isReckoned: false)
        return String(decoding: scanner.code, as: UTF8.self)
    }

    private mutating func take(_ word: String) -> Bool {
        guard left.starts(with: word.utf8) else { return false }
        left = left.dropFirst(word.utf8.count)
        return true
    }

    /// Reads to the end, or to the parenthesis that ends what is reckoned within a text.
    private mutating func readCode(isReckoned: Bool) {
        var depth = 0
        while let byte = left.first {
            if take("//") {
                left = left.drop { $0 != UInt8(ascii: "\n") }
            } else if take("#\"") {
                readText(until: "\"#", escape: "\\#")
            } else if take("\"\"\"") {
                readText(until: "\"\"\"", escape: "\\")
            } else if take("\"") {
                readText(until: "\"", escape: "\\")
            } else {
                left = left.dropFirst()
                if byte == UInt8(ascii: "(") { depth += 1 }
                if byte == UInt8(ascii: ")") { depth -= 1 }
                if isReckoned, depth < 0 { return }
                code.append(byte)
            }
        }
    }

    private mutating func readText(until end: String, escape: String) {
        code += Array("\"\"".utf8)
        while let byte = left.first, !take(end) {
            if take(escape + "(") {
                code.append(0x20)
                readCode(isReckoned: true)
                code.append(0x20)
            } else if take(escape) {
                left = left.dropFirst()
            } else {
                left = left.dropFirst()
                if byte == UInt8(ascii: "\n") { code.append(byte) }
            }
        }
    }
}
