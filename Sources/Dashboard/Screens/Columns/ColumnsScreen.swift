import PartyWork
import TerminalUI

extension Screen {
    /// The columns of the list that has the keys here, to be shown in its place.
    func ofColumns(_ views: [KeptView]) -> any Screen { ColumnsScreen(self, views) }
}

/// The columns of a list, the values of the selected one, and the views that are kept.
///
/// It stands for the screen of the list while it has the keys: what that asks goes on being asked, and what is changed of the columns is
/// changed there.
struct ColumnsScreen: PanedScreen {
    private var base: any Screen
    /// The column of which values are counted.
    private var counted: Int?
    var panes = Panes([
        ToldPane(
            name: localized("列", "columns"),
            list: RowList(ColumnSheet.Column.columns, identity: { String($0.place) }, searched: \.title)),
        FrequencyPane(),
        ToldPane(
            name: localized("视图", "views"), list: RowList(KeptView.columns, identity: \.name, searched: \.name),
            nothing: localized("还没有视图；按 ^S 把列表现在的样子存成一个", "No view yet: ^S keeps the list as it is")),
    ])

    /// The panes by their places.
    private enum Part: Int {
        case columns
        case values
        case views
    }

    /// The columns of the list that has the keys on a screen.
    init(_ base: any Screen, _ views: [KeptView]) {
        self.base = base
        refresh()
        let first = base.columns?.first
        panes.change(listOf: ColumnSheet.Column.self) { $0.select { $0.place == first } }
        follow()
        show(views)
    }

    var beneath: (any Screen)? { base }
    var columns: ColumnSheet? { nil }
    private var part: Part { Part(rawValue: panes.focus) ?? .columns }
    private var selected: ColumnSheet.Column? { panes.list(of: ColumnSheet.Column.self)?.selected }

    func title(_ context: Context) -> String {
        let name = base.name(context)
        let part =
            switch part {
            case .columns: localized("列", "columns")
            case .values: localized("\(selected?.title ?? "")的分布", "values of \(selected?.title ?? "")")
            case .views: localized("视图", "views")
            }
        return "\(name)\(localized("：", ": "))\(part)  \(panes.current.position)"
    }

    func definition(_ context: Context) -> String? {
        guard part == .columns else { return nil }
        let lacking = base.titlesWithoutRoom(context)
        if !lacking.isEmpty {
            let titles = lacking.joined(separator: localized("、", ", "))
            return localized(
                "屏幕上没有地方的列：\(titles)；按左键移到前面，或藏起别的列", "No room for: \(titles); Left moves one on, or hide others")
        }
        return localized(
            "改了马上算数，Esc 回到列表；筛选了的列，表头有 =，打印照样",
            "Changes hold at once, Esc returns; a filtered heading has = and prints so")
    }

    // MARK: What stands below

    /// Takes what the list says of its columns now.
    private mutating func refresh() {
        let columns = base.columns?.columns ?? []
        panes.change(listOf: ColumnSheet.Column.self) { $0.load(columns) }
        counted = nil
        follow()
    }

    /// Counts the values of the selected column.
    private mutating func follow() {
        guard let selected, selected.place != counted, let sheet = base.columns else { return }
        counted = selected.place
        panes.change(FrequencyPane.self) { $0.count(sheet.texts(selected.place), of: selected.title) }
    }

    /// Lists the views.
    mutating func show(_ views: [KeptView]) { panes.load(views) }

    mutating func arrange(_ change: ColumnChange) -> Bool {
        defer { refresh() }
        return base.arrange(change)
    }

    func ownNeeds(_ context: Context) -> [Need<Self>] { base.needs(in: \.base, context) { $0.refresh() } }
    func draft(_ context: Context) -> ActivityDraft { base.draft(context) }
    var kept: KeptWords { base.kept }
    mutating func restore(_ kept: KeptWords) { base.restore(kept) }
    mutating func expect(_ added: RecordKey, in table: TableSchema) { base.expect(added, in: table) }

    mutating func endSearch() {
        panes.endSearch()
        base.endSearch()
    }

    mutating func handle(_ key: Key, _ context: Context) -> Bool {
        if key == .escape, part != .columns, !panes.current.isTyping {
            if panes.handle(key, in: context.body, context) { return true }
            panes.focus = Part.columns.rawValue
            return true
        }
        defer { follow() }
        return handleInPane(key, context)
    }

    mutating func select(_ place: SeenRow) {
        panes.select(place.row, of: place.pane, in: place.size)
        follow()
    }

    // MARK: Seen and printed

    /// From 120 columns on the values stand beside the columns.
    func ownLayout(_ context: Context) -> PaneLayout {
        guard context.breadth != nil, !context.isPlain, part != .views else {
            return .one(of: panes, row: 0, column: 2, gap: 1, context.body)
        }
        let height = context.body.rows - 2
        let left = context.body.columns / 2
        func area(_ part: Part, _ column: Int, _ columns: Int) -> PaneLayout.Area {
            PaneLayout.Area(pane: part.rawValue, row: 2, column: column, size: Size(columns: columns, rows: height))
        }
        return PaneLayout(
            areas: [area(.columns, 0, left - 3), area(.values, left, context.body.columns - left)],
            names: [
                PaneLayout.Names(panes: [Part.columns.rawValue], row: 0, column: 2),
                PaneLayout.Names(panes: [Part.values.rawValue], row: 0, column: left + 2),
            ])
    }

    func printout(_ context: Context) -> Printout {
        let source = base.printout(context)
        guard part == .values, let values = panes[FrequencyPane.self] else { return source }
        let name = base.name(context)
        return Printout([
            values.list.printed(
                localized("\(name)：\(values.column)的分布", "\(name): \(values.column)"), rule: nil,
                notes: { _ in source.conditions(context) }, charting: FrequencyPane.countTitle)
        ])
    }

    // MARK: Keys

    func bindings(_ context: Context) -> [Binding<Self>] {
        let tab = stepping()
        let keep = Binding<Self>(.save, .saveView) { _ in [.form(.view())] }
        return switch part {
        case .columns: columnKeys + [tab.next, keep] + paneBindings(context)[.find] + [tab.previous]
        case .values: [only] + [tab.next] + paneBindings(context) + [tab.previous]
        case .views: viewKeys + [tab.next, keep] + paneBindings(context)[.find] + [tab.previous]
        }
    }

    private var columnKeys: [Binding<Self>] {
        let unsorted = localized("这一列不能排序", "this column has no order")
        let isLast = base.columns?.columns.filter { !$0.isHidden }.map(\.place) == selected.map { [$0.place] }
        let filter = Binding<Self>(.filter, .filterColumn, unavailable: selected == nil ? nothing : nil) { screen in
            guard let column = screen.selected, let sheet = screen.base.columns else { return [] }
            return [.form(.filter(column, among: sheet.texts(column.place)))]
        }
        let values = Binding<Self>(.open, .frequency, unavailable: selected == nil ? nothing : nil) { screen in
            screen.panes.focus = Part.values.rawValue
            return []
        }
        return [
            values,
            changing(.choose, .hideColumn, unavailable: isLast ? localized("至少留一列", "one column stays") : nil) {
                .toggle($0)
            },
            changing(.moveLeft) { .move($0, by: -1) }, changing(.moveRight) { .move($0, by: 1) },
            changing(.previousMonth, .narrower) { .widen($0, by: -2) },
            changing(.nextMonth, .wider) { .widen($0, by: 2) },
            changing(.sort, .sortColumn, unavailable: selected?.canSort ?? true ? nil : unsorted) { .sort($0) }, filter,
            changing(
                .reverse, .reverseColumn,
                unavailable: base.columns?.columns.contains { !$0.order.isEmpty } ?? false
                    ? nil : localized("先按 F6 选择一列排序", "first sort by a column with F6")
            ) { _ in .reverse }, changing(.end, .resetColumns) { _ in .reset },
        ]
    }

    private var nothing: String { localized("没有选中的列", "no column selected") }

    private func changing(
        _ action: Action, _ meaning: Meaning? = nil, unavailable: String? = nil,
        _ change: @escaping (Int) -> ColumnChange
    ) -> Binding<Self> {
        Binding(action, meaning, unavailable: selected == nil ? nothing : unavailable) { screen in
            if let column = screen.selected { _ = screen.arrange(change(column.place)) }
            return []
        }
    }

    /// Shows the rows of the chosen values, or of the selected one.
    private var only: Binding<Self> {
        let nothing = localized("没有选中的值", "no value selected")
        let filter = panes[FrequencyPane.self]?.filter
        return Binding(.open, .onlyValues, unavailable: filter == nil ? nothing : nil) { screen in
            guard let column = screen.selected, let filter else { return [] }
            _ = screen.arrange(.filter(column.place, filter))
            return [.back]
        }
    }

    private var viewKeys: [Binding<Self>] {
        let view = panes.list(of: KeptView.self)?.selected
        let nothing = localized("没有选中的视图", "no view selected")
        return [
            Binding(.open, on: view, orElse: nothing) { [.view($0)] },
            Binding(.end, .forgetView, on: view, orElse: nothing) { view in
                [
                    .confirm(
                        Confirmation(
                            title: localized("删除视图“\(view.name)”？", "Remove the view \(view.name)?"),
                            lines: [
                                localized(
                                    "只删这个名字和样子，台账里的行都在。",
                                    "Only the name and the look go; every row of the ledger stays.")
                            ],
                            verb: localized("删除", "remove"), choice: .forgetView(view)))
                ]
            },
        ]
    }
}

// MARK: - The screen below

extension Screen {
    /// What it needs, as needs of a screen that holds it.
    fileprivate func needs<Whole>(
        in place: WritableKeyPath<Whole, any Screen>, _ context: Context, then follow: @escaping (inout Whole) -> Void
    ) -> [Need<Whole>] {
        needs(context).map { need in
            need.lifted { whole, take in
                guard var own = whole[keyPath: place] as? Self else { return }
                take(&own)
                whole[keyPath: place] = own
                follow(&whole)
            }
        }
    }
}

extension Printout {
    /// What is printed of its list, and by what that is narrowed.
    fileprivate func conditions(_ context: Context) -> [String] {
        guard let item = items.first, case .list(let make) = item.work else { return [] }
        return [
            localized("数的是“\(item.title)”的行。", "Counted are the rows of \(item.title). ") + make(context).conditions
        ]
    }
}

// MARK: - Columns

extension ColumnSheet.Column {
    fileprivate static var columns: [RowList<Self>.Column] {
        [
            .init(TableColumn(localized("列", "Column"), minimum: 10, ideal: 14), text: \.title),
            .init(
                TableColumn(localized("显示", "Shown"), minimum: 4), element: { $0.isHidden ? .muted : .text },
                text: { $0.isHidden ? localized("藏起", "hidden") : localized("显示", "shown") }),
            .init(TableColumn(localized("宽", "Width"), minimum: 4, alignment: .right)) {
                $0.width.map(String.init) ?? localized("自动", "auto")
            },
            .init(TableColumn(localized("排序", "Sort"), minimum: 8), text: \.order),
            .init(TableColumn(localized("筛选", "Filter"), minimum: 12, ideal: 20, share: 1)) { $0.filter?.words ?? "" },
        ]
    }
}

extension KeptView {
    fileprivate static var columns: [RowList<Self>.Column] {
        [
            .init(TableColumn(localized("名称", "Name"), minimum: 12, ideal: 20), text: \.name),
            .init(TableColumn(localized("哪一页", "Screen"), minimum: 16, ideal: 30, share: 1), text: \.place),
        ]
    }
}
