import PartyWork
import TerminalUI

/// What an empty ledger shows: import files, load the sample, start empty (CONTRACT section 3).
struct WelcomeScreen: Screen {
    private var choices = ListState(count: 3, page: 3)

    func title(_ context: Context) -> String { "欢迎" }

    func questions(_ context: Context) -> [Question] { [] }

    func offers(_ context: Context) -> [Offer] { [Offer(.open, "选定")] }

    mutating func perform(_ action: Action, _ context: Context) -> [Command] {
        switch choices.selected {
        case 0: [.open(.importing)]
        case 1: [.notice("正在装入龙凤镇示例…"), .effect(.loadSample)]
        default: [.form(.add(.organizations, [.kind: OrganizationKind.township.rawValue]))]
        }
    }

    mutating func handle(_ key: Key, _ context: Context) -> Bool { choices.handle(key) }

    func draw(_ context: Context) -> Frame {
        var frame = context.emptyBody
        frame.put("这本台账还是空的。先做一件：", row: 1, column: 2)
        let lines = [
            (
                "导入文件",
                localized(
                    "现有的 CSV、XLSX 表：先看怎样认列、有哪些不对，再存", "your CSV and XLSX lists: see how they are understood first")
            ),
            ("装入示例", "龙凤镇示例（人物全是虚构），随便试，不影响别的台账"),
            ("从空白开始", "先登记乡镇党委，再到名册里添支部、党小组和人员"),
        ]
        for (index, line) in lines.enumerated() {
            let isSelected = index == choices.selected
            frame.put(isSelected ? ">" : " ", row: 3 + index * 2, column: 2, style: context.style(.keyName))
            frame.put(
                line.0, row: 3 + index * 2, column: 4, style: context.style(isSelected ? .selection : .screenTitle))
            frame.put(
                line.1, row: 3 + index * 2, column: 16, maxWidth: frame.size.columns - 18, style: context.style(.muted))
        }
        frame.put("上下键选，Enter 选定。以后在名册里按 ^K 也能再导入。", row: 10, column: 2, style: context.style(.muted))
        frame.cursor = Cursor(row: 3 + choices.selected * 2, column: 4)
        return frame
    }
}
