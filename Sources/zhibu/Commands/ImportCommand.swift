import ArgumentParser
import Exchange
import Ledger
import PartyWork

/// `zhibu import`.
struct ImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: localized(
            "导入 CSV、XLSX、XLS、ODS 文件或文件夹：全部保存，或有一处错误就什么都不保存",
            "Import CSV, XLSX, XLS and ODS files or folders: all is saved, or nothing where anything is wrong"),
        discussion: localized(
            """
            表由表头辨认，常见的别名也认（户码、行政村、脱贫年度……）；CSV 的编码为 UTF-8 或 GB18030，工作簿的每张工作表各认各的。\
            一次给出的文件一起核对，先后无关。身份证号、银行账号、健康情况的列不导入。
            """,
            """
            A table is known by its header, under the contract's names or others in use. CSV is UTF-8 or GB18030; each sheet of a \
            workbook is read by itself. All files of a call are checked together, in any order. Columns of identity numbers, bank \
            accounts and health are never stored.
            """))

    @Argument(
        help: .taking(
            localized("文件或文件夹", "path"),
            localized("CSV、XLSX、XLS、ODS 文件，或放着它们的文件夹", "CSV, XLSX, XLS or ODS files, or folders of them")),
        completion: .file())
    var paths: [String]

    @Flag(
        name: .customLong("dry-run"),
        help: localized(
            "只检查，不保存；写明每张表怎样认列、不导入哪些列", "only check; tells how each table is understood and which columns stay out"))
    var dryRun = false

    @Flag(
        help: localized("编号已登记而内容不同的行，以文件为准修改", "change rows that are saved already to what the file says")
    )
    var update = false

    @Option(
        name: .customLong("set"),
        help: .taking(
            localized("栏=值", "column=value"),
            localized(
                "给文件里没有的列一个值，如 --set 识别日期=2014-01-01、--set 村=@表名、--set 村=@文件名；只给一张工作表或一个文件：--set 表名:识别日期=2014-01-01；可写多次",
                "a value for a column that the files lack, by a name of it; @sheet or @file for what that name says; for one "
                    + "sheet or file alone its name and a colon before; may be repeated")))
    var given: [String] = []

    @Option(
        help: .taking(
            localized("文件.xlsx", "file.xlsx"),
            localized(
                "有误的行不导入，写进这个表格文件，每行旁边写明原因，改好可以再导入；不加则有一处错误就什么都不保存",
                "leave bad rows out and write them into this workbook, why beside each, to be mended and imported again; without it "
                    + "nothing is saved where anything is wrong")), completion: .file())
    var leave: String?

    @Flag(
        name: .customLong("add-people"),
        help: localized(
            "名单里的帮扶人，台账没有的登记为人员（类别不给定时为群众）",
            "add helpers whom a list names and the ledger lacks, as residents unless --set says what they are")
    )
    var addPeople = false

    @OptionGroup var place: LedgerOptions

    func validate() throws {
        for text in given where GivenValue(text) == nil { throw ValidationError(ImportCommand.unclear(text)) }
    }

    /// Columns are those of the six tables and of the ledger's registers.
    private func check(_ registers: RegisterBook) throws {
        let tables = TableSchema.six + registers.registers.map(\.table)
        for value in order.given where !tables.contains(where: { Importer.knows(value.name, in: $0) }) {
            throw Failure(.wrongUsage, ImportCommand.unclear(value.text))
        }
    }

    private static func unclear(_ text: String) -> String {
        localized(
            "--set \(text)：应写成 栏=值 或 表名:栏=值，栏是台账或登记簿的列名，或常见的别名",
            "--set \(text): write column=value or sheet:column=value, with a column of the ledger or a register, or another name that lists have for it"
        )
    }

    private var order: ImportOrder {
        var order = ImportOrder(
            paths: paths, changedRows: update ? .save : .refuse, given: given.compactMap(GivenValue.init))
        order.addsPeople = addPeople
        order.leaving.isAll = leave != nil
        return order
    }

    func run() throws {
        let progress = ProgressLine(localized("已检查", "Checked"), localized("行", "rows"))
        do {
            let report = try load(progress)
            progress.end()
            try tell(report)
        } catch let interrupted as Signals.Interrupted {
            progress.end()
            StandardStream.error.tell(localized("zhibu：已中断，什么都没有保存\n", "zhibu: interrupted, nothing was saved\n"))
            throw interrupted
        }
    }

    private func load(_ progress: ProgressLine) throws -> ImportReport {
        try place.use(needing: [.keep]) { ledger in
            if !given.isEmpty { try check(ledger.registers()) }
            let importer = Importer(
                order, today: Clock.computer.today(),
                remembered: RememberedHeaders.keptOrTold(of: try ledger.importedTables),
                isReview: dryRun, progress: progress.step)
            return try (dryRun ? ledger.desk : ledger.deskForSaving()).importAll(
                importer,
                commit: { report in
                    if !dryRun { try report.writeLeft(to: leave) }
                    return !dryRun
                },
                doubt: { StandardStream.error.tell(localized("zhibu：注意：\($0.safe)\n", "zhibu: note: \($0.safe)\n")) })
        }
    }

    private func tell(_ report: ImportReport) throws {
        for line in report.warningLines { StandardStream.error.tell(line.safe + "\n") }
        if dryRun { try StandardStream.output.write(ImportPreview(report: report).text) }
        guard report.isAccepted else {
            let count = report.notices.count { $0.kind == .fault }
            throw Failure(
                .refused,
                localized(
                    "有 \(count) 处错误，什么都没有保存；请改正后重新导入",
                    "\(plural(count, "error")), nothing was saved; correct the files and import again"))
        }
        let changes = report.notices.filter { $0.kind == .change }.map { $0.description.safe + "\n" }
        let ending =
            dryRun
            ? localized("检查通过；--dry-run 只检查，没有保存\n", "All is well; --dry-run only checks, nothing was saved\n") : ""
        let text = changes.joined() + report.countLines + leftLine(report) + ending
        try StandardStream.output.write(text, done: dryRun ? nil : localized("已全部导入", "everything is imported"))
    }

    private func leftLine(_ report: ImportReport) -> String {
        guard let leave, !report.left.isEmpty else { return "" }
        let (saved, left) = (report.countsInOrder.reduce(0) { $0 + $1.counts.all }, report.left.count)
        return dryRun
            ? localized("会留下 \(left) 行，写到 \(leave.safe)\n", "\(left) rows would be left, in \(leave.safe)\n")
            : localized(
                "导入 \(saved) 行，留下 \(left) 行到 \(leave.safe)\n", "\(saved) rows imported, \(left) left in \(leave.safe)\n"
            )
    }
}

extension ImportReport {
    /// A line per table: new, updated, unchanged.
    fileprivate var countLines: String {
        var table = TextTable([("", .left), ("", .right), ("", .right), ("", .right)])
        for row in countsInOrder {
            let counts = row.counts
            table.add([
                row.table.title, localized("新增 \(counts.new)", "new \(counts.new)"),
                localized("更新 \(counts.updated)", "updated \(counts.updated)"),
                localized("不变 \(counts.unchanged)", "unchanged \(counts.unchanged)"),
            ])
        }
        return table.lines().map { $0 + "\n" }.joined()
    }
}
