import TerminalUI
import TestSupport
import Testing

struct TextFieldTests {
    private func typed(_ keys: [Key], into text: String = "") -> TextField {
        var field = TextField(text)
        for key in keys { _ = field.handle(key) }
        return field
    }

    @Test("Typing goes in at the insertion point, also between two Han")
    func typing() {
        let field = typed([.left, .text("三"), .text("会")], into: "中文")
        #expect(field.text == "中三会文")
        #expect(field.insertion == 3)
    }

    @Test("Backspace and delete take whole graphemes")
    func deleting() {
        #expect(typed([.backspace], into: "中文测试党").text == "中文测试")
        #expect(typed([.backspace], into: "ae\u{301}").text == "a")
        #expect(typed([.home, .delete], into: "中文").text == "文")
        #expect(typed([.text("e"), .text("\u{301}")]).insertion == 1)
    }

    @Test("Home, End and the control keys move and cut as in a shell")
    func controls() {
        #expect(typed([.control("a"), .text("x")], into: "村").text == "x村")
        #expect(typed([.home, .end, .text("x")], into: "村").text == "村x")
        #expect(typed([.left, .control("u")], into: "一二三").text == "三")
        #expect(typed([.home, .right, .control("k")], into: "一二三").text == "一")
        #expect(typed([.control("w")], into: "走访 三户 ").text == "走访 ")
        #expect(typed([.modified(.control, .left), .text("x")], into: "走访 三户").text == "走访 x三户")
    }

    @Test("A pasted text of several lines becomes one line, and one step to undo")
    func paste() {
        var field = typed([.text("前"), .paste("一行\r\n二行\n三\t行\u{1B}[A")])
        #expect(field.text == "前一行 二行 三 行[A")
        let undone = field.handle(.control("z"))
        #expect(undone)
        #expect(field.text == "前")
        let redone = field.handle(.control("y"))
        #expect(redone)
        #expect(field.text == "前一行 二行 三 行[A")
    }

    @Test("A run of typing is one step to undo; with nothing left the key is the screen's")
    func undo() {
        var field = typed([.text("甲"), .text("乙"), .left, .text("丙"), .backspace])
        var states: [String] = []
        while field.handle(.control("z")) { states.append(field.text) }
        #expect(states == ["甲丙乙", "甲乙", ""])
        let more = field.handle(.control("z"))
        #expect(!more)
    }

    @Test("What would go beyond the limit is refused whole, not cut")
    func limit() {
        var field = TextField("四个汉字", limit: 5)
        _ = field.handle(.paste("两个"))
        #expect(field.refused)
        #expect(field.text == "四个汉字")
        _ = field.handle(.text("吗"))
        #expect(field.text == "四个汉字吗" && !field.refused)
    }

    @Test("Enter, Escape, Tab, arrows up and down and unknown controls are not the field's")
    func notMine() {
        for key in [Key.enter, .escape, .tab, .up, .down, .control("g"), .function(1), .unreadable(0xD6)] {
            var field = TextField("村")
            let taken = field.handle(key)
            #expect(!taken)
            #expect(field.text == "村")
        }
    }

    @Test("The text scrolls so that the cursor stays inside, on a whole character")
    func scrolling() {
        var field = TextField("一二三四五")
        expect(&field, 6, "四五", 4)
        _ = field.handle(.home)
        expect(&field, 6, "一二三", 0)
        for _ in 0..<3 { _ = field.handle(.right) }
        expect(&field, 6, "二三四", 4)
        _ = field.handle(.left)
        expect(&field, 6, "二三四", 2)
        expect(&field, 20, "二三四五", 2)
    }

    private func expect(_ field: inout TextField, _ width: Int, _ text: String, _ column: Int) {
        let shown = field.visible(width)
        #expect(shown.text == text && shown.cursorColumn == column, "\(shown)")
    }

    @Test("Random keys never break it, and the cursor is always inside the width")
    func fuzz() {
        var random = SeededGenerator(seed: 9)
        let keys: [Key] = [
            .left, .right, .home, .end, .backspace, .delete, .control("w"), .control("u"), .control("k"), .control("z"),
            .control("y"), .modified(.control, .left), .modified(.control, .right),
        ]
        var field = TextField()
        for _ in 0..<3_000 {
            let isText = Bool.random(using: &random)
            _ = field.handle(isText ? .paste(random.hostileText()) : random.element(of: keys))
            let width = Int.random(in: 2...12, using: &random)
            let shown = field.visible(width)
            #expect((0..<width).contains(shown.cursorColumn) && TextWidth().cells(shown.text) <= width)
        }
    }
}
