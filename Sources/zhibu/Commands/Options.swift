import ArgumentParser
import Exchange
import Ledger
import Papers
import PartyWork

/// `--database` and `--language`, which every command takes.
struct LedgerPlace: ParsableArguments {
    @Option(
        name: .long,
        help: ArgumentHelp(
            localized(
                "台账文件；默认取 $ZHIBU_DATABASE，再取 $XDG_DATA_HOME/zhibu/zhibu.db（未设时为 ~/.local/share）",
                "the ledger's file; by default $ZHIBU_DATABASE, else $XDG_DATA_HOME/zhibu/zhibu.db (~/.local/share where unset)"
            ), valueName: localized("路径", "path")),
        completion: .file())
    var database: String?

    @OptionGroup var language: LanguageOption

    /// The file to open.
    var path: String {
        get throws {
            let path = database ?? Surroundings.database
            guard !path.isEmpty, !path.unicodeScalars.contains(where: \.isUnsafeInOutput) else {
                throw Failure(
                    .wrongUsage,
                    localized(
                        "--database 的路径是空的或含有控制字符，请改正", "The path of --database is empty or has control characters"))
            }
            guard path != ":memory:", !path.hasPrefix("file:") else {
                throw Failure(
                    .wrongUsage,
                    localized(
                        "“\(path)”不是文件名，录入的内容会丢失；请给出台账文件，文件真叫这个名字时写成 ./\(path)",
                        "\(path) names no file, and what is entered would be lost; give the ledger's file; one of that very name is "
                            + "./\(path)"))
            }
            return path
        }
    }

    /// Opens the ledger, which is created where it does not exist yet, and does with it what a command is for; nothing that
    /// waits for a person.
    func use<Value>(_ work: (Ledger) throws -> Value) throws -> Value {
        let path = try path
        return try Signals.unstopped { try work(LedgerPlace.open(path)) }
    }

    /// Opens a ledger for as long as the program runs.
    static func open(_ path: String) throws -> Ledger {
        try Resources.check()
        return try Ledger.open(path: path).keptOpen()
    }
}

/// `--language`, which every command takes. It is read by `Arguments.language` before anything is parsed, so that help and
/// errors speak it; here it stands for the help, and so that the parser takes it.
struct LanguageOption: ParsableArguments {
    @Option(
        name: .long,
        help: ArgumentHelp(
            localized(
                "界面语言 (language)：zh 或 en；默认取 $ZHIBU_LANGUAGE、设置、$LANG",
                "language (界面语言): zh or en; by default $ZHIBU_LANGUAGE, the settings, $LANG"),
            valueName: localized("语言", "language")))
    var language: String?
}

/// `--as-of`, `--scope`, `--format` and `--output`, which reports take.
struct ReportOptions: ParsableArguments {
    @Option(
        name: .customLong("as-of"),
        help: ArgumentHelp(localized("截至日期；默认今天", "as-of date; by default today"), valueName: localized("日期", "date")))
    var asOf: DayArgument?

    @Option(
        name: .long,
        help: ArgumentHelp(
            localized("范围：编码或其开头几位；默认全镇", "scope: a code or its first digits; by default the township"),
            valueName: localized("编码", "code")))
    var scope: String?

    @OptionGroup var output: ReportOutput

    /// Prints the report that a ledger gives for the date and scope asked for; the date is else the one on the clock.
    @discardableResult
    func print<Report: PrintedReport>(
        _ report: (Ledger, Day, Scope) throws -> Report, from place: LedgerPlace
    ) throws -> Report {
        try output.print(scope: scope, asOf: asOf?.day ?? Clock.computer.today(), report, from: place)
    }
}

/// `--format` and `--output`.
struct ReportOutput: ParsableArguments {
    @Option(name: .long, help: ArgumentHelp(localized("输出格式", "format"), valueName: localized("格式", "format")))
    var format = OutputFormat.table

    @Option(
        name: .long,
        help: ArgumentHelp(
            localized("写到的文件；xlsx 必须给", "the file to write; needed for xlsx"), valueName: localized("文件", "file")),
        completion: .file())
    var output: String?

    @OptionGroup var force: ForceOption

    /// Prints the report that a ledger gives for a date and a scope.
    @discardableResult
    func print<Report: PrintedReport>(
        scope: String?, asOf day: Day, _ report: (Ledger, Day, Scope) throws -> Report,
        from place: LedgerPlace
    ) throws -> Report {
        if format == .xlsx { try PaperOutput(format: .xlsx, path: output, force).refuseUnreadable() }
        let (report, town) = try place.use { ledger in
            try ledger.snapshot {
                let scope = try ledger.scope(scope)
                return (try report(ledger, day, scope), try ledger.place(scope))
            }
        }
        if format == .xlsx {
            let officer = Surroundings.officer
            let context = PaperContext(place: town, asOf: day, made: PaperContext.made(by: officer))
            try PaperOutput(format: .xlsx, path: output, force).write([report.paper(context)], by: officer)
            return report
        }
        let text = report.printed(as: format)
        guard let output else {
            try StandardStream.output.write(text)
            return report
        }
        try Signals.patiently {
            try FileReplacement.write(
                output, text: text, replacing: force.permission, pulse: Signals.stopIfSignalled)
        }
        return report
    }
}

/// `--force`, which commands that write files take.
struct ForceOption: ParsableArguments {
    @Flag(
        name: .long,
        help: localized(
            "同名文件不是以前写出的同一种文件也替换；台账和备份总不替换",
            "replace a file that was not written as this kind before; ledgers and backups never are"))
    var force = false

    /// What may be replaced.
    var permission: FileReplacement.Permission { force ? .anything : .ownKind }
}

/// A report in each format of `--format`.
protocol PrintedReport {
    var table: String { get }
    var json: JSONValue { get }
    var csv: String { get }
    func paper(_ context: PaperContext) -> Paper
}

extension PrintedReport {
    /// The report as a text; a workbook is none.
    func printed(as format: OutputFormat) -> String {
        switch format {
        case .table, .xlsx: table
        case .json: json.document
        case .csv: csv
        }
    }
}

extension StatusReport: PrintedReport {
    func paper(_ context: PaperContext) -> Paper { .township(self, months: [], context) }
}

extension GapsReport: PrintedReport {}

/// How a report is printed.
enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
    case table
    case json
    case csv
    case xlsx
}

/// A date on the command line, in the four forms of CONTRACT section 1.
struct DayArgument: ExpressibleByArgument {
    let day: Day

    init?(argument: String) {
        guard let day = Day(CellRules.trimmed(argument)) else { return nil }
        self.day = day
    }
}

/// Reads a value that would stand in a column of a file by the rules for that column's cells.
///
/// - Throws: a `Refusal`, as for a row of a file; a value that only steers a command is wrong usage instead.
func cell<Value>(_ column: Column, _ text: String, _ read: (String) throws(Fault) -> Value?) throws -> Value {
    do throws(Fault) {
        guard let value = try read(CellRules.trimmed(text)) else { throw .missing }
        return value
    } catch {
        throw Refusal.faults([FieldFault(column, error)])
    }
}
