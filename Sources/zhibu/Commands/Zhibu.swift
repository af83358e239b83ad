import ArgumentParser
import PartyWork

/// `zhibu`: the dashboard, and the root of all commands.
struct Zhibu: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "zhibu",
        abstract: localized(
            "支部台账：乡镇支部、结对帮扶和合作社的台账。不带命令即打开看板。",
            "Branch ledger: a township's branches, pairings and cooperatives. Without a command it opens the dashboard."
        ),
        usage: localized(
            "zhibu [--database <路径>] [--plain] [--ambiguous <宽度>] [--no-color] [<命令>]",
            "zhibu [--database <path>] [--plain] [--ambiguous <width>] [--no-color] [<command>]"),
        discussion: localized(
            """
            手册：zhibu help 搬家；各主题：zhibu help 主题。
            日期默认为今天，写成 2016-06-30 这样。
            退出状态：0 完成；1 未予办理（数据有误、违反规则、找不到）；64 用法有误；69 台账打不开或长时间被占用；70 程序或磁盘故障。
            命令补全脚本：zhibu --generate-completion-script bash（或 zsh、fish）。
            """,
            """
            The handbook, in Chinese: zhibu help handbook lists its topics.
            Dates are today's unless given, like 2016-06-30.
            Exit status: 0 done; 1 refused (bad rows, a rule, nothing found); 64 wrong usage; 69 the ledger cannot be opened or is \
            locked too long; 70 a fault of the program or the disk.
            Completions: zhibu --generate-completion-script bash (or zsh, fish).
            """),
        version: "zhibu 0.1.0",
        subcommands: [
            DemoCommand.self, ImportCommand.self, StatusCommand.self, GapsCommand.self, RemindCommand.self,
            PostsCommand.self,
            ChecklistCommand.self, ListCommand.self, RegistersCommand.self, RegisterCommand.self, DueCommand.self,
            EnterCommand.self, StepCommand.self, SystemsCommand.self,
            RecordCommand.self,
            PairCommand.self, UnpairCommand.self, JoinCommand.self, ExportCommand.self, CheckCommand.self,
            SealCommand.self, OfficerCommand.self,
            BackupCommand.self, RestoreCommand.self, MergeCommand.self, ArchiveCommand.self, ServerCommand.self,
            JournalCommand.self, UndoCommand.self, MonthCommand.self, FormCommand.self, TemplateCommand.self,
        ])

    @OptionGroup var place: LedgerOptions
    @OptionGroup var terminal: TerminalOptions

    func run() throws { try DashboardCommand.open(place, terminal.choices) }
}
