import ArgumentParser
import Papers
import PartyWork

/// A report in the formats of `--format` that are texts.
protocol TextReport {
    var table: String { get }
    var json: JSONValue { get }
    var csv: String { get }
    /// The towns that it should tell of and does not, each with why.
    var leftOut: [String] { get }
}

extension TextReport {
    var leftOut: [String] { [] }
}

/// A report in each format of `--format`.
protocol PrintedReport: TextReport {
    func paper(_ context: PaperContext) -> Paper
}

extension TextReport {
    /// The report as a text; a workbook or a PDF is none.
    func printed(as format: OutputFormat) -> String {
        switch format {
        case .table, .xlsx, .pdf: table
        case .json: json.document
        case .csv: csv
        }
    }
}

extension StatusReport: PrintedReport {
    func paper(_ context: PaperContext) -> Paper { .township(self, months: [], context) }
}

/// How a report is printed.
enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
    case table
    case json
    case csv
    case xlsx
    case pdf

    /// The format as one of papers; nil for a text.
    var paper: FormFormat? {
        switch self {
        case .table, .json, .csv: nil
        case .xlsx: .xlsx
        case .pdf: .pdf
        }
    }
}
