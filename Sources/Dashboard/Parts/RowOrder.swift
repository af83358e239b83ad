import ChineseNames
import PartyWork

/// An order of rows; what rows are ordered by is made once a sort, not once a comparison.
struct RowOrder<Row: Sendable>: Sendable {
    /// What is said of it behind the column's title; nothing for the usual order.
    let word: String
    fileprivate let arrange: @Sendable ([Row], Bool) -> [Int]

    /// By a value of the row.
    init<Value: Comparable & SendableMetatype>(word: String = "", by value: @escaping @Sendable (Row) -> Value) {
        self.word = word
        arrange = { rows, isReversed in
            let values = rows.map(value)
            return RowOrder.places(rows.count, isReversed) { values[$0] < values[$1] }
        }
    }

    /// By what comes before what.
    init(precedes: @escaping @Sendable (Row, Row) -> Bool) {
        word = ""
        arrange = { rows, isReversed in RowOrder.places(rows.count, isReversed) { precedes(rows[$0], rows[$1]) } }
    }

    /// That of a part of the row.
    init<Part>(_ order: RowOrder<Part>, of part: @escaping @Sendable (Row) -> Part) {
        word = order.word
        arrange = { rows, isReversed in order.arrange(rows.map(part), isReversed) }
    }

    /// Those of names: by pinyin, and of people by strokes too, as official lists have them.
    static func names(_ kind: NameOrder.Kind, _ name: @escaping @Sendable (Row) -> String) -> [RowOrder] {
        let pinyin = RowOrder { NameOrder(name($0), kind) }
        let strokes = RowOrder(word: localized("笔画", ", strokes,")) { NameOrder(name($0), kind, by: .strokes) }
        return kind == .person ? [pinyin, strokes] : [pinyin]
    }

    /// The places of rows in this order; those that are equal in it stay as they were.
    func places(of rows: [Row], reversed: Bool) -> [Int] { arrange(rows, reversed) }

    private static func places(_ count: Int, _ isReversed: Bool, _ precedes: (Int, Int) -> Bool) -> [Int] {
        (0..<count).sorted { one, other in
            let (first, second) = isReversed ? (other, one) : (one, other)
            return precedes(first, second) || (!precedes(second, first) && one < other)
        }
    }
}
