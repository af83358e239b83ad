import PartyWork
import TerminalUI

// From one card to the next, in the order of the list from which it was opened.

extension Model {
    /// The tab and the place of the screen whose list the card in sight is from: the one below it, for a branch that its tab opened the
    /// overview; nil where there is none.
    private var listBelow: (tab: Tab, place: Int)? {
        guard let stack = stacks[tab], let card = stack.last, card.screen.isCard else { return nil }
        if stack.count > 1 { return (tab, stack.count - 2) }
        return tab != .overview && stacks[.overview] != nil ? (.overview, 0) : nil
    }

    /// Going on to the card of the next row and to that of the row before; none where no list leads to them.
    var stepping: [Binding<Model>] {
        if listBelow == nil { return [] }
        return [
            Binding(.nextCard) { $0.step(by: .down).map { .effect($0) } },
            Binding(.previousCard) { $0.step(by: .up).map { .effect($0) } },
        ]
    }

    /// Moves in the list below until a row leads to another card of the same kind, which takes the place of this one.
    private mutating func step(by key: Key) -> [Effect] {
        guard let (home, place) = listBelow, var list = stacks[home]?[place], let card = top else { return [] }
        var row = list.screen.selectedRow(context)
        while list.screen.handle(key, context), case let next = list.screen.selectedRow(context), next != row {
            row = next
            guard case .open(let route)? = list.screen.perform(.open, context).first, route.kind == card.route.kind
            else { continue }
            stacks[home]?[place] = list
            replaceTop(Visit(route, card.screen.kept.pane))
            return []
        }
        notice = Notice(
            text: key == .down
                ? localized("已是列表里最后一个", "It is the last of the list")
                : localized("已是列表里第一个", "It is the first of the list"),
            isWarning: false)
        return []
    }
}

extension Screen {
    /// The number of the row that the keys act on.
    fileprivate func selectedRow(_ context: Context) -> Int? { rowsInSight(context).first(where: \.hasKeys)?.row }
}

extension KeptWords {
    /// Only which pane has the keys.
    fileprivate var pane: KeptWords {
        var kept = KeptWords()
        kept["pane"] = self["pane"]
        return kept
    }
}
