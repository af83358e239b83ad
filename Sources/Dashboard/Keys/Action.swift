import PartyWork
import TerminalUI

/// Everything a key can do; footer, help and KEYS.md are made from this one table.
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
    case datedChange
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
    case print
    case nextCard
    case previousCard
    case remind
    case preview
    case grow
    case columns
    case unfilter
    case stage
    case moveLeft
    case moveRight
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
        case .datedChange: [.function(9), .text("m")]
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
        // Almost no Ctrl letter is free; ^] and 打印's first letter are.
        case .print: [.control("]"), .text("d")]
        case .nextCard: [.modified(.alt, .down), .text("n")]
        case .previousCard: [.modified(.alt, .up), .text("N")]
        // The letters of Ctrl are all taken; those of Alt input methods leave alone.
        case .remind: [.modified(.alt, .text("c")), .text("c")]
        case .preview: [.control("^"), .text("p")]
        case .grow: [.modified(.alt, .text("g")), .text("o")]
        // 列's first letter.
        case .columns: [.modified(.alt, .text("l")), .text("l")]
        case .unfilter: [.modified(.alt, .text("u")), .text("L")]
        // 门's first letter, and one that is free.
        case .stage: [.modified(.alt, .text("m")), .text("z")]
        case .moveLeft: [.left, .text("<")]
        case .moveRight: [.right, .text(">")]
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
        case .open: localized("打开", "open")
        case .back: localized("返回", "back")
        case .nextPane: localized("换栏", "next pane")
        case .previousPane: localized("前一栏", "previous pane")
        case .record: localized("记活动", "record")
        case .find: localized("查找", "find")
        case .edit: localized("修改", "edit")
        case .add: localized("新增", "add")
        case .sort: localized("排序", "sort")
        case .reverse: localized("倒序", "reverse")
        case .worst: localized("最差", "worst")
        case .end: localized("结束", "end")
        case .datedChange: localized("标记", "mark")
        case .handOver: localized("移交", "hand over")
        case .choose: localized("选中", "choose")
        case .chooseRange: localized("选到这里", "to here")
        case .chooseAll: localized("全选", "choose all")
        case .filter: localized("只看缺口", "gaps")
        case .figures: localized("看数字", "figures")
        case .reveal: localized("看电话", "phone")
        case .submit: localized("上报", "submit")
        case .accept: localized("接收", "accept")
        case .acceptAll: localized("全部接收", "accept all")
        case .giveBack: localized("退回", "return")
        case .previousMonth: localized("上月", "month before")
        case .nextMonth: localized("下月", "month after")
        case .present: localized("回到今天", "today")
        case .scope: localized("范围", "scope")
        case .print: localized("打印导出", "print")
        case .nextCard: localized("下一个", "next one")
        case .previousCard: localized("上一个", "one before")
        case .remind: localized("催办", "remind")
        case .preview: localized("收起预览", "hide preview")
        case .grow: localized("放大", "grow")
        case .columns: localized("列", "columns")
        case .unfilter: localized("去筛选", "unfilter")
        case .stage: localized("换数字", "next figure")
        case .moveLeft: localized("左移", "move left")
        case .moveRight: localized("右移", "move right")
        case .nextTab: localized("下一页", "next tab")
        case .previousTab: localized("上一页", "previous tab")
        case .undo: localized("撤销", "undo")
        case .redo: localized("重做", "redo")
        case .save: localized("保存", "save")
        case .repaint: localized("重画", "redraw")
        case .settings: localized("设置", "settings")
        case .mouse: localized("鼠标", "mouse")
        case .suspend: localized("挂起", "suspend")
        case .help: localized("帮助", "help")
        case .palette: localized("命令", "menu")
        case .quit: localized("退出", "quit")
        }
    }

    /// What the help says, a sentence.
    package var explanation: String {
        switch self {
        case .open: localized("打开选中的一行，或进入下一层", "opens the selected row, or goes deeper")
        case .back: localized("返回上一层；取消正在做的事", "goes back; gives up what is being done")
        case .nextPane: localized("到下一栏；表单里到下一项", "to the next pane; in a form to the next field")
        case .previousPane: localized("到前一栏；表单里到前一项", "to the pane before; in a form to the field before")
        case .record:
            localized(
                "记一条活动：先选类型（数字键），再填表，表里已带上当前支部或党小组",
                "records an activity: first its kind (a digit), then a form that already knows the branch or group")
        case .find:
            localized(
                "在列表里查找，拼音和首字母也行，直接输入汉字也会开始；查找中上下键选，Enter 打开，Esc 退出查找",
                "searches the list, by pinyin and initials too; typing Han begins it; Up and Down select, Enter opens, Esc leaves"
            )
        case .edit: localized("修改选中的一行", "edits the selected row")
        case .add: localized("新增一条", "adds one")
        case .sort: localized("按下一列排序", "sorts by the next column")
        case .reverse: localized("把当前排序倒过来", "turns the order round")
        case .worst: localized("最差的排在前面；再按恢复原来的次序", "puts the worst first; again for the order before")
        case .end: localized("结束选中的一行", "ends the selected row")
        case .datedChange:
            localized(
                "标记带日期的变化：人员离开、任职，组织成立、撤销；户变动：户主变更、分户、并户、迁移、脱贫、返贫、销户",
                "marks a dated change: a person leaves or takes a post, an organization is founded or dissolved, a household gets a new head, splits, merges, moves, is lifted, returns, closes"
            )
        case .handOver: localized("把选中帮扶人的户移交给接替人", "hands the households of the selected helper over to successors")
        case .choose:
            localized(
                "选中这一行或不选，再到下一行；选中的行左边有 *，可以一起办，先列出会改哪些；Esc 全不选",
                "chooses this row or not and goes on; chosen rows have a * and are changed together, after a preview; Esc chooses none"
            )
        case .chooseRange: localized("从上次选中的一行到这一行都选中", "chooses all from the row chosen last to this one")
        case .chooseAll:
            localized(
                "选中列出的全部（查找或只看之后是剩下的那些）；已经全部选中的则都不选",
                "chooses all that are listed (what a search or filter leaves); none if all are chosen")
        case .filter: localized("只看有缺口的，或再看全部", "shows only those with gaps, or all again")
        case .figures:
            localized(
                "选一个数字，看它是哪些行算出来的、缺哪些；总览和结对的表里，左右键选中一格再按 Enter 也行",
                "choose a figure and see the rows behind it and those missing; in the tables of overview and pairing Left and Right select a cell for Enter"
            )
        case .reveal: localized("显示完整电话号码，再按恢复遮盖", "shows the telephone number in full, again masks it")
        case .submit:
            localized("支部上报选中的月份；当月最后七天起可以上报", "the branch submits the selected month, from its last seven days on")
        case .accept:
            localized(
                "镇里接收上报的月份：数字按此刻签收，以后不再变动",
                "the township accepts a submitted month: its figures are signed as they are now and never shift"
            )
        case .acceptAll:
            localized(
                "接收选中月份所有已上报的支部，先列出是哪些", "accepts all branches that submitted the selected month, after listing them")
        case .giveBack:
            localized(
                "把上报的月份退回支部，写明原因",
                "returns a submitted month to the branch, with a reason"
            )
        case .previousMonth:
            localized("截至日移到上个月底，所有数字随之变化", "moves the as-of date to the end of the month before; every figure follows")
        case .nextMonth:
            localized("截至日移到下个月底，不超过今天", "moves the as-of date to the end of the next month, today at the latest")
        case .present: localized("截至日回到今天", "sets the as-of date to today")
        case .scope: localized("选择范围：全镇或某个支部", "chooses the scope: the township or one branch")
        case .print:
            localized(
                "打印、导出：屏幕上的列表，或这里的打印表，写成 XLSX、PDF、HTML、文字或 CSV 文件",
                "print or export: the list in sight or the forms that belong here, as XLSX, PDF, HTML, text or CSV")
        case .nextCard:
            localized(
                "到下一个支部、人或户的卡片，按打开它的那个列表的次序",
                "to the card of the next branch, person or household, in the order of the list that opened it")
        case .previousCard: localized("到上一个的卡片", "to the card of the one before")
        case .remind:
            localized(
                "把这个支部还欠什么、哪天前办写成一段话：复制、写成文件或日历；也可以催全部支部、帮扶人、班子成员",
                "writes what the branch still owes and by when as a message: to copy, as a file or a calendar; for all branches, helpers, committee members too"
            )
        case .preview:
            localized(
                "收起列表右边的预览，列表用满整行；每台终端、每种屏宽（120、160 列起）分别记住",
                "hides the preview beside the list, which then has the whole width; kept for each terminal and breadth (from 120, from 160 columns)"
            )
        case .grow:
            localized(
                "光标所在的一栏占满整屏，别的栏和预览让开；每台终端、每种屏宽（120、160 列起）分别记住",
                "gives the pane with the keys the place of all others and of the preview; kept for each terminal and breadth (from 120, from 160 columns)"
            )
        case .columns:
            localized(
                "列表的列：选、排、藏、改宽窄，按一列排序、筛选，看它的分布；存成视图，以后一按就到",
                "the columns of the list: choose, order, hide, widen; sort and filter by one, count its values; keep all as a view"
            )
        case .unfilter: localized("去掉各列的筛选，列出全部", "takes the filters off all columns")
        case .stage:
            localized(
                "条形、各村的格子和逐月的图换成下一个数字：五个一、户覆盖、党员覆盖、主题活动",
                "shows the next figure as bars, tiles and columns by month: five ones, households, members, theme activities"
            )
        case .moveLeft: localized("把选中的列往左移一格", "moves the selected column to the left")
        case .moveRight: localized("把选中的列往右移一格", "moves the selected column to the right")
        case .nextTab: localized("到下一页（上次那里）；数字 0–9 到各页第一屏", "to the next tab as left; digits 0–9 open the tabs")
        case .previousTab: localized("到上一页", "to the tab before")
        case .undo:
            localized(
                "撤销自己今天最近一次保存，重启后也可以；按字母键先问。别人的、以前的、导入和接收的月报在流水里撤销",
                "takes back your own last save of today, after a restart too; the letter asks first. What others did, what is older, imports and accepted months are taken back in the journal"
            )
        case .redo: localized("恢复刚才撤销的操作", "does again what was just taken back")
        case .save: localized("保存表单", "saves the form")
        case .repaint: localized("重画整个屏幕", "draws the whole screen anew")
        case .settings: localized("字符对齐、鼠标等，按终端分别记住", "width of characters, mouse, language; kept for each terminal")
        case .mouse:
            localized(
                "打开或关上鼠标（这一次）：滚轮翻动，点一下选中，再点一下打开",
                "turns the mouse on or off (this time): the wheel scrolls, a click selects, another opens")
        case .suspend: localized("暂时回到命令行，输入 fg 回来", "back to the shell for a while; fg returns")
        case .help: localized("这一页的按键和说明", "the keys of this screen and what they do")
        case .palette:
            localized(
                "输入汉字、拼音或首字母，找到能做的事、各页、支部、人、户、合作社、活动，Enter 就做或打开",
                "type a name, pinyin or initials: finds what can be done, screens, branches, people, households, cooperatives, activities; Enter does or opens it"
            )
        case .quit: localized("退出；已保存的都在", "quits; all that was saved is kept")
        }
    }

    /// The action of a key among those offered; letters and full-width signs count in browse mode only.
    ///
    /// - Parameter offers: asked for only where the key is any action's: most keys move or type.
    static func of(_ key: Key, among offers: @autoclosure () -> [Offer]) -> Action? {
        guard let known = byKey[key.asciiEquivalent] else { return nil }
        return offers().first { known.contains($0.action) }?.action
    }

    private static let byKey: [Key: [Action]] = allCases.reduce(into: [:]) { known, action in
        for key in action.keys { known[key, default: []].append(action) }
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
        case .text(" "): localized("空格", "Space")
        case .text(let text): text
        case .backspace: localized("退格", "Backspace")
        case .modified(let held, let key): held.name + key.name
        case .paste, .mouse, .focusIn, .focusOut, .cursorReport, .unreadable: "\(self)"
        }
    }
}

extension Modifiers {
    /// `Ctrl-Alt-`, before the name of the key.
    fileprivate var name: String {
        (contains(.control) ? "Ctrl-" : "") + (contains(.alt) ? "Alt-" : "") + (contains(.shift) ? "Shift-" : "")
    }
}
