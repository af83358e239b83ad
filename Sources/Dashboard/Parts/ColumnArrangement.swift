/// How an officer wants the columns of a list: which, in which order, how wide, and what they are narrowed by.
///
/// Columns are meant by their places among those that the list has.
struct ColumnArrangement: Hashable, Sendable {
    /// Their places from left to right, those of hidden ones too; nil as the list has them.
    private(set) var order: [Int]?
    private(set) var hidden: Set<Int> = []
    /// The cells of those that are not as wide as what they show.
    private(set) var widths: [Int: Int] = [:]
    private(set) var filters: [Int: ColumnFilter] = [:]

    /// Whether any column is narrowed.
    var isNarrowing: Bool { !filters.isEmpty }

    /// All places of so many columns, from left to right.
    func places(of count: Int) -> [Int] { order ?? Array(0..<count) }

    /// Those to be shown.
    func shown(of count: Int) -> [Int] {
        hidden.isEmpty ? places(of: count) : places(of: count).filter { !hidden.contains($0) }
    }

    /// Moves a column past so many others; the ends stay.
    mutating func move(_ column: Int, by step: Int, of count: Int) {
        var places = places(of: count)
        guard let place = places.firstIndex(of: column), places.indices.contains(place + step) else { return }
        places.swapAt(place, place + step)
        order = places == Array(0..<count) ? nil : places
    }

    /// Hides a column or shows it; the last one in sight stays.
    ///
    /// - Returns: False where it stays.
    mutating func toggle(_ column: Int, of count: Int) -> Bool {
        if hidden.remove(column) != nil { return true }
        guard shown(of: count) != [column] else { return false }
        hidden.insert(column)
        return true
    }

    /// Gives a column so many cells; nil as many as what it shows.
    mutating func set(width: Int?, of column: Int) { widths[column] = width.map { max(ColumnArrangement.least, $0) } }

    /// Narrows the list by a column; nil by it no more.
    mutating func set(filter: ColumnFilter?, of column: Int) { filters[column] = filter }

    /// Narrows by no column.
    mutating func unfilter() { filters = [:] }

    /// A column has room for one Han at the least (cells).
    private static let least = 2
}

// MARK: - From one start to the next

extension ColumnArrangement {
    /// A line for each column: its title, its place, whether it is hidden, its width, its filter; nothing where all is as the list has it.
    func kept(_ titles: [String]) -> String? {
        if self == ColumnArrangement() { return nil }
        return KeptText.write(
            places(of: titles.count).map { place in
                [
                    titles[place], String(place), hidden.contains(place) ? "-" : "+",
                    widths[place].map(String.init) ?? "",
                    filters[place]?.text ?? "",
                ]
            })
    }

    /// What `kept` wrote, for columns that may have changed since.
    ///
    /// A column is known by its title; where none has a title of these, the language is another one, and it is known by its place, but
    /// not what it is narrowed by in words. Columns that are new stand behind the others.
    init(_ kept: String, _ titles: [String]) {
        let lines = KeptText.read(kept).filter { $0.count == 5 }
        let isOther = !lines.contains { titles.contains($0[0]) }
        var places: [Int] = []
        for line in lines {
            let free = titles.indices.filter { !places.contains($0) }
            guard let place = free.first(where: { isOther ? String($0) == line[1] : titles[$0] == line[0] }) else {
                continue
            }
            places.append(place)
            if line[2] == "-" { hidden.insert(place) }
            if let width = Int(line[3]) { set(width: width, of: place) }
            if let filter = ColumnFilter(line[4]), !isOther || !filter.isOfTexts { filters[place] = filter }
        }
        let isNatural = places == places.sorted()
        order = isNatural ? nil : places + titles.indices.filter { !places.contains($0) }
        if hidden.count == titles.count { hidden = [] }
    }
}

/// What an officer wants changed of the columns of a list.
package enum ColumnChange: Hashable, Sendable {
    case move(Int, by: Int)
    case toggle(Int)
    /// Wider by so many cells, or narrower.
    case widen(Int, by: Int)
    case filter(Int, ColumnFilter?)
    /// By the next of its orders, after the last by none.
    case sort(Int)
    case reverse
    /// Narrowed by no column.
    case unfilter
    /// All as the list has it.
    case reset
}

/// What a list says of its columns to whoever arranges them.
struct ColumnSheet: Sendable {
    /// A column as it is arranged.
    struct Column: Sendable {
        /// Its place among the list's.
        let place: Int
        let title: String
        let isHidden: Bool
        /// Its cells, where that was set.
        let width: Int?
        /// In which order it puts the rows; nothing for none.
        let order: String
        let canSort: Bool
        let filter: ColumnFilter?
        /// Whether figures stand at the right.
        let isOfFigures: Bool
    }

    /// All columns, from left to right.
    let columns: [Column]
    /// The column that is meant first: that of the selected cell, of the order, of a filter.
    let first: Int
    /// Whether some narrow the list.
    let isNarrowed: Bool
    /// What a column shows of the rows that all but its own filter leave.
    let texts: @Sendable (Int) -> [String]
}
