/// How the bytes of a file become text (CONTRACT section 1, encoding).
enum TextEncoding: Equatable, Sendable {
    /// UTF-8, with so many bytes of a byte order mark to skip.
    case utf8(skipping: Int)
    case gb18030

    /// No encoding fits; the line of the first unreadable byte.
    struct Unreadable: Error, Equatable {
        let line: Int
    }

    private static let chunk = 1 << 18

    /// Reads the whole file once: UTF-8 if all of it is, else GB18030 as glibc reads it.
    ///
    /// - Parameter pulse: asked with each piece; may end the reading by throwing.
    /// - Throws: `Unreadable`, or a `FileFault`; what `pulse` throws.
    static func detect(_ file: InputFile, pulse: () throws -> Void = {}) throws -> TextEncoding {
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: chunk, alignment: 1)
        defer { buffer.deallocate() }
        if let skipped = try utf8(file, buffer, pulse) { return .utf8(skipping: skipped) }
        try checkGB18030(file, buffer, pulse)
        return .gb18030
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

    private static func checkGB18030(
        _ file: InputFile, _ buffer: UnsafeMutableRawBufferPointer, _ pulse: () throws -> Void
    ) throws {
        try file.rewind()
        let decoder = try GB18030Decoder { try file.read(into: $0) }
        var line = 1
        do {
            while true {
                let count = try decoder.read(into: buffer)
                if count == 0 { return }
                try pulse()
                line += buffer[..<count].count { $0 == 0x0A }
            }
        } catch is GB18030Decoder.Unreadable {
            throw Unreadable(line: line)
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
        case .gb18030:
            try rewind()
            let decoder = try GB18030Decoder { try self.read(into: $0) }
            return { buffer in
                do {
                    return try decoder.read(into: buffer)
                } catch is GB18030Decoder.Unreadable {
                    // The whole file was readable a moment ago.
                    throw FileFault.changed
                }
            }
        }
    }
}
