import ArgumentParser
import Exchange
import Ledger
import PartyWork

/// `zhibu export`.
struct ExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: localized("把台账写成 CSV 文件", "Write the ledger as CSV files"),
        discussion: localized(
            "六个表各一个文件；户状态、任职、走访情况、清单、勾选、免除有内容时另各一个。已有的同名文件要么全部换成新的，要么一个不动。",
            "A file for each of the six tables, and for each further one that has rows. Files of these names are all replaced or none."
        ))

    @Argument(
        help: .taking(
            localized("文件夹", "folder"), localized("放置文件的文件夹；没有就新建", "the folder to write to; made where it is missing")),
        completion: .directory)
    var folder: String

    @OptionGroup var restricted: RestrictedOption
    @Flag(help: .force) var force = false
    @OptionGroup var place: LedgerOptions

    func run() throws {
        try restricted.ask(place)
        let counts = try ProgressLine(localized("已写出", "Written"), localized("行", "rows")).attend { line in
            try place.use(needing: [.keep]) { try export(from: $0, line) }
        }
        var table = TextTable([("", .left), ("", .right)])
        for (kind, count) in counts { table.add([kind.fileName, localized("\(count) 行", "\(plural(count, "row"))")]) }
        try StandardStream.output.write(
            table.lines().map { $0 + "\n" }.joined(),
            done: localized("已导出到 \(folder.safe)", "Exported to \(folder.safe)"))
    }

    private func isSeen(_ register: RegisterDefinition) -> Bool { restricted.restricted || !register.isRestricted }

    private func export(from ledger: Ledger, _ line: ProgressLine) throws -> [(table: TableSchema, count: Int)] {
        let total = try ledger.rowCount()
        var done = 0
        let registers = try ledger.registers()
        let tables = try ledger.tables + registers.registers.filter { isSeen($0) }.map(\.table)
        let exporter = Exporter(folder: folder, tables: tables, replacing: .forced(force)) {
            done += 1
            if done % 512 == 0 { try line.step(done, Double(done) / Double(max(1, total))) }
        }
        let counts = try ledger.exporting(isRestrictedSeen: restricted.restricted) { try exporter.run($0) }
        try restricted.note("导出", among: registers, ledger)
        return tables.compactMap { table in counts[table].map { (table, $0) } }
    }
}
