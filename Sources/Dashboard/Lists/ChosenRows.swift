import PartyWork

/// Which rows of a list are chosen, by what tells one record from another: so they stay chosen however the list is sorted,
/// filtered or loaded again.
struct ChosenRows: Hashable, Sendable {
    private(set) var rows: Set<String> = []
    /// The row chosen last, from which a range goes on.
    private(set) var last: String?

    var isEmpty: Bool { rows.isEmpty }
    var count: Int { rows.count }

    func contains(_ row: String) -> Bool { rows.contains(row) }

    /// Chooses a row, or leaves it.
    mutating func toggle(_ row: String) {
        if rows.remove(row) != nil { return }
        rows.insert(row)
        last = row
    }

    mutating func add(_ more: [String]) {
        rows.formUnion(more)
        last = more.last ?? last
    }

    /// Drops the rows that are not among those given.
    mutating func keep(_ present: Set<String>) {
        rows.formIntersection(present)
        if let last, !rows.contains(last) { self.last = nil }
    }
}

// MARK: - In a list

extension RowList {
    /// The chosen rows, also those that a search or a filter leaves out now, as they were loaded.
    var chosenRows: [Row] { chosen.isEmpty ? [] : allRows.filter { isChosen($0) } }

    /// The rows that an act is about which can be done to several: the chosen ones, else the selected one.
    var meant: [Row] { chosen.isEmpty ? [selected].compactMap(\.self) : chosenRows }

    func isChosen(_ row: Row) -> Bool { !chosen.isEmpty && chosen.contains(identity(row)) }

    /// What keys do that choose rows.
    var choosingBindings: [Binding<RowList>] {
        guard let isChoosable else { return [] }
        let nothing = count == 0 ? localized("没有可选的行", "no row to choose") : nil
        let first = chosen.last == nil ? localized("先按空格选中一头的那一行", "first choose the row at one end with Space") : nil
        return [
            Binding(.choose, unavailable: nothing) { $0.choose(isChoosable) },
            Binding(.chooseRange, unavailable: nothing ?? first) { $0.chooseRange(isChoosable) },
            Binding(.chooseAll, unavailable: nothing) { $0.chooseAll(isChoosable) },
        ]
    }

    /// Chooses no row; false if none was.
    @discardableResult
    mutating func unchoose() -> Bool {
        defer { chosen = ChosenRows() }
        return !chosen.isEmpty
    }

    /// Drops chosen rows that are there no more, or not to be chosen any more.
    mutating func dropChosen() {
        guard !chosen.isEmpty, let isChoosable else { return }
        chosen.keep(Set(allRows.filter(isChoosable).map(identity)))
    }

    /// Chooses the row or leaves it, and goes on to the next.
    private mutating func choose(_ isChoosable: (Row) -> Bool) -> [Command] {
        guard let selected else { return [] }
        let canBe = isChoosable(selected)
        if canBe { chosen.toggle(identity(selected)) }
        advance()
        return canBe ? [] : [.notice(localized("这一行没有要办的，不用选", "there is nothing to do to this row"))]
    }

    /// Chooses all rows between the one chosen last and this one.
    private mutating func chooseRange(_ isChoosable: (Row) -> Bool) -> [Command] {
        let rows = visibleRows
        let keys = rows.map(identity)
        guard let here = selected.map(identity).flatMap({ keys.firstIndex(of: $0) }),
            let start = chosen.last.flatMap({ keys.firstIndex(of: $0) })
        else {
            return [
                .notice(
                    localized(
                        "上次选中的一行现在没有列出，请按空格另选一头", "the row chosen last is not listed now; choose another with Space"))
            ]
        }
        let range = min(start, here)...max(start, here)
        chosen.add(range.filter { isChoosable(rows[$0]) }.map { keys[$0] })
        return [.notice(choice)]
    }

    /// Chooses all rows in sight of the search and the filter; if they are chosen all, none.
    private mutating func chooseAll(_ isChoosable: (Row) -> Bool) -> [Command] {
        let before = chosen.count
        chosen.add(visibleRows.filter(isChoosable).map(identity))
        if chosen.count == before { unchoose() }
        return [.notice(choice)]
    }

    private var choice: String {
        chosen.isEmpty
            ? localized("一行都没有选", "No row is chosen")
            : localized("已选 \(chosen.count) 行；Esc 全不选", "\(plural(chosen.count, "row")) chosen; Esc chooses none")
    }
}
