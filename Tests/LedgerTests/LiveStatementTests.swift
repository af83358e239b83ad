import Foundation
import Testing

@testable import Ledger

/// The benchmark runs the program's own statements in the sqlite3 shell and in the floor program.
@Suite("Statements of the benchmark") struct LiveStatementTests {
    static let statements: [NamedSQL] = [
        .organizations, .activityTally, .householdCoverage, .memberCoverage, .cooperatives, .founders, .others,
        .committee,
    ]

    @Test("Benchmarks/live.sql holds the statements of a status as they are; `make golden` writes it")
    func live() throws {
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Benchmarks/live.sql")
        let text =
            "-- The statements of a town's status, written by `make golden`.\n"
            + Self.statements.map { "-- \($0.name)\n\($0.sql);\n" }.joined()
        if ProcessInfo.processInfo.environment["ZHIBU_GOLDEN"] == "write" {
            try Data(text.utf8).write(to: file)
        }
        #expect(try String(contentsOf: file, encoding: .utf8) == text)
    }
}
