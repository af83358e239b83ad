import PartyWork

/// How the numbers of a workbook are shown, as far as it matters here: which are dates, and which are filled up with zeros.
final class CellStyles: XMLHandler {
    /// What a number of a style is.
    enum Kind: Equatable {
        case plain
        /// A day, counted from the workbook's first.
        case date
        /// A whole number of at least so many digits: `0001`.
        case padded(Int)
    }

    private var formats: [Int: Kind] = [:]
    private var kinds: [Kind] = []
    private var isCellFormats = false

    /// What a cell of a style holds; a style that is not there is plain.
    func kind(_ style: Int) -> Kind { kinds.indices.contains(style) ? kinds[style] : .plain }

    func begin(_ name: XMLName, _ attributes: XMLAttributes) {
        switch name {
        case .numberFormat:
            guard let number = attributes.number("numFmtId"), let code = attributes.text("formatCode") else { return }
            formats[number] = CellStyles.kind(of: code)
        case .cellFormats: isCellFormats = true
        case .format where isCellFormats:
            let number = attributes.number("numFmtId") ?? 0
            kinds.append(formats[number] ?? CellStyles.builtIn(number))
        default: break
        }
    }

    func end(_ name: XMLName) { if name == .cellFormats { isCellFormats = false } }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) {}

    /// The formats that need no code in the file (ECMA-376 part 1, 18.8.30, with those of Chinese systems); those with a time
    /// of day alone are numbers.
    private static func builtIn(_ number: Int) -> Kind {
        switch number {
        case 14...17, 22, 27...31, 36, 50...54, 57, 58: .date
        default: .plain
        }
    }

    /// What a format's code makes of a number: a date if it shows a year, a day, or a month without a time of day. Letters of time
    /// alone in brackets, `[h]`, show how long something took.
    static func kind(of code: String) -> Kind {
        var letters = ""
        var bracketed = ""
        var isQuoted = false
        var isBracketed = false
        var isEscaped = false
        for character in code.lowercased() {
            switch character {
            case _ where isEscaped: isEscaped = false
            case "\"": isQuoted.toggle()
            case _ where isQuoted: break
            case "[": (isBracketed, bracketed) = (true, "")
            case "]":
                isBracketed = false
                if bracketed.allSatisfy({ "hms".contains($0) }) { letters += bracketed.map { _ in "s" } }
            case _ where isBracketed: bracketed.append(character)
            case "\\", "_", "*": isEscaped = true
            default: letters.append(character)
            }
        }
        let section = letters.prefix { $0 != ";" }
        let isTime = section.contains { $0 == "h" || $0 == "s" }
        if section.contains(where: { $0 == "y" || $0 == "d" || ($0 == "m" && !isTime) }) { return .date }
        return section.count > 1 && section.allSatisfy { $0 == "0" } ? .padded(section.count) : .plain
    }
}

extension XMLName {
    fileprivate static let numberFormat = XMLName("numFmt")
    fileprivate static let cellFormats = XMLName("cellXfs")
    fileprivate static let format = XMLName("xf")
}
