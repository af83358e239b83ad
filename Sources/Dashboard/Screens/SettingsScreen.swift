import PartyWork
import TerminalUI

extension Route {
    static var settings: Route { Route("settings") { SettingsScreen() } }
}

extension ScreenKind {
    static let settings = ScreenKind(localized("设置", "Settings"), .settings)
}

/// 设置: what belongs to the terminal, and the ways of files into the ledger.
///
/// The ruler asks “does this line up?” (TERMINAL, what no program has, 3).
struct SettingsScreen: PanedScreen {
    var panes = Panes([
        ChoicePane(lines: [0, 1, 2, 4, 5, 6, 7, 8, 9, 11, 12], column: 22, choices: SettingsScreen.choices)
    ])

    func title(_ context: Context) -> String { localized("设置", "Settings") }

    func ownLayout(_ context: Context) -> PaneLayout { .whole(row: 5, context.body) }

    func definition(_ context: Context) -> String? {
        localized(
            "按终端分别记住，别的终端不受影响；命令行的 --ambiguous 优先",
            "Kept for each terminal; --ambiguous on the command line goes first")
    }

    func drawHeading(on frame: inout Frame, _ context: Context) -> Bool {
        frame.put(
            localized(
                "这些字对齐吗？看下面两行末尾的 | 是不是上下对齐：",
                "Do these line up? See whether the two | stand one above the other:"), row: 0,
            column: 2, style: context.style(.screenTitle))
        frame.put(SettingsScreen.ruler + "|", row: 2, column: 4)
        frame.put(digits(context) + "|", row: 3, column: 4)
        return true
    }

    /// Characters that officers write every day and that terminals draw in one cell or in two.
    private static let ruler = "“”—…※①●"

    /// What fine drawing is made of: a terminal with these in one cell each, without gaps, draws all of it.
    private static let pieces = "▁▃▅▇━╸┃─"

    /// As many digits as the ruler is taken to have cells.
    private func digits(_ context: Context) -> String {
        (1...context.textWidth.cells(SettingsScreen.ruler)).map { String($0 % 10) }.joined()
    }

    @Sendable private static func choices(_ context: Context) -> [ChoicePane.Choice] {
        let (width, preferences) = (context.textWidth.ambiguous, context.preferences)
        let isNarrow = width == .narrow
        let state = preferences.mouse ? localized("现在开着", "on now") : localized("现在关着", "off now")
        return [
            .init(
                localized("对齐，记住", "They do, keep it"),
                localized(
                    "现在按\(isNarrow ? "一" : "两")格排；这台终端以后都这样排",
                    "\(isNarrow ? "one cell" : "two cells") each now; this terminal stays so"),
                .prefer(.ambiguous(width), forGood: true)),
            .init(
                localized("没对齐，换一种", "They do not"),
                localized(
                    "改按\(isNarrow ? "两" : "一")格排，再看上面两行",
                    "try \(isNarrow ? "two cells" : "one cell") each and look again"),
                .prefer(.ambiguous(isNarrow ? .wide : .narrow), forGood: false)),
            .init(
                localized("由程序判断", "Ask the terminal"),
                preferences.ambiguous == nil
                    ? localized("现在就是：打开时问终端", "so it is now: asked at each start")
                    : localized("不再记住，打开时问终端", "forget the answer, ask at each start"),
                .prefer(.ambiguous(nil), forGood: true)),
            .init(
                localized("鼠标开关", "Mouse"),
                localized(
                    "\(state)；开着时滚轮翻动，点一下选中，再点一下打开", "\(state); wheel scrolls, click selects, click again opens"),
                .prefer(.mouse(!preferences.mouse), forGood: true)),
            .init(
                localized("Language 语言", "Language"),
                localized("改用英文 / change to English", "change to Chinese / 改用中文"),
                .prefer(.language(preferences.language == .chinese ? .english : .chinese), forGood: true)),
            .init(
                localized("颜色", "Colours"),
                localized(
                    "现在：\(preferences.theme.title)；改为\(preferences.theme.next.title)",
                    "now: \(preferences.theme.title); change to \(preferences.theme.next.title)"),
                .prefer(.theme(preferences.theme.next), forGood: true)),
            .init(
                localized("图形", "Charts"),
                localized(
                    "现在：\(preferences.drawing.title)；改为\(preferences.drawing.next.title)（看得清 \(SettingsScreen.pieces) 用精细）",
                    "now: \(preferences.drawing.title); next: \(preferences.drawing.next.title) (fine if \(SettingsScreen.pieces) is whole)"
                ),
                .prefer(.drawing(preferences.drawing.next), forGood: true)),
            .init(
                localized("催办开头", "Reminders"),
                preferences.greeting.isEmpty
                    ? localized("现在用原来的话；改成自己的", "the usual beginning now; set your own")
                    : localized("现在：\(preferences.greeting)", "now: \(preferences.greeting)"),
                .form(.greeting(context))),
            .init(
                localized("挂起", "Suspend"), localized("暂时回到命令行，输入 fg 回来", "back to the shell for a while; fg returns"),
                .suspend),
            .init(
                localized("导入文件", "Import files"), localized("表格：先看怎样认列、会改哪些", "tables: see what is understood first"),
                .open(.importing)),
            .init(
                localized("并入副本", "Bring back"),
                localized("做一份副本带出去用，带回来对照着并入", "a copy to be worked in elsewhere, compared when it comes back"),
                .open(.merging)),
        ]
    }
}
