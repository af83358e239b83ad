import PartyWork
import TerminalUI

// What keys do in the import screen.

extension ImportScreen {
    func offers(_ context: Context) -> [Offer] {
        if let work {
            let late = work.isGivenUp ? localized("正在取消", "being cancelled") : nil
            return [Offer(.back, localized("取消", "cancel"), unavailable: late)]
        }
        switch step {
        case .files:
            let none = files.selected == nil ? localized("没有选中的行", "No row is selected") : nil
            return [Offer(.open, openingLabel, unavailable: none), Offer(.edit, localized("输入路径", "type a path"))]
                + [Offer(.find), Offer(.print, localized("空模板", "template")), Offer(.sort), Offer(.reverse)]
                + files.choosingOffers
        case .columns:
            let none = columns.selected == nil ? localized("没有选中的行", "No row is selected") : columns.selected?.fixed
            return [
                Offer(.open, localized("改认", "correct"), unavailable: none),
                Offer(.save, localized("核对各行", "go on")), Offer(.find), Offer(.back),
            ]
        case .choosing: return [Offer(.open, localized("选定", "choose")), Offer(.find), Offer(.back)]
        case .rows:
            return [
                Offer(.save, localized("导入", "import"), unavailable: obstacle),
                Offer(
                    .mark, togglingLabel, unavailable: changed == 0 ? localized("没有与已登记不同的行", "No row differs") : nil),
                Offer(.nextPane, localized("只看", "show")), Offer(.previousPane), Offer(.find), Offer(.sort),
                Offer(.reverse), Offer(.back),
            ]
        case .receipt: return [Offer(.open, localized("完成", "done")), Offer(.back)]
        }
    }

    private var openingLabel: String {
        switch files.selected?.kind {
        case .file, .all: localized("核对", "examine")
        default: files.chosen.isEmpty ? Action.open.label : localized("核对", "examine")
        }
    }

    private var togglingLabel: String {
        order.changedRows == .save ? localized("不改已有的", "leave changes") : localized("一并修改", "change too")
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

    mutating func perform(_ action: Action, _ context: Context) -> [Command] {
        if work != nil {
            work?.isGivenUp = true
            return [.effect(.cancelFiles)]
        }
        switch step {
        case .files: return performOnFiles(action, context)
        case .columns: return performOnColumns(action)
        case .choosing(let row): return performOnChoices(action, row)
        case .rows: return performOnRows(action)
        case .receipt: return [.back]
        }
    }

    private mutating func performOnFiles(_ action: Action, _ context: Context) -> [Command] {
        switch action {
        case .open: return open()
        case .edit: return [.form(.importPath(listing?.path ?? ""))]
        case .print: return [.form(.printing(Printout.template, context))]
        default: return files.perform(action) ?? []
        }
    }

    private mutating func open() -> [Command] {
        guard let listing, let row = files.selected else { return [] }
        let chosen = files.chosenRows.map { listing.path(of: $0.name) }
        switch row.kind {
        case _ where !chosen.isEmpty: examine(chosen)
        case .file: examine([listing.path(of: row.name)])
        case .all: examine(listing.files.map { listing.path(of: $0.name) })
        case .folder: asking = listing.path(of: row.name)
        case .parent: asking = listing.parent
        }
        return []
    }

    private mutating func performOnColumns(_ action: Action) -> [Command] {
        switch action {
        case .open:
            guard let row = columns.selected else { return [] }
            choices = ChoiceRow.list
            choices.load(ChoiceRow.rows(for: row, among: review?.known ?? []))
            choices.select {
                $0.title == row.meaning || $0.choice == .table(row.source.table ?? .people) && row.column == nil
            }
            step = .choosing(row)
        case .save: step = .rows
        case .back: step = .files
        default: return columns.perform(action) ?? []
        }
        return []
    }

    private mutating func performOnChoices(_ action: Action, _ row: ColumnRow) -> [Command] {
        switch action {
        case .open:
            guard let choice = choices.selected?.choice else { return [] }
            step = .columns
            return correct(row, choice)
        case .back: step = .columns
        default: return choices.perform(action) ?? []
        }
        return []
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

    private mutating func performOnRows(_ action: Action) -> [Command] {
        switch action {
        case .save: if let review { begin(.carryOut(order, reviewed: review)) }
        case .mark:
            var order = order
            order.changedRows = order.changedRows == .save ? .leave : .save
            begin(.examine(order))
        case .nextPane, .previousPane: step(by: action == .nextPane ? 1 : -1)
        case .back: step = .columns
        default: return rows.perform(action) ?? []
        }
        return []
    }

    /// To the next kind of which there are rows, then to all.
    private mutating func step(by step: Int) {
        let kinds = shownKinds
        let index = kinds.firstIndex(of: only) ?? 0
        show(kinds[(index + step + kinds.count) % kinds.count])
    }

    /// All, then the kinds of which there are rows.
    var shownKinds: [ImportRow.Kind?] {
        [nil] + ImportRow.Kind.allCases.filter { (review?.count($0) ?? 0) > 0 }
    }

    mutating func handle(_ key: Key, _ context: Context) -> Bool {
        if work != nil { return false }
        switch step {
        case .files: return files.handle(key, page: files.page(in: listRows(context)))
        case .columns: return columns.handle(key, page: columns.page(in: listRows(context)))
        case .choosing: return choices.handle(key, page: choices.page(in: listRows(context)))
        case .rows: return rows.handle(key, page: rows.page(in: listRows(context)))
        case .receipt: return false
        }
    }

    mutating func unchoose() { files.unchoose() }
}
