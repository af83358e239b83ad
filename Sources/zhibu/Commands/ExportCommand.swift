import ArgumentParser
import Exchange
import Ledger
import PartyWork

/// `zhibu export`.
struct ExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "把台账写成六个 CSV 文件", discussion: "已有的同名文件要么全部换成新的，要么一个不动。")

    @Argument(help: ArgumentHelp("放置文件的文件夹；没有就新建", valueName: "文件夹"), completion: .directory)
    var folder: String

    @OptionGroup var place: LedgerPlace

    func run() throws {
        let counts = try place.use { try $0.exporting { try Exporter(folder: folder).run($0) } }
        var table = TextTable([("", .left), ("", .right)])
        for kind in Table.allCases { table.add([kind.fileName, "\(counts[kind] ?? 0) 行"]) }
        try StandardStream.output.write(table.lines().map { $0 + "\n" }.joined())
    }
}
