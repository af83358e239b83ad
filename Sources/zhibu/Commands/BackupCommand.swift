import ArgumentParser
import Ledger
import PartyWork

/// `zhibu backup`.
struct BackupCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup", abstract: "备份台账，不必停止使用", discussion: "备份是一份完整的台账，用 --database 即可打开；不覆盖已有文件。")

    @Argument(help: ArgumentHelp("备份文件", valueName: "文件"), completion: .file())
    var file: String

    @OptionGroup var place: LedgerPlace

    func run() throws {
        try ProgressLine(localized("已备份", "Copied"), "KB").attend { line in
            try place.use { try $0.backup(to: file) { bytes, share in try line.step(bytes / 1_024, share) } }
        }
        try StandardStream.output.write("已备份到 \(file.safe)\n")
    }
}
