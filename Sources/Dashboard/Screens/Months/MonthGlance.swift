import PartyWork
import TerminalUI

/// A branch's month beside the map of all: where it stands, its figures, and what is to be seen to.
struct MonthGlance: Glance {
    let way: MonthWay
    let asOf: Day
    private var details: MonthDetails?

    init(_ way: MonthWay, asOf day: Day) {
        self.way = way
        asOf = max(day, way.month.first)
    }

    func needs(_ context: Context) -> [Need<Self>] {
        [Need(MonthQuery(branch: way.code, month: way.month, asOf: asOf)) { $0.details = $1 }]
    }

    mutating func takeAnswers(of other: Self) { details = other.details }

    func page(_ context: Context) -> GlancePage? {
        guard let details else { return nil }
        let rows = MonthFigureRow.all(of: details.report)
        let lacks = MonthLack.all(of: details)
        return GlancePage(sections: [
            GlancePage.Section(
                title: "\(way.name)  \(way.month.title)", remark: way.state.title,
                lines: [.fact(localized("月报", "Report"), details.report.standing, .muted)], height: 3),
            GlancePage.Section(
                title: localized("数字", "Figures"),
                remark: details.report.signed == nil ? "" : localized("后一列是签收时的", "the last column as signed"),
                lines: rows.map(\.line), height: rows.count),
            GlancePage.Section(
                title: localized("要处理 \(lacks.count)", "To do: \(lacks.count)"),
                lines: lacks.isEmpty
                    ? [.text(localized("没有要处理的：材料齐，没有补录和缺口", "papers complete, nothing late, no gap"), .muted)]
                    : lacks.map(\.line)),
        ])
    }
}

extension MonthFigureRow {
    fileprivate var line: GlancePage.Line {
        .cells([
            .init(text: title, width: localized(16, 18), element: .muted),
            .init(text: now, width: 12, alignment: .right, element: element),
            .init(text: signed, width: 12, alignment: .right),
        ])
    }
}

extension MonthLack {
    fileprivate var line: GlancePage.Line {
        .cells([.init(text: title, width: localized(6, 9), element: element), .init(text: what, width: 40)])
    }
}
