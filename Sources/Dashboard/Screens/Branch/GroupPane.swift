import PartyWork
import TerminalUI

/// 党小组 by 五个一: a cell for each item of each group, selected with the four arrows.
struct GroupPane: BranchPane {
    /// A group with the states of its five items.
    fileprivate struct Row: Sendable {
        let group: BranchReport.Group
        /// The name without the branch's before it.
        let name: String
        let states: [ProgressState]
        /// How many of each item are asked for.
        let target: Int
    }

    private var list = RowList<Row>(GroupPane.columns, identity: \.group.code.digits, searched: \.group.name)
    /// What is asked of each of the five ones.
    private var items = Requirement.fiveOnes
    /// The rule of all five together, in a sentence.
    private var rule = Requirement.fiveOnesRule
    /// Which of the five ones is selected.
    private var item = 0

    var title: String { localized("党小组 \(list.total)", "Groups \(list.total)") }
    var position: String { list.position }
    /// Heading, groups, totals.
    var wantedRows: Int { max(1, list.total) + 2 }
    var definition: String { items[item].rule }
    var isTyping: Bool { list.isTyping }

    mutating func endSearch() { list.endSearch() }
    /// The report brings its rows.
    var isLoaded: Bool { true }

    func question(_ scope: Scope, asOf day: Day) -> Question? { nil }

    mutating func receive(_ answer: Answer, _ context: Context) {
        guard case .branch(let report) = answer else { return }
        let sum = report.status?.fiveOnes.state
        items = report.requirements.fiveOnes(on: report.asOf)
        rule = report.rule(.fiveOnes)
        let items = items
        list.load(report.groups.map { Row($0, items, of: report.organization.name, sum: sum, asOf: report.asOf) })
    }

    var offers: [Offer] {
        guard let group = list.selected?.group else {
            return [Offer(.open, unavailable: localized("没有党小组", "no party group"))]
        }
        return [Offer(.open, group.isEmpty(item) ? localized("记一项", "record") : localized("看活动", "activities"))]
            + list.offers
    }

    mutating func perform(_ action: Action) -> [Command] {
        guard action == .open else { return list.perform(action) ?? [] }
        guard let group = list.selected?.group else { return [] }
        let kind = ActivityKind.fiveOnes[item]
        if group.isEmpty(item) {
            return [.record(ActivityDraft(kind: kind, organization: group.code, organizationName: group.name))]
        }
        return [
            .open(.activities(ActivityFilter(organization: group.code, organizationName: group.name, kinds: [kind])))
        ]
    }

    mutating func handle(_ key: Key, rows: Int) -> Bool {
        if !list.isTyping, key == .left || key == .right {
            item = max(0, min(ActivityKind.fiveOnes.count - 1, item + (key == .left ? -1 : 1)))
            return true
        }
        return list.handle(key, page: list.page(in: rows - 1))
    }

    func draft(_ branch: ActivityDraft) -> ActivityDraft {
        guard let group = list.selected?.group else { return branch }
        return ActivityDraft(organization: group.code, organizationName: group.name)
    }

    func printed(of branch: String, _ scope: Scope) -> Printout.Item {
        list.printed(localized("党小组五个一", "Party groups"), of: branch, scope: scope, rule: rule)
    }

    func keep(_ name: String, in notes: inout Notes) {
        notes[number: name + ".item"] = item
        list.keep(name, in: &notes)
    }

    mutating func restore(_ name: String, from notes: Notes) {
        item = notes[number: name + ".item"].flatMap { ActivityKind.fiveOnes.indices.contains($0) ? $0 : nil } ?? 0
        list.restore(name, from: notes)
    }
}

extension BranchReport.Group {
    /// Whether nothing at all was recorded for an item.
    fileprivate func isEmpty(_ item: Int) -> Bool { counts[item] == 0 && open[item] == 0 }

    /// `完成 2`, `在办 1`, `未办`.
    fileprivate func text(_ item: Int, of target: Int) -> String {
        if target > 1, counts[item] < target { return "\(counts[item])/\(target)" }
        if counts[item] > 0 {
            return counts[item] > 1 ? localized("完成 \(counts[item])", "done \(counts[item])") : localized("完成", "done")
        }
        return open[item] > 0 ? localized("在办 \(open[item])", "open \(open[item])") : localized("未办", "none")
    }
}

extension GroupPane.Row {
    /// An item that is not done is as late as the branch's sum, as in the worklist (CONTRACT section 4).
    fileprivate init(
        _ group: BranchReport.Group, _ items: [Requirement], of branch: String, sum: ProgressState?, asOf day: Day
    ) {
        self.group = group
        name = group.name.name(in: branch)
        target = items.first?.target ?? 0
        states = zip(items, group.counts).map { item, count in
            item.progress(count, asOf: day).part(of: sum).state
        }
    }
}

// MARK: - Drawing

extension GroupPane {
    private static var columns: [RowList<Row>.Column] {
        [.init(TableColumn(localized("党小组", "Group"), minimum: 10, ideal: 18, share: 1), named: .thing) { $0.name }]
            + Requirement.fiveOnes.indices.map { item in
                let title = item == 0 ? localized("积极分子", "activist") : Requirement.fiveOnes[item].title
                return .init(
                    TableColumn(title, minimum: max(6, TextWidth().cells(title)), ideal: 10),
                    by: { $0.group.counts[item] }, element: { .of($0.states[item]) },
                    text: { $0.group.text(item, of: $0.target) })
            }
    }

    func draw(on frame: inout Frame, focused: Bool, _ context: Context) {
        let rows = frame.size.rows - 1
        list.draw(
            on: &frame, top: 0, rows: rows, context,
            empty: localized(
                "没有党小组，五个一不考核；在名册（7）登记党小组", "No party group, so no five ones; add groups in the registry (7)"),
            focused: focused,
            cell: list.isTyping ? nil : item + 1)
        if list.count > 0 { drawTotals(on: &frame, row: min(list.count + 1, rows), context) }
    }

    /// How many of the groups have done each item.
    private func drawTotals(on frame: inout Frame, row: Int, _ context: Context) {
        let rows = list.visibleRows
        let done = ActivityKind.fiveOnes.indices.map { item in rows.count { $0.states[item] == .done } }
        let places = ColumnLayout(GroupPane.columns.map(\.layout)).places(in: frame.size.columns - 2)
        frame.put(
            [localized("完成的小组", "Groups done")] + done.map { "\($0)/\(rows.count)" }, in: places, row: row, column: 2,
            style: context.style(.muted))
    }
}
