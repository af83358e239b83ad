import PartyWork
import TerminalUI

// What keys do in the screen of a copy.

extension MergeScreen {
    func bindings(_ context: Context) -> [Binding<Self>] {
        if let work { return [giveUp(work)] }
        let list = paneBindings(context)
        return isComparing ? ofRows(list) : ofFiles(list)
    }

    private func ofFiles(_ list: [Binding<Self>]) -> [Binding<Self>] {
        pickingBindings(.compare, list) + [
            Binding(.add, .copyOut) { screen in
                let name = localized("副本", "copy")
                return [.form(.copyOut(to: screen.folder?.listing?.free(name, "db") ?? "\(name).db"))]
            }
        ] + list[.sort, .reverse]
    }

    private func ofRows(_ list: [Binding<Self>]) -> [Binding<Self>] {
        let row = rows?.selected == nil ? localized("没有选中的行", "No row is selected") : nil
        return [
            Binding(.open, .chooseSide, unavailable: row) { [.menu($0.sides)] },
            Binding(.save, .mergeRows, unavailable: obstacle) { $0.question.map { [.confirm($0)] } ?? [] },
            Binding(.nextPane, .importKind) { $0.step(by: 1) },
            Binding(.previousPane) { $0.step(by: -1) },
        ] + list[.find, .choose, .chooseRange, .chooseAll, .sort, .reverse] + [
            Binding(.back) { screen in
                screen.panes.focus = 0
                return []
            }
        ]
    }

    private mutating func step(by step: Int) -> [Command] {
        show(kinds.step(from: only, by: step))
        return []
    }

    /// The kinds of which there are rows.
    var kinds: [MergeReview.Row.Kind] { MergeReview.Row.Kind.allCases.filter { (review?.count($0) ?? 0) > 0 } }

    /// Why nothing can be brought back; nil if it can.
    private var obstacle: String? {
        guard let review, review.isSettled else {
            return localized("还有行要选照哪边", "There are rows to be decided")
        }
        return review.changesAnything ? nil : localized("没有要并入的", "There is nothing to bring back")
    }

    /// What can be said of the chosen rows, else of the selected one, or of all.
    private var sides: Menu {
        let chosen = rows?.chosenRows ?? []
        let meant = chosen.isEmpty ? [rows?.selected].compactMap { $0 } : chosen
        let names = meant.map(\.name)
        let these =
            meant.count == 1
            ? localized("这一行", "This row") : localized("选中的 \(meant.count) 行", "The \(meant.count) chosen rows")
        let all = review?.rows.map(\.name) ?? []
        let items = [
            choice(
                localized("\(these)照本台账", "\(these): as here"),
                localized("副本里改的不要", "nothing that the copy changed")
            ) { $0.choose(.mine, for: names) },
            choice(
                localized("\(these)照副本", "\(these): as in the copy"),
                localized("只有本台账改过的栏仍照本台账", "columns that only this ledger changed stay")
            ) { $0.choose(.theirs, for: names) },
            choice(
                localized("两边不同的全照本台账", "All that both changed: as here"),
                localized("只有副本改过的栏仍照副本", "columns that only the copy changed follow it")
            ) { ($0.side, $0.choices) = (.mine, [:]) },
            choice(localized("两边不同的全照副本", "All that both changed: as in the copy")) {
                ($0.side, $0.choices) = (.theirs, [:])
            },
            choice(localized("副本里做的一行都不要", "Nothing of the copy")) { $0.choose(.mine, for: all) },
            choice(localized("选过的都收回", "Take back what was chosen")) { ($0.side, $0.choices) = (nil, [:]) },
        ]
        return Menu(title: localized("照哪边（数字键）", "Which side (a digit)"), items: items)
    }

    private func choice(
        _ label: String, _ detail: String = "", _ change: (inout MergeOrder) -> Void
    ) -> Menu.Item {
        guard var order else { return Menu.Item(label, detail: detail, .back) }
        change(&order)
        return Menu.Item(label, detail: detail, .effect(.files(.weigh(order))))
    }

    /// The question before all is saved.
    private var question: Confirmation? {
        guard let order, let review else { return nil }
        return Confirmation(
            title: localized("并入“\(review.place)”的副本？", "Bring the copy of \(review.place) back?"),
            lines: [
                review.heading, review.counts,
                localized("一次保存，流水里是一条，写明副本的经手人。", "It is saved at once, as one entry that names the copy's officers."),
            ] + review.remarks,
            verb: localized("并入", "bring it back"), choice: .effect(.perform(.merge(order))))
    }
}

extension MergeOrder {
    /// Says which side holds for rows.
    fileprivate mutating func choose(_ side: MergeSide, for rows: [RowName]) {
        for row in rows { choices[row] = side }
    }
}
