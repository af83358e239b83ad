import PartyWork
import TerminalUI

// What keys do in the import screen.

extension ImportScreen {
    func bindings(_ context: Context) -> [Binding<Self>] {
        if let work { return [giveUp(work)] }
        let list = paneBindings(context)
        switch step {
        case .files: return ofFiles(list, context)
        case .columns: return ofColumns(list)
        case .choosing(let row): return ofChoices(list, for: row)
        case .rows: return ofRows(list, context)
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
        pickingBindings(.examine, list)
            + [Binding(.print, .template) { _ in [.form(.printing(Printout.template, context))] }]
            + list[.sort, .reverse, .choose, .chooseRange, .chooseAll]
    }

    private func ofColumns(_ list: [Binding<Self>]) -> [Binding<Self>] {
        let row = panes.list(of: ColumnRow.self)?.selected
        let none = row == nil ? localized("没有选中的行", "No row is selected") : row?.fixed
        return [
            Binding(.open, opening(row), unavailable: none) { screen in
                row.map { screen.open($0) } ?? []
            }, leading(.save, .checkRows, to: .rows), giving(to: row?.source),
        ] + (canOnlyChange || order.changedRows == .save ? [toggling(unavailable: nil)] : []) + list[.find]
            + [back(to: .files)]
    }

    private func opening(_ row: ColumnRow?) -> Meaning {
        switch row?.subject {
        case .missing, .given: .giveValue
        case .source, .column, nil: .reinterpret
        }
    }

    /// A value for a column that the file lacks and that need not be there.
    private func giving(to source: ImportSource?) -> Binding<Self> {
        let fields = source?.absent ?? []
        let none = fields.isEmpty ? localized("这张表没有缺的栏", "It lacks no column") : nil
        return Binding(.add, .giveColumn, unavailable: none) { screen in
            guard let source else { return [] }
            let items = fields.map { field in
                Menu.Item(field.column.title, detail: field.guide, .form(screen.form(for: field, of: source)))
            }
            return [.menu(Menu(title: localized("给哪一栏一个值", "Which column to give a value"), items: items))]
        }
    }

    private func form(for field: ColumnSchema, of source: ImportSource) -> Form<Filing> {
        let others =
            review?.sources.count { other in
                other.place != source.place && other.absent.contains { $0.column == field.column }
            } ?? 0
        return .given(field, to: source, order, others: others)
    }

    /// Corrects what a line says, or gives the value that it lacks.
    private mutating func open(_ row: ColumnRow) -> [Command] {
        switch row.subject {
        case .missing(let column): return row.source.table?[column].map { [.form(form(for: $0, of: row.source))] } ?? []
        case .given(let given): return giveAnew(given, row.source)
        case .source, .column:
            choose(for: row)
            return []
        }
    }

    private func giveAnew(_ given: GivenColumn, _ source: ImportSource) -> [Command] {
        guard let field = source.table?[given.column] else { return [] }
        var without = order
        without.takeBack(given.value.name, for: given.value.scope)
        return [
            .menu(
                Menu(
                    title: localized("「\(given.column.title)」是给的值", "\(given.column.title) was given"),
                    items: [
                        .init(localized("改成别的值", "Another value"), .form(form(for: field, of: source))),
                        .init(localized("收回", "Take it back"), .effect(.files(.examine(without)))),
                    ]))
        ]
    }

    /// Whether a file lacks what new rows need, and has what tells saved ones from others.
    private var canOnlyChange: Bool {
        review?.sources.contains { source in
            guard let table = source.table, !source.isRead else { return false }
            return !source.missing.isEmpty && Set(table.key).isDisjoint(with: source.missing)
        } ?? false
    }

    private func ofChoices(_ list: [Binding<Self>], for row: ColumnRow) -> [Binding<Self>] {
        let chosen = panes.list(of: ChoiceRow.self)?.selected?.choice
        return [
            Binding(.open, .choose) { screen in
                guard let chosen else { return [] }
                if case .header(let header) = chosen {
                    screen.choose(for: ColumnRow(source: row.source.headed(by: header), subject: .source))
                    return []
                }
                screen.step = .columns
                return screen.correct(row, chosen)
            }
        ] + (row.subject == .source && !row.source.isRead && row.source.former == nil ? [heading(row)] : [])
            + list[.find]
            + [back(to: .columns)]
    }

    /// Another row is the header.
    private func heading(_ row: ColumnRow) -> Binding<Self> {
        Binding(.datedChange, .anotherHeader) { screen in
            screen.panes.change(listOf: ChoiceRow.self) { list in
                list = ChoiceRow.list
                list.load(ChoiceRow.headers(of: row.source))
            }
            return []
        }
    }

    private func toggling(unavailable: String?) -> Binding<Self> {
        Binding(.datedChange, order.changedRows == .save ? .leaveChanges : .changeToo, unavailable: unavailable) {
            screen in
            var order = screen.order
            order.changedRows = order.changedRows == .save ? .leave : .save
            screen.begin(.examine(order))
            return []
        }
    }

    private func ofRows(_ list: [Binding<Self>], _ context: Context) -> [Binding<Self>] {
        let same = changed == 0 ? localized("没有与已登记不同的行", "No row differs") : nil
        let unknown = review?.unknownHelpers ?? []
        let helpers: [Binding<Self>] =
            unknown.isEmpty
            ? []
            : [
                Binding(.add, .addHelpers) { screen in [.form(.newHelpers(unknown, screen.order))] }
            ]
        return [
            Binding(.save, .importRows, unavailable: obstacle) { $0.importAll() }
        ] + helpers + [
            leaving, toggling(unavailable: same),
            Binding(.nextPane, .importKind) { $0.step(by: 1) },
            Binding(.previousPane) { $0.step(by: -1) },
        ] + list[.find, .sort, .reverse, .choose, .chooseRange, .chooseAll] + [back(to: .columns)]
    }

    /// Imports at once, or after the question where the rows go that are left out, or whether what looks wrong is right.
    private mutating func importAll() -> [Command] {
        guard let review else { return [] }
        if review.left > 0 { return [.form(.leaving(review, order, proposing: pathOfLeft))] }
        guard review.doubtful > 0 else {
            begin(.carryOut(order, reviewed: review))
            return []
        }
        let doubts = review.rows.filter { $0.kind == .warned }.map(\.details)
        return [
            .confirm(
                Confirmation(
                    title: localized("有 \(review.doubtful) 处看来不对", "\(review.doubtful) look wrong"), lines: doubts,
                    verb: localized("导入", "import"), choice: .effect(.files(.carryOut(order, reviewed: review)))))
        ]
    }

    // MARK: Rows that are left out

    /// Leaves bad rows out: the chosen ones, all of a kind, all; or none again.
    private var leaving: Binding<Self> {
        let list = panes.list(of: ImportRow.self)
        let isUsed = !order.leaving.isNone
        let chosen = list?.chosenRows ?? []
        let rows = chosen.isEmpty ? [list?.selected].compactMap { $0 }.filter { !$0.kinds.isEmpty } : chosen
        let none =
            rows.isEmpty && (review?.leavable ?? 0) == 0 && !isUsed
            ? localized("没有可以留下的行", "There is no row to leave out") : nil
        return Binding(.end, .leaveOut, unavailable: none) { screen in [.menu(screen.leavingMenu(rows))] }
    }

    private func leavingMenu(_ rows: [ImportRow]) -> Menu {
        func item(_ label: String, detail: String = "", _ change: (inout Leaving) -> Void) -> Menu.Item {
            var order = order
            change(&order.leaving)
            return Menu.Item(label, detail: detail, .effect(.files(.examine(order))))
        }
        var items: [Menu.Item] = []
        if let first = rows.first {
            let label =
                rows.count == 1
                ? localized("留下这一行", "This row") : localized("留下选中的 \(rows.count) 行", "The \(rows.count) chosen rows")
            items.append(item(label, detail: first.text) { $0.rows.formUnion(rows.map(\.place)) })
            let kinds = Set(rows.flatMap(\.kinds))
            let count = kinds.map { review?.faultKinds[$0] ?? 0 }.max() ?? 0
            if count > rows.count {
                items.append(
                    item(localized("同类的都留下（\(count) 行）", "All of the kind (\(count) rows)"), detail: first.text) {
                        $0.kinds.formUnion(kinds)
                    })
            }
        }
        let all = review?.leavable ?? 0
        if all > 0 {
            items.append(
                item(
                    localized("不对的 \(all) 行都留下", "All \(all) that are wrong"),
                    detail: localized("其余的可以导入", "the others can be imported")
                ) { $0.isAll = true })
        }
        if !order.leaving.isNone {
            items.append(item(localized("都收回，一行不留", "Take all back")) { $0 = Leaving() })
        }
        return Menu(
            title: localized("留下哪些行（不导入，写进另一个文件）", "Which rows to leave out, into a file of their own"), items: items)
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

    /// Lists what a line of the columns can be taken for.
    private mutating func choose(for row: ColumnRow) {
        let tables = review?.known ?? []
        panes.change(listOf: ChoiceRow.self) { list in
            list = ChoiceRow.list
            list.load(ChoiceRow.rows(for: row, among: tables))
            list.select {
                $0.title == row.meaning || $0.choice == .table(row.source.table ?? .people) && row.subject == .source
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
        show(kinds.step(from: only, by: step))
        return []
    }

    /// The kinds of which there are rows.
    var kinds: [ImportRow.Kind] { ImportRow.Kind.allCases.filter { (review?.count($0) ?? 0) > 0 } }

    mutating func handle(_ key: Key, _ context: Context) -> Bool { hasList && handleInPane(key, context) }
}
