import Ledger
import PartyWork
import TerminalUI
import Testing

@testable import Dashboard

@Suite("In lines")
struct PlainTests {
    /// What a session says and hears, from the first screen on.
    private func transcript(_ stage: inout Stage, _ lines: [String]) throws -> String {
        var said = ""
        for line in lines {
            said += stage.model.spoken + "\n请输入：\(line)\n\n"
            try stage.hear(line)
        }
        return said + stage.model.spoken + "\n"
    }

    @Test(
        "a month's work is done: from the overview to a branch, an activity, the worklist, a pairing, and undone again")
    func session() throws {
        var stage = try Stage.plain(Longfeng.load())
        let lines = [
            "4", "r", "2", "-", "6-33", "走访慰问老党员", "康述舟", "", "", "", "6-28", "^S", "0", "p3", "Tab", "Tab", "1", "a",
            "龙凤村书记", "", "覃", "1", "^S", "u", "y", "u", "y", "p4", "猫子山", "1", "q",
        ]
        let text = try transcript(&stage, lines)
        Golden.expect(text, "Frames/plain-session.txt")
        #expect(stage.hasQuit)
        #expect(text.unicodeScalars.allSatisfy { $0 == "\n" || $0.value >= 0x20 && !(0x7F..<0xA0).contains($0.value) })
    }

    @Test("every screen says all that it shows", arguments: ScreenFrameTests.screens + ScreenFrameTests.interludes)
    func everyScreen(screen: (name: String, keys: [Key])) throws {
        var drawn = try Stage.longfeng()
        var plain = try Stage.plain(Longfeng.shared.get())
        for key in screen.keys {
            try drawn.press(key)
            try plain.press(key)
        }
        let spoken = plain.model.spoken
        #expect(!spoken.contains(">") || spoken.contains("< > 换列"))
        #expect(!spoken.contains("  "))
        #expect(!spoken.contains("----") && !spoken.contains("##"))
        // The form asks for one field and tells the filled ones; its page of keys is the footer's.
        guard !screen.name.hasSuffix("-form") else { return }
        // The titles of columns stand before their values instead, those of empty lists nowhere.
        let title = Theme(.eight).style(.columnTitle)
        for row in 3..<22 where drawn.frame[row, 2].style != title && !drawn.row(row).contains("下面还有") {
            for word in words(drawn.row(row)) {
                let isSaid = spoken.contains(word)
                #expect(isSaid, "\(screen.name), row \(row): \(word)")
            }
        }
    }

    /// What a row of the drawn screen says, without bars, marks, the letters behind numbers, and what was cut or is told in other words.
    private func words(_ row: String) -> [String] {
        row.split { " >[]，".contains($0) }.map { String($0).replacing(/(\d)[完期滞逾]$/) { $0.1 } }.filter { word in
            // 齐 is said as the 0 that it stands for.
            !word.contains("~") && !word.contains("按") && word != "齐"
                && (word.hasChinese || word.contains(where: \.isNumber))
                && !word.contains("..")
        }
    }

    @Test("rows are opened by number, actions done by letter or key name, on a row by both")
    func commands() {
        #expect(PlainCommand("") == .again)
        #expect(PlainCommand("１２") == .row(12))
        #expect(PlainCommand("x 3") == .onRow(.text("x"), 3))
        #expect(PlainCommand("F5") == .key(.function(5)))
        #expect(PlainCommand("f5") == .key(.function(5)))
        #expect(PlainCommand("^s") == .key(.control("s")))
        #expect(PlainCommand("S") == .key(.text("S")))
        #expect(PlainCommand("？") == .key(.text("?")))
        #expect(PlainCommand("0") == .key(.escape))
        #expect(PlainCommand("p") == .tabs)
        #expect(PlainCommand("ｐ４") == .tab(.pairing))
        #expect(PlainCommand("/dhc") == .search("dhc"))
        #expect(PlainCommand("东河村") == .search("东河村"))
    }

    @Test("a row number that is not there, and a word not understood, are answered with what can be said")
    func misunderstood() throws {
        var stage = try Stage.plain(Longfeng.shared.get())
        try stage.hear("99")
        #expect(stage.model.spoken.hasPrefix("提示：没有第 99 行，可输入 1 至 15\n"))
        try stage.hear("?", "", ",", "甲")
        #expect(stage.model.spoken.hasPrefix("提示：没有听懂“甲”，输入 ? 看能做什么\n"))
    }

    @Test("an error is said again with its reason, and nothing filled is lost")
    func errors() throws {
        var stage = try Stage.plain(Longfeng.load())
        try stage.hear("2", "r", "2", "防汛", "-", "-", "6月45", "^S")
        let spoken = stage.model.spoken
        #expect(spoken.contains("不对：") && spoken.contains("日期"))
        #expect(spoken.contains("主题 防汛"))
        try stage.hear("6-20", "^S")
        #expect(stage.model.spoken.hasPrefix("提示：已保存"))
    }

    @Test("a question before an undo is answered by y, and not by an empty line")
    func confirming() throws {
        var stage = try Stage.plain(Longfeng.load())
        try stage.hear("2", "r", "2", "防汛", "^S", "p8", "x 1")
        #expect(stage.model.spoken.contains("输入 y 撤销；直接回车或输入 n 不撤销。"))
        try stage.hear("")
        #expect(!stage.model.spoken.contains("已撤销"))
        try stage.hear("x 1", "是")
        #expect(stage.model.spoken.contains("已撤销"))
    }

    @Test("an empty ledger is begun in lines too")
    func welcome() throws {
        var stage = try Stage.plain(Ledger.inMemory())
        #expect(stage.model.spoken.contains("3. 从空白开始"))
        try stage.hear("3", "422801100", "龙凤镇", "^S")
        #expect(stage.model.spoken.contains("登记组织 422801100 龙凤镇"))
    }
}
