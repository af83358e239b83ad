import PartyWork
import TerminalUI

/// The hints at the foot: as many as have room, those that everyone needs always among them.
struct Footer {
    let overlay: Model.Overlay?
    let offers: [Offer]
    /// Whether a search is being typed, so that letters are text.
    let isSearching: Bool

    /// A key and what it does.
    struct Hint: Hashable {
        let key: String
        let label: String
    }

    /// The hints that fit into a width, in order; 返回, 帮助 and 命令 are never left out.
    func hints(width: Int, _ textWidth: TextWidth) -> [Hint] {
        let all = all
        var kept = Set(all.filter { Footer.essential.contains($0.label) })
        // After the last hint there is no gap.
        var room = width + Footer.gap - kept.reduce(0) { $0 + cells($1, textWidth) }
        for hint in byWeight(all.filter { !kept.contains($0) }) where room >= cells(hint, textWidth) {
            room -= cells(hint, textWidth)
            kept.insert(hint)
        }
        return all.filter { kept.contains($0) }
    }

    /// Where a list can be put worst first, sorting by columns gives way to the months.
    private func byWeight(_ hints: [Hint]) -> [Hint] {
        guard offers.contains(where: { $0.action == .worst }),
            let sort = hints.firstIndex(where: { $0.label == Action.sort.label }),
            let months = hints.firstIndex(where: { $0.key == Footer.monthKeys }), sort < months
        else { return hints }
        var hints = hints
        hints.insert(hints.remove(at: sort), at: months)
        return hints
    }

    /// Actions whose key is told with another's.
    private static let twins: Set<Action> = [.nextMonth, .previousPane, .previousTab, .reverse]

    /// Actions that are about the terminal: the help tells them.
    private static let quiet: Set<Action> = [.settings, .mouse, .suspend]

    /// The cells between two hints.
    static let gap = 2

    /// What stands between a key and what it does: Han needs no blank.
    static var link: String { localized("", " ") }

    private static let monthKeys = "[ ]"

    private static var essential: Set<String> {
        [localized("返回", "back"), localized("退出查找", "leave search"), localized("帮助", "help"), localized("命令", "menu")]
    }

    private func cells(_ hint: Hint, _ textWidth: TextWidth) -> Int {
        textWidth.cells(hint.key + Footer.link + hint.label) + Footer.gap
    }

    private var all: [Hint] {
        switch overlay {
        case .form:
            [
                Hint("Tab", localized("下一项", "next field")), Hint("Enter", localized("下一项/选定", "next/choose")),
                Hint("^S", localized("保存", "save")), back, help, Hint("", localized("（返回后填过的还在）", "(typing is kept)")),
            ]
        case .menu:
            [
                Hint(localized("数字", "Digits"), localized("直接选", "choose at once")),
                Hint("Enter", localized("选定", "choose")), back, help,
            ]
        case .confirm:
            [
                Hint(localized("左右键", "Left Right"), localized("选择", "select")),
                Hint("Enter", localized("确定", "confirm")), back, help,
            ]
        case .palette:
            [
                Hint("Enter", localized("做或打开", "do or open")),
                Hint(localized("上下键", "Up Down"), localized("选", "select")), Hint("^U", localized("清空", "clear")), back,
                help,
            ]
        case .preview(let preview):
            [
                preview.saving.map { Hint("^S", $0) }, Hint(localized("上下键", "Up Down"), localized("滚动", "scroll")),
                back, help,
            ].compactMap { $0 }
        case .page(let page):
            page.isHelp
                ? [
                    Hint(localized("上下键", "Up Down"), localized("滚动", "scroll")),
                    Hint("F1", localized("关闭帮助", "close help")), back,
                ] : [Hint(localized("上下键", "Up Down"), localized("滚动", "scroll")), back]
        case nil where isSearching: searching
        case nil: offers.filter { isTold($0) }.map { hint(for: $0) }
        }
    }

    private func isTold(_ offer: Offer) -> Bool {
        offer.unavailable == nil && !Footer.twins.union(Footer.quiet).contains(offer.action)
    }

    private var searching: [Hint] {
        let opening = offers.first { $0.action == .open && $0.unavailable == nil }.map { hint(for: $0) }
        return [
            opening, Hint(localized("上下键", "Up Down"), localized("选", "select")),
            Hint("Esc", localized("退出查找", "leave search")), help,
        ].compactMap { $0 }
    }

    private var back: Hint { Hint(Action.back.keys[0].name, Action.back.label) }
    private var help: Hint { Hint(Action.help.keys[0].name, Action.help.label) }

    /// The two keys of the months are one hint.
    private func hint(for offer: Offer) -> Hint {
        offer.action == .previousMonth
            ? Hint(Footer.monthKeys, localized("换月", "month")) : Hint(offer.action.keys[0].name, offer.label)
    }
}

extension Footer.Hint {
    fileprivate init(_ key: String, _ label: String) {
        self.init(key: key, label: label)
    }
}
