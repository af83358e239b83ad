import PartyWork
import TerminalUI

/// The help, made from the binding table.
extension Page {
    /// The help of a screen: what it is for, every action it offers now, with all its keys, in three parts; behind them the words of
    /// states.
    static func help(title: String, purpose: String, offers: [Offer], topic: Handbook.Topic) -> Page {
        let parts = HelpPart.allCases.flatMap { part in
            let entries = (part == .way ? [movement] : []) + offers.filter { $0.action.helpPart == part }.map(entry)
            return entries.isEmpty ? [] : [heading(part.title)] + entries
        }
        return Page(
            title: localized("帮助：\(title)", "Help: \(title)"),
            entries: (purpose.isEmpty ? [] : [Entry(keys: localized("这一页", "This screen"), text: purpose)]) + parts + [
                heading(words.title)
            ] + words.entries,
            more: topic.offered)
    }

    private static func heading(_ text: String) -> Entry { Entry(text: localized("【\(text)】", "[\(text)]")) }

    private static var movement: Entry {
        Entry(
            keys: localized("方向键 翻页键", "Arrows Pg keys"),
            text: localized(
                "移动；Home、End 到头尾；数字 0–9 到各页的第一屏；直接输入汉字即查找",
                "move; Home and End go to the ends; digits 0–9 open the tabs; typing Han searches"))
    }

    /// What the words of states mean, wherever they stand.
    private static var words: (title: String, entries: [Entry]) {
        let meanings: [(ProgressState, String)] = [
            (.done, localized("要求的次数已经够了", "as many as are asked for")),
            (.onTrack, localized("按今年已过去的时间，做得够", "not behind the part of the year that is over")),
            (.behind, localized("按今年已过去的时间，做得不够", "behind the part of the year that is over")),
            (.dueSoon, localized("还没有办，期限只剩几天", "not done, and only days are left")),
            (.overdue, localized("期限过了还没有办", "not done, and the time is over")),
            (.notApplicable, localized("这一项不要求它", "not asked of it")),
        ]
        return (
            localized("这些词", "The words"),
            meanings.map { Entry(keys: $0.title, text: $1) } + [
                Entry(keys: "-  —", text: localized("没有，或不考核", "none, or does not apply"))
            ]
        )
    }

    private static func entry(of offer: Offer) -> Entry {
        let reason = offer.unavailable.map { localized("（现在不能用：\($0)）", " (not now: \($0))") } ?? ""
        let keys = offer.action.keys.map(\.name).joined(separator: " ")
        return Entry(
            keys: keys,
            text: localized(
                "\(offer.label)：\(offer.explanation)\(reason)",
                "\(offer.label): \(offer.explanation)\(reason)"))
    }

    /// The keys of what lies over a screen; nil for a page that is being read.
    static func help(on overlay: Overlay) -> Page? {
        switch overlay {
        case .form(let form):
            Page(
                title: localized("帮助：\(form.title)", "Help: \(form.title)"), entries: formKeys,
                more: Handbook.Topic.refusal.offered)
        case .menu(let menu): Page(title: localized("帮助：\(menu.title)", "Help: \(menu.title)"), entries: menuKeys)
        case .confirm(let confirmation):
            Page(title: localized("帮助：\(confirmation.title)", "Help: \(confirmation.title)"), entries: confirmationKeys)
        case .palette: Page(title: localized("帮助：命令", "Help: menu"), entries: paletteKeys)
        case .preview(let preview):
            Page(title: localized("帮助：\(preview.title)", "Help: \(preview.title)"), entries: previewKeys)
        case .page: nil
        }
    }

    private static var formKeys: [Entry] {
        [
            Entry(
                keys: localized("Tab 下键", "Tab Down"),
                text: localized(
                    "到下一项；Enter 也是，在最后一项按 Enter 即保存", "to the next field; so does Enter, which saves in the last one")),
            Entry(keys: localized("Shift-Tab 上键", "Shift-Tab Up"), text: localized("到前一项", "to the field before")),
            Entry(
                keys: "^S F2",
                text: localized(
                    "保存；有不对的写在那一项下面，填过的都不会丢", "saves; what is wrong stands below its field, nothing typed is lost")),
            Entry(
                keys: "Esc",
                text: localized(
                    "返回；填过的内容还在，再打开同一张表可接着填，断线、退出以后也是",
                    "goes back; what was typed is there when the form is opened again, after a lost line or a restart too"
                )),
            Entry(keys: "F8", text: localized("接着上次填的表里：清空，重新填", "in a form that goes on from before: empties it")),
            Entry(text: ""),
            Entry(
                keys: localized("选人选户", "People, places"),
                text: localized(
                    "输入姓名、编号或村名里的几个字，上下键到那一行，Enter 选定；可多人的接着选；退格去掉已选的",
                    "type part of a name, number or village, Up and Down to the row, Enter chooses; where several may be chosen go on; Backspace removes"
                )),
            Entry(keys: localized("选词", "Words"), text: localized("左右键、空格或数字", "Left and Right, Space or a digit")),
            Entry(
                keys: localized("日期", "Days"),
                text: localized(
                    "6-15、615、2016/6/15、今天、上月都可以；表里已填好的日期，直接输入就换掉",
                    "6-15, 615, 2016/6/15, today; typing replaces the day that is proposed")),
            Entry(
                keys: localized("文字", "Texts"),
                text: localized(
                    "左右键移动，Home、End 到头尾，^U 清空", "Left and Right move, Home and End go to the ends, ^U clears")),
        ]
    }

    private static var menuKeys: [Entry] {
        [
            Entry(keys: localized("数字", "Digits"), text: localized("直接选", "choose at once")),
            Entry(
                keys: localized("上下键 Enter", "Up Down Enter"), text: localized("移到一项，选定", "go to an item and choose it")
            ),
            Entry(keys: "Esc", text: localized("返回，什么都不做", "goes back, nothing is done")),
        ]
    }

    private static var paletteKeys: [Entry] {
        [
            Entry(
                keys: localized("输入", "Typing"),
                text: localized(
                    "汉字、全拼、拼音的开头或首字母，可混着写：东河、donghe、dh、东h 都找到东河村；多音字哪个音都行；空格隔开几个词",
                    "Han, pinyin in full or begun, initials, mixed: donghe and dh find Donghe village; every reading of a character counts; spaces part words"
                )),
            Entry(
                keys: localized("上下键 Enter", "Up Down Enter"),
                text: localized(
                    "移到一行，做这件事或打开它；右边写着直接做这件事的键",
                    "go to a row and do or open it; the key that does it directly stands at the right")),
            Entry(
                keys: localized("最后一行", "Last row"),
                text: localized("在全年的活动里查找输入的文字", "looks for the text in the year's activities")),
            Entry(keys: "^U", text: localized("清空", "clears")),
            Entry(keys: "Esc", text: localized("返回，什么都不做", "goes back, nothing is done")),
        ]
    }

    private static var previewKeys: [Entry] {
        [
            Entry(
                keys: "^S y",
                text: localized(
                    "能改的各行一次保存：流水里是一条，撤销也是一次；其间台账变了而有一行不能改，就一行也不改，重新列出",
                    "saves all rows that can be changed, as one entry, undone at once; if one cannot be changed any more, none is and the list is made anew"
                )),
            Entry(
                keys: localized("上下键 翻页键", "Arrows Pg keys"),
                text: localized("滚动；Home、End 到头尾", "scroll; Home and End go to the ends")),
            Entry(
                keys: "Esc",
                text: localized(
                    "回到表里，什么都没有改；再按一次回到列表，选中的还在",
                    "back to the form, nothing was changed; once more to the list, all still chosen")),
        ]
    }

    private static var confirmationKeys: [Entry] {
        [
            Entry(keys: "y", text: localized("确定", "yes")),
            Entry(
                keys: localized("左右键 Enter", "Left Right Enter"),
                text: localized(
                    "移到一项，选定；不移动时 Enter 是不做", "go to an answer and choose it; without moving Enter means no")),
            Entry(keys: "Esc n", text: localized("返回，什么都不做", "goes back, nothing is done")),
        ]
    }
}
