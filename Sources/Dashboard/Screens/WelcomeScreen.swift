import PartyWork
import TerminalUI

extension Place {
    static var welcome: Place { Place("welcome") { WelcomeScreen() } }
}

extension ScreenKind {
    /// Nobody comes back to it: it is shown by an empty ledger alone.
    static let welcome = ScreenKind(localized("欢迎", "Welcome"), like: .welcome, read: { _ in nil })
}

/// What an empty ledger shows: import files, load the sample, start empty (CONTRACT section 3).
struct WelcomeScreen: Screen {
    private var choices = ListState(count: 3, page: 3)

    func title(_ context: Context) -> String { localized("欢迎", "Welcome") }

    func questions(_ context: Context) -> [Question] { [] }

    func offers(_ context: Context) -> [Offer] { [Offer(.open, localized("选定", "choose"))] }

    mutating func perform(_ action: Action, _ context: Context) -> [Command] {
        switch choices.selected {
        case 0: [.open(.importing)]
        case 1: [.notice(localized("正在装入龙凤镇示例…", "Loading the sample town…")), .effect(.loadSample)]
        default: [.form(.add(.organizations, [.kind: OrganizationKind.township.rawValue]))]
        }
    }

    mutating func handle(_ key: Key, _ context: Context) -> Bool { choices.handle(key) }

    func draw(_ context: Context) -> Frame {
        var frame = context.emptyBody
        frame.put(
            localized("这本台账还是空的。先做一件：", "This ledger is still empty. Begin with one of these:"), row: 1, column: 2)
        let lines = [
            (
                localized("导入文件", "Import files"),
                localized(
                    "现有的 CSV、XLSX 表：先看怎样认列、有哪些不对，再存", "your CSV and XLSX lists: see how they are understood first")
            ),
            (
                localized("装入示例", "Load the sample"),
                localized("龙凤镇示例（人物全是虚构），随便试，不影响别的台账", "Longfeng town (all persons invented), to try everything")
            ),
            (
                localized("从空白开始", "Start empty"),
                localized("先登记乡镇党委，再到名册里添支部、党小组和人员", "enter the township, then branches, groups and people")
            ),
        ]
        for (index, line) in lines.enumerated() {
            let isSelected = index == choices.selected
            frame.put(isSelected ? ">" : " ", row: 3 + index * 2, column: 2, style: context.style(.keyName))
            frame.put(
                line.0, row: 3 + index * 2, column: 4, style: context.style(isSelected ? .selection : .screenTitle))
            frame.put(
                line.1, row: 3 + index * 2, column: 16, maxWidth: frame.size.columns - 18, style: context.style(.muted))
        }
        frame.put(
            localized(
                "上下键选，Enter 选定。以后在名册里按 ^K 也能再导入。",
                "Up and Down select, Enter chooses. ^K in the registry imports at any time."), row: 10, column: 2,
            style: context.style(.muted))
        frame.cursor = Cursor(row: 3 + choices.selected * 2, column: 4)
        return frame
    }
}
