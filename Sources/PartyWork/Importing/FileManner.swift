/// How a file was understood that is not written as the contract says, for previews: its encoding, what stands between its
/// cells, and where its header is.
package struct FileManner: Hashable, Sendable {
    /// Whether it is UTF-16.
    package var isWide = false
    /// What stands between two cells; nil of a workbook.
    package var separator: Separator?
    /// Whether its first line says so, `sep=;`.
    package var saysSeparator = false
    /// Whether lines end in CR alone, as on an old Mac.
    package var hasOldLineEnds = false
    /// The rows of the header.
    package var headerLines: ClosedRange<Int>

    /// What may stand between the cells of a text, by the name that officers have for it.
    package enum Separator: String, Hashable, Sendable, CaseIterable {
        case comma = ","
        case tab = "\t"
        case semicolon = ";"
        case wideSemicolon = "；"
        case wideComma = "，"
    }

    package init(headerLines: ClosedRange<Int>) { self.headerLines = headerLines }

    /// What is worth a word, each in a few.
    package var words: [String] {
        [isWide ? localized("UTF-16 编码", "UTF-16") : nil, separatorWords, lineEndWords, headerWords].compactMap { $0 }
    }

    private var separatorWords: String? {
        guard let name = separator?.name else { return nil }
        return saysSeparator
            ? localized("\(name)分隔（第 1 行 sep=）", "\(name) between cells (sep= in line 1)")
            : localized("\(name)分隔", "\(name) between cells")
    }

    private var lineEndWords: String? { hasOldLineEnds ? localized("CR 换行", "lines end in CR") : nil }

    private var headerWords: String? {
        let (first, last) = (headerLines.lowerBound, headerLines.upperBound)
        if first < last { return localized("表头在第 \(first)–\(last) 行", "header in lines \(first)–\(last)") }
        return first > 1 ? localized("表头在第 \(first) 行", "header in line \(first)") : nil
    }
}

extension FileManner.Separator {
    /// Nil for the contract's own.
    fileprivate var name: String? {
        switch self {
        case .comma: nil
        case .tab: localized("制表符", "tabs")
        case .semicolon: localized("分号", "semicolons")
        case .wideSemicolon: localized("全角分号", "wide semicolons")
        case .wideComma: localized("全角逗号", "wide commas")
        }
    }
}
