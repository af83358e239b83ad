import TerminalUI

extension VirtualScreen {
    mutating func escape(_ sequence: String) {
        switch sequence {
        case "7": saved = (row, column)
        case "8": (row, column) = saved
        case "D": lineFeed()
        case "E": (column, _) = (0, lineFeed())
        case "M": if row == region.lowerBound { scroll(region, by: -1) } else { row = max(0, row - 1) }
        case "(B": lineDrawing = false
        case "(0": lineDrawing = true
        case "=", ">", ")0", ")B", "\\", "H": break
        default: unknown.append("ESC " + sequence)
        }
    }

    mutating func act(_ sequence: ControlSequenceText) {
        switch sequence.mark {
        case "": if !move(sequence) && !erase(sequence) && !report(sequence) { unknown.append("CSI " + sequence.text) }
        case "?" where "hl".contains(sequence.final): setModes(sequence)
        // The shape of the Linux console's cursor.
        case "?" where sequence.final == "c": break
        default: unknown.append("CSI " + sequence.text)
        }
    }

    private mutating func setModes(_ sequence: ControlSequenceText) {
        for mode in sequence.numbers where mode != 12 && mode != 1 {
            if sequence.final == "h" {
                if mode == 1049 && !alternate { alternateFrame = Frame(size, textWidth: textWidth) }
                modes.insert(mode)
            } else {
                modes.remove(mode)
            }
        }
    }

    private mutating func move(_ sequence: ControlSequenceText) -> Bool {
        let count = sequence.count()
        switch sequence.final {
        case "A": row -= count
        case "B": row += count
        case "C": column += count
        case "D": column -= count
        case "E": (row, column) = (row + count, 0)
        case "G", "`": column = count - 1
        case "d": row = count - 1
        case "H", "f": (row, column) = (count - 1, sequence.count(1) - 1)
        case "r":
            let bottom = sequence.numbers.count > 1 ? sequence.numbers[1] : size.rows
            region = (count - 1).clamped(0, size.rows)..<bottom.clamped(count, size.rows)
            (row, column) = (0, 0)
        case "I": column = (column / 8 + count) * 8
        case "Z": column = max(0, (column - 1) / 8 * 8)
        default: return false
        }
        row = row.clamped(0, size.rows - 1)
        column = column.clamped(0, size.columns - 1)
        wrapsNext = false
        return true
    }

    private mutating func erase(_ sequence: ControlSequenceText) -> Bool {
        let count = sequence.count()
        let kind = sequence.numbers.first ?? 0
        switch sequence.final {
        case "J":
            let rows = kind == 0 ? row + 1..<size.rows : kind == 1 ? 0..<row : 0..<size.rows
            for row in rows { blank(row, 0..<size.columns) }
            if kind < 2 { eraseLine(kind) }
        case "K": eraseLine(kind)
        case "X": blank(row, column..<min(size.columns, column + count))
        case "P": shift(by: -count)
        case "@": shift(by: count)
        case "L": scroll(row..<region.upperBound, by: -count)
        case "M": scroll(row..<region.upperBound, by: count)
        case "S": scroll(region, by: count)
        case "T": scroll(region, by: -count)
        case "b": for _ in 0..<count { lastScalar.map { show($0) } }
        default: return false
        }
        return true
    }

    private mutating func eraseLine(_ kind: Int) {
        blank(row, kind == 0 ? column..<size.columns : kind == 1 ? 0..<column + 1 : 0..<size.columns)
    }

    private mutating func blank(_ row: Int, _ columns: Range<Int>) {
        // Erased cells take the background colour.
        let style = Style(background: style.background)
        edit { $0.fill(row: row, column: columns.lowerBound, rows: 1, columns: columns.count, style: style) }
    }

    /// Moves the rest of the row to the right, or to the left over what is deleted.
    private mutating func shift(by count: Int) {
        let part = frame.part(row: row)
        let (row, column) = (row, column)
        var rest = Frame(Size(columns: size.columns - column, rows: 1), textWidth: textWidth)
        rest.blit(part, row: 0, column: count - column)
        if count > 0 { rest.fill(row: 0, column: 0, rows: 1, columns: count) }
        edit { $0.blit(rest, row: row, column: column) }
    }

    private mutating func report(_ sequence: ControlSequenceText) -> Bool {
        switch (sequence.final, sequence.numbers) {
        case ("n", [6]): answers += Array("\u{1B}[\(row + 1);\(column + 1)R".utf8)
        case ("m", let numbers): paint(numbers)
        case ("t", _), ("h", [4]), ("l", [4]), ("h", [34]), ("l", [34]): break
        default: return false
        }
        return true
    }

    private mutating func paint(_ numbers: [Int]) {
        // `38;5;n` and `48;5;n` are one of 256.
        if numbers.count >= 3, let place = numbers.indices.first(where: { [38, 48].contains(numbers[$0]) }),
            numbers.dropFirst(place + 1).first == 5, numbers.indices.contains(place + 2)
        {
            if place > 0 { paint(Array(numbers[..<place])) }
            let colour = Colour.palette(UInt8(numbers[place + 2].clamped(0, 255)))
            if numbers[place] == 38 { style.foreground = colour } else { style.background = colour }
            if place + 3 < numbers.count { paint(Array(numbers[(place + 3)...])) }
            return
        }
        for number in numbers.isEmpty ? [0] : numbers {
            switch number {
            case 0, 10: style = number == 0 ? .plain : style
            case 1: style.bold = true
            case 4: style.underline = true
            case 7: style.reverse = true
            case 22: style.bold = false
            case 24: style.underline = false
            case 27: style.reverse = false
            case 30...37: style.foreground = .palette(UInt8(number - 30))
            case 39: style.foreground = .standard
            case 40...47: style.background = .palette(UInt8(number - 40))
            case 49: style.background = .standard
            default: unknown.append("SGR \(number)")
            }
        }
    }
}

extension Int {
    fileprivate func clamped(_ low: Int, _ high: Int) -> Int {
        Swift.max(low, Swift.min(self, high))
    }
}
