import ArgumentParser
import Exchange
import PartyWork

/// `zhibu template`.
struct TemplateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "template",
        abstract: localized("写一个空的表格文件，填好就能导入", "Write an empty workbook that can be imported once filled in"),
        discussion: localized(
            "六张表各一页，或登记簿各一页，表头与导入的一致，词语可以选，日期和数字会检查；“说明”一页讲每一列填什么。不加 --force 不覆盖已有文件。",
            "A sheet for each of the six tables, or of some registers, with the headers that imports want, lists of words, checks of days and numbers, and a sheet that explains each column. It replaces no file without --force."
        ))

    @Option(help: .taking(.file, localized("写到的文件", "the file to write")), completion: .file())
    var output = "支部台账模板.xlsx"

    @Flag(
        name: .long,
        help: localized("定义登记簿的五张表也各一页", "a sheet also for each of the five tables that define registers"))
    var definitions = false

    @Option(
        name: .long,
        help: ArgumentHelp(
            localized("只要这本登记簿的条目一页，可给多次", "only a sheet for the entries of this register; may be given again"),
            valueName: localized("登记簿", "register")))
    var register: [String] = []

    @Flag(help: .force) var force = false
    @OptionGroup var place: LedgerOptions

    func run() throws {
        let tables = try tables
        let isFile = try Signals.patiently {
            try Template.write(
                tables, to: output,
                replacing: force ? .anything : .nothing,
                pulse: Signals.stopIfSignalled)
        }
        guard isFile else { return }
        let done = localized("已写入 \(output.safe)", "Written to \(output.safe)")
        try StandardStream.output.write(done + "\n", done: done)
    }

    /// The tables that are to be filled in; the ledger is opened only where registers are named.
    private var tables: [TableSchema] {
        get throws {
            let definitions = definitions ? TableSchema.definitions : []
            guard !register.isEmpty else { return TableSchema.six + definitions }
            let names = register.map { CellRules.trimmed($0) }
            return try definitions
                + place.use { ledger in
                    let book = try ledger.registers()
                    return try names.map { name in
                        guard let found = book[name] else { throw Refusal.notFound(.registers, RecordKey(name)) }
                        return found.emptySheet
                    }
                }
        }
    }
}

extension Template {
    /// Writes the workbook under a name, whole or not at all.
    ///
    /// - Parameters:
    ///   - tables: those that are to be filled in.
    ///   - pulse: throws where the file is not wanted any more, before it takes its name.
    /// - Returns: whether a file has the name now; nothing is said into a stream.
    @discardableResult
    static func write(
        _ tables: [TableSchema], to path: String, replacing: FileReplacement.Permission,
        pulse: @escaping () throws -> Void
    ) throws -> Bool {
        try FileReplacement.write(path, replacing: replacing, pulse: pulse) { temporary in
            try StandardStream.error.silenced { try write(tables, to: temporary) }
            try pulse()
        }
    }
}
