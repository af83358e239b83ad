import TerminalUI

/// Everything a key can do. Footer, help and KEYS.md are made from this one table.
///
/// Every action has at least one key that no input method takes (TERMINAL, requirement 7).
package enum Action: Hashable, Sendable, CaseIterable {
    case open
    case back
    case nextPane
    case previousPane
    case record
    case find
    case edit
    case add
    case sort
    case reverse
    case worst
    case end
    case mark
    case handOver
    case choose
    case chooseRange
    case chooseAll
    case filter
    case figures
    case reveal
    case submit
    case accept
    case acceptAll
    case giveBack
    case previousMonth
    case nextMonth
    case present
    case scope
    case nextTab
    case previousTab
    case undo
    case redo
    case save
    case repaint
    case settings
    case mouse
    case suspend
    case help
    case palette
    case quit

    /// The keys, the one shown in the footer first.
    package var keys: [Key] {
        switch self {
        case .open: [.enter]
        case .back: [.escape]
        case .nextPane: [.tab]
        case .previousPane: [.backTab]
        case .record: [.function(2), .text("r")]
        case .find: [.function(3), .text("/")]
        case .edit: [.function(4), .text("e")]
        case .add: [.function(5), .text("a")]
        case .sort: [.function(6), .text("s")]
        case .reverse: [.control("r"), .text("S")]
        case .worst: [.function(7), .text("w")]
        case .end: [.function(8), .text("x"), .delete]
        case .mark: [.function(9), .text("m")]
        case .handOver: [.control("o"), .text("h")]
        case .choose: [.text(" "), .insert]
        // Not a letter: an input method would take it, and a full-width semicolon is one too.
        case .chooseRange: [.text(";"), .text("V"), .control("_")]
        case .chooseAll: [.control("a"), .text("A")]
        case .filter: [.control("e"), .text("f")]
        case .figures: [.control("n"), .text("k")]
        case .reveal: [.control("v"), .text("v")]
        case .submit: [.control("x"), .text("t")]
        case .accept: [.control("k"), .text("y")]
        case .acceptAll: [.function(11), .text("Y")]
        case .giveBack: [.control("w"), .text("b")]
        case .previousMonth: [.text("["), .control("u")]
        case .nextMonth: [.text("]"), .control("d")]
        case .present: [.text("="), .control("t")]
        case .scope: [.control("g"), .text("g")]
        case .nextTab: [.control("f")]
        case .previousTab: [.control("b")]
        case .undo: [.control("z"), .text("u")]
        case .redo: [.control("y")]
        case .save: [.control("s")]
        case .repaint: [.control("l")]
        case .settings: [.control("c"), .text(",")]
        case .mouse: [.function(12)]
        case .suspend: [.control("\\")]
        case .help: [.function(1), .text("?")]
        case .palette: [.control("p"), .text(":")]
        case .quit: [.control("q"), .text("q"), .function(10)]
        }
    }

    /// What the footer says, two to four characters.
    package var label: String {
        switch self {
        case .open: "打开"
        case .back: "返回"
        case .nextPane: "换栏"
        case .previousPane: "前一栏"
        case .record: "记活动"
        case .find: "查找"
        case .edit: "修改"
        case .add: "新增"
        case .sort: "排序"
        case .reverse: "倒序"
        case .worst: "最差"
        case .end: "结束"
        case .mark: "标记"
        case .handOver: "移交"
        case .choose: "选中"
        case .chooseRange: "选到这里"
        case .chooseAll: "全选"
        case .filter: "只看缺口"
        case .figures: "看数字"
        case .reveal: "看电话"
        case .submit: "上报"
        case .accept: "接收"
        case .acceptAll: "全部接收"
        case .giveBack: "退回"
        case .previousMonth: "上月"
        case .nextMonth: "下月"
        case .present: "回到今天"
        case .scope: "范围"
        case .nextTab: "下一页"
        case .previousTab: "上一页"
        case .undo: "撤销"
        case .redo: "重做"
        case .save: "保存"
        case .repaint: "重画"
        case .settings: "设置"
        case .mouse: "鼠标"
        case .suspend: "挂起"
        case .help: "帮助"
        case .palette: "命令"
        case .quit: "退出"
        }
    }

    /// What the help says, a sentence.
    package var explanation: String {
        switch self {
        case .open: "打开选中的一行，或进入下一层"
        case .back: "返回上一层；取消正在做的事"
        case .nextPane: "到下一栏；表单里到下一项"
        case .previousPane: "到前一栏；表单里到前一项"
        case .record: "记一条活动：先选类型（数字键），再填表，表里已带上当前支部或党小组"
        case .find: "在列表里查找，拼音和首字母也行，直接输入汉字也会开始；查找中上下键选，Enter 打开，Esc 退出查找"
        case .edit: "修改选中的一行"
        case .add: "新增一条；在结对页为选中的户或党员结对"
        case .sort: "按下一列排序"
        case .reverse: "把当前排序倒过来"
        case .worst: "最差的排在前面；再按恢复原来的次序"
        case .end: "结束结对；作废选中的活动；在流水里撤销选中的一条"
        case .mark: "标记带日期的变化：人员离开、任职，组织成立、撤销；户变动：户主变更、分户、并户、迁移、脱贫、返贫、销户"
        case .handOver: "把选中帮扶人的户移交给接替人"
        case .choose: "选中这一行或不选，再到下一行；选中的行左边有 *，可以一起办，先列出会改哪些；Esc 全不选"
        case .chooseRange: "从上次选中的一行到这一行都选中"
        case .chooseAll: "选中列出的全部（查找或只看之后是剩下的那些）；已经全部选中的则都不选"
        case .filter: "只看有缺口的，或再看全部"
        case .figures: "选一个数字，看它是哪些行算出来的、缺哪些；总览和结对的表里，左右键选中一格再按 Enter 也行"
        case .reveal: "显示完整电话号码，再按恢复遮盖"
        case .submit: "支部上报选中的月份；当月最后七天起可以上报"
        case .accept: "镇里接收上报的月份：数字按此刻签收，以后不再变动；在名册里从文件导入"
        case .acceptAll: "接收选中月份所有已上报的支部，先列出是哪些"
        case .giveBack: "把上报的月份退回支部，或重开已接收的月份以便更正；都要写明原因，签收过的数字仍保留"
        case .previousMonth: "截至日移到上个月底，所有数字随之变化"
        case .nextMonth: "截至日移到下个月底，不超过今天"
        case .present: "截至日回到今天"
        case .scope: "选择范围：全镇或某个支部"
        case .nextTab: "到下一页；也可直接按数字 0–9"
        case .previousTab: "到上一页"
        case .undo: "撤销最近一次保存（重启后也可以）"
        case .redo: "恢复刚才撤销的操作"
        case .save: "保存表单"
        case .repaint: "重画整个屏幕"
        case .settings: "字符对齐、鼠标等，按终端分别记住"
        case .mouse: "打开或关上鼠标（这一次）：滚轮翻动，点一下选中，再点一下打开"
        case .suspend: "暂时回到命令行，输入 fg 回来"
        case .help: "这一页的按键和说明"
        case .palette: "输入汉字、拼音或首字母，找到能做的事、各页、支部、人、户、合作社、活动，Enter 就做或打开"
        case .quit: "退出；已保存的都在"
        }
    }

    /// The action of a key among those offered; letters and full-width signs count in browse mode only.
    static func of(_ key: Key, among actions: [Action]) -> Action? {
        actions.first { $0.keys.contains(key.asciiEquivalent) }
    }
}

extension Key {
    /// The key as footers and help write it.
    package var name: String {
        switch self {
        case .enter: "Enter"
        case .escape: "Esc"
        case .tab: "Tab"
        case .backTab: "Shift-Tab"
        case .delete: "Del"
        case .up: "Up"
        case .down: "Down"
        case .left: "Left"
        case .right: "Right"
        case .pageUp: "PgUp"
        case .pageDown: "PgDn"
        case .home: "Home"
        case .end: "End"
        case .insert: "Ins"
        case .function(let number): "F\(number)"
        case .control(let letter): "^\(letter.uppercased())"
        case .text(" "): "空格"
        case .text(let text): text
        default: "\(self)"
        }
    }
}

/// An action that a screen offers now.
package struct Offer: Sendable, Hashable {
    package let action: Action
    /// What the footer says instead of the action's own word.
    package let label: String
    /// Why it cannot be done now; nil if it can.
    package let unavailable: String?

    package init(_ action: Action, _ label: String? = nil, unavailable: String? = nil) {
        self.action = action
        self.label = label ?? action.label
        self.unavailable = unavailable
    }
}
