import Exchange
import Ledger
import Papers
import PartyWork

/// The year's file on its way into a folder.
struct YearFolder {
    private let folder: NewFolder
    private let format: FormFormat
    private let officer: Officer

    init(_ folder: NewFolder, format: FormFormat, by officer: Officer) {
        self.folder = folder
        self.format = format
        self.officer = officer
    }

    /// Writes all papers, the ledger's tables, the index and the checksums; papers about nobody are left out.
    ///
    /// - Returns: how many files there are.
    /// - Throws: `Exporter.Failure`, a `LedgerError`; nothing is left then.
    func write(_ file: YearFile, from ledger: Ledger, in scope: Scope, _ line: ProgressLine) throws -> Int {
        do {
            return try fill(file, from: ledger, in: scope, line)
        } catch let failure as Exporter.Failure {
            throw folder.named(failure)
        }
    }

    private func fill(_ file: YearFile, from ledger: Ledger, in scope: Scope, _ line: ProgressLine) throws -> Int {
        var papers: [String: (title: String, asOf: Day, count: Int)] = [:]
        let (place, seal) = (try ledger.place(scope), try ledger.head()?.seal)
        for (number, part) in file.parts.enumerated() {
            let day = part.request.asOf
            let context = PaperContext(
                place: place, asOf: day, made: try PaperContext.made(by: officer, in: ledger), seal: seal)
            let made = try part.request.papers(from: ledger, context.at(ledger.place(part.request.scope)))
            if made.isEmpty { continue }
            let name = "\(part.path).\(format.rawValue)"
            try PaperFile(path: folder.file(name), format: format.printed)
                .write(made, by: officer, remark: { _ in }, pulse: Signals.stopIfSignalled)
            papers[name] = (part.request.kind.title, day, made.count)
            try line.step(number + 1, Double(number + 1) / Double(file.parts.count))
        }
        try writeTables(of: ledger)
        let sums = try folder.checksums()
        let rows = sums.enumerated().map { number, file in
            let paper = papers[file.name]
            return [
                String(number + 1), file.name, paper?.title ?? "台账数据", paper?.asOf.description ?? "",
                paper.map { String($0.count) } ?? "", String(file.bytes), file.sum,
            ]
        }
        let header = ["序号", "文件", "名称", "截至", "张数", "字节", "SHA-256"]
        try FileReplacement.write(folder.file("目录.csv"), text: ReadableList.csv(header: header, rows: rows))
        let index = try folder.checksums()
        try FileReplacement.write(
            folder.file("校验码.txt"), text: index.map { "\($0.sum)  \($0.name)\n" }.joined())
        try folder.keep()
        return index.count + 1
    }

    /// The tables as `zhibu export` writes them, without restricted registers.
    private func writeTables(of ledger: Ledger) throws {
        let registers = try ledger.registers().registers.filter { !$0.isRestricted }
        let tables = try ledger.tables + registers.map(\.table)
        let path = try folder.folder("数据")
        let exporter = Exporter(folder: path, tables: tables, replacing: .nothing) {}
        let counts = try ledger.exporting(isRestrictedSeen: false) { try exporter.run($0) }
        for table in tables where counts[table] != nil { _ = try folder.file("数据/\(table.fileName)") }
    }
}
