import PartyWork

/// How lists and papers are written.
package enum PaperFormat: String, CaseIterable, Sendable {
    case xlsx
    case html
    case text
    case csv
    case pdf

    /// What officers call it.
    package var title: String {
        switch self {
        case .xlsx: localized("XLSX 表格", "XLSX")
        case .pdf: "PDF"
        case .html: localized("HTML 网页", "HTML")
        case .text: localized("文字", "Text")
        case .csv: "CSV"
        }
    }

    /// How the names of such files end.
    package var ending: String { self == .text ? "txt" : rawValue }
}

extension PaperFormat {
    /// Whether a printer takes it as it is.
    package var isPrintable: Bool { self == .pdf || self == .text }
}
