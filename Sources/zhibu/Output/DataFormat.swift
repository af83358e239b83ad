import ArgumentParser
import PartyWork

/// How a list that is no report is printed.
enum DataFormat: String, ExpressibleByArgument, CaseIterable {
    case table
    case json
    case csv

    /// The list in the format asked for; the others are not made.
    func text(table: () -> String, json: () -> JSONValue, csv: () -> String) -> String {
        switch self {
        case .table: table()
        case .json: json().document
        case .csv: csv()
        }
    }
}

/// `--fail-if-any`, by which a timetable (cron) learns that there is something to do.
struct FailOption: ParsableArguments {
    @Flag(
        name: .customLong("fail-if-any"),
        help: localized("列出了任何一条就以状态 1 结束，供定时任务判断", "end with status 1 if anything is listed, for scheduled jobs"))
    var failsIfAny = false

    /// Ends the command with 1 where that was asked for and there is something; what it is has been printed.
    func fail(if isAny: Bool) throws {
        if failsIfAny, isAny { throw Failure(.refused) }
    }
}
