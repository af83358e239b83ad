/// How the numbers of an .xlsx are shown: the format of each style of its cells.
final class CellStyles: XMLHandler {
    private var formats: [Int: NumberFormat] = [:]
    private var styles: [NumberFormat] = []
    private var isCellFormats = false

    /// The format of a style; a style that is not there is general.
    func format(_ style: Int) -> NumberFormat { styles.indices.contains(style) ? styles[style] : .general }

    func begin(_ name: XMLName, _ attributes: XMLAttributes) {
        switch name {
        case .numberFormat:
            guard let number = attributes.number("numFmtId"), let code = attributes.text("formatCode") else { return }
            formats[number] = NumberFormat(code: code)
        case .cellFormats: isCellFormats = true
        case .format where isCellFormats:
            let number = attributes.number("numFmtId") ?? 0
            styles.append(formats[number] ?? .builtIn(number))
        default: break
        }
    }

    func end(_ name: XMLName) { if name == .cellFormats { isCellFormats = false } }
}

extension XMLName {
    fileprivate static let numberFormat = XMLName("numFmt")
    fileprivate static let cellFormats = XMLName("cellXfs")
    fileprivate static let format = XMLName("xf")
}
