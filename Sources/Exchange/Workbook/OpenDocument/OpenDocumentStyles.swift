/// How the cells of an .ods show what they hold, as far as it matters: whether as it is, how much of a day, and which sheets are
/// hidden.
final class OpenDocumentStyles: XMLHandler {
    /// What a style makes of a number.
    enum Kind {
        /// Shown as it is.
        case plain
        /// Shown in a way of its own, which the file says beside the number.
        case shown
        case date(DayPrecision)
    }

    private var formats: [String: Kind] = [:]
    private var styles: [String: (format: String?, parent: String?)] = [:]
    private var hidden: Set<String> = []
    /// The style that is being read, a format or one of cells or sheets.
    private var format: (name: String, kind: Kind)?
    private var style: String?

    /// What a style of cells makes of a number.
    func kind(_ name: String?) -> Kind {
        var name = name
        // Styles stand on others; a circle of them on none.
        for _ in 0..<8 {
            guard let style = name.flatMap({ styles[$0] }) else { return .plain }
            if let format = style.format { return formats[format] ?? .plain }
            name = style.parent
        }
        return .plain
    }

    /// Whether sheets of a style are hidden.
    func hides(_ name: String) -> Bool { hidden.contains(name) }

    func begin(_ name: XMLName, _ attributes: XMLAttributes) throws {
        switch name {
        case .style:
            style = attributes.prefixedText("name")
            guard let style else { return }
            styles[style] = (attributes.prefixedText("data-style-name"), attributes.prefixedText("parent-style-name"))
        case .tableProperties:
            if let style, attributes.prefixedText("display") == "false" { hidden.insert(style) }
        case .numberStyle: format = (attributes.prefixedText("name") ?? "", .plain)
        case .percentageStyle, .currencyStyle, .timeStyle, .booleanStyle:
            format = (attributes.prefixedText("name") ?? "", .shown)
        // Until a month or a day is met, it shows a year at most.
        case .dateStyle: format = (attributes.prefixedText("name") ?? "", .date(.year))
        default: look(at: name, attributes)
        }
    }

    private func look(at name: XMLName, _ attributes: XMLAttributes) {
        switch (name, format?.kind) {
        case (.day, .date): format?.kind = .date(.day)
        case (.month, .date(.year)): format?.kind = .date(.month)
        case (.literal, .plain), (.map, .plain): format?.kind = .shown
        case (.number, .plain):
            // General has neither a number of decimals nor more than one digit before them.
            let decimals = attributes.prefixedNumber("decimal-places") ?? 0
            let digits = attributes.prefixedNumber("min-integer-digits") ?? 0
            if decimals > 0 || digits > 1 || attributes.prefixedText("grouping") == "true" { format?.kind = .shown }
        default: break
        }
    }

    func end(_ name: XMLName) throws {
        switch name {
        case .style: style = nil
        case .numberStyle, .percentageStyle, .currencyStyle, .timeStyle, .booleanStyle, .dateStyle:
            if let format { formats[format.name] = format.kind }
            format = nil
        default: break
        }
    }
}

extension XMLName {
    fileprivate static let style = XMLName("style")
    fileprivate static let tableProperties = XMLName("table-properties")
    fileprivate static let numberStyle = XMLName("number-style")
    fileprivate static let percentageStyle = XMLName("percentage-style")
    fileprivate static let currencyStyle = XMLName("currency-style")
    fileprivate static let timeStyle = XMLName("time-style")
    fileprivate static let booleanStyle = XMLName("boolean-style")
    fileprivate static let dateStyle = XMLName("date-style")
    fileprivate static let day = XMLName("day")
    fileprivate static let month = XMLName("month")
    fileprivate static let literal = XMLName("text")
    fileprivate static let map = XMLName("map")
    fileprivate static let number = XMLName("number")
}
