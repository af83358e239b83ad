/// A line of text being edited: the text, where typing goes, and what of it is seen.
///
/// Moves and deletes by grapheme, so that a letter with its marks is one. Nothing that could not be displayed gets in.
package struct TextField: Hashable, Sendable {
    /// What is being typed.
    package var text: String { String(graphemes) }
    /// How many graphemes stand before the insertion point.
    package private(set) var insertion: Int
    /// The most graphemes the field takes.
    package let limit: Int
    /// Whether the last key was refused because it would have gone beyond the limit; nothing is cut silently.
    package private(set) var refused = false
    /// The most steps that can be undone.
    private static let memory = 200
    private var graphemes: [Character]
    private var past: [Step] = []
    private var future: [Step] = []
    private var isTyping = false
    private var firstVisible = 0

    private struct Step: Hashable, Sendable {
        var graphemes: [Character]
        var insertion: Int
    }

    /// A field holding a text, with the insertion point at its end.
    package init(_ text: String = "", limit: Int = 2_000) {
        graphemes = Array(TextField.acceptable(text))
        insertion = graphemes.count
        self.limit = limit
    }

    /// Whether nothing is in it.
    package var isEmpty: Bool { graphemes.isEmpty }

    /// Acts on a key, and says whether it was one for an editor; Enter, Escape, Tab, up and down are not.
    ///
    /// Ctrl-A and E go to the ends, Ctrl-U and K delete to them, Ctrl-W deletes a word, Ctrl-Z undoes and Ctrl-Y redoes
    /// within the field; with nothing to undo they are left to the screen.
    package mutating func handle(_ key: Key) -> Bool {
        refused = false
        switch key {
        case .text(let typed): type(typed)
        case .paste(let pasted): paste(pasted)
        case .control("z"): return undo()
        case .control("y"): return redo()
        default: return move(key) || delete(key)
        }
        return true
    }

    /// Replaces the text as one step that can be undone.
    package mutating func replace(with text: String) {
        let graphemes = Array(TextField.acceptable(text))
        change { $0 = Step(graphemes: graphemes, insertion: graphemes.count) }
    }

    private mutating func move(_ key: Key) -> Bool {
        switch key {
        case .left: insertion = max(0, insertion - 1)
        case .right: insertion = min(graphemes.count, insertion + 1)
        case .home, .control("a"): insertion = 0
        case .end, .control("e"): insertion = graphemes.count
        case .modified(.control, .left): insertion = wordStart
        case .modified(.control, .right): insertion = wordEnd
        default: return false
        }
        isTyping = false
        return true
    }

    private mutating func delete(_ key: Key) -> Bool {
        switch key {
        case .backspace: remove(max(0, insertion - 1)..<insertion)
        case .delete: remove(insertion..<min(graphemes.count, insertion + 1))
        case .control("u"): remove(0..<insertion)
        case .control("k"): remove(insertion..<graphemes.count)
        case .control("w"): remove(wordStart..<insertion)
        default: return false
        }
        return true
    }
}

// Changing

extension TextField {
    /// A line end or tab becomes a space (CR LF one); what must not be displayed is left out.
    private static func acceptable(_ text: String) -> String {
        var kept = String.UnicodeScalarView()
        var before: Unicode.Scalar?
        for scalar in text.unicodeScalars {
            defer { before = scalar }
            switch WidthClass(scalar.value) {
            case .control, .hidden:
                if scalar.separatesText && !(scalar == "\n" && before == "\r") { kept.append(" ") }
            case .narrow, .wide, .ambiguous, .privateUse, .mark, .selector: kept.append(scalar)
            }
        }
        return String(kept)
    }

    private mutating func type(_ typed: String) {
        let wasTyping = isTyping
        insert(TextField.acceptable(typed), joining: wasTyping)
        isTyping = !refused
    }

    private mutating func paste(_ pasted: String) { insert(TextField.acceptable(pasted), joining: false) }

    private mutating func insert(_ addition: String, joining: Bool) {
        guard !addition.isEmpty else { return }
        // Joined as text, because a mark that is typed belongs to the grapheme before it.
        let before = Array(String(graphemes[..<insertion]) + addition)
        let after = graphemes[insertion...]
        guard before.count + after.count <= limit else {
            refused = true
            return
        }
        change(joining: joining) { $0 = Step(graphemes: before + after, insertion: before.count) }
    }

    private mutating func remove(_ range: Range<Int>) {
        guard !range.isEmpty else { return }
        change { step in
            step.graphemes.removeSubrange(range)
            step.insertion = range.lowerBound
        }
    }

    private mutating func change(joining: Bool = false, _ body: (inout Step) -> Void) {
        if !joining { past = past.suffix(TextField.memory - 1) + [current] }
        future = []
        isTyping = false
        var next = current
        body(&next)
        show(next)
    }

    private var current: Step { Step(graphemes: graphemes, insertion: insertion) }

    private mutating func show(_ step: Step) {
        graphemes = step.graphemes
        insertion = step.insertion
    }

    private mutating func undo() -> Bool {
        guard let step = past.popLast() else { return false }
        future.append(current)
        isTyping = false
        show(step)
        return true
    }

    private mutating func redo() -> Bool {
        guard let step = future.popLast() else { return false }
        past.append(current)
        show(step)
        return true
    }

    private var wordStart: Int {
        let end = graphemes[..<insertion].lastIndex { $0 != " " } ?? 0
        return graphemes[..<end].lastIndex { $0 == " " }.map { $0 + 1 } ?? 0
    }

    private var wordEnd: Int {
        let start = graphemes[insertion...].firstIndex { $0 != " " } ?? graphemes.count
        return graphemes[start...].firstIndex { $0 == " " } ?? graphemes.count
    }
}

// Showing

extension TextField {
    /// The part of the text seen in a field of `width` cells, and the column in it where the cursor stands.
    ///
    /// The text scrolls only as far as it must to keep the insertion point in sight.
    package mutating func visible(
        _ width: Int, textWidth: TextWidth = TextWidth()
    ) -> (text: String, cursorColumn: Int) {
        firstVisible = firstToShow(width, textWidth)
        return visible(width, from: firstVisible, textWidth)
    }

    /// What is seen without keeping the scroll, for a view that must not change its model.
    package func shown(_ width: Int, textWidth: TextWidth = TextWidth()) -> (text: String, cursorColumn: Int) {
        visible(width, from: firstToShow(width, textWidth), textWidth)
    }

    private func visible(_ width: Int, from first: Int, _ textWidth: TextWidth) -> (text: String, cursorColumn: Int) {
        let before = textWidth.cells(String(graphemes[first..<insertion]))
        return (textWidth.clip(String(graphemes[first...]), to: width), before)
    }

    /// Going back from the insertion point as far as the width allows, but not beyond what was seen first so far.
    private func firstToShow(_ width: Int, _ textWidth: TextWidth) -> Int {
        // The cursor needs a cell of its own, two if it stands on a wide character.
        let room = max(1, width) - cursorCells(textWidth)
        var first = insertion
        while first > firstVisible && textWidth.cells(String(graphemes[first - 1..<insertion])) <= room { first -= 1 }
        return first
    }

    private func cursorCells(_ textWidth: TextWidth) -> Int {
        insertion < graphemes.count ? max(1, textWidth.cells(String(graphemes[insertion]))) : 1
    }
}
