/// A statement's parameters as PostgreSQL counts them: `?` and `:name` become `$1`, `$2` …, a name the same number wherever it stands.
struct PostgreSQLText {
    /// The statement with numbered parameters.
    private(set) var sql = ""
    /// The names in order, with their colon; nil for a parameter without one.
    private(set) var parameters: [String?] = []

    /// Reads a statement; what stands in quotes is left as it is.
    init(_ text: String) {
        self.init(text) { "$\($0)" }
    }

    /// - Parameter naming: what stands for the nth parameter.
    init(_ text: String, _ naming: (Int) -> String) {
        let bytes = Array(text.utf8)
        var written: [UInt8] = []
        var place = 0
        while place < bytes.count {
            let byte = bytes[place]
            let start = place
            place += 1
            switch byte {
            case UInt8(ascii: "'"), UInt8(ascii: "\""):
                while place < bytes.count, bytes[place] != byte { place += 1 }
                place += 1
                written += bytes[start..<min(place, bytes.count)]
            case UInt8(ascii: "?"):
                parameters.append(nil)
                written += naming(parameters.count).utf8
            // A cast.
            case UInt8(ascii: ":") where place < bytes.count && bytes[place] == byte:
                written += [byte, byte]
                place += 1
            case UInt8(ascii: ":") where place < bytes.count && PostgreSQLText.isOfName(bytes[place]):
                while place < bytes.count, PostgreSQLText.isOfName(bytes[place]) { place += 1 }
                let name = String(decoding: bytes[start..<place], as: UTF8.self)
                let known = parameters.firstIndex(of: name)
                if known == nil { parameters.append(name) }
                written += naming(1 + (known ?? parameters.count - 1)).utf8
            default: written.append(byte)
            }
        }
        sql = String(decoding: written, as: UTF8.self)
    }

    private static func isOfName(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "_") || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }
}
