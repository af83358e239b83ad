import ArgumentParser
import Exchange
import Ledger
import PartyWork

/// `zhibu export`.
struct ExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "把台账写成 CSV 文件",
        discussion: "六个表各一个文件；户状态、任职、走访情况、清单、勾选、免除有内容时另各一个。已有的同名文件要么全部换成新的，要么一个不动。")

    @Argument(help: ArgumentHelp("放置文件的文件夹；没有就新建", valueName: "文件夹"), completion: .directory)
    var folder: String

    @OptionGroup var place: LedgerPlace

    func run() throws {
        let counts = try place.use { try $0.exporting { try Exporter(folder: folder).run($0) } }
        var table = TextTable([("", .left), ("", .right)])
        for kind in Table.allCases { if let count = counts[kind] { table.add([kind.fileName, "\(count) 行"]) } }
        try StandardStream.output.write(table.lines().map { $0 + "\n" }.joined())
    }
}
