import PartyWork
import TerminalUI
import Testing

@testable import Dashboard

/// What a preview says at its places.
@Suite("A preview")
struct GlancePageTests {
    private func lines(_ lines: [GlancePage.Line], columns: Int) -> [String] {
        let day = Day("2016-06-30") ?? Day.earliest
        let context = Context(
            today: day, clockOffset: 0, asOf: day, scope: Scope(Code("422801100")), scopeName: "龙凤镇",
            body: Size(columns: columns, rows: 8))
        var frame = Frame(context.body)
        GlancePage(sections: [.init(title: "甲", lines: lines)]).draw(on: &frame, context)
        return (1...lines.count).map { frame.text(row: $0) }
    }

    @Test("gives all labels of a section the room that the longest takes, and no more than a third")
    func labels() {
        let facts: [GlancePage.Line] = [.fact("对象", "店子槽村"), .fact("包群众工作", "冉克谷")]
        #expect(lines(facts, columns: 50) == ["对象       店子槽村", "包群众工作 冉克谷"])
        let short: [GlancePage.Line] = [.fact("对象", "店子槽村"), .fact("登记", "2015-10-01")]
        #expect(lines(short, columns: 50) == ["对象     店子槽村", "登记     2015-10-01"])
        #expect(lines(facts, columns: 27) == ["对象      店子槽村", "包群众工~ 冉克谷"])
    }

    @Test("cuts a title before the remark that tells the state, to no less than half")
    func titles() {
        func head(_ title: String, _ remark: String) -> String {
            let day = Day("2016-06-30") ?? Day.earliest
            let context = Context(
                today: day, clockOffset: 0, asOf: day, scope: Scope(Code("422801100")), scopeName: "龙凤镇",
                body: Size(columns: 30, rows: 3))
            var frame = Frame(context.body)
            GlancePage(sections: [.init(title: title, remark: remark, lines: [])]).draw(on: &frame, context)
            return frame.text(row: 0)
        }
        #expect(head("龙凤村  5 月", "逾期 30 天") == "龙凤村  5 月        逾期 30 天")
        #expect(head("生猪林果产业联合支部  5 月", "逾期 30 天") == "生猪林果产业联合支~ 逾期 30 天")
        #expect(head("生猪林果产业联合支部", "还有许多许多许多许多的话") == "生猪林果产业联~  还有许多许多~")
    }

    @Test("cuts a word only where no column has room to spare")
    func cells() {
        let rows: [GlancePage.Line] = [("生猪林果产业联合支部", "将到期"), ("龙凤村", "滞后")].map { name, state in
            .cells([
                .init(text: name, width: 14), .init(text: "1/4", width: 5, alignment: .right),
                .init(text: state, width: 9),
            ])
        }
        #expect(lines(rows, columns: 50) == ["生猪林果产业联合支部   1/4 将到期", "龙凤村                 1/4 滞后"])
        #expect(lines(rows, columns: 27) == ["生猪林果产业~    1/4 将到期", "龙凤村           1/4 滞后"])
        // A column gives what it does not need.
        let slack: [GlancePage.Line] = [
            .cells([.init(text: "李娟", width: 14), .init(text: "逾期 122 天", width: 11)])
        ]
        #expect(lines(slack, columns: 24) == ["李娟         逾期 122 天"])
    }
}
