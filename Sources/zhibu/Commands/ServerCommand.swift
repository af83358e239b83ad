import ArgumentParser
import Ledger
import PartyWork

/// `zhibu server`.
struct ServerCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "server",
        abstract: localized("在 PostgreSQL 服务器上多人共用台账", "Ledgers that several offices share on a PostgreSQL server"),
        discussion: localized(
            """
            由管理员做一次：server init 建库，server town add 建乡镇，server adopt 把原来的台账文件迁进去。此后各人用
            --database 'postgresql://服务器/库?town=编码' 打开，或写进 $ZHIBU_DATABASE。
            """,
            """
            Done once by an administrator: server init makes the database, server town add a town, server adopt takes a file over. From then
            on everyone opens it by --database 'postgresql://server/database?town=code', or by $ZHIBU_DATABASE.
            """),
        subcommands: [Initialize.self, Town.self, Adopt.self, ServerBackupCommand.self])

    /// `zhibu server init`.
    struct Initialize: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "init",
            abstract: localized("建立数据库，或把它升到本程序的版本", "Make the database, or bring it up to this program's version"))

        @Argument(
            help: .taking(
                localized("地址", "address"), localized("如 postgresql://服务器/county", "such as postgresql://server/county")
            ))
        var address: String

        @Flag(
            help: localized(
                "服务器在别的电脑上、线路没有加密核对时也照样连接", "connect to a server on another computer also without sslmode=verify-full"))
        var insecure = false

        @Option(help: .language) var language: String?

        func run() throws {
            let address = insecure ? Ledger.permittingAnyLine(to: address) : address
            let deeds = try Signals.unstopped { try LedgerServer(address).prepare() }
            let text = deeds.map { $0.text + "\n" }.joined()
            try StandardStream.output.write(text, done: text)
        }
    }

    /// `zhibu server town`.
    struct Town: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "town", abstract: localized("服务器上的乡镇", "Towns on the server"),
            subcommands: [Add.self, List.self], defaultSubcommand: List.self)

        /// `zhibu server town add`.
        struct Add: ParsableCommand {
            static let configuration = CommandConfiguration(
                commandName: "add", abstract: localized("为一个乡镇建立空的台账", "Make an empty ledger for a town"))

            @Argument(help: .taking(.code, localized("乡镇的九位编码", "the town's code of nine digits")))
            var code: String

            @OptionGroup var place: LedgerOptions

            func run() throws {
                let code = Code(code)
                guard code.level == .township else {
                    throw Failure(
                        .wrongUsage,
                        localized("“\(self.code.safe)”不是乡镇的九位编码", "\(self.code.safe) is no code of a town, nine digits")
                    )
                }
                let server = try LedgerServer(place.path)
                let deed = try Signals.unstopped { try server.addTown(code) }
                let text = deed.text + "\n" + localized("地址：", "Address: ") + server.address(of: code).safe + "\n"
                try StandardStream.output.write(text, done: text)
            }
        }

        /// `zhibu server town list`.
        struct List: ParsableCommand {
            static let configuration = CommandConfiguration(
                commandName: "list", abstract: localized("列出乡镇", "List the towns"))

            @OptionGroup var place: LedgerOptions

            func run() throws {
                let server = try LedgerServer(place.path)
                let towns = try Signals.unstopped { try server.towns() }
                try StandardStream.output.write(towns.map { server.address(of: $0).safe + "\n" }.joined())
            }
        }
    }

    /// `zhibu server adopt`.
    struct Adopt: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "adopt",
            abstract: localized(
                "把台账文件连同流水迁进服务器上的乡镇", "Take a ledger's file over into a town on the server, with its journal"),
            discussion: localized(
                "只能迁入空的乡镇；要么全部迁入，要么一点不动；迁完核对每一行和总览的数字。文件不改动，之后请不要再往里登记。",
                "Only an empty town takes one over: all of it or nothing; every row and the overview's figures are compared. The file is left as it is; enter nothing into it any more."
            ))

        @Argument(help: .taking(.file, localized("台账文件", "the ledger's file")), completion: .file())
        var file: String

        @OptionGroup var place: LedgerOptions

        func run() throws {
            // A path would be made.
            _ = try LedgerServer(place.path)
            let rows = try ProgressLine(localized("已迁入", "Taken over"), localized("行", "rows")).attend { line in
                try place.use { ledger in
                    try ledger.adopt(file, asOf: Clock.computer.today()) { try line.step($0, nil) }
                }
            }
            let text = localized(
                "已迁入 \(rows) 行，逐行和总览都核对无误；此后请用服务器，不要再往 \(file.safe) 里登记\n",
                "\(rows) rows taken over, every row and the overview compared; use the server from now on, and enter nothing into \(file.safe)\n"
            )
            try StandardStream.output.write(text, done: text)
        }
    }
}

extension LedgerServer.Deed {
    /// What was done, a line.
    fileprivate var text: String {
        switch self {
        case .madeDatabase(let name): localized("已建立数据库 \(name)", "Made the database \(name)")
        case .migrated(let code, let from, let to):
            localized("乡镇 \(code) 已从第 \(from) 版升到第 \(to) 版", "Brought the town \(code) from version \(from) to \(to)")
        case .madeRights(0):
            localized(
                "还没有乡镇；接着用 zhibu server town add 九位编码 建立",
                "No town yet; zhibu server town add makes one, by its nine digits")
        case .madeRights(let towns):
            localized(
                "共 \(towns) 个乡镇，都是本程序的版本；角色、权限和服务器上的函数已重新设置，台账内容没有改动",
                "\(plural(towns, "town")) of this program's version; roles, rights and functions made anew, no ledger changed"
            )
        case .madeTown(let code): localized("已建立乡镇 \(code)", "Made the town \(code)")
        case .hadTown(let code): localized("乡镇 \(code) 本来就有，没有改动", "The town \(code) is there; nothing changed")
        }
    }
}
