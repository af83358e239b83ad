import PartyWork

/// A row that may be a header: its names, nil for a cell whose quotes do not match, and what is wrong with them.
struct HeaderRow {
    let line: Int
    let names: [String?]
    /// What is filled, as it stands there.
    let texts: [String]
    let faults: [ImportNotice.Reason]
    /// The merged cells that begin in it.
    let merges: [MergedCells]

    /// - Parameter isFolded: whether the names are read with more leave: line breaks, blanks and what stands in parentheses at
    ///   the end do not count.
    init(_ row: borrowing some RecordRow & ~Copyable, isFolded: Bool) {
        var faults: [ImportNotice.Reason] = []
        var names: [String?] = []
        var texts: [String] = []
        for index in 0..<row.count {
            let fault = row.fault(at: index)
            if let fault { faults.append(.unreadable(fault, column: nil)) }
            let name = String(decoding: row[index], as: UTF8.self)
            if fault == nil, !name.isEmpty { texts.append(name) }
            names.append(fault == nil ? (isFolded ? HeaderShape.folded(name) : name) : nil)
        }
        // A row too long to keep has no cells.
        if row.count == 0, let fault = row.fault { faults.append(.unreadable(fault, column: nil)) }
        line = row.line
        merges = row.merges
        self.names = names
        self.texts = texts
        self.faults = faults
    }

    /// The columns in which something stands.
    var filled: [Int] { names.indices.filter { self[$0] != nil } }

    /// The name in a column; nil for none.
    subscript(column: Int) -> String? {
        guard column < names.count, let name = names[column], !name.isEmpty else { return nil }
        return name
    }
}

/// A header of one row, or of two or three under groups, joined: 姓名 below 帮扶责任人 is 帮扶责任人姓名.
struct HeaderBlock {
    /// More rows than people give a header.
    static let most = 3

    private let rows: [HeaderRow]
    private let tables: [TableSchema]

    /// The block that begins with the first of some rows: as many as are merged with it, or as stand below its groups.
    init(_ rows: some Collection<HeaderRow>, _ tables: [TableSchema]) {
        let rows = Array(rows.prefix(HeaderBlock.most))
        self.rows = Array(rows.prefix(HeaderBlock.height(rows)))
        self.tables = tables
    }

    /// Some rows joined, whatever stands where; nil where they do not look like the rows of a header.
    init?(joining rows: some Collection<HeaderRow>, _ tables: [TableSchema]) {
        self.rows = Array(rows)
        self.tables = tables
        guard let first = self.rows.first, HeaderBlock.mayHaveMore(first),
            rows.dropFirst().allSatisfy(HeaderBlock.isNames)
        else { return nil }
    }

    var height: Int { rows.count }
    var lines: ClosedRange<Int> { (rows.first?.line ?? 1)...(rows.last?.line ?? 1) }
    var faults: [ImportNotice.Reason] { rows.flatMap(\.faults) }

    /// The names of the columns.
    var names: [String?] {
        if rows.count == 1 { return rows[0].names }
        return (0..<(rows.map(\.names.count).max() ?? 0)).map { name(of: $0) }
    }

    // MARK: Height

    private static func height(_ rows: [HeaderRow]) -> Int {
        guard let first = rows.first, mayHaveMore(first) else { return 1 }
        let reach = first.merges.map(\.rows.upperBound).max() ?? first.line
        if reach > first.line {
            let merged = rows.prefix { $0.line <= reach }
            return merged.dropFirst().allSatisfy(isNames) ? max(1, merged.count) : 1
        }
        var above = first.names.map { $0 ?? "" }
        var height = 1
        for row in rows.dropFirst() {
            guard isNames(row), isBelow(groupsOf: above, row) else { break }
            above = (0..<max(above.count, row.names.count)).map {
                row[$0] ?? (above.indices.contains($0) ? above[$0] : "")
            }
            height += 1
        }
        return height
    }

    /// Whether rows may belong to it: it is no title, and no line that says who filled it in.
    private static func mayHaveMore(_ row: HeaderRow) -> Bool {
        row.filled.count > 1 && !row.names.contains { $0?.contains { "：:".contains($0) } ?? false }
    }

    /// Whether all its cells are words, and there is one.
    private static func isNames(_ row: HeaderRow) -> Bool {
        !row.filled.isEmpty
            && row.filled.allSatisfy { row[$0]?.unicodeScalars.contains { $0.properties.isAlphabetic } ?? false }
    }

    /// Whether all its cells stand below a group: a name with nothing beside it, or the room behind it.
    private static func isBelow(groupsOf above: [String], _ row: HeaderRow) -> Bool {
        func isEmpty(_ column: Int) -> Bool { column >= above.count || above[column].isEmpty }
        guard let first = above.firstIndex(where: { !$0.isEmpty }) else { return false }
        return row.filled.contains { isEmpty($0) }
            && row.filled.allSatisfy { $0 >= first && (isEmpty($0) || isEmpty($0 + 1)) }
    }

    // MARK: Names

    private func name(of column: Int) -> String? {
        // Of a cell that cannot be read nobody knows the name.
        if rows.contains(where: { column < $0.names.count && $0.names[column] == nil }) { return nil }
        guard let last = rows.lastIndex(where: { $0[column] != nil }) else { return "" }
        let leaf = rows[last][column] ?? ""
        let groups = rows[..<last].compactMap { $0[column] ?? group(over: column, in: $0) }
        return joined(groups, leaf)
    }

    /// The cell that is merged over a column, or, where none is, the nearest to its left.
    private func group(over column: Int, in row: HeaderRow) -> String? {
        let wide = row.merges.filter { $0.columns.count > 1 }
        if !wide.isEmpty { return wide.first { $0.columns.contains(column) }.flatMap { row[$0.columns.lowerBound] } }
        return (0..<column).reversed().lazy.compactMap { row[$0] }.first
    }

    /// Whether a name means a column of a table; of somebody else, or one beside them.
    private func means(_ name: String, isOther: Bool) -> Bool {
        tables.column(name) != nil
            || tables.contract.contains {
                Synonyms.meaning(of: name, in: $0) != nil || isOther && Synonyms.aid(of: name, in: $0) != nil
            }
    }

    /// Whether one of its names may mean something to a table.
    func isKnown(_ names: [String?]) -> Bool {
        let filled = names.map { $0 ?? "" }
        return EntryHeader.isPossible(filled) || filled.starts(with: Header.guide)
            || filled.contains { !$0.isEmpty && means($0, isOther: true) }
    }

    /// What a name below groups is: together with them, with what is left of the nearest, or alone; together where they speak of
    /// somebody else.
    private func joined(_ groups: [String], _ leaf: String) -> String {
        guard let nearest = groups.last, !nearest.hasSameCodePoints(as: leaf) else { return leaf }
        let ending = HeaderBlock.endings.first(where: nearest.hasSuffix) ?? ""
        let isHelped = groups.contains { group in HeaderBlock.helped.contains { group.contains($0) } }
        let isOther = !isHelped && groups.contains { group in HeaderBlock.others.contains { group.contains($0) } }
        // 识别 below 时间 is 识别时间; a group called 日期 may stand above two rows more.
        let turned = nearest == "时间" ? [leaf + nearest] : []
        for name in [groups.joined() + leaf, nearest + leaf, nearest.dropLast(ending.count) + leaf] + turned
        where means(name, isOther: isOther || isHelped) { return name }
        return isOther ? nearest + leaf : leaf
    }

    private static let endings = ["基本情况", "基本信息", "情况", "信息", "资料"]
    /// Those who are helped: of them the rows are.
    private static let helped = ["对象", "被帮", "帮扶户", "结对户"]
    private static let others = [
        "帮扶", "责任人", "联系人", "包户", "包保", "包联", "结对", "成员", "配偶", "理事长", "法人", "法定代表", "负责人",
    ]
}
