import Ledger
import PartyWork
import TerminalUI
import Testing

@testable import Dashboard

/// Where an officer begins to type.
@Suite("The cursor of a form")
struct FormStartTests {
    private func focused(_ form: Form<Filing>) -> String { form.fields[form.focus].key.token }

    @Test("begins in the first field to be filled where something is added")
    func adding() {
        #expect(focused(.add(.cooperatives)) == "统一社会信用代码")
        #expect(focused(.add(.people, [.personID: "P1"])) == "姓名")
    }

    @Test("begins in the first field that can be changed where something is corrected, not in one that may stay empty")
    func correcting() throws {
        let context = try Stage.longfeng().model.context
        let ledger = try Longfeng.load()
        let scope = try ledger.scope(nil)
        let cooperative = try #require(try ledger.cooperatives(in: scope, asOf: .june).first).cooperative
        #expect(focused(.correct(AnyRecord(cooperative))) == "名称")
        let person = try #require(try ledger.people(in: scope, asOf: .june).first { $0.person.leftOn == nil })
        #expect(focused(.edit(person)) == "姓名")
        let household = try #require(try ledger.households(in: scope, asOf: .june).first)
        #expect(focused(.edit(household)) == "户主")
        #expect(focused(.leave(person.person, handingOver: false, context)) == "离开日期")
    }

    @Test("goes back to where it began when what was typed is thrown away")
    func startingOver() throws {
        let context = try Stage.longfeng().model.context
        let household = try #require(try Longfeng.shared.get().households(in: context.scope, asOf: .june).first)
        var form = Form<Filing>.edit(household)
        for key: Key in [.text("乙"), .tab, .tab] { _ = form.handle(key, context) }
        form = Form<Filing>.edit(household).resuming(try #require(form.draft), context)
        _ = form.handle(.tab, context)
        guard case .startOver = form.handle(Action.end.keys[0], context) else {
            Issue.record("Nothing was thrown away.")
            return
        }
        #expect(focused(form) == "户主" && !form.isChanged && !form.isResumed)
    }
}
