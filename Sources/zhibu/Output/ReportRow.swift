import PartyWork
import TerminalUI

/// A row of a report that is a list: the same columns for a town, and behind the town for a county.
protocol ReportRow: Sendable {
    /// The titles of its columns in a text; all empty for rows that stand in groups.
    static var columns: [(title: String, alignment: Alignment)] { get }
    var cells: [String] { get }
    /// What stands above the rows of its group; nil for rows that stand in none.
    var group: String? { get }
    /// The keys that are columns of CSV.
    static var keys: [String] { get }
    /// The lines of CSV that it takes.
    var lines: [[String]] { get }
    var json: JSONValue { get }
}

extension ReportRow {
    var group: String? { nil }
    var lines: [[String]] { [json.flattened().map(\.cell)] }
}

/// A report that is a list of rows.
protocol ListReport: PrintedReport, Sendable {
    associatedtype Row: ReportRow
    /// What its heading calls it.
    var title: String { get }
    var asOf: Day { get }
    var scope: Scope { get }
    var scopeName: String { get }
    var rows: [Row] { get }
    /// Whether its heading counts the rows.
    static var isCounted: Bool { get }
    /// What stands where there is no row.
    static var nothing: String { get }
    /// What its JSON calls the rows.
    static var key: String { get }
    /// What its JSON says before everything else.
    var leading: [JSONValue.Member] { get }
}

extension ListReport {
    static var isCounted: Bool { true }
    var leading: [JSONValue.Member] { [] }

    var table: String {
        listing(
            reportHeading(title, scope, scopeName, asOf), Self.self, Row.columns,
            rows.map { (group: $0.group, cells: $0.cells) })
    }

    var json: JSONValue { document(leading, asOf, scope, scopeName, Self.key, rows.map(\.json)) }

    var csv: String { ReadableList.csv(header: Row.keys, rows: rows.flatMap(\.lines)) }
}

/// A list of the towns of a county: the columns of a town's list behind the town (SERVER section 4).
struct CountyList<Report: ListReport>: TextReport {
    private let title: String
    private let leading: [JSONValue.Member]
    /// The day of which the towns speak, such as a month's last.
    private let asOf: Day
    private let answer: CountyAnswer<Report>
    let rows: [TownRow<Report.Row>]

    /// A list of what all towns gave.
    ///
    /// - Parameter order: puts the rows in another order than that of the towns.
    init(_ answer: CountyAnswer<Report>, order: ([TownRow<Report.Row>]) -> [TownRow<Report.Row>] = { $0 }) {
        let first = answer.towns.lazy.compactMap(\.answer).first
        title = first?.title ?? ""
        leading = first?.leading ?? []
        asOf = first?.asOf ?? answer.asOf
        self.answer = answer
        rows = order(answer.rows(\.rows))
    }

    var leftOut: [String] { answer.leftOut.map(\.reason) }

    var table: String {
        let town = (
            title: Report.Row.columns[0].title.isEmpty ? "" : localized("乡镇", "town"), alignment: Alignment.left
        )
        return listing(
            reportHeading(localized("全县\(title)", "\(title) of all towns"), answer.scope, "", asOf),
            Report.self, [town] + Report.Row.columns,
            rows.map { (group: $0.row.group, cells: [$0.town.safe] + $0.row.cells) })
    }

    var json: JSONValue {
        let towns = rows.map { row in
            JSONValue.object(
                [JSONValue.Member("town", ["code": .string(row.code.digits), "name": .string(row.name)])]
                    + row.row.json.members)
        }
        return document(leading, asOf, answer.scope, "", Report.key, towns)
    }

    var csv: String {
        ReadableList.csv(
            header: ["town.code", "town.name"] + Report.Row.keys,
            rows: rows.flatMap { row in row.row.lines.map { [row.code.digits, row.name] + $0 } })
    }
}

extension TownRow {
    /// The town's name; empty where it has none yet.
    fileprivate var name: String { town == code.digits ? "" : town }
}

private func listing<Report: ListReport>(
    _ heading: String, _ report: Report.Type, _ columns: [(title: String, alignment: Alignment)],
    _ rows: [(group: String?, cells: [String])]
) -> String {
    let count = localized("  共 \(rows.count) 条", "  \(rows.count) in all")
    let heading = heading + (Report.isCounted ? count : "")
    if rows.isEmpty { return heading + "\n" + Report.nothing + "\n" }
    var lines = [heading]
    var rest = rows[...]
    while let group = rest.first?.group {
        let run = rest.prefix { $0.group == group }
        var table = TextTable(columns)
        for row in run { table.add(row.cells) }
        lines += ["", localized("\(group) \(run.count) 条", "\(group): \(run.count)")] + table.lines(indent: 2)
        rest = rest.dropFirst(run.count)
    }
    if !rest.isEmpty {
        var table = TextTable(columns)
        for row in rest { table.add(row.cells) }
        lines += [""] + table.lines()
    }
    return lines.joined(separator: "\n") + "\n"
}

private func document(
    _ leading: [JSONValue.Member], _ day: Day, _ scope: Scope, _ name: String, _ key: String, _ rows: [JSONValue]
) -> JSONValue {
    .object(
        leading + [
            .init("asOf", .string(day.description)), .init("scope", JSONValue(scope, named: name)),
            .init(key, .array(rows)),
        ])
}
