/// Takes the code out of a source: no comments, and of texts in quotes only what is reckoned in them.
struct CodeScanner {
    private let source: [UInt8]
    private var next = 0
    private var code: [UInt8] = []

    /// The code of a source.
    static func code(of source: String) -> String {
        var scanner = CodeScanner(source: Array(source.utf8))
        scanner.readCode(isReckoned: false)
        return String(decoding: scanner.code, as: UTF8.self)
    }

    private mutating func take(_ word: StaticString) -> Bool {
        let count = word.utf8CodeUnitCount
        guard next + count <= source.count, source[next] == word.utf8Start[0] else { return false }
        for index in 1..<count where source[next + index] != word.utf8Start[index] { return false }
        next += count
        return true
    }

    /// Reads to the end, or to the parenthesis that ends what is reckoned within a text.
    private mutating func readCode(isReckoned: Bool) {
        var depth = 0
        while next < source.count {
            let byte = source[next]
            if take("//") {
                while next < source.count, source[next] != UInt8(ascii: "\n") { next += 1 }
            } else if take("#\"") {
                readText(until: "\"#", escape: "\\#", reckoned: "\\#(")
            } else if take("\"\"\"") {
                readText(until: "\"\"\"", escape: "\\", reckoned: "\\(")
            } else if take("\"") {
                readText(until: "\"", escape: "\\", reckoned: "\\(")
            } else {
                next += 1
                if byte == UInt8(ascii: "(") { depth += 1 }
                if byte == UInt8(ascii: ")") { depth -= 1 }
                if isReckoned, depth < 0 { return }
                code.append(byte)
            }
        }
    }

    private mutating func readText(until end: StaticString, escape: StaticString, reckoned: StaticString) {
        code += Array("\"\"".utf8)
        while next < source.count, !take(end) {
            let byte = source[next]
            if take(reckoned) {
                code.append(0x20)
                readCode(isReckoned: true)
                code.append(0x20)
            } else if take(escape) {
                next += 1
            } else {
                next += 1
                if byte == UInt8(ascii: "\n") { code.append(byte) }
            }
        }
    }
}
