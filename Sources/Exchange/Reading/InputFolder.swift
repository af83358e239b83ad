import Glibc

/// The files that a PATH of the command line stands for (CONTRACT section 1): itself, or the files directly in it whose
/// names end as tables do in any case and do not start with a dot, by name.
enum InputFolder {
    /// - Throws: `noCSV` for a folder without such a file. A path that is nothing at all is returned: opening says so.
    static func files(at path: InputPath) throws(FileFault) -> [InputPath] {
        guard isFolder(path.bytes) else { return [path] }
        let files = try entries(path).filter(isTable).map { InputPath($0, in: path) }.filter { !isFolder($0.bytes) }
        if files.isEmpty { throw .noCSV }
        return files.sorted { $0.bytes.lexicographicallyPrecedes($1.bytes, by: byBytes) }
    }

    private static func byBytes(_ left: CChar, _ right: CChar) -> Bool {
        UInt8(bitPattern: left) < UInt8(bitPattern: right)
    }

    private static func isFolder(_ path: [CChar]) -> Bool {
        var info = stat()
        return stat(path, &info) == 0 && info.st_mode & S_IFMT == S_IFDIR
    }

    /// The names in a folder, each ending in zero.
    static func entries(_ path: InputPath) throws(FileFault) -> [[CChar]] {
        guard let folder = opendir(path.bytes) else { throw .unreadable(errno) }
        defer { closedir(folder) }
        var names: [[CChar]] = []
        errno = 0
        while let entry = readdir(folder) {
            withUnsafePointer(to: &entry.pointee.d_name) { name in
                name.withMemoryRebound(to: CChar.self, capacity: 256) { bytes in
                    names.append(Array(UnsafeBufferPointer(start: bytes, count: strlen(bytes) + 1)))
                }
            }
            errno = 0
        }
        guard errno == 0 else { throw .unreadable(errno) }
        return names
    }

    /// How the names of tables end.
    private static let endings = [".csv", ".xlsx", ".xls", ".xlsm", ".ods", ".et"].map { Array($0.utf8) }

    static func isTable(_ name: [CChar]) -> Bool {
        let bytes = name.dropLast().map { UInt8(bitPattern: $0) | ($0 == 0x2E ? 0 : 0x20) }
        // `~$名单.xlsx` is what a spreadsheet program leaves beside a workbook that is open.
        return name.first != 0x2E && !name.starts(with: [0x7E, 0x24])
            && endings.contains { bytes.suffix($0.count).elementsEqual($0) }
    }
}
