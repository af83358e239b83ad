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
        case 0: [.form(.importFiles())]
        case 1: [.notice("正在装入龙凤镇示例…"), .effect(.loadSample)]
        default: [.form(.add(.organizations, [.kind: OrganizationKind.township.rawValue]))]
        }
    }

    mutating func handle(_ key: Key, _ context: Context) -> Bool { choices.handle(key) }

    func draw(_ context: Context) -> Frame {
        var frame = context.emptyBody
        frame.put("这本台账还是空的。先做一件：", row: 1, column: 2)
        let lines = [
            ("导入文件", "现有的表另存为 CSV（表头按说明），一次选一个文件或文件夹"),
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
        frame.put("上下键选，Enter 选定。以后都能用 zhibu import 再导入。", row: 10, column: 2, style: context.style(.muted))
        frame.cursor = Cursor(row: 3 + choices.selected * 2, column: 4)
        return frame
    }
}

extension Form {
    /// The form that asks for the path of a file or folder to import.
    static func importFiles() -> Form {
        let field = Field(.name, .text, label: "文件或文件夹", hint: "如 /home/…/longfeng")
        let rule = "文件夹里的 .csv 会一起导入；有一行不对就全部不存，并列出每一处"
        return Form(title: "导入文件", rule: rule, path: field)
    }
}
