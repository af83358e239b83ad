import ArgumentParser
import Ledger
import PartyWork

/// `zhibu server backup`: copies of every town of a server, kept as those that a file's ledger makes by itself; for a timetable, and at any time.
struct ServerBackupCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup",
        abstract: localized("把各乡镇的台账备份到一个文件夹", "Copy the ledger of each town into a folder"),
        discussion: localized(
            """
            留最近 7 天、5 周、12 个月的，一天一份，没有新登记的乡镇不重复备份；每份都是一本台账，zhibu restore 和 --database 都能打开。
            每天零点过后做一次：share/zhibu/server 里的 zhibu-backup.service 和 zhibu-backup.timer 交给 systemd 就行。
            """,
            """
            The last 7 days, 5 weeks and 12 months stay, one of a day; a town in which nothing was entered since has its copy already. Each is a whole \
            ledger that zhibu restore and --database open. Done once a day after midnight: zhibu-backup.service and zhibu-backup.timer in \
            share/zhibu/server do it with systemd.
            """))

    @Argument(
        help: .taking(
            localized("文件夹", "folder"), localized("备份的文件夹，要先建好", "the folder of the copies, which must be there")),
        completion: .directory)
    var folder: String

    @OptionGroup var place: LedgerOptions

    func run() throws {
        let copies = KeptCopies(in: folder)
        try copies.refuseUnreadable()
        let server = try LedgerServer(place.path)
        let towns = try Signals.unstopped { try server.towns() }
        var isWhole = true
        for town in towns {
            let remark = try Signals.unstopped {
                let ledger = try Ledger.opened(at: server.address(of: town))
                return copies.keepNow(ledger)
            }
            if let remark {
                isWhole = false
                StandardStream.error.tell(
                    localized("zhibu：\(town)：\(remark.safe)\n", "zhibu: \(town): \(remark.safe)\n"))
            }
        }
        let count = copies.copies.count
        let text = localized(
            "\(towns.count) 个乡镇，\(folder.safe) 里共有备份 \(count) 份\n",
            "\(plural(towns.count, "town")), \(plural(count, "copy", "copies")) in \(folder.safe)\n")
        try StandardStream.output.write(text, done: text)
        if !isWhole { throw Failure(.refused) }
    }
}
