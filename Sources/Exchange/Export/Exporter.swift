import Glibc
import PartyWork

/// Writes the tables as CSV files into a folder (CONTRACT section 3, `export`): the six always, one beside them if it has
/// rows or if a file of its name is there, which would speak of what is no more.
///
/// Each file is written beside its final name and synced; only when all are complete do they take their names, so
/// that nobody finds half a file and a failure leaves the files of before.
package struct Exporter {
    /// Hands over the records of a table one by one, sorted by key in code-point order.
    package typealias Source = (TableSchema, _ give: (AnyRecord) throws -> Void) throws -> Void

    private let folder: String
    private let tables: [TableSchema]
    private let replacing: FileReplacement.Permission
    private let step: () throws -> Void

    /// - Parameters:
    ///   - tables: those of the ledger.
    ///   - replacing: what of the files' names may be replaced.
    ///   - step: called with each row that is written; may end the export by throwing.
    package init(
        folder: String, tables: [TableSchema], replacing: FileReplacement.Permission = .ownKind,
        step: @escaping () throws -> Void = {}
    ) {
        self.step = step
        self.replacing = replacing
        self.tables = tables
        self.folder = folder.utf8.last == UInt8(ascii: "/") ? folder : folder + "/"
    }

    /// A failure of the folder or of a file in it, named as messages name it.
    package struct Failure: Error, Hashable, Sendable, CustomStringConvertible {
        /// The folder or file.
        package let path: String
        package let fault: FileFault

        package var description: String { "\(PlainText.safe(path)): \(fault.text)" }
    }

    /// Writes all tables; the folder is created if it is missing, for its owner alone.
    ///
    /// - Returns: the number of rows by table that has a file.
    /// - Throws: `Failure`, or what the source throws; the files of before are then as they were, unless the fault is `unsettled`.
    @discardableResult
    package func run(_ source: Source) throws -> [TableSchema: Int] {
        let isNew = try createFolder()
        var isDone = false
        // A folder that was made for nothing goes again; one with anything in it stays.
        defer { if isNew, !isDone { rmdir(folder) } }
        var replacement = Replacement()
        defer { replacement.removeTemporaries() }
        var counts: [TableSchema: Int] = [:]
        for table in tables.withFiles {
            let path = folder + table.fileName
            try failure(path) {
                let target = try Exporter.file(path)
                target.sweep()
                let temporary = target.temporary
                let file = try OutputFile(creating: temporary)
                replacement.add(temporary, target.path)
                let count = try write(table, to: file, source)
                if count > 0 || table.files == .contract || target.standing == .file && !table.isWrittenWithRowsOnly {
                    try target.refuse(replacing, by: temporary)
                    counts[table] = count
                } else {
                    replacement.dropLast()
                }
            }
        }
        try refuseLeftovers(besides: Set(counts.keys.map(\.fileName)))
        try replacement.commit()
        isDone = true
        try failure(folder) { try Exporter.synchronize(folder) }
        return counts
    }

    /// Refuses a folder with files of the ledger's tables, or of any register's entries, that are not written now: an import would read
    /// them again (REGISTERS section 2, export).
    private func refuseLeftovers(besides written: Set<String>) throws {
        let known = Set(tables.withFiles.map(\.fileName))
        var left: [String] = []
        try failure(folder) {
            left = try InputFolder.entries(InputPath(folder)).filter(InputFolder.isTable).map { name in
                String(decoding: name.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
            }
        }
        left = left.filter { name in
            let isOfEntries = name.hasPrefix(Entry.filePrefix) && name.lowercased().hasSuffix(".csv")
            return !written.contains(name) && (isOfEntries || known.contains(name))
        }.sorted()
        if !left.isEmpty { throw Failure(path: folder, fault: .leftovers(left)) }
    }

    private func write(_ table: TableSchema, to file: OutputFile, _ source: Source) throws -> Int {
        let columns = table.columns
        try file.write(CSVText.line(columns.map(\.header)))
        var count = 0
        var line: [UInt8] = []
        try source(table) { record in
            line.removeAll(keepingCapacity: true)
            let record = record.record
            for (index, column) in columns.enumerated() {
                if index > 0 { line.append(UInt8(ascii: ",")) }
                CSVText.append(record.text(column), to: &line)
            }
            line.append(UInt8(ascii: "\n"))
            try file.write(line)
            count += 1
            try step()
        }
        try file.synchronize()
        return count
    }

    /// Whether it was not there before.
    private func createFolder() throws -> Bool {
        if mkdir(folder, 0o700) == 0 { return true }
        if errno == EEXIST { return false }
        throw Failure(path: folder, fault: .unwritable(errno))
    }

    private func failure(_ path: String, _ body: () throws -> Void) throws {
        do {
            try body()
        } catch let fault as FileFault {
            throw Failure(path: path, fault: fault)
        }
    }

    /// Where a table goes; all of them take their names together, which what is written into cannot.
    private static func file(_ path: String) throws(FileFault) -> OutputTarget {
        let target = try OutputTarget(path)
        if case .stream = target.standing { throw .unwritableKind }
        return target
    }

    /// Makes the new names in a folder last.
    ///
    /// - Throws: `unsettled`: the files are there.
    static func synchronize(_ folder: String) throws(FileFault) {
        let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .unsettled(errno) }
        defer { close(descriptor) }
        // Some file systems cannot sync a folder; the names last all the same.
        guard fsync(descriptor) == 0 || errno == EINVAL else { throw .unsettled(errno) }
    }
}

extension TableSchema {
    /// Whether a file of it is never written without rows, not even over one that is there.
    fileprivate var isWrittenWithRowsOnly: Bool { isOfRegisters || name.hasPrefix(Entry.filePrefix) }
}

/// Files that wait under temporary names to take the place of others.
private struct Replacement {
    private var waiting: [Names] = []
    private var done: [Names] = []
    /// The paths that were free before.
    private var new: Set<String> = []

    private struct Names {
        let temporary: String
        let path: String
        /// A second name of the file of before, for going back.
        var backup: String { temporary + ".old" }
    }

    mutating func add(_ temporary: String, _ path: String) { waiting.append(Names(temporary: temporary, path: path)) }

    /// Gives up the file added last.
    mutating func dropLast() {
        if let names = waiting.popLast() { unlink(names.temporary) }
    }

    /// Gives every file its name, or leaves every name with the file it had.
    mutating func commit() throws {
        while let names = waiting.first {
            // Some file systems have no second names; there a failure half way cannot be undone.
            let isNew = link(names.path, names.backup) != 0 && errno == ENOENT
            guard rename(names.temporary, names.path) == 0 else {
                let number = errno
                rollBack()
                throw Exporter.Failure(path: names.path, fault: .unwritable(number))
            }
            done.append(names)
            if isNew { new.insert(names.path) }
            waiting.removeFirst()
        }
    }

    private func rollBack() {
        for names in done {
            if new.contains(names.path) { unlink(names.path) } else { rename(names.backup, names.path) }
        }
    }

    func removeTemporaries() {
        for names in waiting { unlink(names.temporary) }
        for names in waiting + done { unlink(names.backup) }
    }
}
