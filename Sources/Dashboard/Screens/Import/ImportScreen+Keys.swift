import PartyWork
import TerminalUI

// What keys do in the import screen.

extension ImportScreen {
    func bindings(_ context: Context) -> [Binding<Self>] {
        if let work {
            let late = work.isGivenUp ? localized("正在取消", "being cancelled") : nil
            return [
                Binding(.back, .cancel, unavailable: late) { screen in
                    screen.work?.isGivenUp = true
                    return [.effect(.cancelFiles)]
                }
            ]
        }
        let list = paneBindings(context)
        switch step {
        case .files: return ofFiles(list, context)
        case .columns: return ofColumns(list)
        case .choosing(let row): return ofChoices(list, for: row)
        case .rows: return ofRows(list)
        case .receipt:
            return [Binding(.open, .finish) { _ in [.back] }, Binding(.back) { _ in [.back] }]
        }
    }

    /// Esc goes back to a step.
    private func back(to step: Step) -> Binding<Self> { leading(.back, to: step) }

    private func leading(_ action: Action, _ meaning: Meaning? = nil, to step: Step) -> Binding<Self> {
        Binding(action, meaning) { screen in
            screen.step = step
            return []
        }
    }

    private func ofFiles(_ list: [Binding<Self>], _ context: Context) -> [Binding<Self>] {
        let none = files?.selected == nil ? localized("没有选中的行", "No row is selected") : nil
        return [
            Binding(.open, opening, unavailable: none) { screen in
                screen.open()
                return []
            },
            Binding(.edit, .typePath) { [.form(.importPath($0.listing?.path ?? ""))] },
        ] + list[.find]
            + [Binding(.print, .template) { _ in [.form(.printing(Printout.template, context))] }]
            + list[.sort, .reverse, .choose, .chooseRange, .chooseAll]
    }

    private func ofColumns(_ list: [Binding<Self>]) -> [Binding<Self>] {
        let row = panes.list(of: ColumnRow.self)?.selected
        let none = row == nil ? localized("没有选中的行", "No row is selected") : row?.fixed
        return [
            Binding(.open, .reinterpret, unavailable: none) { screen in
                if let row { screen.choose(for: row) }
                return []
            }, leading(.save, .checkRows, to: .rows),
        ] + list[.find] + [back(to: .files)]
    }

    private func ofChoices(_ list: [Binding<Self>], for row: ColumnRow) -> [Binding<Self>] {
        let chosen = panes.list(of: ChoiceRow.self)?.selected?.choice
        return [
            Binding(.open, .choose) { screen in
                guard let chosen else { return [] }
                screen.step = .columns
                return screen.correct(row, chosen)
            }
        ] + list[.find] + [back(to: .columns)]
    }

    private func ofRows(_ list: [Binding<Self>]) -> [Binding<Self>] {
        let same = changed == 0 ? localized("没有与已登记不同的行", "No row differs") : nil
        return [
            Binding(.save, .importRows, unavailable: obstacle) { screen in
                if let review = screen.review { screen.begin(.carryOut(screen.order, reviewed: review)) }
                return []
            },
            Binding(.datedChange, order.changedRows == .save ? .leaveChanges : .changeToo, unavailable: same) {
                screen in
                var order = screen.order
                order.changedRows = order.changedRows == .save ? .leave : .save
                screen.begin(.examine(order))
                return []
            },
            Binding(.nextPane, .importKind) { $0.step(by: 1) },
            Binding(.previousPane) { $0.step(by: -1) },
        ] + list[.find, .sort, .reverse] + [back(to: .columns)]
    }

    private var files: RowList<FileRow>? { panes.list(of: FileRow.self) }

    private var opening: Meaning? {
        switch files?.selected?.kind {
        case .file, .all: .examine
        case .folder, .parent, nil: files?.chosen.isEmpty ?? true ? nil : .examine
        }
    }

    /// How many rows differ from what is saved.
    var changed: Int { review?.count(.changed) ?? 0 }

    /// Why nothing can be imported; nil if it can.
    var obstacle: String? {
        guard let review, review.isAccepted else {
            let count = review?.count(.rejected) ?? 0
            return localized("有 \(count) 处不对，一行都不存", "\(count) places are wrong, nothing is saved")
        }
        return review.counts.new + review.counts.updated == 0
            ? localized("没有新的行要存", "There is nothing new to save") : nil
    }

    private mutating func open() {
        guard let listing, let files, let row = files.selected else { return }
        let chosen = files.chosenRows.map { listing.path(of: $0.name) }
        switch row.kind {
        case _ where !chosen.isEmpty: examine(chosen)
        case .file: examine([listing.path(of: row.name)])
        case .all: examine(listing.files.map { listing.path(of: $0.name) })
        case .folder: asking = listing.path(of: row.name)
        case .parent: asking = listing.parent
        }
    }

    /// Lists what a line of the columns can be taken for.
    private mutating func choose(for row: ColumnRow) {
        let tables = review?.known ?? []
        panes.change(listOf: ChoiceRow.self) { list in
            list = ChoiceRow.list
            list.load(ChoiceRow.rows(for: row, among: tables))
            list.select {
                $0.title == row.meaning || $0.choice == .table(row.source.table ?? .people) && row.column == nil
            }
        }
        step = .choosing(row)
    }

    /// Has the files examined again with what the officer said.
    private mutating func correct(_ row: ColumnRow, _ choice: ChoiceRow.Choice) -> [Command] {
        var order = order
        order.take(row, for: choice)
        if order == self.order { return [] }
        begin(.examine(order))
        let isKept = !row.source.isContract || choice == .automatic
        return isKept
            ? []
            : [
                .notice(
                    localized(
                        "这次照改；表头与台账相同的表下次仍按列名认", "For this time: a header of the ledger's own names is not remembered"))
            ]
    }

    /// To the next kind of which there are rows, then to all.
    private mutating func step(by step: Int) -> [Command] {
        let kinds = shownKinds
        let index = kinds.firstIndex(of: only) ?? 0
        show(kinds[(index + step + kinds.count) % kinds.count])
        return []
    }

    /// All, then the kinds of which there are rows.
    var shownKinds: [ImportRow.Kind?] {
        [nil] + ImportRow.Kind.allCases.filter { (review?.count($0) ?? 0) > 0 }
    }

    mutating func handle(_ key: Key, _ context: Context) -> Bool { hasList && handleInPane(key, context) }
}
