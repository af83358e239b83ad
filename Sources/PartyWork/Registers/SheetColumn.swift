/// A column of a table of which a register is to be made, and what it is taken for.
package struct SheetColumn: Sendable, Hashable {
    /// Its place in the file.
    package let place: Int
    package let header: String
    /// What stands in its filled cells, each text once.
    package let texts: [String]
    package var use: Use

    /// What becomes of a column.
    package enum Role: String, Sendable, CaseIterable, Titled {
        case field = "栏目"
        case subject = "对象"
        case registeredOn = "登记日期"
        case number = "编号"
        case none = "不要"

        package var english: String {
            switch self {
            case .field: "field"
            case .subject: "about"
            case .registeredOn: "entered on"
            case .number: "number"
            case .none: "left out"
            }
        }
    }

    /// What a column is for: a field by its name and kind, or something else of the entry.
    package struct Use: Sendable, Hashable {
        package var role: Role
        package var name: String
        package var kind: FieldKind
        package var options: [String]

        package init(_ role: Role, _ name: String, _ kind: FieldKind, options: [String] = []) {
            self.role = role
            self.name = name
            self.kind = kind
            self.options = kind == .option ? options : []
        }
    }

    package init(_ column: SheetTable.Column, _ cells: [String], _ known: KnownNames) {
        place = column.place
        header = column.header
        texts = SheetColumn.unique(cells)
        let kind = SheetColumn.kind(of: texts, in: cells.count { !$0.isEmpty }, column.header, known)
        use = Use(.field, RegisterDraft.name(column.header, of: .field), kind, options: texts)
    }

    /// The first few of its texts.
    package var samples: [String] { Array(texts.prefix(3)) }

    /// The filled texts, each once, in their order.
    private static func unique(_ cells: [String]) -> [String] {
        var met: Set<[UInt8]> = []
        return cells.filter { !$0.isEmpty && met.insert(Array($0.utf8)).inserted }
    }

    // MARK: - What is guessed

    /// The kind that all texts are of, the narrowest first.
    ///
    /// What is written with zeros before it, or as long as a telephone number, is no quantity.
    private static func kind(of texts: [String], in filled: Int, _ header: String, _ known: KnownNames) -> FieldKind {
        if texts.isEmpty { return .text }
        if texts.allSatisfy({ YesNo(rawValue: $0) != nil }) { return .flag }
        if texts.allSatisfy({ Day($0) != nil }) { return .day }
        if let named = known.kind(of: texts, header) { return named }
        if texts.allSatisfy({ isQuantity($0) && Amount($0, isWhole: true) != nil }) { return .whole }
        if texts.allSatisfy({ isQuantity($0) && Amount($0) != nil }) { return .amount }
        if texts.contains(where: { $0.unicodeScalars.count > 200 || $0.contains(where: \.isNewline) }) {
            return .longText
        }
        return areOptions(texts, filled) ? .option : .text
    }

    private static func isQuantity(_ text: String) -> Bool {
        let digits = text.utf8.drop { $0 == UInt8(ascii: "-") }
        let second = digits.dropFirst().first
        let hasZero = digits.first == UInt8(ascii: "0") && second != nil && second != UInt8(ascii: ".")
        return !hasZero && digits.prefix { $0 != UInt8(ascii: ".") }.count < 11
    }

    /// Whether few texts stand there again and again, as words to choose from do.
    private static func areOptions(_ texts: [String], _ filled: Int) -> Bool {
        (2...12).contains(texts.count) && filled >= 3 * texts.count
            && texts.allSatisfy { text in
                text.unicodeScalars.count <= 40 && !text.unicodeScalars.contains { ";；|｜".unicodeScalars.contains($0) }
            }
    }
}
