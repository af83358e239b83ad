import TerminalUI

/// The help, made from the binding table.
extension Page {
    /// The help of a screen: every action it offers now, with all its keys.
    static func help(title: String, offers: [Offer]) -> Page {
        let movement = Entry(keys: "方向键 翻页键", text: "移动；Home、End 到头尾；数字 0–9 换页；直接输入汉字即查找")
        return Page(title: "帮助：\(title)", entries: [movement] + offers.map { entry(of: $0) })
    }

    private static func entry(of offer: Offer) -> Entry {
        let reason = offer.unavailable.map { "（现在不能用：\($0)）" } ?? ""
        let keys = offer.action.keys.map(\.name).joined(separator: " ")
        return Entry(keys: keys, text: "\(offer.label)：\(offer.action.explanation)\(reason)")
    }

    /// The keys of what lies over a screen; nil for a page that is being read.
    static func help(on overlay: Model.Overlay) -> Page? {
        switch overlay {
        case .form(let form): Page(title: "帮助：\(form.title)", entries: formKeys)
        case .menu(let menu): Page(title: "帮助：\(menu.title)", entries: menuKeys)
        case .confirm(let confirmation): Page(title: "帮助：\(confirmation.title)", entries: confirmationKeys)
        case .palette: Page(title: "帮助：命令", entries: paletteKeys)
        case .preview(let preview): Page(title: "帮助：\(preview.title)", entries: previewKeys)
        case .page: nil
        }
    }

    private static let formKeys = [
        Entry(keys: "Tab 下键", text: "到下一项；Enter 也是，在最后一项按 Enter 即保存"),
        Entry(keys: "Shift-Tab 上键", text: "到前一项"),
        Entry(keys: "^S F2", text: "保存；有不对的写在那一项下面，填过的都不会丢"),
        Entry(keys: "Esc", text: "返回；填过的内容还在，再打开同一张表可接着填，断线、退出以后也是"),
        Entry(keys: "F8", text: "接着上次填的表里：清空，重新填"),
        Entry(text: ""),
        Entry(keys: "选人选户", text: "输入姓名、编号或村名里的几个字，上下键到那一行，Enter 选定；可多人的接着选；退格去掉已选的"),
        Entry(keys: "选词", text: "左右键、空格或数字"),
        Entry(keys: "日期", text: "6-15、615、2016/6/15、今天、上月都可以；表里已填好的日期，直接输入就换掉"),
        Entry(keys: "文字", text: "左右键移动，Home、End 到头尾，^U 清空"),
    ]

    private static let menuKeys = [
        Entry(keys: "数字", text: "直接选"), Entry(keys: "上下键 Enter", text: "移到一项，选定"),
        Entry(keys: "Esc", text: "返回，什么都不做"),
    ]

    private static let paletteKeys = [
        Entry(keys: "输入", text: "汉字、全拼、拼音的开头或首字母，可混着写：东河、donghe、dh、东h 都找到东河村；多音字哪个音都行；空格隔开几个词"),
        Entry(keys: "上下键 Enter", text: "移到一行，做这件事或打开它；右边写着直接做这件事的键"),
        Entry(keys: "最后一行", text: "在全年的活动里查找输入的文字"), Entry(keys: "^U", text: "清空"),
        Entry(keys: "Esc", text: "返回，什么都不做"),
    ]

    private static let previewKeys = [
        Entry(keys: "^S y", text: "能改的各行一次保存：流水里是一条，撤销也是一次；其间台账变了而有一行不能改，就一行也不改，重新列出"),
        Entry(keys: "上下键 翻页键", text: "滚动；Home、End 到头尾"), Entry(keys: "Esc", text: "回到表里，什么都没有改；再按一次回到列表，选中的还在"),
    ]

    private static let confirmationKeys = [
        Entry(keys: "y", text: "确定"), Entry(keys: "左右键 Enter", text: "移到一项，选定；不移动时 Enter 是不做"),
        Entry(keys: "Esc n", text: "返回，什么都不做"),
    ]
}
