/// What a file is by its first bytes, whatever it is called.
enum FileKind {
    case text
    case workbook

    /// - Throws: a `FileFault`; a `WorkbookFault` for what is called a workbook, or was one, and cannot be read.
    static func of(_ path: InputPath) throws -> FileKind {
        let file = try InputFile(path)
        var start = [UInt8](repeating: 0, count: 8)
        let count = try start.withUnsafeMutableBytes { try file.read(into: $0) }
        let bytes = start.prefix(count)
        if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) { return .workbook }
        if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) { throw WorkbookFault.oldOrEncrypted }
        if path.name.lowercased().hasSuffix(".xlsx") { throw WorkbookFault.notAWorkbook }
        return .text
    }
}
