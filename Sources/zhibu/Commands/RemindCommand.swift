import ArgumentParser
import Exchange
import Ledger
import PartyWork

/// `zhibu remind`.
struct RemindCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "remind",
        abstract: localized(
            "催办：每个支部（帮扶人、班子成员）还欠什么、哪天前办，写成可以发出去的话",
            "Reminders: what each branch (helper, committee member) still owes and by when, as messages to be sent"),
        discussion: localized(
            """
            内容就是待办里的各行，按人分开，先急后缓；限阅登记簿的条目不写。开头的话在看板的设置里改，{名称}、{日期}、{项数} 会换成实际的。
            ics 是期限的日历，可导入手机和邮件程序；再导入一次会换掉以前的。
            """,
            """
            It is the worklist's rows by addressee, the most urgent first; restricted registers are left out. The words at the beginning \
            are set in the dashboard's settings; {name}, {date} and {count} are filled in. ics is a calendar of the due days; importing \
            it again replaces the events.
            """))

    @Argument(
        help: .taking(
            .code, localized("范围：编码或其开头几位；默认全镇", "scope: a code or its first digits; by default the township")))
    var scope: String?

    @Option(
        name: .customLong("for"),
        help: .taking(
            localized("对象", "audience"),
            localized(
                "发给谁：branch 支部、helper 帮扶人、member 班子成员", "whom to remind: branch, helper or member of the committee")))
    var audience = Reminders.Audience.branch

    @Option(
        name: .customLong("out"), help: .taking(.file, localized("写到的文件", "the file to write")), completion: .file())
    var output: String?

    @Option(help: .taking(.format, localized("输出格式", "format")))
    var format = ReminderFormat.text

    @OptionGroup var asOf: AsOfOption
    @Flag(help: .force) var force = false
    @OptionGroup var failing: FailOption
    @OptionGroup var place: LedgerOptions

    func run() throws {
        let reminders = try place.use { ledger in
            try ledger.snapshot {
                try ledger.reminders(for: audience, asOf: asOf.day, scope: ledger.scope(scope))
            }
        }
        let text = try format.text(of: reminders)
        if let output {
            try Signals.patiently {
                try FileReplacement.write(
                    output, text: text, replacing: .forced(force), pulse: Signals.stopIfSignalled)
            }
        } else {
            try StandardStream.output.write(text)
        }
        try failing.fail(if: !reminders.letters.isEmpty)
    }
}

extension Reminders.Audience: ExpressibleByArgument {}
