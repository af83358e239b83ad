import Ledger
import Papers
import PartyWork
import TerminalUI
import Testing

@testable import Dashboard

/// Answers are kept and compared by what they mean, not by what they are called.
@Suite("A form that was begun in another language")
struct OtherLanguageTests {
    /// The language in which a form is filled, and the one in which it is saved.
    static let ways: [(Language, Language)] = [
        (.chinese, .english), (.english, .chinese), (.english, .english), (.chinese, .chinese),
    ]

    private struct Unsaved: Error {}

    /// What is saved once a form was filled by keys, put aside, opened again in the other language and saved there.
    private func effect(
        of form: () -> Form<Filing>, _ keys: [Key], _ way: (filled: Language, saved: Language), _ context: Context
    ) throws -> Effect {
        let text = try Language.$current.withValue(way.filled) {
            var form = form()
            for key in keys { _ = form.handle(key, context) }
            return try #require(form.draft).text
        }
        let draft = try #require(Draft(text: text))
        return try Language.$current.withValue(way.saved) {
            let opened = form()
            #expect(opened.identity == draft.identity)
            var resumed = opened.resuming(draft, context)
            guard case .save(let effect) = resumed.handle(.control("s"), context) else { throw Unsaved() }
            return effect
        }
    }

    @Test("of the wizard ends the pairings that should end, and only those", arguments: ways)
    func wizard(way: (Language, Language)) throws {
        let stage = try Stage.longfeng()
        let context = stage.model.context
        let rows = try stage.ledger.households(in: stage.ledger.scope(nil), asOf: .june)
        let row = try #require(
            rows.first { $0.household.state(on: .june, earlier: []) == .poor && !$0.helpers.isEmpty })
        func helpers(_ keys: [Key]) throws -> [Person.ID]? {
            let effect = try effect(of: { .happened(.lifted, to: row, context) }, keys, way, context)
            guard case .rehearse(.changeHousehold(let change)) = effect else { throw Unsaved() }
            return change.helpers
        }
        let day: [Key] = [.control("u")] + "6-15".map { .text(String($0)) }
        #expect(try helpers(day + [.down, .right]) == [])
        #expect(try helpers(day + [.down, .right, .right]) == nil)
    }

    @Test("of a merger lets the helpers go along, or not", arguments: ways)
    func merger(way: (Language, Language)) throws {
        let stage = try Stage.longfeng()
        let context = stage.model.context
        let rows = try stage.ledger.households(in: stage.ledger.scope(nil), asOf: .june)
        func follow(_ keys: [Key]) throws -> Bool {
            func form() -> Form<Filing> {
                var form = Form<Filing>.happened(.merged, to: rows[0], context)
                form.learn(.households) { $0.households = rows }
                form.put(rows[1].household.id.text, into: .joined)
                return form
            }
            let effect = try effect(of: form, keys, way, context)
            guard case .rehearse(.changeHousehold(let change)) = effect,
                case .merged(_, let follow) = change.event
            else { throw Unsaved() }
            return follow
        }
        let day: [Key] = [.control("u")] + "6-15".map { .text(String($0)) }
        #expect(try follow(day))
        #expect(try !follow(day + [.tab, .tab, .right]))
    }

    @Test("of a checklist waives for the period or for good", arguments: ways)
    func waiver(way: (Language, Language)) throws {
        let stage = try Stage.longfeng()
        let context = stage.model.context
        let list = Checklist(
            id: "Q01", name: "走访", subject: .member, period: .quarter, startsOn: try #require(Day("2016-01-01")))
        let span = try #require(list.requirement.spans(asOf: .june).last)
        let obligation = Obligation(
            checklist: list, subject: .person("P1"), name: "张三", organization: "422801100201", span: span, count: 0,
            lastOn: nil,
            waiver: nil, asOf: .june)
        func within(_ keys: [Key]) throws -> Day? {
            let effect = try effect(of: { .waive([obligation], context) }, [.text("x")] + keys, way, context)
            guard case .perform(.waive(let waivers)) = effect else { throw Unsaved() }
            return try #require(waivers.first).within
        }
        #expect(try within([]) == span.first)
        #expect(try within([.down, .right]) == nil)
    }

    @Test("of a paper is written in its format, blank or filled, masked or not", arguments: ways)
    func printing(way: (Language, Language)) throws {
        let stage = try Stage.longfeng()
        let context = stage.model.context
        let scope = try stage.ledger.scope(nil)
        func job(_ keys: [Key]) throws -> PrintJob {
            let effect = try effect(
                of: { .printing(Printout.papers(PaperRequest(.household, in: scope, asOf: .june)), context) }, keys,
                way,
                context)
            guard case .print(let job) = effect else { throw Unsaved() }
            return job
        }
        let unmasked = try job([.right, .right, .down, .down, .right])
        #expect(unmasked.format == .text && unmasked.isUnmasked && !unmasked.isBlank)
        let blank = try job([.right, .down, .right, .down, .right])
        #expect(blank.format == .html && !blank.isUnmasked && blank.isBlank)
        let plain = try job([.left, .left, .left, .down, .down, .down, .text("x")])
        #expect(plain.format == .html && !plain.isUnmasked && !plain.isBlank)
    }

    @Test("takes no answer that it does not offer: the one it was opened with stays")
    func unknownAnswer() throws {
        let context = try Stage.longfeng().model.context
        let item = Printout.papers(PaperRequest(.household, in: context.scope, asOf: .june))
        let draft = Draft(
            identity: "", title: "",
            entries: [TypedField(key: FieldKey("格式"), original: "", text: "DOCX", chosen: [])])
        var form = Form<Filing>.printing(item, context).resuming(draft, context)
        #expect(form.fields[0].text.text == "xlsx" && form.fields[0].title == "XLSX 表格")
        guard case .save(.print(let job)) = form.handle(.control("s"), context) else { throw Unsaved() }
        #expect(job.format == .xlsx)
    }
}
