import ArgumentParser
import Exchange
import Ledger
import Papers
import PartyWork

/// `zhibu archive`: the year's file.
struct ArchiveCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "archive",
        abstract: localized("年度归档：一年的各种表、台账数据、目录和校验码，放进一个文件夹", "The year's file: papers, data, index, checksums"),
        discussion: localized(
            """
            汇总表（每季末）、月报、半年表、年度表、结对名册和帮扶卡（每村一个文件）、合作社登记册、登记簿，和台账的 CSV。限阅的登记簿不在其中，电话遮住。
            目录.csv 列出每个文件；以后用 sha256sum -c 校验码.txt 核对有没有动过。文件夹必须是新的；写不完就什么都不留下。
            """,
            """
            Summaries at each quarter's end, months, the half year, the year, pairing lists and household cards (a file for each village), cooperatives, registers \
            and the ledger's CSV files. Restricted registers are left out, telephones masked. 目录.csv lists the files; sha256sum -c 校验码.txt says \
            whether one was touched. The folder must be new; what cannot be finished leaves nothing.
            """))

    @Argument(
        help: .taking(localized("文件夹", "folder"), localized("新建的文件夹", "the folder to make")), completion: .directory)
    var folder: String

    @Option(help: .taking(localized("年份", "year"), localized("哪一年；默认今年", "which year; by default this one")))
    var year: Int?

    @Option(help: .taking(.code, localized("支部或范围的编码；默认全镇", "code of a branch or scope; by default the township")))
    var org: String?

    @Option(help: .taking(.format, localized("表的格式；默认 pdf", "format of the papers; by default pdf")))
    var format = FormFormat.pdf

    @OptionGroup var place: LedgerOptions

    func run() throws {
        let today = Clock.computer.today()
        let year = year ?? today.year
        let officer = Surroundings.officer
        let count = try ProgressLine(localized("已写出", "Written"), localized("个文件", "files")).attend { line in
            try place.use { ledger in
                try ledger.snapshot {
                    let scope = try ledger.scope(org)
                    guard let file = try ledger.yearFile(year, of: scope, until: today) else {
                        throw Failure(
                            .refused, localized("\(year) 年还没有到", "\(year) has not begun"))
                    }
                    let folder = try YearFolder(NewFolder(folder), format: format, by: officer)
                    return try folder.write(file, from: ledger, in: scope, line)
                }
            }
        }
        let done = localized("已归档到 \(folder.safe)：\(count) 个文件", "Archived in \(folder.safe): \(plural(count, "file"))")
        try StandardStream.output.write(done + "\n", done: done)
    }
}

extension Ledger {
    /// What belongs into the year's file of a scope; nil for a year that has not begun.
    ///
    /// - Throws: `LedgerError`, `Refusal`.
    fileprivate func yearFile(_ year: Int, of scope: Scope, until today: Day) throws -> YearFile? {
        let end = Day(year: year, month: 12, day: 31).map { min($0, today) } ?? today
        let branches = try status(asOf: end, scope: scope).branches.map { (code: $0.code, name: $0.name) }
        let registers = try registers().registers.filter { !$0.isRestricted }.map(\.name)
        return YearFile(year, of: scope, branches: branches, registers: registers, until: today)
    }
}
