import ArgumentParser
import Exchange
import Ledger
import Papers
import PartyWork

/// `--as-of`, which what is reckoned for a date takes.
struct AsOfOption: ParsableArguments {
    @Option(name: .customLong("as-of"), help: .taking(.date, localized("截至日期；默认今天", "as-of date; by default today")))
    var given: DayArgument?

    /// The date given, else the one on the clock.
    var day: Day { given?.day ?? Clock.computer.today() }
}

/// `--scope`, which narrows what is told.
struct ScopeOption: ParsableArguments {
    @Option(
        help: .taking(
            .code, localized("范围：编码或其开头几位；默认全镇", "scope: a code or its first digits; by default the township")))
    var scope: String?
}

/// `--unmasked`, which what shows telephone numbers takes.
struct MaskingOption: ParsableArguments {
    @Flag(help: localized("电话不遮住；这件事记入流水", "telephone numbers in full; kept in the journal"))
    var unmasked = false
}

/// `--as-of`, `--scope`, `--format` and `--output`, which reports take.
struct ReportOptions: ParsableArguments {
    @OptionGroup var asOf: AsOfOption
    @OptionGroup var scope: ScopeOption
    @OptionGroup var output: ReportOutput

    /// Prints the report that a ledger gives for the date and scope asked for; the date is else the one on the clock.
    @discardableResult
    func print<Report: PrintedReport>(
        _ report: (Ledger, Day, Scope) throws -> Report, from place: LedgerOptions
    ) throws -> Report { try output.print(scope: scope.scope, asOf: asOf.day, report, from: place) }

    /// Prints what the towns of a county give together, where the address names none of them.
    func printCounty<Report: TextReport>(
        _ report: (County, Day) throws -> Report, from place: LedgerOptions
    ) throws -> Report? { try output.printCounty(scope: scope.scope, asOf: asOf.day, report, from: place) }

    /// Prints the list that a ledger gives, or all towns of a county.
    ///
    /// - Parameter order: puts the rows of a county in another order than that of its towns.
    /// - Returns: Whether it has any row.
    @discardableResult
    func printList<Report: ListReport>(
        _ report: (any LedgerReading, Day, Scope) throws -> Report, from place: LedgerOptions,
        order: ([TownRow<Report.Row>]) -> [TownRow<Report.Row>] = { $0 }
    ) throws -> Bool { try output.printList(scope: scope.scope, asOf: asOf.day, report, from: place, order: order) }
}

/// `--format` and `--output`.
struct ReportOutput: ParsableArguments {
    @Option(help: .taking(.format, localized("输出格式", "format")))
    var format = OutputFormat.table

    @Option(
        help: .taking(.file, localized("写到的文件；xlsx、pdf 必须给", "the file to write; needed for xlsx and pdf")),
        completion: .file())
    var output: String?

    @Flag(help: .force) var force = false

    /// Prints the report that a ledger gives for a date and a scope.
    @discardableResult
    func print<Report: PrintedReport>(
        scope: String?, asOf day: Day, _ report: (Ledger, Day, Scope) throws -> Report,
        from place: LedgerOptions
    ) throws -> Report {
        if let paper = format.paper { try PaperOutput(format: paper, path: output, isForced: force).refuseUnreadable() }
        let officer = Surroundings.officer
        let (report, context) = try place.use { ledger in
            try ledger.snapshot {
                let scope = try ledger.scope(scope)
                let context = PaperContext(
                    place: try ledger.place(scope), asOf: day, made: try PaperContext.made(by: officer, in: ledger),
                    seal: try ledger.head()?.seal)
                return (try report(ledger, day, scope), context)
            }
        }
        if let paper = format.paper {
            try PaperOutput(format: paper, path: output, isForced: force).write([report.paper(context)], by: officer)
            return report
        }
        try write(report)
        return report
    }

    /// Prints the report that the towns of a county give together, where the address names none of them (SERVER section 4).
    ///
    /// - Returns: The report; nil where the address is that of one ledger, and nothing is printed.
    /// - Throws: A `Failure` behind the report where a town is not in it.
    func printCounty<Report: TextReport>(
        scope: String?, asOf day: Day, _ report: (County, Day) throws -> Report, from place: LedgerOptions
    ) throws -> Report? {
        let county = try County(place.path, for: Surroundings.officer, on: Clock.computer.today(), scope: scope)
        guard let county else { return nil }
        guard format.paper == nil else {
            throw Failure(
                .wrongUsage,
                localized(
                    "全县的数字只印成 table、json、csv；要 xlsx、pdf 请在地址后面写明乡镇（town=）",
                    "the figures of a county are printed as table, json or csv; for xlsx and pdf name a town in the address (town=)"
                ))
        }
        let told = try Signals.unstopped { try report(county, day) }
        try write(told)
        guard told.leftOut.isEmpty else {
            throw Failure(
                .unavailable,
                localized(
                    "没有算进来的乡镇：\(told.leftOut.listed)；较旧的请管理员运行 zhibu server init，较新的请更新本程序",
                    "Towns that are not counted: \(told.leftOut.listed); for an older one have zhibu server init run, for a newer one update this program"
                ))
        }
        return told
    }

    /// Prints the list that a ledger gives, or all towns of a county.
    ///
    /// - Parameter order: puts the rows of a county in another order than that of its towns.
    /// - Returns: Whether it has any row.
    @discardableResult
    func printList<Report: ListReport>(
        scope: String?, asOf day: Day, _ report: (any LedgerReading, Day, Scope) throws -> Report,
        from place: LedgerOptions, order: ([TownRow<Report.Row>]) -> [TownRow<Report.Row>] = { $0 }
    ) throws -> Bool {
        let county = try printCounty(
            scope: scope, asOf: day,
            { county, day in
                CountyList(try county.ask(asOf: day) { try report($0, day, $1) }, order: order)
            }, from: place)
        if let county { return !county.rows.isEmpty }
        return try !print(scope: scope, asOf: day, report, from: place).rows.isEmpty
    }

    /// Writes a report as a text, to the file where one is named.
    func write(_ report: some TextReport) throws {
        let text = report.printed(as: format)
        guard let output else { return try StandardStream.output.write(text) }
        try Signals.patiently {
            try FileReplacement.write(output, text: text, replacing: .forced(force), pulse: Signals.stopIfSignalled)
        }
    }
}
