import ArgumentParser
import Exchange
import PartyWork

/// `zhibu template`.
struct TemplateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "template",
        abstract: localized("写一个空的表格文件，填好就能导入", "Write an empty workbook that can be imported once filled in"),
        discussion: localized(
            "六张表各一页，表头与导入的一致，词语可以选，日期和数字会检查；“说明”一页讲每一列填什么。不加 --force 不覆盖已有文件。",
            "A sheet for each of the six tables with the headers that imports want, lists of words, checks of days and numbers, and a sheet that explains each column. It replaces no file without --force."
        ))

    @Option(help: .taking(.file, localized("写到的文件", "the file to write")), completion: .file())
    var output = "支部台账模板.xlsx"

    @Flag(
        name: .long,
        help: localized("定义登记簿的五张表也各一页", "a sheet also for each of the five tables that define registers"))
    var definitions = false

    @Flag(help: .force) var force = false
    @Option(help: .language) var language: String?

    func run() throws {
        let isFile = try Signals.patiently {
            try Template.write(
                TableSchema.six + (definitions ? TableSchema.definitions : []), to: output,
                replacing: force ? .anything : .nothing,
                pulse: Signals.stopIfSignalled)
        }
        guard isFile else { return }
        let done = localized("已写入 \(output.safe)", "Written to \(output.safe)")
        try StandardStream.output.write(done + "\n", done: done)
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
