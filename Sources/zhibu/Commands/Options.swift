import ArgumentParser
import Ledger
import PartyWork

/// `--database`, which every command takes.
struct LedgerPlace: ParsableArguments {
    @Option(
        name: .long,
        help: ArgumentHelp(
            "台账文件；默认取 $ZHIBU_DATABASE，再取 $XDG_DATA_HOME/zhibu/zhibu.db（未设时为 ~/.local/share）", valueName: "路径"),
        completion: .file())
    var database: String?

    /// The file to open.
    var path: String {
        get throws {
            let path = database ?? Surroundings.database
            guard !path.isEmpty, !path.unicodeScalars.contains(where: \.isUnsafeInOutput) else {
                throw Failure(.wrongUsage, "--database 的路径是空的或含有控制字符，请改正")
            }
            return path
        }
    }

    /// Opens the ledger, which is created where it does not exist yet, and does with it what a command is for; nothing that
    /// waits for a person.
    func use<Value>(_ work: (Ledger) throws -> Value) throws -> Value {
        let path = try path
        return try Signals.unstopped { try work(Ledger.open(path: path)) }
    }
}

/// `--as-of`, `--scope` and `--format`, which reports take.
struct ReportOptions: ParsableArguments {
    @Option(name: .customLong("as-of"), help: ArgumentHelp("截至日期；默认今天", valueName: "日期"))
    var asOf: DayArgument?

    @Option(name: .long, help: ArgumentHelp("范围：编码或其开头几位；默认全镇", valueName: "编码"))
    var scope: String?

    @Option(name: .long, help: ArgumentHelp("输出格式", valueName: "格式"))
    var format = OutputFormat.table

    /// Prints the report that a ledger gives for the date and scope asked for; the date is else the one on the clock.
    func print(_ report: (Ledger, Day, Scope) throws -> some PrintedReport, from place: LedgerPlace) throws {
        let report = try place.use { try report($0, asOf?.day ?? Clock.today(), $0.scope(scope)) }
        try StandardStream.output.write(report.printed(as: format))
    }
}

/// A report in each format of `--format`.
protocol PrintedReport {
    var table: String { get }
    var json: JSONValue { get }
    var csv: String { get }
}

extension PrintedReport {
    func printed(as format: OutputFormat) -> String {
        switch format {
        case .table: table
        case .json: json.document
        case .csv: csv
        }
    }
}

extension StatusReport: PrintedReport {}
extension GapsReport: PrintedReport {}

/// How a report is printed.
enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
    case table
    case json
    case csv
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
