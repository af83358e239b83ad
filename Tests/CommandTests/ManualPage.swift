import Dashboard

/// The manual page, made from what the program says of its commands and from the table of keys.
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
        let parts = root.abstract.split(separator: "：", maxSplits: 1).map { String($0) }
        return [
            #".\" 由命令和按键表生成（make golden），不要手改。"#,
            // Where a line of Han may be broken.
            ".mso zh.tmac", ".TH ZHIBU 1 \"\" \"\(version)\" \"\(parts[0])\"",
            // Lines of Han have no blanks to be stretched, and names of files no hyphens to be added.
            ".ad l", ".nh", ".SH 名称",
            #"zhibu \- "# + Roff.text(parts[0]), ".SH 说明",
        ] + Roff.paragraphs(parts.dropFirst() + root.discussion.lines.filter { !$0.hasPrefix("退出状态：") })
    }

    private var synopsis: [String] {
        let all = [root.synopsis] + root.commands.map(\.synopsis)
        return [".SH 用法"] + all.flatMap { [$0, ".br"] }.dropLast()
    }

    private var options: [String] {
        let own = root.ownArguments.flatMap(\.entry)
        let version = Roff.entry(Roff.bold("--version"), "显示版本。")
        let help = Roff.entry(Roff.bold("--help"), "显示说明；每个命令都有。")
        return [".SH 选项"] + own + version + help
    }

    /// A section for each command; options that the program itself takes are told above.
    private var commands: [String] {
        let told = Set(root.ownArguments.map(\.label))
        return [".SH 命令"] + root.commands.flatMap { section($0, without: told) }
    }

    private func section(_ command: CommandHelp, without told: Set<String>) -> [String] {
        var lines = [".SS zhibu \(Roff.text(command.path))"]
        lines += Roff.paragraphs([command.abstract + "。"] + command.discussion.lines)
        return lines + command.ownArguments.filter { !told.contains($0.label) }.flatMap(\.entry)
    }

    private var keys: [String] {
        [".SH 看板的按键"]
            + KeyReference.keys.flatMap { line in
                Roff.entry(
                    line.names.map(Roff.bold).joined(separator: ", "), "\(line.label)：\(line.explanation)。")
            }
    }

    /// CONTRACT section 3, as the program itself says it.
    private var exitStatuses: [String] {
        let said = root.discussion.lines.first { $0.hasPrefix("退出状态：") } ?? ""
        let statuses = said.dropFirst("退出状态：".count).split { $0 == "；" || $0 == "。" }
        let entries = statuses.flatMap { status in
            let parts = status.split(separator: " ", maxSplits: 1).map { String($0) }
            return Roff.entry(Roff.bold(parts[0]), parts.dropFirst().joined() + "。")
        }
        return [".SH 退出状态"] + entries + Roff.entry(Roff.bold("128 + n"), "被信号 n 结束。")
    }

    private var environment: [String] {
        [".SH 环境变量"] + ManualPage.variables.flatMap { Roff.entry(Roff.bold($0.name), $0.meaning) }
    }

    private var files: [String] {
        [".SH 文件"] + ManualPage.places.flatMap { Roff.entry(Roff.italic($0.path), $0.meaning) }
    }

    private static let places: [(path: String, meaning: String)] = [
        ("~/.local/share/zhibu/zhibu.db", "台账，一个 SQLite 文件。正在使用时不要直接复制，用 zhibu backup。"),
        ("~/.config/zhibu/settings", "设置：字符对齐、鼠标，按终端分别记住。"),
        ("~/.local/state/zhibu/", "上次停在哪一屏、没填完的表；只有本人能读，最多留三十天。"),
        ("~/.cache/zhibu/", "示例台账的底稿，可以随时删除。"),
        ("PREFIX/share/zhibu/longfeng/", "示例镇的六张表。"),
    ]

    /// What the program takes from its environment.
    static let variables: [(name: String, meaning: String)] = [
        ("ZHIBU_LANGUAGE", "界面语言，zh 或 en，不用 --language 时；默认按设置，再按 $LANG。"),
        ("ZHIBU_DATABASE", "台账文件，不用 --database 时。"), ("ZHIBU_OFFICER", "流水里记的经手人；默认是系统账号的姓名。"),
        ("ZHIBU_AMBIGUOUS", "同 --ambiguous：auto、narrow 或 wide。"), ("NO_COLOR", "设了就不用颜色。"),
        ("ZHIBU_ASSETS", "放示例数据的文件夹，示例不在安装位置时。"), ("XDG_DATA_HOME", "代替 ~/.local/share。"),
        ("XDG_CONFIG_HOME", "代替 ~/.config。"), ("XDG_STATE_HOME", "代替 ~/.local/state。"),
        ("XDG_CACHE_HOME", "代替 ~/.cache。"), ("HOME", "本人的文件夹，上面几处都在其中。"),
        ("TMPDIR", "放示例的临时副本；默认 /tmp。"), ("TERM", "终端的类型；dumb 时逐行问答。"),
        ("TERM_PROGRAM", "与 LC_TERMINAL、SSH_CONNECTION 一起分辨终端，设置按终端记住。"),
        ("LC_TERMINAL", "见 TERM_PROGRAM。"),
        ("LC_ALL", "与 LC_MESSAGES、LANG 依次看；以 en 开头时界面是英文。"), ("LC_MESSAGES", "见 LC_ALL。"), ("LANG", "见 LC_ALL。"),
        ("SSH_CONNECTION", "见 TERM_PROGRAM。"),
    ]
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
