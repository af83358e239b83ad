import Glibc
import PartyWork

/// Why the ledger's file cannot be used.
///
/// Data when thrown; `text` says it: what, where, what to do next.
///
/// Rules of the domain that say no are `Refusal`s of PartyWork, not errors of this type.
package enum LedgerError: Error, Hashable, Sendable {
    /// The file or its folder cannot be created; `errno` of the call that failed.
    case cannotCreate(path: String, errno: Int32)
    /// The file cannot be opened; `errno` of the call that failed, 0 if SQLite did not say.
    case cannotOpen(path: String, errno: Int32)
    /// A text, an archive, a folder, or the database of another program.
    case notALedger(path: String)
    /// Written by a later version of zhibu.
    case newerSchema(path: String)
    /// Another process kept the ledger locked for longer than the busy time-out.
    case locked(path: String)
    /// An officer has kept the town's lock for longer than the busy time-out, since a time of the day; ended by now, or not yet.
    case held(path: String, by: String, since: String, isEnded: Bool)
    /// The file or its disk takes no writes.
    case readOnly(path: String)
    /// No room for the write; nothing of it was saved. The folder is the ledger's, or the one for temporary files.
    case diskFull(path: String, folder: String)
    /// Memory ran out; nothing was saved.
    case outOfMemory(path: String)
    /// The file system gives no locks; `errno` of the call that failed.
    case locksRefused(path: String, errno: Int32)
    /// Somebody's unfinished write is left in a folder with the sticky bit, where only its owner can clear it up.
    case stickyFolder(path: String, folder: String)
    /// Reading or writing the disk failed; SQLite's extended code.
    case inputOutput(path: String, code: Int32)
    /// The file's structure or a row in it is damaged.
    case corrupt(path: String, detail: String)
    /// On a network file system, where the locks of SQLite cannot be trusted.
    case networkFileSystem(path: String, kind: String)
    /// SQLite did not take `synchronous=EXTRA`, without which a power cut can lose a saved act.
    case unsafeWrites(path: String, synchronous: Int)
    /// A backup never replaces a file that is there already.
    case fileExists(path: String)
    /// A backup could not be written; `errno` of the call that failed, 0 if SQLite did not say. The ledger is as it was.
    case backupFailed(path: String, errno: Int32)
    /// A backup is there and whole, but the disk did not confirm its name; `errno` of the call that failed.
    case backupUnsettled(path: String, errno: Int32)
    /// A pipe, a device or a folder has the name of the ledger's journal.
    case strangeJournal(path: String, journal: String)
    /// The name that SQLite keeps for the journal of another database.
    case sideFile(path: String, database: String)
    /// An address of a server that names no town, or none that is a code.
    case badAddress(path: String)
    /// An address of another computer, over a line that others could read or answer.
    case insecure(path: String)
    /// The library that speaks to servers is not installed.
    case serverLibraryMissing(path: String)
    /// No server of the address lets us in; what the library says of it.
    case cannotConnect(path: String, detail: String)
    /// A server of the address answers, and lets the account not in, or is not trusted.
    case shutOut(path: String, account: String, ShutOut)
    /// The line to the server is gone, or nothing came over it for too long.
    case connectionLost(path: String)
    /// The database has no such town.
    case noTown(path: String, code: String)
    /// The town is there, and not open to the account, which is none of its officers, or none any more.
    case notAdmitted(path: String, account: String)
    /// The database was made in another way than zhibu needs; what is wrong with it.
    case unfitDatabase(path: String, detail: String)
    /// The server's ledger is of an earlier version, and only whoever keeps the server brings it up to date.
    case olderSchema(path: String)
    /// The server does not allow it to this account.
    case denied(path: String)
    /// What only whoever keeps the server may do.
    case notKeeper(path: String)
    /// A town takes over a file only while nothing is in it.
    case notEmpty(path: String)
    /// The file is of other townships than the town that takes it over.
    case otherTown(path: String, code: String)
    /// What came over from a file is not what is in it; nothing was kept.
    case copyDiffers(path: String, detail: String)
    /// A fault of ours: a statement failed that should not have.
    case failed(path: String, detail: String)
    /// An act ended in an error, and is not in the ledger.
    indirect case unsaved(LedgerError)
    /// An act ended in an error, and the ledger cannot be asked whether it is there.
    indirect case unsure(LedgerError)
}

extension LedgerError {
    /// What is wrong, with which file, and what to do next.
    package var text: String {
        switch self {
        case .cannotCreate(let path, let errno):
            localized(
                "无法建立台账文件 \(path)：\(Self.reason(errno))；请检查文件夹和权限，或用 --database 换一个位置",
                "Cannot create the ledger \(path): \(Self.reason(errno)); check folder and permissions, or give another place "
                    + "with --database")
        case .cannotOpen(let path, let errno):
            localized(
                "无法打开台账文件 \(path)：\(Self.reason(errno))；请检查路径和权限",
                "Cannot open the ledger \(path): \(Self.reason(errno)); check path and permissions")
        case .notALedger(let path):
            localized(
                "\(path) 不是支部台账的数据文件；请用 --database 指明正确的文件，此文件未作任何改动",
                "\(path) is no ledger of zhibu; give the right file with --database; this one was left as it is")
        case .newerSchema(let path):
            localized(
                "\(path) 的数据由更新的版本建立；请升级本程序后再打开，此文件未作任何改动",
                "\(path) was written by a newer version; update this program first; the file was left as it is")
        case .locked(let path):
            localized(
                "台账 \(path) 正被别的程序占用，等了一会儿仍未空闲；请稍候再试",
                "The ledger \(path) is in use by another program, and was not free after a while; try again later")
        case .held(let path, let officer, let since, false):
            localized(
                "台账 \(path) 从 \(since) 起正由 \(officer) 保存，还没有完；请稍候再试，满两分钟还占着的会被断开",
                "\(officer) has been saving in the ledger \(path) since \(since); try again later: whoever takes two minutes is cut off"
            )
        case .held(let path, let officer, let since, true):
            localized(
                "台账 \(path) 从 \(since) 起一直被 \(officer) 占着，现已断开那个连接；请再保存一次",
                "\(officer) had kept the ledger \(path) since \(since), and was cut off; save once more")
        case .readOnly(let path):
            localized(
                "台账 \(path) 只能读、不能写；请检查文件权限或磁盘是否只读",
                "The ledger \(path) can be read but not written; check its permissions, and whether the disk is read-only"
            )
        case .diskFull(let path, let folder):
            localized(
                "\(folder) 所在的磁盘已满，台账 \(path) 写不进去；请腾出空间后再试",
                "The disk of \(folder) is full, and the ledger \(path) cannot be written; make room, then try again")
        case .outOfMemory(let path):
            localized(
                "内存不足，台账 \(path) 用不了；请关掉一些程序再试",
                "Memory ran out for the ledger \(path); close some programs and try again")
        case .locksRefused(let path, let errno):
            localized(
                "台账 \(path) 所在的磁盘不能加锁（\(Self.reason(errno))），多人同时使用会损坏数据；请放到本机磁盘上",
                "The disk of the ledger \(path) gives no locks (\(Self.reason(errno))), so that use by several people would damage "
                    + "it; put it on a disk of this machine")
        case .stickyFolder(let path, let folder):
            localized(
                "别人中断时留下的 \(path)-journal 您不能清理，因为文件夹 \(folder) 设了粘滞位；请那位同事或管理员打开一次台账，"
                    + "并把文件夹改为 2770（chmod 2770）",
                "Someone's interrupted write left \(path)-journal, which you may not clear up because the folder \(folder) is sticky; "
                    + "have them or an administrator open the ledger once, and set the folder to 2770 (chmod 2770)")
        case .inputOutput(let path, let code):
            localized(
                "读写台账 \(path) 时磁盘出错（SQLite \(code)）；请检查磁盘，并尽快备份",
                "The disk failed under the ledger \(path) (SQLite \(code)); check the disk, and back up soon")
        case .corrupt(let path, let detail):
            localized(
                "台账 \(path) 的数据已损坏：\(detail)；请停止录入，用最近的备份恢复",
                "The ledger \(path) is damaged: \(detail); stop entering, and restore the latest backup")
        case .networkFileSystem(let path, let kind):
            localized(
                "台账 \(path) 在网络或挂载的文件系统（\(kind)）上，多人同时使用会损坏数据；请放到本机磁盘上",
                "The ledger \(path) is on a network or mounted file system (\(kind)), where use by several people damages it; "
                    + "put it on a disk of this machine")
        case .unsafeWrites(let path, let synchronous):
            localized(
                "台账 \(path) 的写盘方式不可靠（synchronous=\(synchronous)，应为 3），已拒绝打开；请更换系统的 SQLite",
                "The ledger \(path) was not opened: its writes would not be safe (synchronous=\(synchronous), not 3); "
                    + "install another SQLite")
        case .fileExists(let path):
            localized(
                "\(path) 已存在，备份不覆盖已有文件；请换一个文件名",
                "\(path) exists already, and a backup never replaces a file; choose another name")
        case .backupFailed(let path, let errno):
            localized(
                "备份 \(path) 没有写成：\(Self.reason(errno))；台账没有改动，请处理后再试，或换一个地方备份",
                "The backup \(path) was not written: \(Self.reason(errno)); the ledger is as it was; see to that, or back up to "
                    + "another place")
        case .backupUnsettled(let path, let errno):
            localized(
                "已备份到 \(path)，只是磁盘报错（\(Self.reason(errno))），断电时可能会丢；请检查磁盘",
                "Backed up to \(path), only the disk failed afterwards (\(Self.reason(errno))), so that a power cut may lose it; check "
                    + "the disk")
        case .strangeJournal(let path, let journal):
            localized(
                "打不开台账 \(path)：\(journal) 应是它的日志，却不是普通文件；请把它移走再试",
                "Cannot open the ledger \(path): \(journal) should be its journal, and is no ordinary file; move it away, then try "
                    + "again")
        case .sideFile(let path, let database):
            localized(
                "\(path) 是数据文件 \(database) 的日志文件名，用了会损坏它；请换一个文件名",
                "\(path) is the name of a journal of \(database), which it would damage; choose another name")
        case .badAddress(let path):
            localized(
                "地址 \(path) 没有写明是哪个乡镇；请在后面写上 town= 和九位编码，如 postgresql://服务器/county?town=422801100",
                "The address \(path) does not say which town; end it with town= and nine digits, such as "
                    + "postgresql://server/county?town=422801100")
        case .insecure(let path):
            localized(
                "\(path) 在别的电脑上，地址里却没有写 sslmode=verify-full，线路可能被人看到；请加上，确知线路安全时才用 --insecure",
                "\(path) is on another computer, and without sslmode=verify-full others could read along; add it, or use --insecure where "
                    + "the line is safe")
        case .serverLibraryMissing(let path):
            localized(
                "打不开 \(path)：本机没有安装 PostgreSQL 的客户端库；请管理员执行 apt install libpq5",
                "Cannot open \(path): PostgreSQL's client library is not installed; have an administrator run apt install libpq5"
            )
        case .cannotConnect(let path, let detail):
            localized(
                "连不上服务器 \(path)；请检查地址、网络和账号，或问管理员（服务器的原话：\(detail)）",
                "Cannot connect to \(path); check address, network and account, or ask the administrator (\(detail))")
        case .shutOut(let path, let account, let why): why.text(path, account)
        case .connectionLost(let path):
            localized(
                "与服务器 \(path) 的连接断了；下次用到时会自动重新连接",
                "The line to \(path) is gone; whatever asks next connects again")
        case .noTown(let path, let code):
            localized(
                "服务器 \(path) 上没有乡镇 \(code) 的台账；请管理员执行 zhibu server town add \(code)",
                "There is no ledger of the town \(code) at \(path); have the administrator run zhibu server town add \(code)"
            )
        case .notAdmitted(let path, let account):
            localized(
                "账号“\(account)”没有登记为这个乡镇的经办人，打不开 \(path)；请找这个乡镇的管理员登记",
                "The account \"\(account)\" is no officer of this town, and may not open \(path); ask the town's administrator to be added"
            )
        case .unfitDatabase(let path, let detail):
            localized(
                "数据库 \(path) 不能用：\(detail)；请另建一个，zhibu server init 会按要求建立",
                "The database \(path) cannot be used: \(detail); make another, as zhibu server init does")
        case .olderSchema(let path):
            localized(
                "服务器 \(path) 上的台账是旧版本的；请管理员用本版本执行 zhibu server init",
                "The ledger at \(path) is of an earlier version; have the administrator run zhibu server init with this one"
            )
        case .denied(let path):
            localized(
                "您的账号在服务器 \(path) 上没有这项权限；请管理员办理", "Your account may not do that at \(path); ask the administrator")
        case .notKeeper(let path):
            localized(
                "\(path) 上的库、乡镇和迁入由建库的人办（服务器的 postgres，或 zhibu_keeper 的成员），没有做；请找他办理",
                "Databases, towns and taking files over at \(path) are for whoever keeps the server (its postgres, or a member of zhibu_keeper); nothing was done, ask them"
            )
        case .notEmpty(let path):
            localized(
                "\(path) 里已有台账，没有迁入；只能迁入空的乡镇",
                "There is a ledger at \(path) already; a file is taken over only by an empty town")
        case .otherTown(let path, let code):
            localized(
                "文件 \(path) 里有乡镇 \(code)，与要迁入的乡镇不同，没有迁入；请核对 town= 后面的编码",
                "The file \(path) is of the town \(code), another than the one that takes it over; check the code behind town="
            )
        case .copyDiffers(let path, let detail):
            localized(
                "迁移 \(path) 后核对不上（\(detail)），已全部退回；请把这句话告诉维护人员",
                "What came over from \(path) differs (\(detail)), and all was taken back; tell this to whoever maintains it"
            )
        case .failed(let path, let detail):
            localized(
                "台账 \(path) 内部出错：\(detail)；请把这句话告诉维护人员",
                "Something inside went wrong with the ledger \(path): \(detail); tell this sentence to whoever maintains it"
            )
        case .unsaved(let error): localized("本次未保存：\(error.text)", "Nothing was saved: \(error.text)")
        case .unsure(let error):
            localized(
                "不知道这次是否已经保存：\(error.text)；先看流水（zhibu journal，看板按 8）里有没有，再决定要不要重做",
                "It is not known whether this was saved: \(error.text); look into the journal (zhibu journal, or 8) before doing it again"
            )
        }
    }

    private static func reason(_ errno: Int32) -> String {
        switch errno {
        case EPERM, EACCES: localized("没有权限", "no permission")
        case ENOENT: localized("文件或文件夹不存在", "no such file or folder")
        case EEXIST: localized("同名文件已存在", "a file of that name is there")
        case ENOTDIR: localized("路径中有一段不是文件夹", "a part of the path is no folder")
        case EISDIR: localized("这是一个文件夹", "it is a folder")
        case ENOSPC: localized("磁盘已满", "the disk is full")
        case EROFS: localized("磁盘只读", "the disk is read-only")
        case ENAMETOOLONG: localized("文件名过长", "the name is too long")
        case ELOOP: localized("这是一个失效的链接", "it is a broken link")
        case EDQUOT: localized("超出磁盘配额", "over the disk quota")
        case EFBIG: localized("超出允许的文件大小", "over the size that files may have")
        case EIO: localized("磁盘读写出错", "the disk failed")
        case EMFILE, ENFILE: localized("打开的文件过多，请关掉一些程序", "too many open files; close some programs")
        case ENOMEM: localized("内存不足", "memory ran out")
        case ENOLCK, ENOSYS, EOPNOTSUPP: localized("不支持文件锁", "no file locks there")
        case 0: localized("原因不明", "reason unknown")
        default: localized("系统错误 \(errno)", "system error \(errno)")
        }
    }
}
