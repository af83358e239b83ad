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
            Item("主题活动", status.themeActivity, without: "\(status.themeActivity.done) 次，不考核"),
            Item("五个一", status.fiveOnes, without: "没有党小组，不适用"),
            Item(partyDay: status, asOf: day),
            Item(label: "专题调研", bar: nil, text: "受访 \(status.visitsReceived) 次，不考核"),
            Item("户覆盖", status.households, without: "没有未脱贫户"),
            Item("党员覆盖", status.members, without: "没有应结对党员"),
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
        frame.put(item.label, row: row, column: column, width: 8, alignment: .left)
        var at = column + 9
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
    fileprivate init(partyDay status: StatusReport.BranchStatus, asOf day: Day) {
        let held = status.partyDayMonths
        label = "主题党日"
        bar = (1...12).map { held.contains($0) ? String($0 % 10) : $0 > day.month ? "." : "-" }.joined()
        let open = status.partyDays.filter { !$0.isHeld }
        let missing = open.filter(\.isMissing)
        let state: ProgressState =
            missing.contains { $0.progress.state == .overdue } ? .overdue : missing.isEmpty ? .onTrack : .dueSoon
        element = .of(state)
        text =
            missing.isEmpty
            ? BranchChecklist.Item.words(status.partyDays, isOpen: !open.isEmpty)
            : "缺 \(BranchChecklist.Item.words(missing.map(\.span))) \(state.title)"
    }

    private static func words(_ missing: [Span]) -> String {
        guard missing.allSatisfy({ $0.period == .month }) else {
            return missing.count > 2
                ? localized("\(missing.count) 次", "\(missing.count)")
                : missing.map(\.title).joined(separator: localized("、", ", "))
        }
        let months = missing.map { String($0.last.month) }
        return months.count > 2 ? "\(months.count) 个月" : months.joined(separator: "、") + "月"
    }

    private static func words(_ asked: [AskedPeriod], isOpen: Bool) -> String {
        if asked.isEmpty { return localized("不考核", "not asked") }
        let isMonth = asked.last?.span.period == .month
        let still = isOpen ? (isMonth ? "本月待开 " : localized("本期待开 ", "to be held ")) : ""
        return "\(asked.count(where: \.isHeld))/\(asked.count) \(still)正常"
    }

    fileprivate init(visited: Int, of households: Int) {
        label = "本月走访"
        bar = households > 0 ? TerminalUI.bar(done: visited, of: households, width: BranchChecklist.barWidth) : nil
        text = households > 0 ? "\(visited)/\(households) 户" : "没有未脱贫户"
    }

    fileprivate init(_ figures: StatusReport.CooperativeFigures) {
        label = "合作社"
        bar = nil
        text = "\(figures.active) 个，领办 \(figures.memberFounded)，带动 \(figures.householdsLed) 户次"
    }
}
