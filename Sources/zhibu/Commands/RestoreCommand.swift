import ArgumentParser
import Glibc
import Ledger
import PartyWork

/// `zhibu restore`.
struct RestoreCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore", abstract: localized("列出自动备份，或恢复到其中一份", "List the daily copies, or restore one"),
        discussion: localized(
            """
            每天第一次保存以前，台账自动留一份前一天的副本（最近 7 天、5 周、12 个月）；设置里写 copies = 文件夹 换地方，copies = off 不留。\
            给出日期或备份文件就恢复：先列出之后的流水会丢掉哪些，问过再办；现在的台账另存在旁边。
            """,
            """
            Before the first save of a day a copy of the day before is kept (the last 7 days, 5 weeks, 12 months); the setting copies = FOLDER \
            puts it elsewhere, copies = off keeps none. A day or a file restores: first it tells which later entries would be lost, and \
            asks; the present ledger is kept beside.
            """))

    @Argument(
        help: .taking(
            .file, localized("哪一天的备份，或备份文件；不给则列出", "the day of a copy, or a file; without it they are listed")),
        completion: .file())
    var copy: String?

    @Flag(help: localized("不再问，直接恢复", "do not ask"))
    var yes = false

    @Option(help: .taking(.format, localized("列表的输出格式", "format of the list")))
    var format = DataFormat.table

    @OptionGroup var place: LedgerOptions

    func run() throws {
        let path = try place.path
        if Ledger.isOnServer(path) {
            throw Failure(
                .refused,
                localized(
                    "服务器上的台账不这样恢复，没有动；备份是 zhibu server backup 留的，由建库的人迁进一个空的乡镇（zhibu help 备份）",
                    "A server's ledger is not restored like this, and is as it was; whoever keeps the server takes a copy of zhibu server backup over into an empty town (zhibu help 备份)"
                ))
        }
        let copies = KeptCopies(ledger: path)
        guard let copy else {
            try list(copies)
            // The others are listed first: whoever restores needs what there is.
            return try copies.refuseUnreadable()
        }
        let file = copies.copies.first { $0.day.description == copy }?.path ?? copy
        guard access(file, R_OK) == 0 else {
            throw Failure(
                .refused,
                localized(
                    "没有 \(copy.safe) 的备份，也没有这个文件；zhibu restore 列出有哪些",
                    "There is no copy of \(copy.safe), and no such file; zhibu restore lists what there is"))
        }
        try restore(path, from: file)
    }

    // MARK: - The list

    private func list(_ copies: KeptCopies) throws {
        let rows = copies.copies.map { copy in
            var status = stat()
            return (copy: copy, bytes: stat(copy.path, &status) == 0 ? Int(status.st_size) : 0)
        }
        let text = format.text(
            table: {
                var table = TextTable([
                    (localized("截至", "as of"), .left), (localized("大小 KB", "KB"), .right),
                    (localized("文件", "file"), .left),
                ])
                for row in rows {
                    table.add([row.copy.day.description, String((row.bytes + 1023) / 1024), row.copy.path.safe])
                }
                let whole = rows.reduce(0) { $0 + $1.bytes }
                return table.lines().joined(separator: "\n") + "\n"
                    + localized(
                        "共 \(rows.count) 份，\((whole + 1023) / 1024) KB；恢复：zhibu restore 日期\n",
                        "\(plural(rows.count, "copy", "copies")), \((whole + 1023) / 1024) KB; to restore: zhibu restore DAY\n"
                    )
            },
            json: {
                [
                    "copies": .array(
                        rows.map {
                            [
                                "asOf": .string($0.copy.day.description), "bytes": .number($0.bytes),
                                "file": .string($0.copy.path), "ledger": .string($0.copy.ledger),
                            ]
                        })
                ]
            },
            csv: {
                ReadableList.csv(
                    header: ["asOf", "bytes", "file", "ledger"],
                    rows: rows.map { [$0.copy.day.description, String($0.bytes), $0.copy.path, $0.copy.ledger] })
            })
        try StandardStream.output.write(text)
    }

    // MARK: - Restoring

    private func restore(_ path: String, from file: String) throws {
        var (ledger, backup) = (stat(), stat())
        // It would wait for itself.
        if stat(path, &ledger) == 0, stat(file, &backup) == 0, ledger.st_ino == backup.st_ino,
            ledger.st_dev == backup.st_dev
        {
            throw Failure(
                .refused, localized("\(file.safe) 就是现在的台账，没有动", "\(file.safe) is the ledger itself; it is as it was"))
        }
        let copy = try Signals.unstopped { try Ledger.opened(at: file) }
        try StandardStream.output.write(try loss(path, copy).map { $0.safe + "\n" }.joined())
        guard yes || isAgreed() else {
            throw Failure(.refused, localized("没有恢复，台账没有动", "Nothing was restored; the ledger is as it was"))
        }
        let kept = "\(path).\(Clock.computer.instant().filter { $0.isNumber || $0 == "T" }).db"
        try Signals.unstopped { try Ledger.restore(path, from: file, keeping: kept) }
        let done = localized(
            "已恢复；原来的台账存为 \(kept.safe)，核对无误后可以删去",
            "Restored; the ledger as it was is \(kept.safe), which may go once all is well")
        try StandardStream.output.write(done + "\n", done: done)
    }

    /// What would be lost, in lines.
    ///
    /// - Throws: A `Failure` where the copy is of another ledger; a ledger that cannot be read loses what nobody can tell.
    private func loss(_ path: String, _ copy: Ledger) throws -> [String] {
        let head = try Signals.unstopped { try copy.head() }
        do {
            return try place.use(needing: [.administer]) { ledger in
                guard let now = try ledger.head() else { return [localized("现在的台账是空的", "The ledger is empty")] }
                // As after a restore that was a mistake.
                if let head, now.seal.entry < head.seal.entry, case .kept = try copy.witness(now.seal).verdict {
                    let count = head.seal.entry - now.seal.entry
                    return [
                        localized(
                            "这个备份比现在的台账多 \(count) 条流水，现在的都在里面，什么都不会丢",
                            "The copy has all of the ledger and \(plural(count, "later entry", "later entries")); nothing would be lost"
                        )
                    ]
                }
                guard let head, case .kept = try ledger.witness(head.seal).verdict else {
                    throw Failure(
                        .refused,
                        localized(
                            "这个备份不是本台账的过去（流水对不上）；要用它，请用 --database 指向另一个文件名再恢复",
                            "The copy is no past of this ledger (the journals differ); to use it, restore it under another name with "
                                + "--database"))
                }
                let count = now.seal.entry - head.seal.entry
                if count == 0 {
                    return [localized("备份之后没有新的流水，什么都不会丢", "Nothing was done since; nothing would be lost")]
                }
                let rows = try ledger.journal(limit: min(count, RestoreCommand.shown))
                let lines = rows.map { row in
                    "  \(row.id)  \(localTime(row.at, offset: Clock.offset()))  \(row.officer)  \(row.summary)"
                }
                let title = localized(
                    "备份之后的 \(count) 条流水会丢掉：", "\(plural(count, "later entry", "later entries")) would be lost:")
                return [title] + lines + (count > rows.count ? ["  …"] : [])
            }
        } catch let error as LedgerError {
            return [
                localized(
                    "现在的台账读不出来（\(error.text)），说不出会丢掉什么",
                    "The ledger cannot be read (\(error.text)); what would be lost is unknown")
            ]
        }
    }

    private static let shown = 20

    private func isAgreed() -> Bool {
        guard isatty(STDIN_FILENO) == 1 else {
            StandardStream.error.tell(
                localized("zhibu：要恢复请加 --yes\n", "zhibu: add --yes to restore\n"))
            return false
        }
        StandardStream.error.tell(localized("恢复吗？输入 yes 恢复，其他不恢复：", "Restore? yes restores, anything else does not: "))
        return readLine().map { CellRules.trimmed($0).lowercased() } == "yes"
    }
}
