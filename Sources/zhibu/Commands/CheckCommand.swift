import ArgumentParser
import Ledger
import PartyWork

/// `zhibu check`.
struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: localized("检查台账是否完好", "Check that the ledger is sound"),
        discussion: localized(
            "并列出以“录入有误”结束的结对和说明；给出以前的封签，就核对流水是否还含有那时的过去。",
            "Also lists pairings that ended as entered in error, with the reason given; with seals of former days it tells whether the "
                + "journal still contains their past."))

    @OptionGroup var seals: SealOptions
    @OptionGroup var place: LedgerOptions

    func run() throws {
        let known = try seals.seals()
        let (report, remark, tables) = try place.use(needing: [.read, .administer]) {
            (try $0.check(against: known), $0.sharingRemark, try $0.tables)
        }
        try StandardStream.output.write(
            (report.rowLines(of: tables) + report.errorLines + report.sealLines).map { $0 + "\n" }.joined())
        for problem in report.problems {
            StandardStream.error.tell(localized("zhibu：\(problem.safe)\n", "zhibu: \(problem.safe)\n"))
        }
        if let remark {
            StandardStream.error.tell(localized("zhibu：注意：\(remark.safe)\n", "zhibu: note: \(remark.safe)\n"))
        }
        guard report.isSound else {
            throw Failure(
                .refused,
                localized(
                    "台账有 \(report.problems.count) 处问题；请停止录入，先备份",
                    "The ledger has \(plural(report.problems.count, "problem")); stop entering and back it up first"))
        }
        try StandardStream.output.write(
            report.comparesRows
                ? localized("台账完好\n", "The ledger is sound\n")
                : localized(
                    "表的结构和流水的封签完好。限阅的登记簿你看不到，所以各行没有核对：请管理员或纪检运行 zhibu check\n",
                    "The tables and the seals of the journal are sound. Rows were not compared, because restricted registers are not shown to you: that takes zhibu check by an administrator or discipline\n"
                ))
    }
}

extension CheckReport {
    fileprivate func rowLines(of tables: [TableSchema]) -> [String] {
        var table = TextTable([("", .left), ("", .right)])
        for kind in comparesRows ? tables : [] {
            let count = rows[kind] ?? 0
            if count > 0 || kind.files == .contract { table.add([kind.title, String(count)]) }
        }
        table.add([localized("流水", "entry"), String(entries)])
        return table.lines()
    }

    /// The seals from outside whose past the journal still contains, with the time of their entry.
    fileprivate var sealLines: [String] {
        witnesses.compactMap { witness in
            guard case .kept(let instant) = witness.verdict else { return nil }
            let time = localTime(instant, offset: Clock.offset())
            return localized(
                "封签 \(witness.seal) 相符：\(time) 以前的流水都在，没有改过",
                "Seal \(witness.seal) fits: the journal up to \(time) is there, unaltered")
        }
    }

    /// The pairings that were ended as 录入有误, with their sentences (CONTRACT section 2, pairing).
    fileprivate var errorLines: [String] {
        guard !enteredInError.isEmpty else { return [] }
        var table = TextTable([
            (localized("户", "household"), .left), (localized("帮扶人", "helper"), .left),
            (localized("结束日期", "ended on"), .left), (localized("经手人", "officer"), .left),
            (localized("说明", "why"), .left),
        ])
        for ending in enteredInError {
            let pairing = ending.pairing
            table.add([
                localized("\(ending.head)（\(pairing.household)）", "\(ending.head) (\(pairing.household))"),
                localized("\(ending.helperName)（\(pairing.helper)）", "\(ending.helperName) (\(pairing.helper))"),
                pairing.endedOn?.description ?? "", ending.officer, ending.sentence,
            ])
        }
        return [localized("录入有误的结对 \(enteredInError.count) 项", "Pairings entered in error: \(enteredInError.count)")]
            + table.lines(indent: 2)
    }
}
