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
        help: ArgumentHelp(
            localized("CSV、XLSX、XLS、ODS 文件，或放着它们的文件夹", "CSV, XLSX, XLS or ODS files, or folders of them"),
            valueName: localized("文件或文件夹", "path")), completion: .file())
    var paths: [String]

    @Flag(
        name: .customLong("dry-run"),
        help: localized(
            "只检查，不保存；写明每张表怎样认列、不导入哪些列", "only check; tells how each table is understood and which columns stay out"))
    var dryRun = false

    @Flag(
        name: .long, help: localized("编号已登记而内容不同的行，以文件为准修改", "change rows that are saved already to what the file says")
    )
    var update = false

    @OptionGroup var place: LedgerPlace

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
        let order = ImportOrder(paths: paths, changedRows: update ? .save : .refuse)
        return try place.use { ledger in
            let importer = Importer(
                order, today: Clock.computer.today(), remembered: RememberedHeaders.keptOrTold(of: try ledger.tables),
                isReview: dryRun, progress: progress.step)
            return try ledger.desk.importAll(
                importer, commit: { _ in !dryRun },
                doubt: { StandardStream.error.tell(localized("zhibu：注意：\($0.safe)\n", "zhibu: note: \($0.safe)\n")) })
        }
    }

    private func tell(_ report: ImportReport) throws {
        for notice in report.notices where notice.kind != .change && !notice.isNamesake {
            StandardStream.error.tell(notice.description.safe + "\n")
        }
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
        let text = changes.joined() + report.countLines + ending
        try StandardStream.output.write(text, done: dryRun ? nil : localized("已全部导入", "everything is imported"))
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
