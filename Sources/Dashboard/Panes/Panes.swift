import PartyWork
import TerminalUI

/// The panes of a screen, of which one has the keys.
struct Panes: Sendable {
    private(set) var all: [any Pane]
    /// Which of them has the keys.
    var focus = 0
    /// The preview beside them.
    var preview = GlancePane()

    init(_ panes: [any Pane]) { all = panes }

    /// The pane with the keys.
    var current: any Pane { all[focus] }

    /// The pane of a type; nil where there is none.
    subscript<Kind: Pane>(_ kind: Kind.Type) -> Kind? { all.lazy.compactMap { $0 as? Kind }.first }

    /// The pane of a type, while it has the keys.
    func current<Kind: Pane>(_ kind: Kind.Type) -> Kind? { current as? Kind }

    /// Changes the pane of a type.
    mutating func change<Kind: Pane>(_ kind: Kind.Type, _ change: (inout Kind) -> Void) {
        for index in all.indices {
            guard var pane = all[index] as? Kind else { continue }
            change(&pane)
            all[index] = pane
        }
    }

    /// Changes every pane.
    mutating func change(_ change: (inout any Pane) -> Void) {
        for index in all.indices { change(&all[index]) }
    }

    /// Gives the keys to the pane of a type.
    mutating func focus<Kind: Pane>(on kind: Kind.Type) { focus = all.firstIndex { $0 is Kind } ?? focus }

    /// What is known of the row under the cursor; where the pane with the keys has no such rows, of another's.
    func glance(_ context: Context) -> (any Glance)? {
        if current.hasGlances { return current.glance(context) }
        return all.lazy.compactMap { $0.glance(context) }.first
    }

    private func step(_ step: Int) -> Int { (focus + step + all.count) % all.count }
}

// MARK: - What the screen asks of all

extension Panes {
    /// Tab, called by the pane that it leads to where `isNamed`.
    func next(isNamed: Bool = true) -> Binding<Panes> { stepping(.nextPane, 1, isNamed) }

    /// Shift-Tab, called by the pane that it leads to where `isNamed`.
    func previous(isNamed: Bool = true) -> Binding<Panes> { stepping(.previousPane, -1, isNamed) }

    private func stepping(_ action: Action, _ step: Int, _ isNamed: Bool) -> Binding<Panes> {
        let next = self.step(step)
        return Binding(action, leadingTo: isNamed ? all[next].name : nil) { panes in
            panes.focus = next
            return []
        }
    }

    /// What keys do in a pane.
    func bindings(of pane: Int, _ context: Context) -> [Binding<Panes>] { all[pane].bindings(at: pane, context) }

    /// What some of the panes must know.
    func needs(of panes: [Int], _ context: Context) -> [Need<Panes>] {
        panes.flatMap { all[$0].needs(at: $0, context) }
    }

    mutating func handle(_ key: Key, in size: Size, _ context: Context) -> Bool {
        all[focus].handle(key, in: size, context)
    }

    mutating func endSearch() { change { $0.endSearch() } }

    /// Arranges the columns of the pane with the keys.
    mutating func arrange(_ change: ColumnChange) -> Bool { all[focus].arrange(change) }

    mutating func unchoose() { change { $0.unchoose() } }

    mutating func expect(_ added: RecordKey, in table: TableSchema) { change { $0.expect(added, in: table) } }

    /// Gives a pane the keys and selects one of its rows.
    mutating func select(_ row: Int, of pane: Int, in size: Size) {
        focus = pane
        all[pane].select(row, in: size)
    }

    /// Keeps the panes, and which of them has the keys.
    func keep(in kept: inout KeptWords) {
        kept[number: "pane"] = focus
        for (index, pane) in all.enumerated() { pane.keep("pane\(index)", in: &kept) }
    }

    /// Takes back what `keep` kept.
    mutating func restore(from kept: KeptWords) {
        focus = kept[number: "pane"].flatMap { all.indices.contains($0) ? $0 : nil } ?? focus
        for index in all.indices { all[index].restore("pane\(index)", from: kept) }
    }
}

extension Pane {
    fileprivate func bindings(at place: Int, _ context: Context) -> [Binding<Panes>] {
        bindings(context).map { binding in
            Binding<Panes>(binding.offer) { panes in
                var commands: [Command] = []
                panes.change(at: place) { (pane: inout Self) in commands = binding.perform(&pane) }
                return commands
            }
        }
    }

    fileprivate func needs(at place: Int, _ context: Context) -> [Need<Panes>] {
        needs(context).map { $0.lifted { panes, take in panes.change(at: place, take) } }
    }
}

extension Panes {
    fileprivate mutating func change<Kind: Pane>(at place: Int, _ change: (inout Kind) -> Void) {
        guard var pane = all[place] as? Kind else { return }
        change(&pane)
        all[place] = pane
    }
}
