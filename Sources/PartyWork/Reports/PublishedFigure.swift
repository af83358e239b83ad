/// A figure that was published about a township, and the figure of the ledger that it is held against: a row of `published.csv`,
/// because no line of the program names a register.
package struct PublishedFigure: Sendable, Hashable {
    package let township: Code
    /// What is counted, in the words of the source.
    package let title: String
    /// `100 多人`, in the words of the source.
    package let published: String
    /// The register that is counted, or the posts (任职); empty for a figure of `zhibu status`.
    package let register: String
    /// The register's figure, the source of the posts, or the token of the other figure.
    package let figure: String
    /// The figure of the same register of which it is the share; empty for none.
    package let whole: String

    /// The rows of a file's text: cells without commas below a header; rows of fewer than six cells are none.
    package static func all(in text: String) -> [PublishedFigure] {
        text.split(separator: "\n").dropFirst().compactMap { line in
            let cells = line.split(separator: ",", omittingEmptySubsequences: false).map {
                CellRules.trimmed(String($0))
            }
            return cells.count == 6 ? PublishedFigure(cells) : nil
        }
    }

    /// The unit of the published number, in the words of the source: `家` of `118 家`, `人` of `100 多人`; empty where it has none.
    package var unit: String {
        String(
            published.drop(while: { !$0.isNumber }).drop(while: { $0.isNumber || $0 == "." || $0 == " " || $0 == "多" }))
    }

    /// A count of the ledger's in that unit.
    package func inUnit(_ count: Int) -> String { unit.isEmpty ? String(count) : "\(count) \(unit)" }

    private init(_ cells: [String]) {
        (township, title, published) = (Code(cells[0]), cells[1], cells[2])
        (register, figure, whole) = (cells[3], cells[4], cells[5])
    }
}

/// A published figure beside that of the ledger.
package struct ComparedFigure: Sendable, Hashable {
    package let published: PublishedFigure
    /// What the ledger says, with its unit; empty where it has no such figure.
    package let value: String
    package let origin: Origin

    /// The rows that it comes from.
    package enum Origin: Sendable, Hashable {
        /// Entries of a register, those that satisfy a condition, by number.
        case entries(String, condition: String, numbers: [String])
        /// So many rows of a table or of another figure.
        case rows(String, Int)
        case nowhere
        /// Of a restricted register, which no paper shows.
        case restricted
    }

    package init(_ published: PublishedFigure, _ value: String, _ origin: Origin) {
        self.published = published
        self.value = value
        self.origin = origin
    }

    /// Whether it comes from a register.
    package var isOfRegister: Bool { if case .entries = origin { true } else { false } }
}
