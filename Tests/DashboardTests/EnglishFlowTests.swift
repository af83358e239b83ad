import Ledger
import PartyWork
import TerminalUI
import Testing

@testable import Dashboard

/// What lies over the screens, and what is read out, in English: forms with their errors, questions, settings, plain mode.
@Suite("In English, the work")
struct EnglishFlowTests {
    typealias Way = (name: String, keys: [Key])

    /// The forms, each by the keys that open it from the overview.
    static let forms: [Way] =
        (1...9).map { ("record \($0)", [.down, .text("r"), .text("\($0)")]) }
        + (1...5).map { ("mark \($0)", [.text("7"), .function(9), .text("\($0)")]) }
        + ["1", "2", "3", "4", "5", "7"].map { ("wizard \($0)", HouseholdWizardTests.menu + [.text($0)]) } + [
            ("wizard 6", lifted + [.text("6")]),
            ("pair", [.text("4"), .enter, .function(5)]),
            ("end", HouseholdWizardTests.menu.dropLast() + [.function(8)]),
            ("void", [.text("6"), .function(8)]),
            ("correct activity", [.text("6"), .function(4)]),
            ("add person", [.text("7"), .function(5)]), ("edit person", [.text("7"), .function(4)]),
            ("add household", [.text("7"), .tab, .function(5)]), ("edit household", [.text("7"), .tab, .function(4)]),
            ("add organization", [.text("7"), .tab, .tab, .function(5)]),
            ("edit organization", [.text("7"), .tab, .tab, .function(4)]),
            ("dissolve", [.text("7"), .tab, .tab, .function(9), .text("2")]),
            ("add cooperative", [.text("5"), .function(5)]), ("edit cooperative", [.text("5"), .function(4)]),
            ("deregister", [.text("5"), .function(9), .text("1")]),
            ("new checklist", [.text("0"), .function(5)]),
            ("many closed", [.text("7"), .tab, .text(" "), .text(" "), .function(9), .text("3")]),
            ("many leave", [.text("7"), .text(" "), .text(" "), .function(9), .text("1")]),
        ]

    /// A household that was lifted, which may return.
    private static let lifted: [Key] =
        [.text("7"), .tab] + "唐应松".map { .text(String($0)) } + [.enter, .function(9)]

    private static let sizes = [Size(columns: 60, rows: 15), Size(columns: 80, rows: 24)]

    private func stage(
        _ ledger: Ledger, _ keys: [Key], _ size: Size = Size(columns: 80, rows: 24), language: Language = .english
    ) throws -> Stage {
        var stage = try Stage(ledger, size: size, language: language)
        for key in LatinTown.latin(keys) { try stage.press(key) }
        return stage
    }

    private func expectEnglish(_ text: String, _ place: String) {
        for line in ChineseLine.all(of: text) { Issue.record("\(place): \(line)") }
    }

    private func formInSight(_ stage: Stage) -> Form<Filing>? {
        if case .form(let form)? = stage.model.overlays.last { form } else { nil }
    }

    @Test("every form opens, field by field, with its help and its list of candidates", arguments: forms)
    func opened(way: Way) throws {
        for size in Self.sizes {
            var stage = try stage(LatinTown.shared.get(), way.keys, size)
            let form = try #require(formInSight(stage), "\(stage.text)")
            for _ in form.fields {
                expectEnglish(stage.text, way.name)
                try stage.press(.tab)
            }
            try stage.press(.function(1))
            expectEnglish(stage.text, "help of \(way.name)")
        }
    }

    @Test("every form is read out, field by field", arguments: forms)
    func readOut(way: Way) throws {
        var stage = try Stage(
            LatinTown.shared.get(), size: Model.plainSize, colour: false, isPlain: true, language: .english)
        for key in LatinTown.latin(way.keys) { try stage.press(key) }
        for _ in try #require(formInSight(stage)).fields {
            expectEnglish(stage.model.spoken, way.name)
            try stage.press(.tab)
        }
    }

    @Test("every form is known again in the other language by what was typed into it", arguments: forms)
    func identity(way: Way) throws {
        let english = try formInSight(stage(LatinTown.shared.get(), way.keys))
        let chinese = try formInSight(stage(LatinTown.shared.get(), way.keys, language: .chinese))
        #expect(english?.identity == chinese?.identity && english != nil)
        #expect(english?.title != chinese?.title)
    }

    @Test("saving says in English what is wrong, what would change, or what was done")
    func saved() throws {
        try Language.$current.withValue(.english) {
            let ledger = try LatinTown.load()
            for way in Self.forms {
                var stage = try stage(ledger, way.keys)
                try stage.press(.control("s"))
                expectEnglish(stage.text, way.name)
                try stage.press(.escape)
                expectEnglish(stage.text, "left \(way.name)")
            }
        }
    }

    @Test("a cleared form says what must be filled in")
    func cleared() throws {
        try Language.$current.withValue(.english) {
            let ledger = try LatinTown.load()
            for way in Self.forms {
                var stage = try stage(ledger, way.keys)
                let fields = try #require(formInSight(stage)).fields.count
                for _ in 0..<fields { try stage.press(.end, .control("u"), .backspace, .backspace, .tab) }
                try stage.press(.control("s"))
                expectEnglish(stage.text, way.name)
            }
        }
    }

    @Test("a checklist is made, ticked, waived and taken back in English")
    func checklist() throws {
        try Language.$current.withValue(.english) {
            var stage = try stage(LatinTown.load(), [.text("0"), .function(5)])
            try stage.type("Visits in May")
            try stage.press(.tab, .tab, .tab, .tab, .tab)
            try stage.type("7-1")
            try stage.press(.control("s"), .end, .enter, .tab, .enter, .text(" "), .text(" "))
            for key in [Key.function(5), .function(9)] {
                try stage.press(key)
                expectEnglish(stage.text, "checklist, \(key.name)")
                #expect(formInSight(stage) != nil)
                try stage.type("6-12")
                try stage.press(.control("s"))
                expectEnglish(stage.text, "checklist, \(key.name) saved")
                #expect(stage.model.overlays.isEmpty)
            }
            try stage.press(.control("a"), .control("a"), .end, .function(8))
            expectEnglish(stage.text, "take away")
        }
    }

    @Test(
        "questions are asked in English",
        arguments: [
            ("undo an import", [Key.control("z")]), ("scopes", [.control("g")]), ("settings", [.control("c")]),
            ("nothing to do again", [.control("y")]), ("the top", [.escape]),
            ("no row in the search", [.text("7"), .function(3), .text("z"), .text("q"), .text("x")]),
            ("sorted", [.text("7"), .function(6)]), ("turned round", [.text("7"), .function(6), .control("r")]),
            ("chosen", [.text("7"), .control("a")]), ("mouse", [.function(12)]),
        ])
    func questions(way: Way) throws {
        let stage = try stage(LatinTown.shared.get(), way.keys)
        expectEnglish(stage.text, way.name)
    }

    @Test("a terminal too small is told so in English")
    func small() throws {
        let stage = try stage(LatinTown.shared.get(), [], Size(columns: 50, rows: 10))
        #expect(stage.row(0).hasPrefix("Enlarge the window"))
        expectEnglish(stage.text, "small")
    }

    @Test("all ten tabs are on the line, whichever is open", arguments: 0...9)
    func tabs(digit: Int) throws {
        for columns in [60, 80, 100, 160] {
            let line = try stage(
                LatinTown.shared.get(), [.down, .text("\(digit)")], Size(columns: columns, rows: 24)
            ).row(1)
            #expect(["s", "]", "List"].contains { line.hasSuffix($0) }, "\(columns): \(line)")
            for number in 0...9 { #expect(line.contains("\(number)"), "\(columns): \(line)") }
        }
    }

    @Test("every screen is read out in English", arguments: ScreenFrameTests.screens + ScreenFrameTests.interludes)
    func plain(screen: Way) throws {
        var stage = try Stage(
            LatinTown.shared.get(), size: Model.plainSize, colour: false, isPlain: true, language: .english)
        for key in LatinTown.latin(screen.keys) { try stage.press(key) }
        expectEnglish(stage.model.spoken, screen.name)
        guard screen.keys.isEmpty else { return }
        try stage.hear("xyzzy")
        expectEnglish(stage.model.spoken, "\(screen.name), a word it does not know")
        try stage.hear("p")
        expectEnglish(stage.model.spoken, "\(screen.name), tabs")
    }

    @Test("the words of the plain mode do what their Chinese ones do")
    func words() throws {
        var stage = try Stage(
            LatinTown.load(), size: Model.plainSize, colour: false, isPlain: true, language: .english)
        try stage.hear("p7", "e")
        let form = try #require(formInSight(stage))
        let category = try #require(form.fields.firstIndex { $0.key == FieldKey(.category) })
        while let focus = formInSight(stage)?.focus, focus != category { try stage.press(.tab) }
        try stage.hear("activist")
        #expect(formInSight(stage)?.fields[category].text.text == "入党积极分子")
        try stage.hear("Esc", "back")
        #expect(stage.model.tab == .overview)
    }

    @Test("a counted activity is typed in the language spoken, and kept in Chinese")
    func typedWords() throws {
        var stage = try stage(LatinTown.shared.get(), [.text("0"), .function(5)])
        let place = try #require(formInSight(stage)?.fields.firstIndex { $0.key == FieldKey(.countedKind) })
        while let focus = formInSight(stage)?.focus, focus != place { try stage.press(.tab) }
        try stage.type("home visit")
        let context = stage.model.context
        let cell = Language.$current.withValue(.english) { formInSight(stage)?.fields[place].kept(context) }
        #expect(cell == "帮扶走访")
    }

    @Test("changing the language changes the headings of lists that were open, and keeps their order")
    func changed() throws {
        var stage = try stage(LatinTown.shared.get(), [.text("7"), .function(6)], language: .chinese)
        try stage.press(.control("c"), .down, .down, .down, .down, .enter, .escape)
        #expect(stage.model.language == .english)
        // The header has the officer's name.
        expectEnglish(stage.text.split(separator: "\n").dropFirst().joined(separator: "\n"), "registry")
        #expect(stage.text.contains("^"))
    }
}
