import PartyWork
import TerminalUI

extension Place {
    /// The month of a branch.
    static func month(_ code: Code, _ month: Month) -> Place {
        Place("month", [code.digits, month.description]) { MonthScreen(code, month) }
    }
}

extension ScreenKind {
    static let month = ScreenKind(
        localized("支部月报", "Month of a branch"),
        like: .month("422801100211", Month(Day("2016-05-01") ?? Day.earliest)),
        read: { words in
            guard words.count == 2, let code = Place.code(words[0]), let month = Month(words[1]) else { return nil }
            return .month(code, month)
        })
}

/// The month of a branch: its figures by today's knowledge and as signed, and what is to be seen to. Enter opens what
/// is behind.
struct MonthScreen: Screen {
    private let code: Code
    private let month: Month
    private var report: MonthReport?
    private var lists = ListPair(
        RowList<MonthFigureRow>.figures, RowList<MonthLack>.lacks,
        titles: (localized("数字", "Figures"), localized("要处理", "To do")), isStacked: false)

    init(_ code: Code, _ month: Month) {
        self.code = code
        self.month = month
    }

    func title(_ context: Context) -> String { "\(report?.name ?? "") \(month.title)  \(lists.position)" }

    func questions(_ context: Context) -> [Question] { [.month(code, month, asOf: max(context.asOf, month.first))] }

    mutating func receive(_ answer: Answer, _ context: Context) {
        guard case .month(let details) = answer else { return }
        report = details.report
        lists.first.load(MonthFigureRow.all(of: details.report))
        lists.second.load(MonthLack.all(of: details))
    }

    func offers(_ context: Context) -> [Offer] {
        let isEmpty = lists.isSecond && lists.second.selected == nil
        let open = Offer(
            .open, lists.isSecond ? localized("去办", "do it") : localized("看是哪些", "rows"),
            unavailable: isEmpty ? localized("没有要处理的", "nothing to do") : nil)
        return [open] + (way?.offers(context) ?? MonthWay.none(localized("正在读取", "still being read"))) + lists.offers
    }

    private var way: MonthWay? {
        report.map { MonthWay(code: $0.code, name: $0.name, month: $0.month, state: $0.state, work: $0.figures.work) }
    }

    mutating func perform(_ action: Action, _ context: Context) -> [Command] {
        if action == .open { return opened(context) }
        return way?.perform(action) ?? lists.perform(action) ?? []
    }

    private func opened(_ context: Context) -> [Command] {
        if lists.isSecond {
            return lists.second.selected.map { [$0.command(context.requirements, today: context.today)] } ?? []
        }
        guard let report else { return [] }
        return lists.first.selected?.commands(report, context) ?? []
    }

    mutating func handle(_ key: Key, _ context: Context) -> Bool {
        lists.handle(key, area: context.body.rows - MonthScreen.headingRows)
    }

    var isTyping: Bool { lists.isTyping }

    mutating func endSearch() { lists.endSearch() }

    var notes: Notes {
        var notes = Notes()
        lists.keep(in: &notes)
        return notes
    }

    mutating func restore(_ notes: Notes) {
        lists.restore(from: notes)
    }

    func definition(_ context: Context) -> String? {
        lists.isSecond
            ? localized(
                "按\(report.map { "截至 \($0.asOf) " } ?? "")现在的台账；补录＝这个月过后才登记的",
                "By today's ledger\(report.map { " as of \($0.asOf)" } ?? ""); late = entered after the month")
            : lists.first.selected?.definition(context)
    }

    func draft(_ context: Context) -> ActivityDraft {
        ActivityDraft(
            organization: code, organizationName: report?.name ?? "", heldOn: report.map { min($0.asOf, context.today) }
        )
    }

    private static let headingRows = 2

    func draw(_ context: Context) -> Frame {
        var frame = context.emptyBody
        guard let report else { return frame }
        let width = frame.size.columns - 4
        frame.put(standing(report), row: 0, column: 2, maxWidth: width, style: context.style(.screenTitle))
        frame.put(way(of: report), row: 1, column: 2, maxWidth: width, style: context.style(.muted))
        lists.draw(
            on: &frame, top: MonthScreen.headingRows, rows: frame.size.rows - MonthScreen.headingRows, context,
            empty: (
                localized("没有数字", "No figures"),
                localized("没有要处理的：材料齐，没有补录和缺口", "Nothing to do: papers complete, no late entry, no gap")
            ))
        return frame
    }

    /// Where the month stands, and whether it shifted since it was signed.
    private func standing(_ report: MonthReport) -> String {
        let shifted = report.shifted.count
        let locked = report.state == .accepted ? localized("并锁定", " and locked") : ""
        let signed = report.signed.map {
            localized("；与 \($0.takenOn) 签收时", "; compared with the signature of \($0.takenOn) ")
                + (shifted > 0
                    ? localized("有 \(shifted) 处不同", "\(plural(shifted, "difference"))") : localized("相同", "the same"))
        }
        return localized(
            "\(report.state.title)\(locked)\(signed ?? "")；截至 \(report.asOf)，\(report.figures.work.title)",
            "\(report.state.title)\(locked)\(signed ?? ""); as of \(report.asOf), \(report.figures.work.title)")
    }

    /// What was done with the month, the newest first, with the reasons.
    private func way(of report: MonthReport) -> String {
        if report.steps.isEmpty {
            return localized("还没有上报过；^X 上报，镇里 ^K 接收", "Never submitted; ^X submits, the township accepts by ^K")
        }
        return report.steps.reversed().map { step in
            localized(
                "\(step.takenOn) \(step.officer)\(step.step.title)\(step.reason.isEmpty ? "" : "：\(step.reason)")",
                "\(step.takenOn) \(step.officer) \(step.step.title)\(step.reason.isEmpty ? "" : ": \(step.reason)")")
        }.joined(separator: localized("；", "; "))
    }
}

// MARK: - Printing

extension MonthScreen {
    /// The branch's monthly and yearly form, and the list with the keys.
    func printout(_ context: Context) -> Printout {
        guard let report else { return Printout() }
        let title = lists.isSecond ? localized("要处理的", "To be seen to") : localized("月报数字", "Figures of the month")
        let list = lists.printed(
            title, of: report.name, scope: Scope(code), filters: [month.title, standing(report)],
            rule: lists.isSecond ? definition(context) : nil)
        return Printout(Printout.papers(ofBranch: code, report.name, month: month, context) + [list])
    }
}
