import CMinizip

/// A zip archive of which parts are read one after another, never to a file.
final class Archive {
    /// What a part may unpack to, and how far beyond its packed size (RELIABILITY section 4: an honest sheet is 1:5 to 1:20).
    struct Limits {
        var entries = 5_000
        var unpacked = 1 << 30
        var ratio = 100
        /// Below this size a ratio means nothing: a sheet of a thousand equal rows is one.
        var unratedBytes = 1 << 20
    }

    /// Where a part stands, by its name in lower case with `/`: some programs write `xl\Workbook.xml`.
    private struct Entry {
        var position: unz64_file_pos
        let packed: Int
        let unpacked: Int
        let isReadable: Bool
    }

    private let file: unzFile
    private let limits: Limits
    private let pulse: () throws -> Void
    private var entries: [String: Entry] = [:]
    /// The bytes unpacked so far, over all parts.
    private(set) var unpacked = 0

    /// - Parameter pulse: asked with each piece of a part; may end the reading by throwing.
    /// - Throws: `noLibrary`, `damaged`, or `tooLarge`.
    init(_ path: InputPath, limits: Limits = Limits(), pulse: @escaping () throws -> Void = {}) throws(WorkbookFault) {
        guard cm_is_there() != 0 else { throw .noLibrary(.minizip) }
        guard let file = unzOpen64(path.bytes) else { throw .damaged(part: "zip") }
        self.file = file
        self.limits = limits
        self.pulse = pulse
        try readEntries()
    }

    deinit { unzClose(file) }

    /// What a part unpacks to; 0 if it is not there.
    func size(of part: String) -> Int { entries[Archive.folded(part)]?.unpacked ?? 0 }

    /// The names of all parts, in lower case.
    var parts: [String] { entries.keys.sorted() }

    func has(_ part: String) -> Bool { entries[Archive.folded(part)] != nil }

    /// What the archive is, where it is no workbook that is read.
    var foreign: ForeignFile? {
        if has("xl/workbook.bin") { return .binaryWorkbook }
        if has("word/document.xml") { return .document }
        if has("ppt/presentation.xml") { return .slides }
        if has("Index/Document.iwa") || has("index.zip") { return .numbers }
        // Any workbook of Office 2007 has this part.
        return has("[Content_Types].xml") || has("_rels/.rels") ? nil : .archive
    }

    private static func folded(_ name: String) -> String {
        let name = name.replacing("\\", with: "/").lowercased()
        return name.hasPrefix("/") ? String(name.dropFirst()) : name
    }

    private func readEntries() throws(WorkbookFault) {
        var status = unzGoToFirstFile(file)
        while status == UNZ_OK {
            guard entries.count < limits.entries else { throw .tooLarge(.entries(limits.entries), part: "zip") }
            var information = unz_file_info64()
            var name = [CChar](repeating: 0, count: 1024)
            var position = unz64_file_pos()
            guard
                unzGetCurrentFileInfo64(file, &information, &name, UInt(name.count - 1), nil, 0, nil, 0) == UNZ_OK,
                unzGetFilePos64(file, &position) == UNZ_OK,
                let packed = Int(exactly: information.compressed_size),
                let unpacked = Int(exactly: information.uncompressed_size)
            else { throw .damaged(part: "zip") }
            let bytes = name.prefix { $0 != 0 }.map(UInt8.init(bitPattern:))
            // Bit 0 of the flags: packed with a password. Methods: as it is, or deflated.
            let isReadable = information.flag & 1 == 0 && [0, 8].contains(information.compression_method)
            let entry = Entry(position: position, packed: packed, unpacked: unpacked, isReadable: isReadable)
            // Two parts of one name: which of them another program shows is unknown.
            guard entries.updateValue(entry, forKey: Archive.folded(String(decoding: bytes, as: UTF8.self))) == nil
            else { throw .damaged(part: "zip") }
            status = unzGoToNextFile(file)
        }
        guard status == UNZ_END_OF_LIST_OF_FILE, !entries.isEmpty else { throw .damaged(part: "zip") }
    }

    /// Unpacks a part piece by piece; the checksum is compared at the end.
    ///
    /// - Throws: a `WorkbookFault`; what `body` throws.
    func read(_ part: String, _ body: (UnsafeRawBufferPointer) throws -> Void) throws {
        guard var entry = entries[Archive.folded(part)] else { throw WorkbookFault.missing(part: part) }
        guard entry.isReadable, unzGoToFilePos64(file, &entry.position) == UNZ_OK,
            unzOpenCurrentFile(file) == UNZ_OK
        else { throw WorkbookFault.damaged(part: part) }
        var isOpen = true
        defer { if isOpen { unzCloseCurrentFile(file) } }
        // minizip unpacks no more than the size that was promised, so that looking at the promise is enough.
        if entry.unpacked > limits.unratedBytes, entry.unpacked / limits.ratio > entry.packed {
            throw WorkbookFault.tooLarge(.ratio(limits.ratio), part: part)
        }
        if unpacked + entry.unpacked > limits.unpacked {
            throw WorkbookFault.tooLarge(.unpacked(bytes: limits.unpacked), part: part)
        }
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 1)
        defer { buffer.deallocate() }
        while true {
            let count = Int(unzReadCurrentFile(file, buffer.baseAddress, UInt32(buffer.count)))
            guard count >= 0 else { throw WorkbookFault.damaged(part: part) }
            if count == 0 { break }
            unpacked += count
            try pulse()
            try body(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
        }
        isOpen = false
        guard unzCloseCurrentFile(file) == UNZ_OK else { throw WorkbookFault.damaged(part: part) }
    }
}
