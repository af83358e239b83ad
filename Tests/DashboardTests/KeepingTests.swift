import Ledger
import PartyWork
import TerminalUI
import Testing

@testable import Dashboard

@Suite("From one start to the next")
struct KeepingTests {
    /// What the next start reads of what this one writes.
    private func reread(_ memory: Memory?) throws -> Memory {
        let text = try #require(memory?.text)
        return try #require(Memory(text: text))
    }

    @Test("keeps any words, tabs and line ends too, and drops a line that was cut off")
    func text() {
        let rows = [["a", "", "b\tc\\t"], ["\n\r\\", "龙凤镇"], [""]]
        #expect(KeptText.read(KeptText.write(rows)) == rows)
        #expect(KeptText.read("a\tb\nc\td") == [["a", "b"]])
    }

    @Test("every place comes back as it was, the welcome never", arguments: Catalogue.builtIn.kinds.map(\.example))
    func places(place: Route) {
        #expect(Catalogue.builtIn.route([place.kind] + place.words) == (place == .welcome ? nil : place))
    }

    @Test("places that are none are not come back to")
    func noPlaces() {
        for words in [
            [], ["moon"], ["branch", "x"], ["branch"], ["activities", "1"], ["registry", "x"], ["entry", "a"],
        ] {
            #expect(Catalogue.builtIn.route(words) == nil)
        }
    }

    @Test(
        "every screen is shown again with its row, sort and filter",
        // What stands below another is read once it is in sight, and is called by its code until then.
        arguments: ScreenFrameTests.screens.filter { !["hand-over", "branch-trend"].contains($0.name) })
    func screens(way: (name: String, keys: [Key])) throws {
        var stage = try Stage.longfeng()
        for key in way.keys { try stage.press(key) }
        while !stage.model.overlays.isEmpty { try stage.press(.escape) }
        try stage.press(.control("t"), .down, .down)
        let next = try Stage(Longfeng.shared.get(), restoring: reread(stage.model.memory))
        // The line above the footer may still hold a notice.
        for row in 0..<22 { #expect(next.row(row) == stage.row(row), "\(way.name)") }
    }

    @Test("sort, search and row of a list, and the tabs behind it")
    func list() throws {
        var stage = try Stage.longfeng()
        try stage.press(
            .text("3"), .tab, .down, .text("7"), .tab, .function(6), .function(6), .function(6), .control("r"))
        try stage.type("覃")
        try stage.press(.enter, .escape, .down, .down)
        var next = try Stage(Longfeng.shared.get(), restoring: reread(stage.model.memory))
        #expect(next.row(2) == stage.row(2) && next.row(2).contains("第 3/"))
        #expect(next.text.contains("查找：覃") && next.text.contains("户编号v"))
        try next.press(.text("3"))
        try stage.press(.text("3"))
        #expect(next.row(2) == stage.row(2) && next.row(2).contains("第 2/"))
    }

    @Test("the scope, and the way back to the whole of it")
    func scope() throws {
        var stage = try Stage.longfeng()
        try stage.press(.control("g"), .down, .down, .enter)
        var next = try Stage(Longfeng.shared.get(), restoring: reread(stage.model.memory))
        #expect(next.row(0) == stage.row(0) && !next.row(0).contains("龙凤镇"))
        try next.press(.control("g"), .enter)
        #expect(next.row(0).contains("龙凤镇"))
    }

    @Test("who begins in a branch looks at the town by a key, and begins in the branch again")
    func beginningInBranch() throws {
        let ledger = try Longfeng.shared.get()
        func begun() throws -> Stage {
            var stage = try Stage(ledger)
            try stage.begin(in: Scope(Code("422801100211")), called: "店子槽村")
            return stage
        }
        var stage = try begun()
        #expect(stage.row(0).contains("店子槽村") && stage.row(2).contains("第 1/1 行"))
        try stage.press(.control("g"))
        #expect(stage.text.contains(#/1 龙凤镇 +422801100\n/#))
        try stage.press(.enter)
        #expect(stage.row(0).contains("龙凤镇") && !stage.row(2).contains("第 1/1 行"))
        var next = try begun().model
        next.restore(try reread(stage.model.memory))
        #expect(next.view.text(row: 0).contains("店子槽村"))
    }

    @Test("what is no such file is not read, and lines that mean nothing are passed over")
    func corrupt() throws {
        for text in ["", "x", "zhibu\tboard\t2\ntab\tregistry\n", "\u{0}\u{1F}\n\n"] {
            #expect(Memory(text: text) == nil)
        }
        let text =
            "zhibu\tboard\t1\ntab\tmoon\nscope\tx\ty\tz\nscreen\tregistry\tmoon\nword\ta\nscreen\n\t\t\nword\tb\tc\n"
        let memory = try #require(Memory(text: text))
        let stage = try Stage(Longfeng.shared.get(), restoring: memory)
        let untouched = try Stage.longfeng()
        #expect(stage.model.memory == untouched.model.memory)
    }

    @Test("a row that is gone leaves the first one selected")
    func goneRow() throws {
        var stage = try Stage.longfeng()
        try stage.press(.text("7"), .down, .down)
        let kept = try #require(stage.model.memory?.text)
        // The overview, which is kept before, has a row of its own.
        let line = try #require(kept.split(separator: "\n").last { $0.hasPrefix("word\tpane0.row\t") })
        func position(_ text: String) throws -> String {
            let next = try Stage(Longfeng.shared.get(), restoring: Memory(text: text))
            #expect(next.row(2).hasPrefix(" 名册：人员"))
            return next.row(2)
        }
        #expect(try position(kept).contains("第 3/"))
        #expect(try position(kept.replacing(line, with: "word\tpane0.row\tP9999999")).contains("第 1/"))
    }

    @Test("nothing is remembered of an empty ledger")
    func empty() throws {
        #expect(try Stage(Ledger.inMemory()).model.memory == nil)
    }
}

@Suite("A form that was not saved")
struct DraftTests {
    private func filled(_ ledger: Ledger) throws -> Stage {
        var stage = try Stage(ledger)
        try stage.press(.down, .text("r"), .text("2"))
        try stage.type("慰问\\老党员")
        return stage
    }

    /// What the next start reads of what this one writes.
    private func reread(_ stage: Stage) throws -> [Draft] {
        try stage.model.unfinished.values.map { try #require(Draft(text: $0.text)) }
    }

    @Test("is kept when its field is left, not at every key, and when the program ends")
    func keeping() throws {
        var stage = try filled(Longfeng.load())
        #expect(stage.model.unfinished.isEmpty)
        var ended = stage.model
        ended.putAside()
        #expect(ended.unfinished.count == 1)
        try stage.press(.tab)
        #expect(stage.model.unfinished == ended.unfinished)
    }

    @Test("is offered at the next start, and there when the same form is opened, on another day too")
    func resuming() throws {
        let ledger = try Longfeng.load()
        var first = try filled(ledger)
        try first.press(.escape)
        let memory = first.model.memory
        var next = try Stage(ledger, today: "2016-07-01", restoring: memory, drafts: reread(first))
        #expect(next.row(22).contains("上次没填完：“记活动：主题活动”；再打开它就接着填"))
        try next.press(.text("r"), .text("2"))
        #expect(next.text.contains("接着上次填的，还没有保存；F8 清空重填"))
        #expect(next.text.contains("慰问\\老党员") && next.text.contains("2016-07-01"))
        try next.press(.control("s"))
        #expect(next.text.contains("已保存") && next.model.unfinished.isEmpty, "\(next.text)")
    }

    @Test("is sent under one mark until it is saved: what was saved unseen is told so, and not written twice")
    func mark() throws {
        let ledger = try Longfeng.load()
        let before = try ledger.journal(limit: 1).first?.id ?? 0
        var stage = try filled(ledger)
        stage.losesReceipts = true
        try stage.press(.control("s"))
        #expect(stage.text.contains("! 线断了"))
        let draft = try #require(try reread(stage).first)
        let mark = try #require(draft.mark)
        #expect(try ledger.entry(of: mark)?.id == before + 1)
        // At the next start too, where the file of the form was not looked at.
        var next = try Stage(ledger, restoring: stage.model.memory, drafts: [draft])
        try next.press(.text("r"), .text("2"), .control("s"))
        #expect(next.text.contains("先前已保存为第 \(before + 1) 条") && next.model.unfinished.isEmpty, "\(next.text)")
        stage.losesReceipts = false
        try stage.press(.control("s"))
        #expect(stage.text.contains("先前已保存为第 \(before + 1) 条，没有再写：记 "), "\(stage.text)")
        #expect(stage.model.unfinished.isEmpty)
        #expect(try ledger.journal(limit: 1).first?.id == before + 1)
        // The next form has a mark of its own.
        try stage.press(.text("r"), .text("2"))
        try stage.type("慰问老党员")
        try stage.press(.control("s"))
        #expect(try ledger.journal(limit: 1).first?.id == before + 2)
    }

    @Test("changed after it was saved unseen stays, says where it is, and F8 begins another")
    func changedAfterwards() throws {
        let ledger = try Longfeng.load()
        let before = try ledger.journal(limit: 1).first?.id ?? 0
        var stage = try filled(ledger)
        stage.losesReceipts = true
        try stage.press(.control("s"))
        stage.losesReceipts = false
        try stage.type("二")
        try stage.press(.control("s"))
        #expect(stage.text.contains("! 这张表先前已经保存（流水第 \(before + 1) 条"), "\(stage.text)")
        #expect(stage.text.contains("慰问\\老党员二"))
        #expect(try ledger.journal(limit: 1).first?.id == before + 1)
        try stage.press(.function(8))
        try stage.type("另一次")
        try stage.press(.control("s"))
        #expect(try ledger.journal(limit: 1).first?.id == before + 2)
    }

    @Test("belongs to its branch: another branch's form is empty")
    func otherBranch() throws {
        let ledger = try Longfeng.load()
        var next = try Stage(ledger, drafts: reread(filledAndLeft(ledger)))
        try next.press(.down, .down, .text("r"), .text("2"))
        #expect(!next.text.contains("慰问"))
    }

    private func filledAndLeft(_ ledger: Ledger) throws -> Stage {
        var stage = try filled(ledger)
        try stage.press(.escape)
        return stage
    }

    @Test("is thrown away by F8 only, and F8 does nothing in a form that was not resumed")
    func startingOver() throws {
        var stage = try filled(Longfeng.load())
        try stage.press(.function(8))
        #expect(stage.text.contains("慰问"))
        try stage.press(.escape, .text("r"), .text("2"))
        #expect(stage.text.contains("慰问") && stage.text.contains("接着上次填的"))
        try stage.press(.function(8))
        #expect(!stage.text.contains("慰问") && !stage.text.contains("接着上次填的"))
        #expect(stage.model.unfinished.isEmpty)
    }

    @Test("of a correction shows beside the field what someone else wrote there meanwhile")
    func changedMeanwhile() throws {
        let ledger = try Longfeng.load()
        var stage = try Stage(ledger)
        try stage.press(.text("7"), .text("e"))
        while !stage.text.contains("> 职务") { try stage.press(.tab) }
        try stage.press(.control("u"))
        try stage.type("会计")
        try stage.press(.escape)
        let drafts = try reread(stage)
        let id = try #require(drafts.first?.entries.first).original
        let person = try #require(people(ledger).first)
        _ = try ledger.acting(as: Officer(uid: 1, name: "王建国"), on: .standing(at: .june, "2016-06-30T09:00:00Z"))
            .perform(.correct(from: .person(person), to: .person(person.setting([.post: "文书"]))))
        var next = try Stage(ledger, restoring: stage.model.memory, drafts: drafts)
        try next.press(.text("e"))
        #expect(next.text.contains("会计") && next.text.contains("填这项以后有人改过，台账里现为“文书”"), "\(id)")
    }

    private func people(_ ledger: Ledger) throws -> [Person] {
        try ledger.people(in: ledger.scope(nil), asOf: .june).map(\.person)
    }

    @Test("is not read from what is none")
    func corrupt() {
        for text in ["", "zhibu\tdraft\t1\n", "zhibu\tdraft\t1\nform\ta\n", "zhibu\tdraft\t1\nform\ta\tb\nfield\tx\n"] {
            #expect(Draft(text: text) == nil)
        }
    }
}
