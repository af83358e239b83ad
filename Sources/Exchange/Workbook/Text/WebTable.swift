/// Reads the rows of one table of a web page; one row is in memory at a time.
final class WebTable {
    private let sheet: Workbook.Sheet
    private let take: (SheetRow) throws -> Void
    private(set) var hidden = HiddenCells()

    /// How many tables have begun, and the numbers of those that are open, the innermost last.
    private var begun = 0
    private var open: [Int] = []
    private let row = SheetRow()
    private var line = 0
    private var isRow = false
    private var hidesRow = false
    private var column = 0
    /// Until which row cells from above reach down, by columns.
    private var reaches: [Int] = []
    private var isCell = false
    private var text: [UInt8] = []

    /// Tables within tables; a page that goes deeper is broken on purpose.
    private static let deepest = 64

    init(_ sheet: Workbook.Sheet, _ take: @escaping (SheetRow) throws -> Void) {
        self.sheet = sheet
        self.take = take
    }

    private var isHere: Bool { open.last == sheet.place }

    /// Takes the next piece of the page; whether more is wanted.
    func take(_ token: MarkupScanner.Token) throws -> Bool {
        switch token {
        case .begin(let tag): try begin(tag)
        case .end(let name): try end(name)
        case .text(let bytes): if isCell, isHere { try add(bytes) }
        }
        return begun <= sheet.place || open.contains(sheet.place)
    }

    /// Ends what the page leaves open.
    func finish() throws {
        try endRow()
    }

    private func begin(_ tag: MarkupScanner.Tag) throws {
        if tag.name == "table" {
            guard open.count < WebTable.deepest else {
                throw WorkbookFault.tooLarge(.depth(WebTable.deepest), part: sheet.part)
            }
            open.append(begun)
            begun += 1
            return
        }
        guard isHere else { return }
        switch tag.name {
        case "tr": try beginRow(tag)
        case "td", "th": try beginCell(tag)
        case "br", "p", "div", "li": breakLine()
        default: break
        }
    }

    private func end(_ name: String) throws {
        if name == "table" {
            if isHere { try endRow() }
            _ = open.popLast()
            return
        }
        guard isHere else { return }
        switch name {
        case "tr": try endRow()
        case "td", "th": try endCell()
        case "p", "div", "li": breakLine()
        default: break
        }
    }

    // MARK: Rows and cells

    private func beginRow(_ tag: MarkupScanner.Tag) throws {
        try endRow()
        line += 1
        isRow = true
        hidesRow = tag.isHidden
        column = -1
        try row.begin(line: line, part: sheet.part)
    }

    private func endRow() throws {
        try endCell()
        guard isRow else { return }
        isRow = false
        if row.isEmpty { return }
        if hidesRow { hidden.rows.append(line) }
        try take(row)
    }

    private func beginCell(_ tag: MarkupScanner.Tag) throws {
        // A cell without a row begins one.
        if isRow { try endCell() } else { try beginRow(MarkupScanner.Tag(name: "tr")) }
        column += 1
        while column < reaches.count, reaches[column] >= line { column += 1 }
        let columns = max(1, Int(tag.attributes["colspan"] ?? "") ?? 1)
        let rows = max(1, Int(tag.attributes["rowspan"] ?? "") ?? 1)
        guard column + columns <= SheetRow.mostColumns else {
            throw WorkbookFault.tooLarge(.columns(SheetRow.mostColumns), part: sheet.part)
        }
        let last = line + min(rows, Workbook.mostRows) - 1
        while reaches.count < column + columns { reaches.append(0) }
        for index in column..<column + columns { reaches[index] = max(reaches[index], last) }
        if let merged = MergedCells(
            firstRow: line, lastRow: last, firstColumn: column, lastColumn: column + columns - 1)
        {
            row.merge(merged)
        }
        isCell = true
        text.removeAll(keepingCapacity: true)
        placed = columns
    }

    /// How many columns the cell takes.
    private var placed = 1

    private func endCell() throws {
        guard isCell else { return }
        isCell = false
        while text.last == 0x0A || text.last == 0x20 { text.removeLast() }
        try text.withUnsafeBufferPointer { try row.set(column, $0, part: sheet.part) }
        column += placed - 1
    }

    private func breakLine() {
        guard isCell, !text.isEmpty else { return }
        while text.last == 0x20 { text.removeLast() }
        if text.last != 0x0A { text.append(0x0A) }
    }

    /// Adds a text: blanks that follow one another are one, entities are what they stand for.
    private func add(_ bytes: [UInt8]) throws {
        var at = 0
        while at < bytes.count {
            let byte = bytes[at]
            at += 1
            switch byte {
            case 0x09, 0x0A, 0x0D, 0x20:
                if let last = text.last, last != 0x20, last != 0x0A { text.append(0x20) }
            case UInt8(ascii: "&"):
                let (meaning, length) = MarkupEntity.meaning(of: bytes[at...])
                text += meaning
                at += length
            default: text.append(byte)
            }
        }
        try SheetRow.check(text, part: sheet.part)
    }
}

extension MarkupScanner.Tag {
    /// Whether nobody sees it.
    fileprivate var isHidden: Bool {
        attributes["hidden"] != nil || (attributes["style"] ?? "").filter { !$0.isWhitespace }.contains("display:none")
    }
}

/// The characters that a page names.
enum MarkupEntity {
    private static let named: [String: String] = [
        "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}", "ensp": " ", "emsp": "\u{3000}",
        "middot": "·", "times": "×", "divide": "÷", "deg": "°", "plusmn": "±", "yen": "¥", "copy": "©", "reg": "®",
        "hellip": "…", "mdash": "—", "ndash": "–", "ldquo": "“", "rdquo": "”", "lsquo": "‘", "rsquo": "’", "bull": "•",
        "sup2": "²", "laquo": "«", "raquo": "»", "permil": "‰", "para": "¶", "sect": "§",
    ]

    /// What stands for the name or number behind a `&`, and how many bytes that takes; the `&` itself where it is nothing.
    static func meaning(of bytes: ArraySlice<UInt8>) -> (bytes: [UInt8], length: Int) {
        let name = bytes.prefix(12).prefix { $0 == UInt8(ascii: "#") || $0.isLetterOrDigit }
        let hasEnd = bytes.dropFirst(name.count).first == UInt8(ascii: ";")
        let text = String(decoding: name, as: UTF8.self)
        let length = name.count + (hasEnd ? 1 : 0)
        if text.hasPrefix("#") {
            let digits = text.dropFirst()
            let number = digits.lowercased().hasPrefix("x") ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
            if let number, let scalar = Unicode.Scalar(number) { return (Array(String(scalar).utf8), length) }
        } else if let meaning = named[text], hasEnd || text == "nbsp" {
            return (Array(meaning.utf8), length)
        }
        return ([UInt8(ascii: "&")], 0)
    }
}

extension UInt8 {
    fileprivate var isLetterOrDigit: Bool {
        (0x30...0x39).contains(self) || (0x41...0x5A).contains(self) || (0x61...0x7A).contains(self)
    }
}
