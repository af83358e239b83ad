import PartyWork
import TerminalUI

extension Place {
    static var settings: Place { Place("settings") { SettingsScreen() } }
}

extension ScreenKind {
    static let settings = ScreenKind(localized("设置", "Settings"), .settings)
}

/// 设置: what belongs to the terminal. The ruler asks “does this line up?” (TERMINAL, what no program has, 3).
struct SettingsScreen: Screen {
    private var choices = ListState(count: Choice.allCases.count, page: Choice.allCases.count)

    /// What can be set.
    private enum Choice: Int, CaseIterable {
        case linedUp
        case other
        case automatic
        case mouse
        case language
        case suspend
    }

    private var choice: Choice { Choice(rawValue: choices.selected) ?? .linedUp }

    func title(_ context: Context) -> String { localized("设置", "Settings") }

    func questions(_ context: Context) -> [Question] { [] }

    func offers(_ context: Context) -> [Offer] { [Offer(.open, localized("选定", "choose"))] }

    mutating func perform(_ action: Action, _ context: Context) -> [Command] {
        let width = context.textWidth.ambiguous
        switch choice {
        case .linedUp: return [.prefer(.ambiguous(width), forGood: true)]
        case .other: return [.prefer(.ambiguous(width == .narrow ? .wide : .narrow), forGood: false)]
        case .automatic: return [.prefer(.ambiguous(nil), forGood: true)]
        case .mouse: return [.prefer(.mouse(!context.preferences.mouse), forGood: true)]
        case .language:
            return [.prefer(.language(context.preferences.language == .chinese ? .english : .chinese), forGood: true)]
        case .suspend: return [.suspend]
        }
    }

    mutating func handle(_ key: Key, _ context: Context) -> Bool { choices.handle(key) }

    func definition(_ context: Context) -> String? {
        localized(
            "按终端分别记住，别的终端不受影响；命令行的 --ambiguous 优先",
            "Kept for each terminal; --ambiguous on the command line goes first")
    }

    func draw(_ context: Context) -> Frame {
        var frame = context.emptyBody
        frame.put(
            localized(
                "这些字对齐吗？看下面两行末尾的 | 是不是上下对齐：",
                "Do these line up? See whether the two | stand one above the other:"), row: 0,
            column: 2, style: context.style(.screenTitle))
        frame.put(SettingsScreen.ruler + "|", row: 2, column: 4)
        frame.put(digits(context) + "|", row: 3, column: 4)
        for choice in Choice.allCases { draw(choice, on: &frame, context) }
        frame.cursor = Cursor(row: row(of: choice), column: 0)
        return frame
    }

    /// Characters that officers write every day and that terminals draw in one cell or in two.
    private static let ruler = "“”—…※①●"

    /// As many digits as the ruler is taken to have cells.
    private func digits(_ context: Context) -> String {
        (1...context.textWidth.cells(SettingsScreen.ruler)).map { String($0 % 10) }.joined()
    }

    private func row(of choice: Choice) -> Int {
        5 + choice.rawValue + (choice.rawValue >= Choice.mouse.rawValue ? 1 : 0)
    }

    private func draw(_ choice: Choice, on frame: inout Frame, _ context: Context) {
        let isSelected = choice == self.choice
        let (label, detail) = words(choice, context)
        let row = row(of: choice)
        frame.put(isSelected ? ">" : " ", row: row, column: 0, style: context.style(.keyName))
        frame.put(label, row: row, column: 2, style: context.style(isSelected ? .selection : .text))
        frame.put(detail, row: row, column: 22, maxWidth: frame.size.columns - 24, style: context.style(.muted))
    }

    private func words(_ choice: Choice, _ context: Context) -> (label: String, detail: String) {
        let isNarrow = context.textWidth.ambiguous == .narrow
        let isAutomatic = context.preferences.ambiguous == nil
        switch choice {
        case .linedUp:
            return (
                localized("对齐，记住", "They do, keep it"),
                localized(
                    "现在按\(isNarrow ? "一" : "两")格排；这台终端以后都这样排",
                    "\(isNarrow ? "one cell" : "two cells") each now; this terminal stays so")
            )
        case .other:
            return (
                localized("没对齐，换一种", "They do not"),
                localized(
                    "改按\(isNarrow ? "两" : "一")格排，再看上面两行",
                    "try \(isNarrow ? "two cells" : "one cell") each and look again")
            )
        case .automatic:
            return (
                localized("由程序判断", "Ask the terminal"),
                isAutomatic
                    ? localized("现在就是：打开时问终端", "so it is now: asked at each start")
                    : localized("不再记住，打开时问终端", "forget the answer, ask at each start")
            )
        case .mouse:
            let state = context.preferences.mouse ? localized("现在开着", "on now") : localized("现在关着", "off now")
            return (
                localized("鼠标开关", "Mouse"),
                localized(
                    "\(state)；开着时滚轮翻动，点一下选中，再点一下打开", "\(state); wheel scrolls, click selects, click again opens")
            )
        case .language:
            return (
                localized("Language 语言", "Language"), localized("改用英文 / change to English", "change to Chinese / 改用中文")
            )
        case .suspend:
            return (
                localized("挂起", "Suspend"), localized("暂时回到命令行，输入 fg 回来", "back to the shell for a while; fg returns")
            )
        }
    }
}
