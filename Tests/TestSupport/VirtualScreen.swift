import TerminalUI

/// A small terminal in memory: takes the bytes a program writes and keeps the picture they make, so that a test can
/// assert the whole screen as text.
///
/// It knows what ncurses sends for xterm, screen, tmux, linux and vt100, and records the rest.
package struct VirtualScreen {
    /// The grid as it stands, blanks and wide characters included.
    package var frame: Frame { alternate ? alternateFrame : mainFrame }
    /// The cursor, counted from 0.
    package internal(set) var row = 0
    /// The cursor, counted from 0.
    package internal(set) var column = 0
    /// Private modes that are on (`?25` the cursor, `?1049` the second screen, `?2004` paste …).
    package internal(set) var modes: Set<Int> = [7, 25]
    /// Sequences that mean nothing here.
    package internal(set) var unknown: [String] = []
    /// Control characters and invisible ones in the text, which a renderer must never send.
    package internal(set) var violations: [UInt32] = []
    /// Bytes the terminal would type in answer to questions.
    package internal(set) var answers: [UInt8] = []
    /// How it measures: a terminal's font decides, not the program.
    package let textWidth: TextWidth

    var mainFrame: Frame
    var alternateFrame: Frame
    var region: Range<Int>
    var style = Style.plain
    var saved = (row: 0, column: 0)
    var wrapsNext = false
    var lineDrawing = false
    var input = ScreenInput()
    var lastScalar: Unicode.Scalar?

    /// An empty screen.
    package init(_ size: Size, ambiguous: AmbiguousWidth = .narrow) {
        textWidth = TextWidth(ambiguous)
        mainFrame = Frame(size, textWidth: textWidth)
        alternateFrame = mainFrame
        region = 0..<size.rows
    }

    /// The second screen, where full-screen programs draw.
    package var alternate: Bool { modes.contains(1049) }
    /// The picture, without the blanks at the ends of rows.
    package var text: String { frame.text }
    /// The size of the window.
    package var size: Size { mainFrame.size }
    /// Whether the program cleaned up after itself: first screen, cursor shown, wrapping, no paste, mouse or update
    /// mode.
    package var isReset: Bool { modes == [7, 25] && style == .plain && !lineDrawing }

    /// The window gets another size.
    ///
    /// What it showed is lost, as on many terminals; the program must draw again.
    package mutating func resize(_ size: Size) {
        mainFrame = Frame(size, textWidth: textWidth)
        alternateFrame = mainFrame
        region = 0..<size.rows
        row = min(row, max(0, size.rows - 1))
        column = min(column, max(0, size.columns - 1))
        wrapsNext = false
    }

    /// Takes the answers typed since the last call.
    package mutating func takeAnswers() -> [UInt8] {
        defer { answers = [] }
        return answers
    }

    /// Acts on bytes a program wrote, however they are cut.
    package mutating func write(_ bytes: some Sequence<UInt8>) {
        for byte in bytes {
            guard let item = input.add(byte) else { continue }
            switch item {
            case .scalar(let scalar): show(scalar)
            case .control(let byte): control(byte)
            case .escape(let sequence): escape(sequence)
            case .sequence(let sequence): act(sequence)
            case .broken(let byte): violations.append(UInt32(byte))
            }
        }
    }
}

// Text

extension VirtualScreen {
    mutating func edit(_ body: (inout Frame) -> Void) {
        if alternate { body(&alternateFrame) } else { body(&mainFrame) }
    }

    mutating func show(_ scalar: Unicode.Scalar) {
        let width = textWidth.cells(scalar)
        if TextWidth.displayable("a\(scalar)") != "a\(scalar)" { violations.append(scalar.value) }
        guard width > 0 else { return combine(scalar) }
        if wrapsNext || column + width > size.columns { wrap() }
        let (row, column, style) = (row, column, style)
        edit { $0.put(String(Character(scalar)), row: row, column: column, style: style) }
        lastScalar = scalar
        self.column += width
        wrapsNext = self.column >= size.columns
        if wrapsNext { self.column = size.columns - 1 }
    }

    private mutating func combine(_ mark: Unicode.Scalar) {
        let at = wrapsNext ? column : column - 1
        guard at >= 0 else { return }
        let (row, whole) = (row, frame[row, at].isContinuation ? at - 1 : at)
        let cell = frame[row, whole]
        edit { $0.put(cell.text + String(Character(mark)), row: row, column: whole, style: cell.style) }
    }

    private mutating func wrap() {
        wrapsNext = false
        guard modes.contains(7) else { return }
        column = 0
        lineFeed()
    }

    mutating func lineFeed() {
        if row == region.upperBound - 1 { scroll(region, by: 1) } else { row = min(row + 1, size.rows - 1) }
    }

    /// Moves rows up (positive) or down within a region, blank ones following.
    mutating func scroll(_ region: Range<Int>, by lines: Int) {
        let before = frame
        let blank = Frame(Size(columns: size.columns, rows: 1), textWidth: textWidth)
        edit { frame in
            for row in region {
                let source = row + lines
                frame.blit(region.contains(source) ? before.part(row: source) : blank, row: row, column: 0)
            }
        }
    }

    private mutating func control(_ byte: UInt8) {
        switch byte {
        case 0x07: break
        case 0x08: column = max(0, column - 1)
        case 0x09: column = min(size.columns - 1, (column / 8 + 1) * 8)
        case 0x0A, 0x0B, 0x0C: lineFeed()
        case 0x0D: column = 0
        case 0x0E: lineDrawing = true
        case 0x0F: lineDrawing = false
        default: violations.append(UInt32(byte))
        }
        wrapsNext = false
    }
}

extension Frame {
    /// One row as a frame of its own.
    func part(row: Int) -> Frame {
        var part = Frame(Size(columns: size.columns, rows: 1), textWidth: textWidth)
        part.blit(self, row: -row, column: 0)
        return part
    }
}
