import PartyWork

/// A dated change that a record can go through: what is filled, and what follows.
struct DatedChange: Sendable {
    let columns: [PartyWork.Column]
    private let words: @Sendable () -> (title: String, rule: String)

    /// A change with what it is called and what follows from it, in the language being spoken.
    private init(
        title: @autoclosure @escaping @Sendable () -> String, columns: [PartyWork.Column],
        rule: @autoclosure @escaping @Sendable () -> String
    ) {
        self.columns = columns
        words = { (title(), rule()) }
    }

    var title: String { words().title }
    var rule: String { words().rule }

    /// Whether it is shown first what would change: what is still in an organization that is dissolved.
    var isPreviewed: Bool { columns.contains(.dissolvedOn) }

    /// What officers call a record.
    static func name(of record: AnyRecord) -> String {
        record.record.label.isEmpty ? record.key.description : record.record.label
    }

    /// The changes that the records of a table can go through; officers' own tables have none.
    static func all(of table: TableSchema) -> [DatedChange] {
        switch table {
        case .organizations:
            [
                DatedChange(
                    title: localized("成立", "Founded"), columns: [.foundedOn],
                    rule: localized("自成立日起计入", "Counted from that day")),
                DatedChange(
                    title: localized("撤销", "Dissolved"), columns: [.dissolvedOn],
                    rule: localized(
                        "自撤销日起不再计入，以前的数字不变；先列出里面还有什么",
                        "Not counted from that day; what is still in it is told first")),
            ]
        case .cooperatives:
            [
                DatedChange(
                    title: localized("注销", "Deregistered"), columns: [.deregisteredOn],
                    rule: localized("自注销日起不再计入", "Not counted from that day"))
            ]
        // People and households have changes of their own, `HouseholdEvent` and posts; the rest only begins and ends.
        default: []
        }
    }
}
