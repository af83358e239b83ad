import CursesTerminal
import Glibc
import TerminalUI
import TestSupport
import Testing

/// Tests that open ncurses in this process: one after the other, for its state is global.
@Suite(.serialized, .oneTerminalAtATime)
struct OneTerminal {}

/// A terminal without a terminal: ncurses draws for a given type, and the bytes end in a file that has no name.
final class MemoryTerminal {
    let terminal: CursesTerminal
    private let file: Int32
    private var bytesBefore = 0

    init(
        _ type: String = "xterm-256color", size: Size = Size(columns: 80, rows: 24),
        ambiguous: AmbiguousWidth = .narrow,
        colour: Bool = true, mouse: Bool = false
    ) throws {
        var template = Array("/tmp/frame-XXXXXX".utf8CString)
        file = mkstemp(&template)
        unlink(template)
        var configuration = CursesTerminal.Configuration()
        configuration.type = type
        configuration.size = size
        configuration.ambiguous = ambiguous
        configuration.colour = colour
        configuration.mouse = mouse
        configuration.output = file
        terminal = try CursesTerminal(configuration)
    }

    deinit {
        terminal.close()
        close(file)
    }

    /// Draws, and gives the bytes that took.
    @discardableResult
    func draw(_ frame: Frame) throws -> [UInt8] {
        try terminal.draw(frame)
        return newBytes()
    }

    /// What was written since the last call.
    func newBytes() -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: terminal.counters.bytes - bytesBefore)
        pread(file, &bytes, bytes.count, off_t(bytesBefore))
        bytesBefore += bytes.count
        return bytes
    }
}

/// A screen as the dashboard has them: a title, 19 branches with figures, a footer.
struct SampleScreen {
    /// How the selected row is shown.
    enum Highlight: CaseIterable {
        case wholeRow
        case name
        case marker
    }

    var selected = 0
    var first = 0
    var highlight = Highlight.name
    var field: String?
    static let villages = [
        "店子槽村", "龙马村", "青堡村", "碾盘村", "佐家坝村", "柑子坪村", "古场坝村", "杉木坝村", "三河村", "吉心村", "小龙潭村", "二坡村", "大转拐村",
        "猫子山村", "雾树淌村", "桂花村", "双堰塘村", "向阳社区", "柳池村",
    ]

    func frame(_ size: Size = Size(columns: 80, rows: 24), _ textWidth: TextWidth = TextWidth()) -> Frame {
        var frame = Frame(size, textWidth: textWidth)
        frame.fill(row: 0, style: .reversed)
        frame.put("龙凤镇 支部台账  2016年6月  “四四五”工作法", row: 0, column: 1, style: .reversed)
        frame.put("  支部              五个一     主题活动  走访  党日  结对覆盖  合作社", row: 1, column: 0, style: .bold)
        for row in 0..<19 { put(row, on: &frame) }
        frame.put("Enter 打开  / 查找  ? 帮助  Esc 返回", row: size.rows - 1, column: 1)
        frame.cursor = Cursor(row: 3 + selected, column: 0)
        if let field {
            let end = frame.put("姓名：\(field)", row: 22, column: 1)
            frame.cursor = Cursor(row: 22, column: end, visible: true)
        }
        return frame
    }

    private func put(_ row: Int, on frame: inout Frame) {
        let line = row + 3
        let number = row + first
        let village = SampleScreen.villages[number % SampleScreen.villages.count]
        frame.put(village, row: line, column: 2)
        frame.put("\(number * 7 % 21)/20 \(Bar(done: number * 7 % 21, of: 20).text(5))", row: line, column: 20)
        frame.put("\(number % 5)/4 滞后", row: line, column: 33)
        frame.put("\(number * 3 % 8)", row: line, column: 43)
        frame.put("\(number % 6)/6", row: line, column: 49)
        frame.put("\(90 + number % 10).\(number % 10)%", row: line, column: 57, style: Style(foreground: .green))
        frame.put("\(number % 9)", row: line, column: 68)
        guard row == selected else { return }
        frame.put(">", row: line, column: 0)
        switch highlight {
        case .wholeRow: frame.restyle(row: line, columns: 0..<frame.size.columns) { $0.reverse = true }
        case .name: frame.restyle(row: line, columns: 0..<18) { $0.reverse = true }
        case .marker: break
        }
    }
}
