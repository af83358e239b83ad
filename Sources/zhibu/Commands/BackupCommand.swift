import ArgumentParser
import Ledger
import PartyWork

/// `zhibu backup`.
struct BackupCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup", abstract: localized("备份台账，不必停止使用", "Back the ledger up while it is in use"),
        discussion: localized(
            """
            备份是一份完整的台账，用 --database 即可打开；不覆盖已有文件。加 --for 时是带出去用的副本：在里面照常登记，带回来用 zhibu merge 并入。
            """,
            """
            The backup is a whole ledger that --database opens; it never replaces a file. With --for it is a copy to work in elsewhere,             which zhibu merge brings back.
            """))

    @Argument(help: .taking(.file, localized("备份文件", "the file to write")), completion: .file())
    var file: String

    @Option(
        name: .customLong("for"),
        help: .taking(
            .code,
            localized(
                "做成带出去用的副本：给哪个支部或乡镇用，写编码", "make a copy to be worked in and brought back, for the branch of this code"))
    )
    var code: String?

    @OptionGroup var place: LedgerOptions

    func run() throws {
        try ProgressLine(localized("已备份", "Copied"), "KB").attend { line in
            try place.use(needing: code == nil ? [.administer] : [.administer, .keep]) { ledger in
                try ledger.backup(to: file, for: code.map { Code($0) }) { bytes, share in
                    try line.step(bytes / 1_024, share)
                }
            }
        }
        let done = localized("已备份到 \(file.safe)", "Backed up to \(file.safe)")
        try StandardStream.output.write(done + "\n", done: done)
    }
}
