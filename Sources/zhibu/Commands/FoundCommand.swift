import ArgumentParser
import Exchange
import Ledger
import PartyWork

/// `zhibu registers new`.
struct FoundCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "new",
        abstract: localized(
            "从一张表格建登记簿：表头作栏目，各行作条目", "Make a register from a table: its header the fields, its rows the entries"),
        discussion: localized(
            "栏目的类型从各行猜出，--type 改，--leave 不要。第一个指认人、组织、户或合作社的列是对象，没有的用 --about；第一个每行都有日期的列是登记日期，没有的用 --date。",
            "Kinds are guessed from the rows; --type corrects one, --leave leaves a column out. The first column that names somebody says what entries are about, else --about does; the first with a day in every row says when, else --date does."
        ))

    @Argument(help: ArgumentHelp(localized("登记簿的名称", "name of the register"), valueName: localized("登记簿", "register")))
    var name: String

    @Option(
        name: .long,
        help: ArgumentHelp(localized("表格文件", "the file with the table"), valueName: localized("文件", "file")))
    var from: String

    @Option(name: .long, help: ArgumentHelp(localized("工作表", "the sheet"), valueName: localized("表名", "sheet")))
    var sheet: String?

    @Option(name: .long, help: ArgumentHelp(localized("体系", "its system"), valueName: localized("体系", "system")))
    var system = ""

    @Option(
        name: .long,
        help: ArgumentHelp(
            localized("各行的对象：组织编码", "what all rows are about: an organization's code"),
            valueName: localized("编码", "code")))
    var about: String?

    @Option(
        name: .long,
        help: ArgumentHelp(
            localized("各行的登记日期；默认今天", "day of all rows; by default today"), valueName: localized("日期", "date")))
    var date: String?

    @Option(
        name: .long, parsing: .singleValue,
        help: ArgumentHelp(
            localized("一列的类型，可给多次", "a column's kind; may be given several times"),
            valueName: localized("列=类型", "column=kind")))
    var type: [String] = []

    @Option(
        name: .long, parsing: .singleValue,
        help: ArgumentHelp(
            localized("不要的列，可给多次", "a column to leave out; may be given several times"),
            valueName: localized("列", "column")))
    var leave: [String] = []

    @Option(
        name: .customLong("leave-rows"),
        help: ArgumentHelp(
            localized(
                "不对的行不作条目，写进这个表格文件，每行旁边写明原因，改好可以再导入；不加则有一行不对就什么都不保存",
                "leave rows out that are wrong and write them into this workbook, why beside each, to be mended and imported; without it "
                    + "nothing is saved where anything is wrong"),
            valueName: localized("文件.xlsx", "file.xlsx")), completion: .file())
    var leaveRows: String?

    @Flag(name: .long, help: localized("只列出怎样认各列，什么都不保存", "only tell what the columns are taken for; save nothing"))
    var dryRun = false

    @OptionGroup var place: LedgerOptions

    func run() throws {
        let table = try read()
        let day = try date.map { try cell(.registeredOn, $0, CellRules.day) } ?? Clock.computer.today()
        let (known, township) = try place.use { ledger in
            let scope = try ledger.scope(nil)
            return (KnownNames(try ledger.names(in: scope, asOf: Clock.computer.today())), scope.prefix)
        }
        let guessed = RegisterDraft(table, known)
        let draft = RegisterDraft(table, known, try corrections(of: guessed))
        if dryRun { return try tell(draft) }
        let key = about.map { CellRules.trimmed($0) } ?? String(township.prefix(9))
        let head = RegisterDraft.Head(
            CellRules.trimmed(name), system: CellRules.trimmed(system),
            subject: draft.subject ?? RegisterSubject(ofOrganization: Code(key)), subjectKey: key, day: day)
        try place.carryOut(try act(draft, head))
    }

    private func read() throws -> SheetTable {
        do {
            let table = try SheetTable.read(from, sheet: sheet)
            guard table.isCut else { return table }
            throw Failure(
                .refused,
                localized(
                    "\(from.safe) 多于 \(SheetTable.mostRows) 行：先用前几行建，其余的再导入",
                    "\(from.safe) has more than \(SheetTable.mostRows) rows: begin with some, then import the others"))
        } catch let fault as SheetFault {
            throw Failure(.refused, "\(from.safe)\(localized("：", ": "))\(fault.text)")
        }
    }

    private func corrections(of draft: RegisterDraft) throws -> [Int: SheetColumn.Use] {
        var corrections: [Int: SheetColumn.Use] = [:]
        for pair in type {
            let parts = pair.split(separator: "=", maxSplits: 1).map { CellRules.trimmed(String($0)) }
            guard parts.count == 2, let kind = FieldKind(rawValue: parts[1]) else {
                throw Failure(
                    .wrongUsage,
                    localized(
                        "--type“\(pair.safe)”请写成 列=类型，类型有：\(FieldKind.choices.listed)",
                        "--type \(pair.safe): write column=kind, one of \(FieldKind.choices.listed)"))
            }
            let column = try column(parts[0], of: draft)
            let name = RegisterDraft.name(column.header, of: .field)
            corrections[column.place] = SheetColumn.Use(.field, name, kind, options: column.texts)
        }
        for header in leave {
            let column = try column(CellRules.trimmed(header), of: draft)
            var use = column.use
            use.role = .none
            corrections[column.place] = use
        }
        return corrections
    }

    private func column(_ header: String, of draft: RegisterDraft) throws -> SheetColumn {
        if let column = draft.columns.first(where: { $0.header.hasSameCodePoints(as: header) }) { return column }
        let headers = draft.columns.map(\.header)
        throw Failure(
            .refused,
            localized(
                "表里没有“\(header.safe)”这一列，有：\(headers.listed.safe)",
                "The table has no column \(header.safe); there are: \(headers.listed.safe)"))
    }

    private func act(_ draft: RegisterDraft, _ head: RegisterDraft.Head) throws -> Act {
        let made: RegisterDraft.Made
        do throws(RecordFaults) {
            made = try draft.made(head)
        } catch {
            throw Failure(.refused, error.faults.map(\.text).listed.safe)
        }
        if made.faults.isEmpty { return made.act }
        if let leaveRows, !made.entries.isEmpty {
            _ = try draft.table.leaving(SheetOrder.Left(made.faults.reasons, in: leaveRows), from: from)
            let count = made.faults.count
            StandardStream.error.tell(
                localized("留下 \(count) 行到 \(leaveRows.safe)\n", "\(plural(count, "row")) left in \(leaveRows.safe)\n"))
            return made.act
        }
        let lines = made.faults.prefix(FoundCommand.told).map { "\(from.safe):\($0.line): \($0.text.safe)" }
        throw Failure(.refused, lines.joined(separator: "\n"))
    }

    /// So many bad rows are told.
    private static let told = 20

    private func tell(_ draft: RegisterDraft) throws {
        var table = TextTable([
            (localized("列", "column"), .left), (localized("当作", "taken for"), .left),
            (localized("类型", "kind"), .left), (localized("里面写着", "it says"), .left),
        ])
        for column in draft.columns {
            let says = column.use.kind == .option ? column.use.options : column.samples
            table.add([column.header, column.use.role.title, column.use.kind.title, says.listed])
        }
        let rows = localized("\(draft.table.rows.count) 行", "\(plural(draft.table.rows.count, "row"))")
        let unread = draft.table.unread
        let told = unread.isEmpty ? "" : localized("；不读：\(unread.listed)", "; not read: \(unread.listed)")
        try StandardStream.output.write((table.lines() + [rows + told]).joined(separator: "\n").safeLines + "\n")
    }
}
