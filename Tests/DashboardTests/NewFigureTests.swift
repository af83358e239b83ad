import Ledger
import PartyWork
import TerminalUI
import Testing

@testable import Dashboard

extension Figure.Kind {
    /// A figure that no other file knows: households in which many live.
    fileprivate static let large = Figure.Kind(
        "large", localized("大户", "Large households"), rule: .sentence { localized("五人以上的未脱贫户", "Five or more") },
        gap: localized("不到五人", "fewer"),
        columns: [
            FigureColumn("head", localized("户主", "Head"), 8, nil, .people),
            FigureColumn("headcount", localized("人口", "Size"), 6, nil, .number),
        ]
    ) { asked in
        try asked.households().map { row in
            FigureRow(
                .household(row), row.household.headcount >= 5 ? .counted : .missing,
                [.text(row.head), .number(row.household.headcount)])
        }
    }
}

/// A figure is added by one value: everything that opens figures takes one made here.
@Suite("A figure made in a test")
struct NewFigureTests {
    private func report() throws -> FigureReport {
        let ledger = try Longfeng.shared.get()
        return try ledger.figure(Figure(.large), in: ledger.scope(nil), asOf: try #require(Day("2016-06-30")))
    }

    @Test("is counted by its rows")
    func counts() throws {
        let report = try report()
        let ledger = try Longfeng.shared.get()
        let poor = try ledger.households(in: ledger.scope(nil), asOf: report.asOf).filter(\.isInScope)
        #expect(report.done == poor.count { $0.household.headcount >= 5 } && report.done > 0)
        #expect(report.target == poor.count)
    }

    @Test("opens on a screen, with its rule, its columns and where its rows lead")
    func screen() throws {
        let report = try report()
        let context = Context(
            today: report.asOf, clockOffset: 0, asOf: report.asOf, scope: report.scope, scopeName: report.scopeName,
            body: Size(columns: 80, rows: 20))
        var screen = SoloScreen(FigurePane(Figure(.large, shows: .counted)))
        let query = FigureQuery(figure: Figure(.large, shows: .counted), scope: report.scope, asOf: report.asOf)
        screen.receive(Answered(query, report), context)
        #expect(screen.title(context).hasPrefix("大户 \(report.value)  "))
        let frame = screen.draw(context)
        #expect(frame.text(row: 0).contains("口径：五人以上的未脱贫户"))
        let text = (0..<20).map { frame.text(row: $0) }.joined(separator: "\n")
        #expect(text.contains("人口") && text.contains("[只看计入]") && text.contains("不到五人"))
        let first = try #require(report.rows.first { $0.standing == .counted })
        guard case .household(let row) = first.subject, case .open(let place)? = screen.perform(.open, context).first
        else {
            Issue.record("the row leads nowhere")
            return
        }
        #expect(place == .household(row.household.id))
    }
}
