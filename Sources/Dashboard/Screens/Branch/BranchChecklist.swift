import PartyWork
import TerminalUI

/// The 四四五 checklist of a branch: eight figures with bars and states in words, in as many columns as have room.
struct BranchChecklist {
    private let items: [Item]

    /// A figure: its bar, and in words what it is.
    fileprivate struct Item {
        let label: String
        /// Nil where nothing is asked, so that there is nothing to fill.
        let bar: String?
        let text: String
        var element = Element.text
    }

    init(_ status: StatusReport.BranchStatus, asOf day: Day) {
        items = [
            Item(
                localized("主题活动", "Theme"), status.themeActivity,
                without: localized("\(status.themeActivity.done) 次，不考核", "\(status.themeActivity.done), no target")),
            Item(
                localized("五个一", "Five ones"), status.fiveOnes,
                without: localized("没有党小组，不适用", "no party group, none asked")),
            Item(partyDay: status.partyDayMonths, asOf: day),
            Item(
                label: localized("专题调研", "Research"), bar: nil,
                text: localized(
                    "受访 \(status.visitsReceived) 次，不考核", "\(plural(status.visitsReceived, "visit")), no target")),
            Item(localized("户覆盖", "Households"), status.households, without: localized("没有未脱贫户", "no poor household")),
            Item(localized("党员覆盖", "Members"), status.members, without: localized("没有应结对党员", "no member in scope")),
            Item(visited: status.visitedThisMonth, of: status.households.inScope),
            Item(status.cooperatives),
        ]
    }

    static let barWidth = 12

    private static func perLine(_ columns: Int) -> Int { columns >= 160 ? 4 : columns >= 120 ? 3 : 2 }

    /// The lines it takes.
    static func height(_ context: Context) -> Int {
        (8 + perLine(context.body.columns) - 1) / perLine(context.body.columns)
    }

    /// Draws it, column after column.
    func draw(on frame: inout Frame, row: Int, _ context: Context) {
        let width = (frame.size.columns - 2) / BranchChecklist.perLine(frame.size.columns)
        let height = BranchChecklist.height(context)
        for (index, item) in items.enumerated() {
            draw(item, on: &frame, row: row + index % height, column: 2 + index / height * width, width, context)
        }
    }

    private func draw(
        _ item: Item, on frame: inout Frame, row: Int, column: Int, _ width: Int, _ context: Context
    ) {
        frame.put(item.label, row: row, column: column, width: localized(8, 10), alignment: .left)
        var at = column + localized(9, 11)
        if let bar = item.bar, width >= 38 {
            frame.put(bar, row: row, column: at, style: context.style(.bar))
            at += BranchChecklist.barWidth + 1
        }
        let room = column + width - 1 - at
        let text = context.textWidth.truncate(item.text, to: room)
        frame.put(text, row: row, column: at, maxWidth: room, style: context.style(item.element))
    }
}

extension BranchChecklist.Item {
    fileprivate init(_ label: String, _ progress: Progress, without: String) {
        self.label = label
        let isAsked = progress.target > 0
        bar = isAsked ? TerminalUI.bar(done: progress.done, of: progress.target, width: BranchChecklist.barWidth) : nil
        text = isAsked ? "\(progress.fraction) \(progress.state.title)" : without
        element = .of(progress.state)
    }

    fileprivate init(_ label: String, _ coverage: Coverage, without: String) {
        self.label = label
        let (covered, inScope) = (coverage.covered, coverage.inScope)
        bar = inScope > 0 ? TerminalUI.bar(done: covered, of: inScope, width: BranchChecklist.barWidth) : nil
        text = inScope > 0 ? coverage.figure : without
        element = .of(coverage)
    }

    /// The months as a strip, `123-5-......`: a digit is held, `-` is missing, `.` is to come.
    fileprivate init(partyDay held: [Int], asOf day: Day) {
        label = localized("主题党日", "Party days")
        bar = (1...12).map { held.contains($0) ? String($0 % 10) : $0 > day.month ? "." : "-" }.joined()
        let states = (1...12).filter { !held.contains($0) }
            .compactMap { month in Requirement.stateOfMissing(month: month, asOf: day).map { (month, $0) } }
        let missing = states.filter { $0.1.needsAction }
        let state: ProgressState =
            missing.contains { $0.1 == .overdue } ? .overdue : missing.isEmpty ? .onTrack : .dueSoon
        element = .of(state)
        text =
            missing.isEmpty
            ? localized(
                "\(held.count)/\(day.month) \(states.isEmpty ? "" : "本月待开 ")正常",
                "\(held.count)/\(day.month) on track\(states.isEmpty ? "" : ", this month to be held")")
            : localized(
                "缺 \(BranchChecklist.Item.words(missing.map(\.0))) \(state.title)",
                "lacks \(BranchChecklist.Item.words(missing.map(\.0))) \(state.title)")
    }

    private static func words(_ months: [Int]) -> String {
        months.count > 2
            ? localized("\(months.count) 个月", "\(plural(months.count, "month"))")
            : months.map { String($0) }.joined(separator: localized("、", ", ")) + localized("月", "")
    }

    fileprivate init(visited: Int, of households: Int) {
        label = localized("本月走访", "Visited")
        bar = households > 0 ? TerminalUI.bar(done: visited, of: households, width: BranchChecklist.barWidth) : nil
        text =
            households > 0
            ? localized("\(visited)/\(households) 户", "\(visited)/\(households)")
            : localized("没有未脱贫户", "no poor household")
    }

    fileprivate init(_ figures: StatusReport.CooperativeFigures) {
        label = localized("合作社", "Coops")
        bar = nil
        text = localized(
            "\(figures.active) 个，领办 \(figures.memberFounded)，带动 \(figures.householdsLed) 户次",
            "\(figures.active), by members \(figures.memberFounded), led \(figures.householdsLed)")
    }
}
