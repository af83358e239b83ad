import TerminalUI

/// The hints at the foot: as many as have room, those that everyone needs always among them.
struct Footer {
    let overlay: Model.Overlay?
    let offers: [Offer]

    /// A key and what it does.
    struct Hint: Hashable {
        let key: String
        let label: String
    }

    /// The hints that fit into a width, in order; 返回 and 帮助 are never left out.
    func hints(width: Int, _ textWidth: TextWidth) -> [Hint] {
        let all = all
        let kept = all.filter { Footer.essential.contains($0.label) }
        var room = width - kept.reduce(0) { $0 + cells($1, textWidth) }
        return all.filter { hint in
            if Footer.essential.contains(hint.label) { return true }
            guard room >= cells(hint, textWidth) else { return false }
            room -= cells(hint, textWidth)
            return true
        }
    }

    /// Actions whose key is told with another's.
    private static let twins: Set<Action> = [.nextMonth, .previousPane, .previousTab, .reverse]

    /// Actions that are about the terminal: the help tells them.
    private static let quiet: Set<Action> = [.settings, .mouse, .suspend]

    private static let essential: Set<String> = ["返回", "帮助"]

    private func cells(_ hint: Hint, _ textWidth: TextWidth) -> Int {
        textWidth.cells(hint.key) + textWidth.cells(hint.label) + 2
    }

    private var all: [Hint] {
        switch overlay {
        case .form:
            [Hint("Tab", "下一项"), Hint("Enter", "下一项/选定"), Hint("^S", "保存"), back, help, Hint("", "（返回后填过的还在）")]
        case .menu: [Hint("数字", "直接选"), Hint("Enter", "选定"), back, help]
        case .confirm: [Hint("左右键", "选择"), Hint("Enter", "确定"), back, help]
        case .page: [Hint("上下键", "滚动"), Hint("F1", "关闭帮助"), back]
        case nil: offers.filter { isTold($0) }.map { hint(for: $0) }
        }
    }

    private func isTold(_ offer: Offer) -> Bool {
        offer.unavailable == nil && !Footer.twins.union(Footer.quiet).contains(offer.action)
    }

    private var back: Hint { Hint(Action.back.keys[0].name, Action.back.label) }
    private var help: Hint { Hint(Action.help.keys[0].name, Action.help.label) }

    /// The two keys of the months are one hint.
    private func hint(for offer: Offer) -> Hint {
        offer.action == .previousMonth ? Hint("[ ]", "换月") : Hint(offer.action.keys[0].name, offer.label)
    }
}

extension Footer.Hint {
    fileprivate init(_ key: String, _ label: String) {
        self.init(key: key, label: label)
    }
}
