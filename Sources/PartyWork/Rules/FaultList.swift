/// Collects the faults of a row, keeping quiet about rules whose columns could not be read.
struct FaultList {
    private(set) var found: [FieldFault] = []
    private let unread: Set<Column>

    init(_ unread: Set<Column>) { self.unread = unread }

    /// Notes a fault of a column by a rule that also looks at another.
    mutating func check(_ column: Column, with other: Column, _ fault: Fault?) {
        guard let fault, !unread.contains(column), !unread.contains(other) else { return }
        found.append(FieldFault(column, fault))
    }

    /// The later date may not lie before the earlier one; equal is fine.
    mutating func checkOrder(_ early: Column, _ start: Day?, _ late: Column, _ end: Day?) {
        guard let start, let end, end < start else { return }
        check(late, with: early, .before(early, start))
    }

    /// Two columns are filled together or not at all.
    mutating func checkBoth(_ first: Column, _ hasFirst: Bool, _ second: Column, _ hasSecond: Bool) {
        if hasFirst, !hasSecond { check(second, with: first, .without(first)) }
        if hasSecond, !hasFirst { check(first, with: second, .without(second)) }
    }
}
