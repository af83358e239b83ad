/// How the bytes of a file become text (CONTRACT section 1, encoding).
enum TextEncoding: Equatable, Sendable {
    /// UTF-8, with so many bytes of a byte order mark to skip.
    case utf8(skipping: Int)
    case gb18030
    /// UTF-16 with a byte order mark, which spreadsheets call Unicode text; never taken for one of the others, which no file
    /// that begins so can be.
    case utf16

    /// No encoding fits; the line of the first unreadable byte.
    struct Unreadable: Error, Equatable {
        let line: Int
    }

    private static let chunk = 1 << 18

    /// Reads the whole file once: UTF-8 if all of it is, else UTF-16 after its mark, else GB18030 as glibc reads it.
    ///
    /// - Parameter pulse: asked with each piece; may end the reading by throwing.
    /// - Throws: `Unreadable`, or a `FileFault`; what `pulse` throws.
    static func detect(_ file: InputFile, pulse: () throws -> Void = {}) throws -> TextEncoding {
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: chunk, alignment: 1)
        defer { buffer.deallocate() }
        if let skipped = try utf8(file, buffer, pulse) { return .utf8(skipping: skipped) }
        let encoding = try isWide(file, buffer) ? TextEncoding.utf16 : .gb18030
        try check(encoding, file, buffer, pulse)
        return encoding
    }

    /// Whether bytes begin with the byte order mark of UTF-16.
    static func isWide(_ bytes: some Sequence<UInt8>) -> Bool {
        bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
    }

    private static func isWide(_ file: InputFile, _ buffer: UnsafeMutableRawBufferPointer) throws -> Bool {
        try file.rewind()
        let count = try file.read(into: buffer)
        return isWide(buffer.prefix(count))
    }

    /// The length of the byte order mark; nil if the file is not UTF-8.
    private static func utf8(
        _ file: InputFile, _ buffer: UnsafeMutableRawBufferPointer, _ pulse: () throws -> Void
    ) throws -> Int? {
        try file.rewind()
        var check = UTF8Check()
        var mark: [UInt8] = []
        while true {
            let count = try file.read(into: buffer)
            if count == 0 { break }
            try pulse()
            let chunk = UnsafeRawBufferPointer(rebasing: buffer[..<count])
            guard check.accepts(chunk) else { return nil }
            if mark.count < 3 { mark += chunk.prefix(3 - mark.count) }
        }
        guard check.isComplete else { return nil }
        return mark == [0xEF, 0xBB, 0xBF] ? 3 : 0
    }

    private static func check(
        _ encoding: TextEncoding, _ file: InputFile, _ buffer: UnsafeMutableRawBufferPointer,
        _ pulse: () throws -> Void
    ) throws {
        try file.rewind()
        let decoder = try TextDecoder(encoding.name) { try file.read(into: $0) }
        var line = 1
        do {
            while true {
                let count = try decoder.read(into: buffer)
                if count == 0 { return }
                try pulse()
                line += buffer[..<count].count { $0 == 0x0A }
            }
        } catch is TextDecoder.Unreadable {
            throw Unreadable(line: line)
        }
    }

    /// What glibc calls it.
    fileprivate var name: String {
        switch self {
        case .utf8: "UTF-8"
        case .gb18030: "GB18030"
        case .utf16: "UTF-16"
        }
    }
}

extension InputFile {
    /// The file's text from the beginning as a stream of UTF-8.
    func text(_ encoding: TextEncoding) throws -> RowReader.Input {
        switch encoding {
        case .utf8(let skipped):
            try rewind(to: skipped)
            return { try self.read(into: $0) }
        case .gb18030, .utf16:
            try rewind()
            let decoder = try TextDecoder(encoding.name) { try self.read(into: $0) }
            return { buffer in
                do {
                    return try decoder.read(into: buffer)
                } catch is TextDecoder.Unreadable {
                    // The whole file was readable a moment ago.
                    throw FileFault.changed
                }
            }
        }
    }
}
