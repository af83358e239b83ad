// A program for tests of the terminal layer: it shows the last key, the window's size and a field, and can crash.
import CursesTerminal
import Glibc
import TerminalUI

struct Model {
    var key = "-"
    var field = TextField()
    var size: Size
    var notes: [String] = []
}

func view(_ model: Model, _ textWidth: TextWidth) -> Frame {
    var frame = Frame(model.size, textWidth: textWidth)
    guard model.size.columns >= 60, model.size.rows >= 15 else {
        frame.put("请放大窗口", row: 0, column: 0)
        return frame
    }
    // Left blank, the first row shows what something else put there.
    if getenv("FIXTURE_BARE") == nil {
        frame.fill(row: 0, style: .reversed)
        frame.put("龙凤镇支部台账", row: 0, column: 0, style: .reversed)
    }
    frame.put("键：\(model.key)", row: 1, column: 0)
    frame.put("大小：\(model.size.columns)×\(model.size.rows)", row: 2, column: 0)
    frame.put("姓名：", row: 3, column: 0)
    let shown = model.field.shown(20, textWidth: textWidth)
    frame.put(shown.text, row: 3, column: 6, style: Style(underline: true))
    frame.put("“三会一课”——※①", row: 4, column: 0)
    frame.put("|", row: 4, column: textWidth.cells("“三会一课”——※①"), style: Style(foreground: .red))
    for (row, note) in model.notes.suffix(5).enumerated() { frame.put(note, row: 5 + row, column: 0) }
    frame.cursor = Cursor(row: 3, column: 6 + shown.cursorColumn, visible: true)
    return frame
}

@inline(never)
func overflow(_ depth: Int) -> Int {
    depth < 0 ? 0 : depth &+ overflow(depth &+ 1) &* 3
}

// swift-format-ignore: NeverForceUnwrap
func crash(_ number: Int) {
    let empty: [Int] = []
    let nothing: Int? = empty.first
    switch number {
    case 2: fatalError("a fault of ours")
    case 3: print(empty[number])
    case 4: print(nothing!)
    case 5: UnsafeMutablePointer<Int>(bitPattern: 8)!.pointee = number
    case 6: abort()
    case 7: print(overflow(0))
    case 8: raise(SIGBUS)
    default: break
    }
}

func act(_ key: Key, _ model: inout Model, _ terminal: CursesTerminal) {
    model.key = "\(key)"
    switch key {
    case .control("q"):
        terminal.close()
        exit(0)
    case .control("z"): terminal.suspend()
    case .control("l"): terminal.redrawAll()
    case .function(9): terminal.reportsMouse.toggle()
    case .function(let number): crash(number)
    default: _ = model.field.handle(key)
    }
}

func run(_ terminal: CursesTerminal) throws {
    var model = Model(size: terminal.size)
    while true {
        try terminal.draw(view(model, terminal.textWidth))
        for event in terminal.wait() {
            switch event {
            case .key(let key): act(key, &model, terminal)
            case .resized(let size): model.size = size
            case .remeasured(let width): model.notes.append("宽度：\(width)")
            case .resumed: model.notes.append("继续")
            case .woken: break
            case .hangUp: exit(128 + SIGHUP)
            case .signal(let number):
                terminal.close()
                exit(128 + number)
            }
        }
    }
}

if CommandLine.arguments.contains("--harden") { hardenProcess() }
var configuration = CursesTerminal.Configuration()
configuration.logPath = getenv("FIXTURE_LOG").map { String(cString: $0) }
do {
    try run(CursesTerminal(configuration))
} catch let error as TerminalError {
    print("不能打开终端：\(error)")
    exit(64)
}
