/// The headers that were corrected before, so that nobody has to do it twice.
///
/// As text each is a block: a line `表` with the table's file name, or nothing for a sheet that is left out; then a line for
/// each header cell with what it was taken for, `+` before what helps to read others, or `-` for one that is left out; an empty
/// line between blocks. What means nothing any more is passed over block by block.
package struct HeaderMappings: Hashable, Sendable {
    /// The oldest first.
    private var all: [HeaderMapping] = []

    /// So many are kept: an office has a few dozen lists.
    private static let most = 200

    /// None yet.
    package init() {}

    /// What was said of a header with these cells; nil if nothing was.
    package func mapping(of shape: HeaderShape) -> HeaderMapping? { all.last { $0.shape == shape } }

    /// Keeps what was said of a header, in place of what was said before.
    package mutating func keep(_ mapping: HeaderMapping) {
        all.removeAll { $0.shape == mapping.shape }
        all.append(mapping)
        if all.count > HeaderMappings.most { all.removeFirst() }
    }

    /// Keeps what an order says of headers, of which nothing is kept that the contract reads by itself.
    package mutating func keep(_ order: ImportOrder, understood sources: [ImportSource]) {
        all.removeAll { order.forgotten.contains($0.shape) }
        let contract = Set(sources.filter(\.isContract).map(\.shape))
        for mapping in order.corrections where !contract.contains(mapping.shape) { keep(mapping) }
    }
}

extension HeaderMappings {
    /// Reads what `text` wrote.
    package init(text: String, of tables: [TableSchema]) {
        for block in text.split(separator: "\n\n") {
            // A remark has no tab; a header cell may well be `#`.
            let lines = block.split(separator: "\n").filter { $0.contains("\t") }
            if let mapping = HeaderMapping(
                lines: lines.map { $0.split(separator: "\t", omittingEmptySubsequences: false) }, of: tables)
            {
                keep(mapping)
            }
        }
    }

    /// All of them as text.
    package var text: String { all.map { $0.lines.map { $0 + "\n" }.joined() }.joined(separator: "\n") }
}

extension HeaderMapping {
    fileprivate var lines: [String] {
        ["表\t\(table?.name ?? "")"]
            + shape.cells.enumerated().map { index, cell in
                switch choices[index] {
                case .column(let column): "\(cell)\t\(column.header)"
                case .aid(let aid): "\(cell)\t+\(aid.rawValue)"
                case .leftOut: "\(cell)\t-"
                case nil: "\(cell)\t"
                }
            }
    }

    fileprivate init?(lines: [[Substring]], of tables: [TableSchema]) {
        guard let first = lines.first, first.count == 2, first[0] == "表", lines.count > 1 else { return nil }
        let table = tables.named(first[1])
        guard table != nil || first[1].isEmpty, lines.allSatisfy({ $0.count == 2 }) else { return nil }
        var choices: [Int: ColumnChoice] = [:]
        for (index, line) in lines.dropFirst().enumerated() where !line[1].isEmpty {
            if line[1] == "-" {
                choices[index] = .leftOut
            } else if line[1].hasPrefix("+") {
                guard let aid = Aid(rawValue: String(line[1].dropFirst())) else { return nil }
                choices[index] = .aid(aid)
            } else {
                let column = Column(String(line[1]))
                guard let column = table?[column]?.column else { return nil }
                choices[index] = .column(column)
            }
        }
        self.init(HeaderShape(lines.dropFirst().map { String($0[0]) }), table: table, choices: choices)
    }
}
