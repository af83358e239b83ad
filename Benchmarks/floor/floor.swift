// The least that a dashboard in Swift must do: open the town's ledger, run the live summary, draw it, follow the cursor.
// What zhibu costs beyond this is ours to answer for. Arguments: the ledger, a file with SQL whose values are filled in.
import CFloor
import Glibc

func text(ofFile path: String) -> [CChar] {
    guard let file = fopen(path, "r") else { exit(66) }
    defer { fclose(file) }
    var bytes = [CChar](repeating: 0, count: 16_384)
    fread(&bytes, 1, bytes.count - 1, file)
    return bytes
}

/// The rows of all statements, a line each.
func rows(of sql: [CChar], in ledger: OpaquePointer?) -> [String] {
    var lines: [String] = []
    sql.withUnsafeBufferPointer { buffer in
        var rest = buffer.baseAddress
        while let start = rest, start.pointee != 0 {
            var statement: OpaquePointer?
            guard sqlite3_prepare_v2(ledger, start, -1, &statement, &rest) == SQLITE_OK else { exit(70) }
            while let statement, sqlite3_step(statement) == SQLITE_ROW {
                let cells = (0..<sqlite3_column_count(statement)).map { column in
                    sqlite3_column_text(statement, column).map { String(cString: $0) } ?? ""
                }
                lines.append(cells.joined(separator: " "))
            }
            sqlite3_finalize(statement)
        }
    }
    return lines
}

guard CommandLine.arguments.count > 2 else { exit(64) }
var ledger: OpaquePointer?
guard sqlite3_open_v2(CommandLine.arguments[1], &ledger, SQLITE_OPEN_READONLY, nil) == SQLITE_OK else { exit(69) }
let lines = rows(of: text(ofFile: CommandLine.arguments[2]), in: ledger)
floor_open()
let shown = min(lines.count, Int(floor_lines()) - 2)
var selected = 0

func draw(_ row: Int) {
    let line = lines[row].prefix(50)
    floor_line(Int32(row + 1), line + String(repeating: " ", count: 50 - line.count), row == selected ? 1 : 0)
}

floor_line(0, "龙凤镇 四四五 覆盖率", 0)
for row in 0..<shown { draw(row) }
floor_flush()
while case let key = floor_key(), key != Int32(UInt8(ascii: "q")), key != -1 {
    let former = selected
    if key == 0o402, selected < shown - 1 { selected += 1 }
    if key == 0o403, selected > 0 { selected -= 1 }
    draw(former)
    draw(selected)
    floor_flush()
}
endwin()
