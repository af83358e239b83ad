/// Takes the code of a number format apart.
struct FormatScanner {
    private(set) var sections: [FormatSection] = []
    private let code: [Character]
    private var at = 0
    private var parts: [FormatSection.Part] = []
    private var condition: FormatSection.Condition?
    private var isText = false
    private var isChinese = false
    private var hasChineseDigits = false

    init(_ code: String) {
        // `G/通用格式` is what Chinese systems call General.
        self.code = Array(code.replacing("G/通用格式", with: "General"))
        while at < self.code.count { step() }
        endSection()
    }

    private mutating func endSection() {
        sections.append(FormatSection(parts, condition, isText: isText, hasChineseDigits: hasChineseDigits))
        (parts, condition, isText, isChinese, hasChineseDigits) = ([], nil, false, false, false)
    }

    private mutating func step() {
        let character = code[at]
        at += 1
        switch character {
        case ";": endSection()
        case "\"": literal(taking { $0 != "\"" }, skip: 1)
        case "\\": if at < code.count { literal(String(code[at]), skip: 1) }
        // The width of a character, and a character that fills the cell.
        case "_": literal(" ", skip: 1)
        case "*": at += 1
        case "[": bracket(taking { $0 != "]" })
        case "0", "#", "?": parts.append(.digit(character))
        case ".": parts.append(.point)
        case ",": parts.append(.comma)
        case "%": parts.append(.percent)
        case "/": parts.append(.slash)
        case "@":
            parts.append(.whole)
            isText = true
        default: letter(character)
        }
    }

    private mutating func letter(_ character: Character) {
        switch character {
        case "E" where at < code.count && "+-".contains(code[at]), "e" where at < code.count && "+-".contains(code[at]):
            at += 1
            parts.append(.exponent)
        case "y", "Y", "e", "E", "b", "B":
            run(of: character)
            parts.append(.year)
        // The name of an era, which says nothing without its year.
        case "g" where !starts("general"), "G" where !starts("general"): run(of: character)
        case "g", "G":
            at += "eneral".count
            parts.append(.whole)
        case "m", "M": parts.append(.month(run(of: character)))
        case "h", "H": parts.append(.hour(run(of: character)))
        case "s", "S": parts.append(.second(run(of: character)))
        case "d", "D":
            let count = run(of: character)
            parts.append(count < 3 ? .day(count) : .weekday(isChinese: isChinese, isLong: count > 3))
        case "a", "A": noonOrWeekday(character)
        case "上" where starts("上午/下午"):
            at += "午/下午".count
            parts.append(.noon("上午", "下午"))
        default: parts.append(.literal(String(character)))
        }
    }

    private mutating func noonOrWeekday(_ character: Character) {
        if starts("am/pm") {
            at += 4
            return parts.append(.noon("上午", "下午"))
        }
        if starts("a/p") {
            at += 2
            // Its letters are shown as they are written.
            return parts.append(.noon(String(character), character == "a" ? "p" : "P"))
        }
        let count = run(of: character)
        if count > 2 {
            parts.append(.weekday(isChinese: true, isLong: count > 3))
        } else {
            parts.append(.literal(String(repeating: character, count: count)))
        }
    }

    /// `[$¥-804]`, `[DBNum1]`, `[>=100]`, `[h]`; colours say nothing.
    private mutating func bracket(_ content: String) {
        at += 1
        if content.hasPrefix("$") {
            let pieces = content.dropFirst().split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
            if let words = pieces.first, !words.isEmpty { parts.append(.literal(String(words))) }
            let place = pieces.count > 1 ? pieces[1].lowercased() : ""
            isChinese = isChinese || ["804", "404", "c04", "1004"].contains { place.hasSuffix($0) }
        } else if content.lowercased().hasPrefix("dbnum") {
            (isChinese, hasChineseDigits) = (true, true)
        } else if let first = content.first, "<>=".contains(first) {
            let sign = content.prefix { "<>=".contains($0) }
            condition = Double(content.dropFirst(sign.count)).map { .init(sign: String(sign), limit: $0) } ?? condition
        } else if let unit = content.lowercased().first, content.lowercased().allSatisfy({ $0 == unit }),
            "hms".contains(unit)
        {
            parts.append(.elapsed(unit))
        }
    }

    /// Whether the code has a word at the character just taken, in whatever case.
    private func starts(_ word: String) -> Bool {
        let start = at - 1
        guard start + word.count <= code.count else { return false }
        return String(code[start..<start + word.count]).lowercased() == word
    }

    private mutating func taking(while isMeant: (Character) -> Bool) -> String {
        let start = at
        while at < code.count, isMeant(code[at]) { at += 1 }
        return String(code[start..<at])
    }

    private mutating func literal(_ words: String, skip: Int) {
        at += skip
        if !words.isEmpty { parts.append(.literal(words)) }
    }

    /// Passes over a letter that is written several times; how often it is.
    @discardableResult
    private mutating func run(of letter: Character) -> Int {
        1 + taking { $0.lowercased() == letter.lowercased() }.count
    }
}
