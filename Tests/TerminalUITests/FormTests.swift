import TerminalUI
import Testing

/// A form that knows its fields and nothing of what they are for.
@Suite("A form of the toolkit")
struct FormTests {
    /// An order in a shop.
    private struct Order: FormPurpose {
        typealias Entry = Text
        typealias Source = String
        typealias Query = Letters

        var stock: [String: [Candidate]] = [:]

        mutating func candidates(of source: String, beside others: [Form<Order>.Field]) -> [Candidate]? {
            let wanted = others.first { $0.key == FieldKey("colour") }?.text.text ?? ""
            return stock[source].map { all in
                all.filter { $0.detail == wanted } + all.filter { $0.detail != wanted }
            }
        }
    }

    /// Plain text, an amount, or an address of which the street is filled in.
    private enum Text: FieldEntry {
        case plain
        case amount
        case address

        func kept(_ typed: String, _ context: Counter) -> String { self == .amount ? typed + " pieces" : typed }
        func shown(_ kept: String) -> String { kept.replacing(" pieces", with: "") }
        func reading(of typed: String, _ context: Counter) -> String? { self == .amount ? "= \(typed)" : nil }

        var beginning: FieldBeginning {
            switch self {
            case .plain: .stays
            case .amount: .isReplaced
            case .address: .isCompleted
            }
        }
    }

    private struct Letters: TextQuery {
        static let elsewhere = 2
        let text: String
        init(_ text: String) { self.text = text }
        var isEmpty: Bool { text.isEmpty }
        func finds(_ texts: [String]) -> Bool { texts.contains { $0.contains(text) } }
        func rank(in name: String) -> Int? { name.hasPrefix(text) ? 0 : name.contains(text) ? 1 : nil }
        func marks(in text: String) -> [Range<Int>] { [] }
    }

    private struct Counter: Surface {
        let body = Size(columns: 60, rows: 14)
        let textWidth = TextWidth()
        let theme = Theme.mono
        let isPlain = false
        func said(_ chinese: @autoclosure () -> String, _ english: @autoclosure () -> String) -> String { english() }
    }

    private let counter = Counter()
    private let things = [
        Candidate(key: "1", name: "cup", detail: "blue"), Candidate(key: "2", name: "teacup", detail: "red"),
        Candidate(key: "3", name: "pot", detail: "red"),
    ]

    private func form() -> Form<Order> {
        let fields: [Form<Order>.Field] = [
            Form<Order>.Field(FieldKey("shop"), .fixed, label: "Shop", value: "corner"),
            Form<Order>.Field(
                FieldKey("colour"), .choice([FieldChoice("blue", "Blue"), FieldChoice("red", "Red")]), label: "Colour"),
            Form<Order>.Field(FieldKey("thing"), .pick("things", several: false), label: "Thing"),
            Form<Order>.Field(FieldKey("count"), .typed(.amount), label: "How many", value: "3 pieces"),
            Form<Order>.Field(FieldKey("name"), .typed(.plain), label: "Name", proposing: "me", limit: 4),
        ]
        return Form(title: "Order", rule: nil, identity: "order", fields: fields, purpose: Order())
    }

    private func press(_ form: inout Form<Order>, _ keys: Key...) {
        for key in keys { _ = form.type(key, counter) }
    }

    @Test("begins in the first empty field, or in the first at all, never in one that is only shown")
    func start() {
        #expect(form().focus == 1)
        #expect(form().starting(at: FieldKey("name")).focus == 4)
        #expect(form().starting(at: FieldKey("shop")).focus == 1)
        var filled = form()
        filled.put("blue", into: FieldKey("colour"))
        #expect(filled.startingAtFirst().focus == 1)
    }

    @Test("answers with what is kept of each field that can be changed, a choice by its token")
    func answers() throws {
        var form = form()
        press(&form, .right, .right)
        form.put("2", into: FieldKey("thing"))
        let given = form.answers(counter)
        let answers = try #require(given)
        #expect(answers[FieldKey("colour")] == "red" && answers[FieldKey("thing")] == "2")
        #expect(answers[FieldKey("count")] == "3 pieces" && answers[FieldKey("name")] == "me")
        #expect(!answers.has(FieldKey("shop")) && answers[FieldKey("shop")] == "")
    }

    @Test(
        "waits for its candidates, offers those first that fit the other fields, and takes the only one that is found")
    func picking() {
        var form = form()
        press(&form, .text("2"), .tab)
        #expect(form.isReading && form.offered == nil)
        press(&form, .text("c"), .enter)
        #expect(form.fields[2].error?.contains("still being read") ?? false)
        form.purpose.stock["things"] = things
        form.learnCandidates { $0 == "things" }
        #expect(!form.isReading && form.fields[2].error == nil)
        #expect(form.offered?.map(\.key) == ["1", "2"])
        press(&form, .backspace)
        #expect(form.offered?.map(\.key) == ["2", "3", "1"])
        press(&form, .text("p"), .text("o"), .tab)
        #expect(form.fields[2].chosen.map(\.key) == ["3"] && form.focus == 3)
    }

    @Test("says that nothing fits only of what is typed, not where the only candidate is chosen already")
    func onlyOneChosen() {
        var form = form()
        form.put("1", into: FieldKey("thing"))
        form.purpose.stock["things"] = [things[0]]
        press(&form, .text("2"), .tab)
        #expect(form.focus == 2 && !form.isReading && form.offered == nil)
        press(&form, .text("x"))
        #expect(form.offered == [])
    }

    @Test("does not leave what is typed and not chosen, nor save it")
    func undecided() {
        var form = form()
        form.purpose.stock["things"] = things
        press(&form, .tab, .text("c"), .tab)
        #expect(form.focus == 2 && form.fields[2].error != nil)
        let answers = form.answers(counter)
        #expect(answers == nil)
        // The whole name of one of several is a choice, for saving too.
        press(&form, .text("u"), .text("p"))
        var saved = form
        #expect(saved.answers(counter)?[FieldKey("thing")] == "1")
        press(&form, .tab)
        #expect(form.fields[2].chosen.map(\.key) == ["1"] && form.focus == 3)
    }

    @Test("replaces an amount by the first letter typed, and no other text")
    func beginning() {
        var form = form()
        press(&form, .tab, .tab, .text("7"), .text("5"))
        #expect(form.fields[3].text.text == "75")
        // What is pasted replaces it as well.
        var pasted = self.form()
        press(&pasted, .tab, .tab, .paste("75"))
        #expect(pasted.fields[3].text.text == "75")
        press(&form, .tab, .text("x"))
        #expect(form.fields[4].text.text == "mex")
        press(&form, .text("y"), .text("z"))
        #expect(form.fields[4].text.text == "mexy")
        #expect(form.fields[4].error == "at most 4 characters, the rest was not taken")
    }

    @Test("completes what a field begins with, and takes the whole typed over it")
    func completed() {
        let field = Form<Order>.Field(FieldKey("a"), .typed(.address), label: "Address", value: "12-")
        var form = Form(title: "", rule: nil, identity: "", fields: [field], purpose: Order()).startingAtFirst()
        press(&form, .paste("12-34"))
        #expect(form.fields[0].text.text == "12-34")
    }

    @Test("fills in what is implied elsewhere, and leaves what fits")
    func implied() {
        let kind = Form<Order>.Field.Implied(FieldKey("kind")) { $0.count < 2 ? ["short"] : ["long", "longer"] }
        let fields = [
            Form<Order>.Field(FieldKey("text"), .typed(.plain), label: "Text", implying: kind),
            Form<Order>.Field(FieldKey("kind"), .typed(.plain), label: "Kind"),
        ]
        var form = Form(title: "", rule: nil, identity: "", fields: fields, purpose: Order())
        press(&form, .text("a"))
        #expect(form.fields[1].text.text == "short")
        form.put("longer", into: FieldKey("kind"))
        press(&form, .text("b"), .text("c"))
        #expect(form.fields[1].text.text == "longer")
        press(&form, .backspace, .backspace)
        #expect(form.fields[1].text.text == "short")
    }

    @Test("tells what was typed, and takes it back into a form opened anew; not a choice that is none")
    func drafts() {
        var filled = form()
        press(&filled, .text("1"), .tab, .tab, .tab, .text("n"))
        #expect(filled.typed.map(\.key.token) == ["colour", "name"])
        var again = form()
        for typed in filled.typed { _ = again.fill(typed) }
        #expect(again.typed == filled.typed)
        let strange = TypedField(key: FieldKey("colour"), original: "", text: "green", chosen: [])
        let field = again.fill(strange)
        #expect(field?.text.text == "blue")
        let unknown = TypedField(key: FieldKey("size"), original: "", text: "1", chosen: [])
        let none = again.fill(unknown)
        #expect(none == nil)
        again.startOver()
        #expect(!again.isChanged && again.focus == 1)
    }

    @Test("follows a proposal that nobody touched, and says so where something else is typed")
    func proposals() {
        var form = form()
        form.propose(instead: ["me": "you"]) { "\($0) \($1)" }
        #expect(form.fields[4].text.text == "you" && form.fields[4].error == nil)
        press(&form, .text("1"))
        form.propose(instead: ["you": "her"]) { "\($0) \($1)" }
        #expect(form.fields[4].text.text == "her" && form.fields[4].error == "you her")
        press(&form, .tab, .tab, .tab, .backspace)
        form.propose(instead: ["her": "him"]) { "\($0) \($1)" }
        #expect(form.fields[4].text.text == "he")
    }

    @Test("says what is wrong beside the fields, the first with the cursor, and the rest of the whole form")
    func errors() {
        var form = form()
        let errors = [
            FieldError(FieldKey("size"), "too big", sentence: "Size: too big"),
            FieldError(FieldKey("count"), "too many"), FieldError(FieldKey("name"), "unknown"),
        ]
        form.show(FieldErrors(errors), counter)
        #expect(form.fields.map(\.error) == [nil, nil, nil, "too many", "unknown"])
        #expect(form.focus == 3 && form.message == "Size: too big")
    }

    @Test("goes round its fields, is finished by Enter in the last, and is pointed at by rows")
    func moving() {
        var form = form()
        press(&form, .up)
        #expect(form.focus == 4)
        guard case .finished = form.type(.enter, counter), case .unused = form.type(.function(5), counter) else {
            Issue.record("Enter in the last field goes on.")
            return
        }
        press(&form, .down)
        #expect(form.focus == 1)
        let pointed = [3, 0, 9].map { form.point(at: $0, counter) }
        #expect(pointed == [true, false, false] && form.focus == 3)
    }

    @Test("is drawn with its fields, what is typed in short, and the candidates below")
    func drawing() {
        var form = form()
        form.purpose.stock["things"] = things
        press(&form, .text("2"), .tab, .text("c"))
        let frame = form.draw(counter)
        #expect(
            frame.text == """
                  Shop               corner
                  Colour              Blue [Red]
                > Thing              c
                  How many           3  = 3
                  Name               me

                  2 to choose from: type a name, number or village; Up and
                  * cup           1  blue
                    teacup        2  red





                """, "\(frame.text)")
        #expect(frame.cursor == Cursor(row: 2, column: 22, visible: true))
    }

    @Test("marks what must be filled, says what it wants beside the field, and has no answers while that is empty")
    func required() throws {
        typealias Field = Form<Order>.Field
        var form = Form<Order>(
            title: "Order", rule: nil, identity: "order",
            fields: [
                Field(FieldKey("name"), .typed(.plain), label: "Name", hint: "in full", isRequired: true),
                Field(FieldKey("note"), .typed(.plain), label: "Note"),
                Field(
                    FieldKey("colour"), .choice([FieldChoice("red", "Red")]), label: "Colour", value: "red",
                    isRequired: true),
            ], purpose: Order())
        #expect(form.lacking.map(\.label) == ["Name"] && form.settledAnswers(counter) == nil)
        var frame = form.draw(counter)
        #expect(frame.text(row: 0).hasPrefix(">*Name") && frame.text(row: 0).hasSuffix("required, in full"))
        #expect(frame.text(row: 1).hasPrefix("  Note") && frame.text(row: 2).hasPrefix("  Colour"))
        // Fields are to be seen while they are empty, the one with the cursor before the others.
        #expect(frame[0, 30].style == Theme.mono.style(.fieldInFocus) && frame[1, 30].style == Theme.mono.style(.field))
        press(&form, .text("A"))
        #expect(form.lacking.isEmpty && form.settledAnswers(counter)?[FieldKey("name")] == "A")
        frame = form.draw(counter)
        #expect(frame.text(row: 0).hasPrefix(">*Name"))
    }
}
