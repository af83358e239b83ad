import PartyWork
import TerminalUI

/// The 四四五 checklist of a branch: eight figures with bars and states in words, in as many columns as have room; where the months
/// before are known, and there is room, what they brought and lacked.
struct BranchChecklist {
    private let items: [Item]
    /// Nil until it is known.
    private let trend: TrendReport?
    /// Whether there is a place for what it says: a figure does not move when that comes.
    private let hasTrend: Bool
    /// The cells that the heading's last row takes, on which the months before are named.
    private let headingEnd: Int

    /// A figure: its bar, and in words what it is.
    fileprivate struct Item {
        let label: String
        /// Nil where nothing is asked, so that there is nothing to fill.
        let picture: Picture?
        let text: String
        var element = Element.text
        /// What of it the months before tell; nil for nothing.
        var measure: TrendReport.Measure?
    }

    init(
        _ status: StatusReport.BranchStatus, asOf day: Day, trend: TrendReport?, hasTrend: Bool, below headingEnd: Int
    ) {
        (self.trend, self.hasTrend, self.headingEnd) = (trend, hasTrend, headingEnd)
        items = [
            Item(
                localized("主题活动", "Theme"), status.themeActivity, asOf: day,
                without: localized("\(status.themeActivity.done) 次，不考核", "\(status.themeActivity.done), no target")
            ).telling(.themeActivities),
            Item(
                localized("五个一", "Five ones"), status.fiveOnes, asOf: day,
                without: localized("没有党小组，不考核", "no party group, not asked")),
            Item(partyDay: status, asOf: day),
            Item(
                label: localized("专题调研", "Research"), picture: nil,
                text: localized(
                    "受访 \(status.visitsReceived) 次，不考核", "\(plural(status.visitsReceived, "visit")), no target")
            ).telling(.visitsReceived),
            Item(localized("户覆盖", "Households"), status.households, without: localized("没有未脱贫户", "no poor household"))
                .telling(.householdGap),
            Item(localized("党员覆盖", "Members"), status.members, without: localized("没有应结对党员", "no member in scope"))
                .telling(.memberGap),
            Item(visited: status.visitedThisMonth, of: status.households.inScope).telling(.homeVisits),
            Item(status.cooperatives),
        ]
    }

    /// As long as there is room beside the words; the strip of the months takes twelve.
    private static func barWidth(in width: Int) -> Int { max(12, min(Bar.longest, width - localized(28, 30))) }

    /// The months before the running one of which it tells, with the cells of each.
    private static let earlier = (count: 3, cells: 4)

    /// The cells that they take behind the figures of a column; none where they would cut them, or could not be named above.
    private func trendWidth(_ column: Int, in width: Int) -> Int {
        let taken = BranchChecklist.earlier.count * BranchChecklist.earlier.cells + 1
        return hasTrend && width >= localized(52, 64) && column + width - taken >= headingEnd ? taken : 0
    }

    private static func perLine(_ columns: Int) -> Int { columns >= 150 ? 3 : 2 }

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

    /// Names the months before above their figures, on the heading's last row.
    func drawMonths(on frame: inout Frame, row: Int, _ context: Context) {
        let width = (frame.size.columns - 2) / BranchChecklist.perLine(frame.size.columns)
        guard let trend else { return }
        let names = trend.months.dropLast().suffix(BranchChecklist.earlier.count).map {
            localized("\($0.number)月", Month.english[$0.number - 1])
        }
        for place in 0..<BranchChecklist.perLine(frame.size.columns) {
            let column = 2 + place * width
            let taken = trendWidth(column, in: width)
            if taken > 0 { drawEarlier(names, on: &frame, row: row, column: column + width - taken, context) }
        }
    }

    private func drawEarlier(_ texts: [String], on frame: inout Frame, row: Int, column: Int, _ context: Context) {
        for (place, text) in texts.enumerated() {
            frame.put(
                text, row: row, column: column + place * BranchChecklist.earlier.cells,
                width: BranchChecklist.earlier.cells, alignment: .right, style: context.style(.muted))
        }
    }

    private func draw(_ item: Item, on frame: inout Frame, row: Int, column: Int, _ width: Int, _ context: Context) {
        frame.put(item.label, row: row, column: column, width: localized(8, 10), alignment: .left)
        var at = column + localized(9, 11)
        let earlier = trendWidth(column, in: width)
        if let picture = item.picture, width >= 38 {
            let length = BranchChecklist.barWidth(in: width - earlier)
            picture.draw(on: &frame, row: row, column: at, width: length, context.theme)
            at += length + 1
        }
        var room = column + width - 1 - at
        if let trend, let measure = item.measure, earlier > 0 {
            room -= earlier
            let values = trend.months.dropLast().suffix(BranchChecklist.earlier.count).map {
                String(trend.value(measure, in: $0))
            }
            drawEarlier(values, on: &frame, row: row, column: column + width - earlier, context)
        }
        let text = context.textWidth.truncate(item.text, to: room)
        frame.put(text, row: row, column: at, maxWidth: room, style: context.style(item.element))
    }
}

extension BranchChecklist.Item {
    /// The item with what the months before tell of it.
    fileprivate func telling(_ measure: TrendReport.Measure) -> Self {
        var item = self
        item.measure = measure
        return item
    }

    fileprivate init(_ label: String, _ progress: Progress, asOf day: Day, without: String) {
        self.label = label
        let isAsked = progress.target > 0
        picture = isAsked ? .bar(Bar(progress, in: .year(of: day), asOf: day)) : nil
        text = isAsked ? "\(progress.fraction) \(progress.state.title)" : without
        element = .of(progress.state)
    }

    fileprivate init(_ label: String, _ coverage: Coverage, without: String) {
        self.label = label
        picture = coverage.inScope > 0 ? .bar(Bar(coverage)) : nil
        text = coverage.inScope > 0 ? coverage.figure : without
    }

    fileprivate init(partyDay status: StatusReport.BranchStatus, asOf day: Day) {
        label = localized("主题党日", "Party days")
        picture = .partyDays(of: status, asOf: day)
        let open = status.partyDays.filter { !$0.isHeld }
        let missing = open.filter(\.isMissing)
        let state: ProgressState =
            missing.contains { $0.progress.state == .overdue } ? .overdue : missing.isEmpty ? .onTrack : .dueSoon
        element = .of(state)
        text =
            missing.isEmpty
            ? BranchChecklist.Item.words(status.partyDays, isOpen: !open.isEmpty)
            : localized(
                "缺 \(BranchChecklist.Item.words(missing.map(\.span))) \(state.title)",
                "lacks \(BranchChecklist.Item.words(missing.map(\.span))) \(state.title)")
    }

    private static func words(_ missing: [Span]) -> String {
        let comma = localized("、", ", ")
        guard missing.allSatisfy({ $0.period == .month }) else {
            return missing.count > 2
                ? localized("\(missing.count) 次", "\(missing.count)") : missing.map(\.title).joined(separator: comma)
        }
        return missing.count > 2
            ? localized("\(missing.count) 个月", "\(plural(missing.count, "month"))")
            : missing.map { String($0.last.month) }.joined(separator: comma) + localized("月", "")
    }

    private static func words(_ asked: [AskedPeriod], isOpen: Bool) -> String {
        if asked.isEmpty { return localized("不考核", "no target") }
        let isMonth = asked.last?.span.period == .month
        let figure = "\(asked.count(where: \.isHeld))/\(asked.count)"
        return localized(
            "\(figure) \(isOpen ? isMonth ? "本月待开 " : "本期待开 " : "")正常",
            "\(figure) on track\(isOpen ? isMonth ? ", this month to be held" : ", this period to be held" : "")")
    }

    fileprivate init(visited: Int, of households: Int) {
        label = localized("本月走访", "Visited")
        picture = households > 0 ? .bar(Bar(done: visited, of: households)) : nil
        text =
            households > 0
            ? localized("\(visited)/\(households) 户", "\(visited)/\(households)")
            : localized("没有未脱贫户", "no poor household")
    }

    fileprivate init(_ figures: StatusReport.CooperativeFigures) {
        label = localized("合作社", "Coops")
        picture = nil
        text = localized(
            "\(figures.active) 个，领办 \(figures.memberFounded)，带动 \(figures.householdsLed) 户次",
            "\(figures.active), by members \(figures.memberFounded), led \(figures.householdsLed)")
    }
}
