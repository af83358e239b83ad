import ArgumentParser
import Ledger
import PartyWork

/// `zhibu backup`.
struct BackupCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup", abstract: localized("备份台账，不必停止使用", "Back the ledger up while it is in use"),
        discussion: localized(
            "备份是一份完整的台账，用 --database 即可打开；不覆盖已有文件。",
            "The backup is a whole ledger that --database opens; it never replaces a file."))

    @Argument(
        help: ArgumentHelp(localized("备份文件", "the file to write"), valueName: localized("文件", "file")),
        completion: .file())
    var file: String

    @OptionGroup var place: LedgerPlace

    func run() throws {
        try ProgressLine(localized("已备份", "Copied"), "KB").attend { line in
            try place.use { try $0.backup(to: file) { bytes, share in try line.step(bytes / 1_024, share) } }
        }
        let done = localized("已备份到 \(file.safe)", "Backed up to \(file.safe)")
        try StandardStream.output.write(done + "\n", done: done)
    }
}
