import PartyWork
import TerminalUI

/// 党小组 by 五个一: a cell for each item of each group, selected with the four arrows.
struct GroupPane: BranchPane {
    /// A group with the states of its five items.
    struct Row: Sendable {
        let group: BranchReport.Group
        /// The name without the branch's before it.
        let name: String
        let states: [ProgressState]
        /// How many of each item are asked for.
        let target: Int
    }

    let code: Code
    var list = RowList<Row>(GroupPane.columns, identity: \.group.code.digits, searched: \.group.name)
    /// What is asked of each of the five ones.
    private var items = Requirement.fiveOnes
    /// The rule of all five together, in a sentence.
    private var rule = Requirement.fiveOnesRule
    /// Which of the five ones is selected.
    private var item = 0
    private var branchName = ""

    init(of code: Code) { self.code = code }

    var name: String { localized("党小组", "Groups") }
    /// Heading, groups, totals.
    var wantedRows: Int { max(1, list.total) + 2 }
    var footRows: Int { 1 }
    func definition(_ context: Context) -> String? { items[item].rule }
    /// The report brings its rows.
    var isLoaded: Bool { true }

    func empty(_ context: Context) -> String {
        localized("没有党小组，五个一不考核；在名册（7）登记党小组", "No party group, so no five ones; add groups in the registry (7)")
    }

    mutating func take(_ report: BranchReport) {
        let sum = report.status?.fiveOnes.state
        branchName = report.organization.name
        items = report.requirements.fiveOnes(on: report.asOf)
        rule = report.rule(.fiveOnes)
        let items = items
        list.load(report.groups.map { Row($0, items, of: report.organization.name, sum: sum, asOf: report.asOf) })
    }

    func bindings(_ context: Context) -> [Binding<Self>] {
        let group = list.selected?.group
        let isEmpty = group?.isEmpty(item) ?? false
        let meaning = isEmpty ? Meaning.recordOne : .activities
        let kind = ActivityKind.fiveOnes[item]
        let open = Binding<Self>(
            .open, group.map { _ in meaning }, on: group, orElse: localized("没有党小组", "no party group")
        ) { group in
            isEmpty
                ? [.record(ActivityDraft(kind: kind, organization: group.code, organizationName: group.name))]
                : [
                    .open(
                        .activities(
                            ActivityFilter(organization: group.code, organizationName: group.name, kinds: [kind])))
                ]
        }
        return [open] + (group == nil ? [] : listBindings)
    }

    var cell: Int? { item + 1 }

    mutating func stepCell(_ step: Int, _ context: Context) -> Bool {
        item = max(0, min(ActivityKind.fiveOnes.count - 1, item + step))
        return true
    }

    func draft(_ context: Context) -> ActivityDraft {
        guard let group = list.selected?.group else { return ActivityDraft() }
        return ActivityDraft(organization: group.code, organizationName: group.name)
    }

    func printed(_ context: Context) -> [Printout.Item] {
        [list.printed(localized("党小组五个一", "Party groups"), of: branchName, scope: Scope(code), rule: rule)]
    }

    func keep(_ name: String, in kept: inout KeptWords) {
        kept[number: name + ".item"] = item
        list.keep(name, in: &kept)
    }

    mutating func restore(_ name: String, from kept: KeptWords) {
        item = kept[number: name + ".item"].flatMap { ActivityKind.fiveOnes.indices.contains($0) ? $0 : nil } ?? 0
        list.restore(name, from: kept)
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
    init(
        _ group: BranchReport.Group, _ items: [Requirement], of branch: String, sum: ProgressState?, asOf day: Day
    ) {
        self.group = group
        name = group.name.name(in: branch)
        target = items.first?.target ?? 0
        states = zip(items, group.counts).map { item, count in item.progress(count, asOf: day).part(of: sum).state }
    }
}

extension GroupPane.Row {
    /// An item in a letter or a short word: done, begun, nothing.
    func letter(_ item: Int) -> String {
        if group.counts[item] >= max(1, target) { return localized("完", "done") }
        return group.counts[item] + group.open[item] > 0 ? localized("办", "open") : localized("未", "none")
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
                    by: { $0.group.counts[item] },
                    element: { $0.states[item].needsAction ? .cell(of: $0.states[item]) : .text },
                    text: { $0.group.text(item, of: $0.target) })
            }
    }

    func draw(on frame: inout Frame, focused: Bool, _ context: Context) {
        drawList(on: &frame, focused: focused, context)
        let rows = frame.size.rows - footRows
        if list.count > 0 { drawTotals(on: &frame, row: min(list.count + 1, rows), context) }
    }

    /// How many of the groups have done each item.
    private func drawTotals(on frame: inout Frame, row: Int, _ context: Context) {
        let rows = list.visibleRows
        let done = ActivityKind.fiveOnes.indices.map { item in rows.count { $0.states[item] == .done } }
        let slots = list.slots(in: frame.size.columns, context)
        frame.put(
            [localized("完成的小组", "Done")] + done.map { "\($0)/\(rows.count)" }, in: slots, row: row, column: 2,
            style: context.style(.muted))
    }
}
