import PartyWork

/// Tells the rows of a list from its other lines: totals, who signed it, notes, the header once more.
///
/// A line with the key of a record is a row, whatever it begins with.
struct RowSieve {
    private let header: Header
    private let key: [Header.FoundColumn]
    private let required: [Header.FoundColumn]
    /// The columns whose totals can be checked.
    private let numbers: [Header.FoundColumn]
    /// Where the names of people stand; nil where none do.
    private let names: Int?
    private var totals: [Total] = []
    private var found: [(line: Int, what: PassedOver)] = []
    /// What the rows come to so far: the numbers of each of `numbers`, and how many rows.
    private var sums: [Int]
    private var rows = 0
    /// Whether a row had a number that could not be read, so that nothing can be checked.
    private var isUnsure = false
    private var isInNotes = false
    /// The last cell in front of a row that was no label: a village stands in front of many.
    private var plain: [UInt8] = []

    /// A total, with what the rows above it came to.
    private struct Total {
        let line: Int
        let label: String
        let claims: [(place: Int?, text: String, count: Int)]
        let sums: [Int]
        let rows: Int
    }

    init(_ header: Header) {
        self.header = header
        key = header.found.filter { $0.field.isKey }
        required = header.found.filter(\.isRequired)
        numbers = header.found.filter(\.isNumber)
        names = header.found.first(where: \.isOfNames)?.index
        sums = numbers.map { _ in 0 }
        isUnsure = header.isPartial
    }

    /// Notes a row that is one: its numbers, nil for one that could not be read.
    mutating func add(_ values: (Column) -> Int?) {
        rows += 1
        isInNotes = false
        for (index, place) in numbers.enumerated() {
            if let value = values(place.column) { sums[index] += value } else { isUnsure = true }
        }
    }

    /// Notes a row that is left out, so that no total can be checked.
    mutating func addUnread() {
        isUnsure = true
        isInNotes = false
    }

    /// Whether a line is no row; it is kept for the findings then.
    mutating func holdsBack(_ row: borrowing some RecordRow & ~Copyable) -> Bool {
        // A definition, an entry or a step is what it says, but for entries in lists of people's own.
        if header.table.map({ $0.isOfRegisters || $0.isOfEntries && header.isContract }) ?? false { return false }
        guard let first = (0..<row.count).first(where: { !row[$0].isEmpty }), header.isLenient || isBad(row, first)
        else { return false }
        if let fault = row.fault { return fault.isOfSheets && holdsBack(total: row, first) }
        if header.isLenient, let kind = kindBelowHeader(row, first) {
            note(row.line, kind, text(row, first))
            return true
        }
        // A number in front may be the line's own.
        let next = header.found.first { !row[$0.index].isEmpty }?.index ?? first
        // One alone may be the numbered title of the rows below, 1.正式党员.
        let isTitle = isNumbered(row[first]) && isAlone(row, first)
        if !isInNotes, !isTitle, isPlain(row[first]), isPlain(row[next]),
            required.allSatisfy({ !row[$0.index].isEmpty })
        {
            return false
        }
        let (label, second) = (text(row, first), text(row, next))
        if let kind = LineLabel.of(label) ?? LineLabel.of(second), !isRow(row) {
            let shown = LineLabel.of(label) == nil ? second : label
            if kind == .total { note(total: row, shown) } else { note(row.line, .note, shown) }
            isInNotes = isInNotes || kind == .note
            return true
        }
        guard header.isLenient, let kind = otherKind(row, label) else {
            plain = Array(isPlain(row[first]) ? row[next] : row[first])
            return false
        }
        note(row.line, kind, label)
        return true
    }

    /// Whether a line is a total whose formula came to nothing, or to an error.
    private mutating func holdsBack(total row: borrowing some RecordRow & ~Copyable, _ first: Int) -> Bool {
        let next = (first + 1..<max(first + 1, row.count)).first { !row[$0].isEmpty } ?? first
        guard let label = [text(row, first), text(row, next)].first(where: { LineLabel.of($0) == .total }), !isRow(row)
        else { return false }
        note(total: row, label)
        return true
    }

    /// Whether a row of a file that is the contract's is bad whatever it says: only then may it be a total or a note.
    private func isBad(_ row: borrowing some RecordRow & ~Copyable, _ first: Int) -> Bool {
        row[first][0] >= 0x80 && required.contains { row[$0.index].isEmpty }
    }

    /// The text of a line among names that says of the rows below what they are, and was not taken for that; nil for any other.
    func heading(_ row: borrowing some RecordRow & ~Copyable) -> String? {
        guard header.isLenient, let table = header.table, let names,
            let first = (0..<row.count).first(where: { !row[$0].isEmpty }),
            (first + 1..<max(first + 1, row.count)).allSatisfy({
                row[$0].isEmpty || row[$0].elementsEqual(row[first])
            })
        else { return nil }
        let text = text(row, first)
        if !isAlone(row, first) {
            // Merged over the columns of a list it is nobody's name, whatever it says.
            let filled = (first..<row.count).count { !row[$0].isEmpty }
            return filled > 2 || !row.merges.isEmpty ? text : nil
        }
        guard first == names else { return nil }
        return LinePart(text, of: [table]) != nil || WordLine.isOfMany(text) ? text : nil
    }

    private func isAlone(_ row: borrowing some RecordRow & ~Copyable, _ first: Int) -> Bool {
        (first + 1..<max(first + 1, row.count)).allSatisfy { row[$0].isEmpty }
    }

    private func isNumbered(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
        cell.first.map { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 } ?? false
    }

    /// Whether a cell is no label at first sight.
    private func isPlain(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let first = cell.first else { return true }
        return first < 0x80 && first != UInt8(ascii: "(") || cell.elementsEqual(plain)
    }

    private func otherKind(_ row: borrowing some RecordRow & ~Copyable, _ label: String) -> PassedOver.Kind? {
        let filled = (0..<row.count).filter { !row[$0].isEmpty }
        let read = Set(header.columnsRead)
        if filled.allSatisfy({ !read.contains($0) && LineLabel.count(text(row, $0), needsUnit: false) != nil }) {
            return .serial
        }
        if header.found.allSatisfy({ HeaderShape.folded(text(row, $0.index)).hasSameCodePoints(as: $0.name) }) {
            return .header
        }
        let isOne = filled.allSatisfy { text(row, $0).hasSameCodePoints(as: label) }
        // What a line is must be cheap to tell: thousands of rows are asked.
        if isOne || filled.count < 3, filled.allSatisfy({ isOfPage(text(row, $0)) }), key.isEmpty || required.count > 1
        {
            return .note
        }
        guard isOne, key.isEmpty || required.count > 1 else { return nil }
        // Below a line that names another village rows may be of that one.
        if UnitLine.isOther(label, than: header.unitTexts), !header.unitTexts.isEmpty { return nil }
        let isOfPart = UnitLine.isGroup(label) || header.namesUnits && UnitLine.isPart(label)
        return isInNotes || isOfPart || LooseDate.isDay(label) || LineLabel.isStamp(label) ? .note : nil
    }

    /// What stands below the header of a form before its first row: the numbers of its columns, 1 2 3 or 甲 1 2, or how a row is
    /// filled in, 例.
    private func kindBelowHeader(
        _ row: borrowing some RecordRow & ~Copyable, _ first: Int
    ) -> PassedOver.Kind? {
        // `（1）` has seven bytes; most rows begin with a longer number, or a village.
        guard row[first].count <= 7 else { return nil }
        let label = text(row, first)
        if RowSieve.columnNumber(label) == 1 || RowSieve.columnLabels.contains(label) {
            let filled = (first..<row.count).filter { !row[$0].isEmpty }
            let numbers = filled.map { text(row, $0) }.drop { RowSieve.columnLabels.contains($0) }
            let isCounting = numbers.enumerated().allSatisfy { RowSieve.columnNumber($0.element) == $0.offset + 1 }
            if filled.count > 2, !numbers.isEmpty, isCounting { return .serial }
        }
        guard RowSieve.examples.contains(label) else { return nil }
        return header.columnsRead.contains(first) ? nil : .note
    }

    /// The number of a column of a form: `3`, `(3)`, `（3）`, `5=3+4`; nil for anything else.
    private static func columnNumber(_ cell: String) -> Int? {
        Int(cell.prefix { $0 != "=" && $0 != "＝" }.filter { !"()（）".contains($0) })
    }

    /// What stands in the columns of a form that have no number.
    private static let columnLabels: Set<String> = ["甲", "乙", "丙", "丁", "戊", "己", "栏次", "栏号", "列次", "代码", "行次"]
    private static let examples: Set<String> = ["例", "示例", "样例", "范例", "例如"]

    /// Whether a cell is what pages begin and end with: the title of the list once more, 续表, 第 2 页.
    private func isOfPage(_ cell: String) -> Bool {
        let bare = cell.filter { !$0.isWhitespace }
        return header.titles.contains(bare.replacing(/[（(]?(续表?|接上页)[）)]?$/, with: ""))
            || bare.wholeMatch(of: /[（(]?(续表\d*|接上页|[-—]\d+[-—]|[第共][\d一二三四五六七八九十]+页[，,\/／]?(共[\d一二三四五六七八九十]+页)?)[）)]?/)
                != nil
    }

    /// Whether it has what tells a record from others, and more: a label or a count is neither.
    private func isRow(_ row: borrowing some RecordRow & ~Copyable) -> Bool {
        func isGenuine(_ place: Header.FoundColumn) -> Bool {
            let cell = text(row, place.index)
            // Below names a total counts them, with the unit or without.
            return !cell.isEmpty && LineLabel.of(cell) == nil
                && LineLabel.count(cell, needsUnit: !place.isOfNames) == nil
        }
        let telling = key.isEmpty ? required : key
        let others = required.filter { place in !place.field.isKey && !place.isNumber }
        return telling.allSatisfy(isGenuine) && (others.isEmpty || others.contains(where: isGenuine))
    }

    private func text(_ row: borrowing some RecordRow & ~Copyable, _ index: Int) -> String {
        String(decoding: row[index], as: UTF8.self)
    }

    private mutating func note(_ line: Int, _ kind: PassedOver.Kind, _ label: String) {
        found.append((line, PassedOver(kind: kind, label: label)))
    }

    // MARK: Totals

    private mutating func note(total row: borrowing some RecordRow & ~Copyable, _ label: String) {
        var claims: [(place: Int?, text: String, count: Int)] = []
        for (index, place) in numbers.enumerated() {
            let cell = String(decoding: row.number(at: place.index), as: UTF8.self)
            if let count = LineLabel.count(cell, needsUnit: false) {
                claims.append((index, text(row, place.index), count))
            }
        }
        for place in header.found where !place.isNumber {
            let cell = text(row, place.index)
            if let count = LineLabel.count(cell, needsUnit: true) { claims.append((nil, cell, count)) }
        }
        totals.append(Total(line: row.line, label: label, claims: claims, sums: sums, rows: rows))
    }

    /// The lines that were no rows, once all are read.
    var findings: [(line: Int, what: PassedOver)] {
        let checked: [(line: Int, what: PassedOver)] = totals.indices.map { index in
            let total = totals[index]
            let checks = isUnsure ? [] : total.claims.map { check($0, of: index) }
            return (total.line, PassedOver(kind: .total, label: total.label, checks: checks))
        }
        return (found + checked).sorted { $0.line < $1.line }
    }

    /// A total is of all rows, of those above, of those since the total before or until the next.
    private func check(_ claim: (place: Int?, text: String, count: Int), of index: Int) -> PassedOver.Check {
        func sum(_ total: Total?) -> Int? {
            total.map { total in claim.place.map { total.sums[$0] } ?? total.rows }
        }
        let whole = claim.place.map { sums[$0] } ?? rows
        let above = sum(totals[index]) ?? 0
        let before = index > 0 ? sum(totals[index - 1]) ?? 0 : 0
        let next = index + 1 < totals.count ? sum(totals[index + 1]) ?? whole : whole
        let isPart = totals[index].label.filter { !$0.isWhitespace }.contains("小计")
        let candidates =
            isPart
            ? [above > before ? above - before : next - above, next - above, above, whole]
            : [whole, above, above - before]
        let found = candidates.first { $0 == claim.count } ?? candidates[0]
        return PassedOver.Check(claimed: claim.text, found: found, isRight: found == claim.count)
    }
}
