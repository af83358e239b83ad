import ArgumentParser
import Exchange
import Ledger
import Papers
import PartyWork

/// `zhibu form`.
struct FormCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "form",
        abstract: localized(
            "打印表：A4，填好的或空白的，写成 XLSX、PDF、HTML 或文字", "Printed forms: A4, filled or blank, as XLSX, PDF, HTML or text"),
        discussion: localized(
            """
            表名：\(PaperKind.allCases.map { "\($0.rawValue) \($0.title)" }.joined(separator: "；"))。
            month、year 每个支部一张，pairing 每个帮扶人一张，household 每户一张；多张放在一个文件里。
            entry 登记簿里每条一张，notice 是张贴的公示：都要 --register；公示不写电话、备注和人员编号。
            电话默认遮住。已有的同名文件若是以前写的同一种表，整个换成新的。
            """,
            """
            Forms: \(PaperKind.allCases.map { "\($0.rawValue) \($0.title)" }.joined(separator: "; ")).
            month and year: one for each branch; pairing: for each helper; household: for each household; all in one file.
            entry: one for each entry of a register; notice: entries as they are put up, without telephones, notes and numbers.
            Telephone numbers are masked. An earlier form of the kind is replaced whole. Forms are Chinese papers.
            """))

    @Argument(
        help: .taking(localized("表名", "form"), localized("哪一张表", "which form")),
        completion: .list(PaperKind.allCases.map(\.rawValue)))
    var name: PaperKind

    @Option(help: .taking(.code, localized("支部或范围的编码；默认全镇", "code of a branch or scope; by default the township")))
    var org: String?

    @Option(
        help: .taking(
            .person,
            localized(
                "pairing：一个帮扶人的人员编号；不给时是范围内所有帮扶人", "pairing: number of one helper; by default all helpers in the scope")
        ))
    var helper: String?

    @Option(
        help: .taking(
            .household,
            localized(
                "household：一户的户编号；不给时是范围内所有未脱贫、已脱贫户",
                "household: number of one household; by default all open ones in the scope")))
    var household: String?

    @Option(
        help: .taking(
            .month,
            localized("month：月份，如 2016-05；默认截至日期所在的月", "month: such as 2016-05; by default that of the as-of date")))
    var month: MonthArgument?

    @OptionGroup var asOf: AsOfOption

    @Flag(
        help: localized("空白表，留给手填；给了 --org 等时保留单位和名称", "blank, to be filled by hand; --org and the like keep the names")
    )
    var blank = false

    @Option(
        help: .taking(
            .format, localized("输出格式；默认看文件名的结尾，再默认 text", "format; by default as the file's name ends, else text")))
    var format: FormFormat?

    @Option(
        help: .taking(
            .file,
            localized(
                "写到的文件；不给时写到标准输出，xlsx、pdf 必须给", "the file to write; standard output by default, needed for xlsx and pdf"
            )),
        completion: .file())
    var output: String?

    @Flag(
        help: localized(
            "写好就用 lp 送去打印（PDF、文字），打印机按 $LPDEST、$PRINTER 或系统设的",
            "sends it to the printer by lp once it is written (pdf, text): that of $LPDEST, $PRINTER or the system"))
    var print = false

    @OptionGroup var entries: EntryOptions
    @OptionGroup var masking: MaskingOption
    @Flag(help: .force) var force = false
    @OptionGroup var place: LedgerOptions

    func run() throws {
        let choice = try entries.choice(for: name)
        try refuseMismatch()
        let printer = try printer(print)
        let officer = Surroundings.officer
        let papers = try blank && isAboutNothing ? [empty()] : entries.condition.read { try filled(choice, officer) }
        guard !papers.isEmpty else {
            throw Failure(
                .refused,
                localized(
                    "没有可打印的《\(name.title)》：范围内没有对象，请核对 --org 和 --as-of",
                    "Nothing to print for \(name.rawValue): the scope has none; check --org and --as-of"))
        }
        let printed = blank ? papers.map(\.blank) : papers
        try paper.write(printed, by: officer)
        guard print, let output else { return }
        let said = try printer?.send(output, called: name.title) ?? ""
        try StandardStream.output.write(said + "\n", done: said)
    }

    private var paper: PaperOutput { PaperOutput(format: format, path: output, isForced: force) }

    /// The printer, where one is asked for.
    private func printer(_ isWanted: Bool) throws -> Printer? {
        guard isWanted else { return nil }
        guard output != nil, paper.format.printed.isPrintable else {
            throw Failure(
                .wrongUsage,
                localized(
                    "--print 要和 --output 一起用，文件是 .pdf 或 .txt，请补上",
                    "--print needs --output with a .pdf, or --format text"))
        }
        guard let printer = Printer() else {
            throw Failure(
                .refused,
                localized(
                    "这台电脑没有 lp，不能直接打印；请装 cups-client，或去掉 --print 只写文件",
                    "There is no lp on this computer; install cups-client, or leave --print out"))
        }
        return printer
    }

    /// The paper about nothing; a month or a date that is given is kept.
    private func empty() throws -> Paper {
        let today = Clock.computer.today()
        if name.isOfRegister { return try place.use { try entries.blank(name, in: $0, on: asOf.given?.day ?? today) } }
        var paper = name.blank(on: today)
        paper.heading.period = paper.heading.period.of(month: month?.month, day: asOf.given?.day)
        return paper
    }

    private var isAboutNothing: Bool {
        org == nil && helper == nil && household == nil && entries.isAboutNothing
    }

    /// Options that the paper would silently ignore, and files that nothing could read.
    private func refuseMismatch() throws {
        let given = [("--helper", helper != nil, PaperKind.pairing), ("--household", household != nil, .household)]
        for (option, isGiven, paper) in given where isGiven && name != paper {
            throw Failure(
                .wrongUsage,
                localized(
                    "\(option) 只用于 \(paper.rawValue)，请去掉或换成 zhibu form \(paper.rawValue)",
                    "\(option) is for \(paper.rawValue) only; leave it out or use zhibu form \(paper.rawValue)"))
        }
        if month != nil, name != .month {
            throw Failure(
                .wrongUsage,
                localized("--month 只用于 month，其他表请用 --as-of", "--month is for month only; other forms take --as-of"))
        }
        if masking.unmasked, blank || !name.hasPersonalFields {
            throw Failure(
                .wrongUsage, localized("这张表没有要遮住的内容，请去掉 --unmasked", "This form masks nothing; leave --unmasked out"))
        }
        try paper.refuseUnreadable()
    }

    /// The papers of those asked for; what shows personal fields in full is written into the journal before anything is shown.
    private func filled(_ choice: EntryChoice?, _ officer: Officer) throws -> [Paper] {
        let today = Clock.computer.today()
        let day = asOf.given?.day ?? month.map { min($0.month.last, today) } ?? today
        try entries.restricted.ask(place)
        return try place.use { ledger in
            let (papers, place, code) = try ledger.snapshot {
                let scope = try ledger.scope(org)
                let request = PaperRequest(
                    name, in: scope, asOf: day, month: month?.month,
                    helper: helper.map { Person.ID(CellRules.trimmed($0)) },
                    household: household.map { Household.ID(CellRules.trimmed($0)) }, entries: choice)
                let context = PaperContext(
                    place: try ledger.place(scope), asOf: day, made: try PaperContext.made(by: officer, in: ledger),
                    showsPersonalFields: masking.unmasked, seal: try ledger.head()?.seal)
                return (try request.papers(from: ledger, context), context.place, try request.code(from: ledger))
            }
            if let choice { try entries.restricted.note(name.title, of: choice.register, ledger) }
            if masking.unmasked, !papers.isEmpty {
                let what = "《\(name.title)》\(papers.count) 张：\(helper ?? household ?? choice?.register ?? place.text)"
                _ = try ledger.deskForSaving().perform(.printUnmasked(what, in: code))
            }
            return papers
        }
    }
}

extension PaperKind: ExpressibleByArgument {}
