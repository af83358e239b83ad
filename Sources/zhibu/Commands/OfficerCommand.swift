import ArgumentParser
import Ledger
import PartyWork

/// `zhibu officer`.
struct OfficerCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "officer", abstract: localized("经办人与权限：谁能做什么", "Officers and their rights"),
        discussion: localized(
            """
            没有登记经办人的台账，谁打开都能做一切。登记第一名（须是管理员）以后，没有登记的账号打不开。角色：管理员、党建办、班子成员、支部书记、纪检、查阅。\
            台账是一个文件时，权限只防误操作：能写这个文件的人用别的工具什么都能改，zhibu check 会指出来。
            """,
            """
            In a ledger without officers whoever opens it may do everything. From the first on (an administrator) an account without a row \
            cannot open it. Roles: administrator, party office, committee member, branch secretary, discipline, \
            viewer. Where the ledger is a file, rights guard against mistakes only: whoever may write the file can change anything with \
            other tools, and zhibu check tells.
            """),
        subcommands: [Add.self, End.self, List.self, Refused.self])

    /// `zhibu officer add`.
    struct Add: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "add", abstract: localized("登记一名经办人的角色", "Give an account a role"))

        @OptionGroup var who: OfficerOptions

        @Option(help: .taking(localized("姓名", "name"), localized("经办人的姓名", "the officer's name")))
        var name: String

        @Option(
            help: .taking(
                .code,
                localized(
                    "范围：乡镇或支部的编码（至少 9 位）；默认为台账唯一的乡镇",
                    "range: code of a township or branch; by default the only township")))
        var scope: String?

        @Option(help: .taking(.date, localized("开始日期；默认今天", "from this day on; today by default")))
        var from: DayArgument?

        @OptionGroup var place: LedgerOptions

        func run() throws {
            let today = Clock.computer.today()
            let range = try scope ?? place.use(needing: [.administer]) { try $0.scope(nil).prefix }
            let grant = OfficerGrant(
                account: CellRules.trimmed(who.account), name: CellRules.trimmed(name), role: try who.role,
                range: CellRules.trimmed(range), startedOn: from?.day ?? today)
            try place.carryOut(.add(grant.wrapped))
        }
    }

    /// `zhibu officer end`.
    struct End: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "end", abstract: localized("结束一名经办人的角色", "End an account's role"))

        @OptionGroup var who: OfficerOptions

        @Option(
            help: .taking(
                .code, localized("范围；同一角色有几个范围时必填", "range; needed where the role is held in several")))
        var scope: String?

        @Option(help: .taking(.date, localized("从哪天起不再有；默认今天", "the first day without it; today by default")))
        var on: DayArgument?

        @OptionGroup var place: LedgerOptions

        func run() throws {
            let day = on?.day ?? Clock.computer.today()
            let role = try who.role
            let rows = try place.use(needing: [.administer]) { try $0.officers() }.filter {
                $0.account == CellRules.trimmed(who.account) && $0.role == role && $0.endedOn == nil
                    && (scope.map(CellRules.trimmed) ?? $0.range) == $0.range
            }
            guard let grant = rows.first, rows.count == 1 else {
                throw Failure(
                    .refused,
                    rows.isEmpty
                        ? localized(
                            "\(who.account.safe) 没有这个角色，zhibu officer list 列出都有谁",
                            "\(who.account.safe) does not have the role; zhibu officer list shows who has")
                        : localized(
                            "\(who.account.safe) 在几个范围有这个角色，请用 --scope 指明",
                            "\(who.account.safe) has the role in several ranges; name one with --scope"))
            }
            var ended = grant
            ended.endedOn = day
            try place.carryOut(.correct(from: grant.wrapped, to: ended.wrapped))
        }
    }

    /// `zhibu officer list`.
    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "list", abstract: localized("列出经办人", "List the officers"))

        @Option(help: .taking(.format, localized("输出格式", "format")))
        var format = DataFormat.table

        @OptionGroup var place: LedgerOptions

        func run() throws {
            let list = try place.use(needing: []) { ledger in
                OfficerList(
                    rows: try ledger.officers(), today: Clock.computer.today(), isKept: ledger.keepsRights)
            }
            try StandardStream.output.write(format.text(table: { list.table }, json: { list.json }, csv: { list.csv }))
        }
    }
}

extension OfficerCommand {
    /// `zhibu officer refused`.
    struct Refused: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "refused", abstract: localized("列出因没有权限被拒绝的操作", "List what was refused for want of a right"),
            discussion: localized(
                "只有服务器上的台账记这个，管理员和纪检可看；用 psql 试的在服务器自己的日志里。",
                "Kept on a server alone, for the administrator and discipline; what psql tries is in the server's own log."
            ))

        @Option(help: .taking(.format, localized("输出格式", "format")))
        var format = DataFormat.table

        @OptionGroup var place: LedgerOptions

        func run() throws {
            let list = RefusedList(attempts: try place.use(needing: [.oversee]) { try $0.refusedAttempts() })
            try StandardStream.output.write(format.text(table: { list.table }, json: { list.json }, csv: { list.csv }))
        }
    }
}

/// Whose role it is, and which.
struct OfficerOptions: ParsableArguments {
    @Argument(help: .taking(localized("账号", "account"), localized("这台电脑上的登录名", "the login name on this computer")))
    var account: String

    @Option(
        name: .customLong("role"),
        help: .taking(
            localized("角色", "role"), localized("管理员、党建办、班子成员、支部书记、纪检、查阅", "one of the roles, in Chinese or English")))
    var word: String

    /// The role, by its word in either language.
    var role: Role {
        get throws {
            let word = CellRules.trimmed(word)
            guard let role = Role.allCases.first(where: { $0.rawValue == word || $0.english == word.lowercased() })
            else {
                throw Failure(
                    .wrongUsage,
                    localized(
                        "“\(word.safe)”不是角色，应为：\(Role.choices.listed)",
                        "\"\(word.safe)\" is no role; one of: \(Role.allCases.map(\.english).listed)"))
            }
            return role
        }
    }
}
