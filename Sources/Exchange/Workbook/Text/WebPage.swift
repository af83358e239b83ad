/// The tables of a web page as sheets: what many systems export under the name of .xls.
final class WebPage: SharedContent {
    let indexPart = "HTML"
    let from1904 = false
    private let path: InputPath
    private let pulse: () throws -> Void
    private let encoding: TextEncoding
    let size: Int
    private(set) var sheets: [Workbook.Sheet] = []
    private(set) var bytesRead = 0

    /// Counts the tables.
    init(_ path: InputPath, pulse: @escaping () throws -> Void) throws {
        self.path = path
        self.pulse = pulse
        let file = try InputFile(path)
        size = file.stamp.size
        encoding = try TextEncoding.ofMarkup(file, pulse: pulse)
        let counter = WebTableCounter()
        try readAll { token in
            counter.take(token)
            return counter.count <= Workbook.mostSheets
        }
        let isOne = counter.count == 1
        sheets = (0..<counter.count).map { place in
            Workbook.Sheet(name: isOne ? "表" : "表\(place + 1)", part: indexPart, place: place, isHidden: false)
        }
    }

    /// Takes the page apart, as long as `body` wants more.
    private func readAll(_ body: (MarkupScanner.Token) throws -> Bool) throws {
        let input = try InputFile(path).text(encoding)
        var scanner = MarkupScanner(part: indexPart) { [pulse] buffer in
            try pulse()
            return try input(buffer)
        }
        while let token = try scanner.next(), try body(token) {}
    }

    func read(_ sheet: Workbook.Sheet, _ take: @escaping (SheetRow) throws -> Void) throws -> HiddenCells {
        let reader = WebTable(sheet, take)
        defer { bytesRead += share }
        try readAll(reader.take)
        try reader.finish()
        return reader.hidden
    }
}

/// How many tables there are, those within others included.
private final class WebTableCounter {
    private(set) var count = 0

    func take(_ token: MarkupScanner.Token) {
        if case .begin(let tag) = token, tag.name == "table" { count += 1 }
    }
}
