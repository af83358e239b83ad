import PartyWork
import TerminalUI

/// The two sides of the coverage.
package enum PairingSide: String, Hashable, Sendable {
    case households
    case members
}

extension Route {
    /// The households and members of a branch, gaps first.
    static func pairingList(_ code: Code, name: String, side: PairingSide) -> Route {
        Route("pairingList", [code.digits, name, side.rawValue]) { PairingListScreen(code, name: name, side: side) }
    }
}

extension ScreenKind {
    static let pairingList = ScreenKind(
        localized("结对名单", "Pairing list"),
        like: .pairingList("422801100211", name: localized("店子槽村", "Dianzicao"), side: .households),
        read: { words in
            guard words.count == 3, let code = Code(word: words[0]) else { return nil }
            return .pairingList(code, name: words[1], side: PairingSide(rawValue: words[2]) ?? .households)
        }
    ).telling(
        localized(
            "一个支部里有没有帮扶人的户，或结没结对的党员",
            "the households of a branch with and without a helper, or its members"))
}

/// The households and the members of a branch, gaps first: who is missing, and the keys to do something about it.
struct PairingListScreen: PanedScreen {
    private let name: String
    private var onlyGaps = false
    var panes: Panes

    init(_ code: Code, name: String, side: PairingSide) {
        self.name = name
        panes = Panes([PairedHouseholdsPane(of: code, name), PairedMembersPane(of: code, name)])
        if side == .members { panes.focus(on: PairedMembersPane.self) }
    }

    func title(_ context: Context) -> String { "\(name)  \(panes.current.position)" }

    func ownLayout(_ context: Context) -> PaneLayout {
        previewed(.one(of: panes, row: 0, listBody(context)), row: 1, context)
    }

    /// Both are asked for at once, so that Tab shows the other at once.
    func asks(_ pane: Int, _ context: Context) -> Bool { true }

    func bindings(_ context: Context) -> [Binding<Self>] {
        let (own, tab) = (paneBindings(context), stepping())
        let filter = Binding<Self>(.filter, onlyGaps ? .everything : nil) { screen in
            screen.toggleFilter()
            return []
        }
        let first = own[.open, .add, .end, .handOver] + [filter] + (isChoosing ? own[.datedChange] : own[.record])
        let list = [tab.next] + own[.find, .sort, .reverse, .choose, .chooseRange, .chooseAll] + [tab.previous]
        return first + list + (isChoosing ? [] : own[.datedChange])
    }

    private var isChoosing: Bool { (panes.current as? any PairedPane)?.isChoosing ?? false }

    private mutating func toggleFilter() {
        onlyGaps.toggle()
        let onlyGaps = onlyGaps
        panes.change { pane in
            guard var paired = pane as? any PairedPane else { return }
            paired.show(onlyGaps: onlyGaps)
            pane = paired
        }
    }

    /// How many of the poor households had a visit this month, beside the lists' names: the third figure of the coverage.
    func drawHeading(on frame: inout Frame, _ context: Context) -> Bool {
        guard let text = panes.current(PairedHouseholdsPane.self)?.visited(context) else { return true }
        frame.put(
            text, row: 0, column: frame.size.columns - 1 - context.textWidth.cells(text), style: context.style(.muted))
        return true
    }

    var kept: KeptWords {
        var kept = KeptWords()
        kept[is: "gaps"] = onlyGaps
        panes.keep(in: &kept)
        return kept
    }

    mutating func restore(_ kept: KeptWords) {
        panes.restore(from: kept)
        if kept[is: "gaps"] { toggleFilter() }
    }
}
