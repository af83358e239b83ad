import ArgumentParser
import Ledger
import PartyWork

/// `zhibu check`.
struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "检查台账是否完好", discussion: "并列出以“录入有误”结束的结对和说明。")

    @OptionGroup var place: LedgerPlace

    func run() throws {
        let report = try place.use { try $0.check() }
        try StandardStream.output.write((report.rowLines + report.errorLines).map { $0 + "\n" }.joined())
        for problem in report.problems { StandardStream.error.tell("zhibu：\(problem.safe)\n") }
        guard report.isSound else { throw Failure(.refused, "台账有 \(report.problems.count) 处问题；请停止录入，先备份") }
        try StandardStream.output.write("台账完好\n")
    }
}

extension CheckReport {
    fileprivate var rowLines: [String] {
        var table = TextTable([("", .left), ("", .right)])
        for kind in Table.allCases {
            let count = rows[kind] ?? 0
            if count > 0 || Table.contract.contains(kind) { table.add([kind.title, String(count)]) }
        }
        table.add(["流水", String(entries)])
        return table.lines()
    }

    /// The pairings that were ended as 录入有误, with their sentences (CONTRACT section 2, pairing).
    fileprivate var errorLines: [String] {
        guard !enteredInError.isEmpty else { return [] }
        var table = TextTable([("户", .left), ("帮扶人", .left), ("结束日期", .left), ("经手人", .left), ("说明", .left)])
        for ending in enteredInError {
            let pairing = ending.pairing
            table.add([
                "\(ending.head)（\(pairing.household)）", "\(ending.helperName)（\(pairing.helper)）",
                pairing.endedOn?.description ?? "", ending.officer, ending.sentence,
            ])
        }
        return ["录入有误的结对 \(enteredInError.count) 项"] + table.lines(indent: 2)
    }
}
