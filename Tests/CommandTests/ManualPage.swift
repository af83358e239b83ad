import Dashboard
import PartyWork

/// The manual page, made from what the program says of its commands and from the table of keys, in the language in use.
struct ManualPage {
    /// The root command, with all others below it.
    let root: CommandHelp
    /// `zhibu 0.1.0`.
    let version: String

    /// The page in roff's man macros, in UTF-8.
    var text: String {
        let lines = heading + synopsis + options + commands + keys + exitStatuses + environment + files
        return lines.joined(separator: "\n") + "\n"
    }

    private var heading: [String] {
        let parts = root.abstract.split(separator: localized("：", ": "), maxSplits: 1).map { String($0) }
        // Where a line of Han may be broken.
        let breaking = localized([".mso zh.tmac"], [])
        return [
            localized(
                #".\" 由命令和按键表生成（make golden），不要手改。"#,
                #".\" Made from the commands and the table of keys (make golden); do not edit."#)
        ]
            + breaking + [
                ".TH ZHIBU 1 \"\" \"\(version)\" \"\(parts[0])\"",
                // Lines of Han have no blanks to be stretched, and names of files no hyphens to be added.
                ".ad l", ".nh", part("名称", "NAME"), #"zhibu \- "# + Roff.text(parts[0]), part("说明", "DESCRIPTION"),
            ]
            + Roff.paragraphs(
                parts.dropFirst().map(\.asSentence) + root.discussion.lines.filter { !$0.hasPrefix(ManualPage.status) })
    }

    private var synopsis: [String] {
        let all = [root.synopsis] + root.commands.map(\.synopsis)
        return [part("用法", "SYNOPSIS")] + all.flatMap { [$0, ".br"] }.dropLast()
    }

    private var options: [String] {
        let own = root.ownArguments.flatMap(\.entry)
        let version = Roff.entry(Roff.bold("--version"), localized("显示版本。", "shows the version."))
        let help = Roff.entry(Roff.bold("--help"), localized("显示说明；每个命令都有。", "shows help; every command has it."))
        return [part("选项", "OPTIONS")] + own + version + help
    }

    /// A section for each command; options that the program itself takes are told above.
    private var commands: [String] {
        let told = Set(root.ownArguments.map(\.label))
        return [part("命令", "COMMANDS")] + root.commands.flatMap { section($0, without: told) }
    }

    private func section(_ command: CommandHelp, without told: Set<String>) -> [String] {
        var lines = [".SS zhibu \(Roff.text(command.path))"]
        lines += Roff.paragraphs([command.abstract + ManualPage.stop] + command.discussion.lines)
        return lines + command.ownArguments.filter { !told.contains($0.label) }.flatMap(\.entry)
    }

    private var keys: [String] {
        [part("看板的按键", "KEYS OF THE DASHBOARD")]
            + KeyReference.keys.flatMap { line in
                Roff.entry(
                    line.names.map(Roff.bold).joined(separator: ", "),
                    line.label + localized("：", ": ") + line.explanation + ManualPage.stop)
            }
    }

    /// CONTRACT section 3, as the program itself says it.
    private var exitStatuses: [String] {
        let said = root.discussion.lines.first { $0.hasPrefix(ManualPage.status) } ?? ""
        let statuses = said.dropFirst(ManualPage.status.count).split { "；;。.".contains($0) }
        let entries = statuses.flatMap { status in
            let parts = status.split(separator: " ", maxSplits: 1).map { String($0) }
            return Roff.entry(Roff.bold(parts[0]), parts.dropFirst().joined() + ManualPage.stop)
        }
        return [part("退出状态", "EXIT STATUS")] + entries
            + Roff.entry(Roff.bold("128 + n"), localized("被信号 n 结束。", "ended by signal n."))
    }

    private var environment: [String] {
        [part("环境变量", "ENVIRONMENT")] + ManualPage.variables.flatMap { Roff.entry(Roff.bold($0.name), $0.meaning) }
    }

    private var files: [String] {
        [part("文件", "FILES")] + ManualPage.places.flatMap { Roff.entry(Roff.italic($0.path), $0.meaning) }
    }

    private func part(_ chinese: String, _ english: String) -> String { ".SH " + localized(chinese, english) }

    /// What the program says before its exit statuses.
    private static var status: String { localized("退出状态：", "Exit status: ") }

    /// What ends a sentence.
    private static var stop: String { localized("。", ".") }

    private static var places: [(path: String, meaning: String)] {
        [
            (
                "~/.local/share/zhibu/zhibu.db",
                localized(
                    "台账，一个 SQLite 文件。正在使用时不要直接复制，用 zhibu backup。",
                    "the ledger, an SQLite file. Do not copy it while it is in use: zhibu backup does.")
            ),
            (
                "~/.config/zhibu/settings",
                localized(
                    "设置：语言、字符对齐、鼠标，按终端分别记住。",
                    "the settings: language, width of characters, mouse; kept for each terminal.")
            ),
            (
                "~/.local/state/zhibu/",
                localized(
                    "上次停在哪一屏、没填完的表；只有本人能读，最多留三十天。",
                    "where you left off, and forms not saved; readable by you alone, kept for thirty days at most.")
            ),
            (
                "~/.cache/zhibu/",
                localized("示例台账的底稿，可以随时删除。", "what the sample is copied from; may be deleted at any time.")
            ),
            ("PREFIX/share/zhibu/longfeng/", localized("示例镇的六张表。", "the six files of the sample town.")),
            ("PREFIX/share/zhibu/HANDBOOK.md", localized("手册，用 zhibu help 看。", "the handbook that zhibu help shows.")),
        ]
    }

    /// What the program takes from its environment.
    static var variables: [(name: String, meaning: String)] {
        [
            (
                "ZHIBU_LANGUAGE",
                localized(
                    "界面语言，zh 或 en，不用 --language 时；默认按设置，再按 $LANG。",
                    "the language, zh or en, without --language; by default the settings', then that of $LANG.")
            ),
            ("ZHIBU_DATABASE", localized("台账文件，不用 --database 时。", "the ledger's file, without --database.")),
            (
                "ZHIBU_OFFICER",
                localized("流水里记的经手人；默认是系统账号的姓名。", "who the journal says did it; by default the account's full name.")
            ),
            (
                "ZHIBU_AMBIGUOUS",
                localized("同 --ambiguous：auto、narrow 或 wide。", "as --ambiguous: auto, narrow or wide.")
            ),
            ("PATH", localized("在哪里找打印用的 lp", "where lp is looked for, which prints")),
            ("NO_COLOR", localized("设了就不用颜色。", "no colours where it is set.")),
            (
                "ZHIBU_ASSETS",
                localized("放示例数据和手册的文件夹，不在安装位置时。", "the folder of sample and handbook, where they are not installed.")
            ),
            ("XDG_DATA_HOME", localized("代替 ~/.local/share。", "instead of ~/.local/share.")),
            ("XDG_CONFIG_HOME", localized("代替 ~/.config。", "instead of ~/.config.")),
            ("XDG_STATE_HOME", localized("代替 ~/.local/state。", "instead of ~/.local/state.")),
            ("XDG_CACHE_HOME", localized("代替 ~/.cache。", "instead of ~/.cache.")),
            ("HOME", localized("本人的文件夹，上面几处都在其中。", "your folder, which the places above are in.")),
            ("TMPDIR", localized("放示例的临时副本；默认 /tmp。", "where copies of the sample are; by default /tmp.")),
            ("TERM", localized("终端的类型；dumb 时逐行问答。", "the terminal's type; line by line where it is dumb.")),
            (
                "TERM_PROGRAM",
                localized(
                    "与 LC_TERMINAL、SSH_CONNECTION 一起分辨终端，设置按终端记住。",
                    "with LC_TERMINAL and SSH_CONNECTION tells terminals apart, for each of which settings are kept.")
            ),
            ("LC_TERMINAL", localized("见 TERM_PROGRAM。", "see TERM_PROGRAM.")),
            (
                "LC_ALL",
                localized(
                    "与 LC_MESSAGES、LANG 依次看；以 en 开头时界面是英文。",
                    "looked at before LC_MESSAGES and LANG; English where it begins with en.")
            ),
            ("LC_MESSAGES", localized("见 LC_ALL。", "see LC_ALL.")), ("LANG", localized("见 LC_ALL。", "see LC_ALL.")),
            ("SSH_CONNECTION", localized("见 TERM_PROGRAM。", "see TERM_PROGRAM.")),
        ]
    }
}

/// Text as roff reads it.
enum Roff {
    /// A text with what roff would take for its own escaped.
    static func text(_ text: String) -> String {
        let escaped = text.map { $0 == "\\" ? "\\e" : $0 == "-" ? "\\-" : $0 == "^" ? "\\(ha" : String($0) }.joined()
            .replacing("~", with: "\\(ti").replacing("`", with: "\\(ga").replacing("'", with: "\\(aq")
        return escaped.hasPrefix(".") ? "\\&" + escaped : escaped
    }

    /// A text that stands as it is typed.
    static func bold(_ text: String) -> String { "\\fB\(Roff.text(text))\\fR" }

    /// A text that something else is put for.
    static func italic(_ text: String) -> String { "\\fI\(Roff.text(text))\\fR" }

    /// Texts as paragraphs, the first of them right below a heading.
    static func paragraphs(_ texts: [String]) -> [String] {
        Array(texts.map(Roff.text).map { [$0] }.joined(separator: [".PP"]))
    }

    /// A label, which is roff already, and below it what it means.
    static func entry(_ label: String, _ text: String) -> [String] { [".TP", label, Roff.text(text)] }
}

extension String? {
    fileprivate var lines: [String] { (self ?? "").split(separator: "\n").map { String($0) } }
}

extension String {
    /// With a capital letter, where there are any.
    fileprivate var asSentence: String { prefix(1).uppercased() + dropFirst() }
}
