import PartyWork

/// Tells households from their members in a list with a row for each person: the row of the head stands for the household, the others
/// are counted.
struct FamilyBook {
    /// What lists call the head in the column of relations; a row without a word is a household's own.
    private static let heads: Set<String> = ["", "户主", "本人", "本人或户主", "户主本人"]

    private let header: Header
    /// Where a list that says nothing of relations has the head beside each member.
    private let member: Int?
    private let number: Int?
    private let head: Int?
    private let village: Int?
    private var members: [String: Int] = [:]
    private var headed: Set<String> = []
    private var current = ""
    private var serial = 0

    /// What a row is.
    enum Role {
        /// The household's own, which has so many members in the list.
        case household(members: Int)
        case member
        /// The first member of a household of which no row is the head's.
        case headless
    }

    /// Nil for a list with a row for each household.
    init?(_ header: Header) {
        func place(_ column: Column) -> Int? { header.found.first { $0.column == column }?.index }
        (number, head, village) = (place(.householdID), place(.head), place(.village))
        member = header.aids[.relation] == nil && head != nil ? header.aids[.member] : nil
        self.header = header
        if header.aids[.relation] == nil, member == nil { return nil }
    }

    /// Whether it is a list of people after all, once all rows are counted: some of them are the heads.
    private var isOfPeople: Bool { member == nil || !headed.isEmpty }

    /// Counts a row, before any is looked at.
    mutating func count(_ row: borrowing some RecordRow & ~Copyable) {
        let family = family(of: row)
        members[family, default: 0] += 1
        if isHead(row) { headed.insert(family) }
    }

    /// Begins anew, once all rows are counted.
    mutating func rewind() { (current, serial) = ("", 0) }

    /// What a row is, once all are counted; nil where the list has a row for each household after all.
    mutating func role(of row: borrowing some RecordRow & ~Copyable) -> Role? {
        guard isOfPeople else { return nil }
        let family = family(of: row)
        if isHead(row) { return .household(members: members[family] ?? 1) }
        return headed.insert(family).inserted ? .headless : .member
    }

    private func isHead(_ row: borrowing some RecordRow & ~Copyable) -> Bool {
        guard let member else { return FamilyBook.heads.contains(text(row, header.aids[.relation])) }
        return NameSkeleton.written(text(row, member)) == NameSkeleton.written(text(row, head))
    }

    /// What the rows of one household share: its number, or its village and head, or that they follow the head's.
    private mutating func family(of row: borrowing some RecordRow & ~Copyable) -> String {
        let (number, head) = (text(row, number), text(row, head))
        if !number.isEmpty {
            current = "n" + number
        } else if !head.isEmpty {
            current = "h\(text(row, village)) \(NameSkeleton.written(head))"
        } else if isHead(row) {
            serial += 1
            current = "s\(serial)"
        }
        return current
    }

    private func text(_ row: borrowing some RecordRow & ~Copyable, _ index: Int?) -> String {
        index.map { String(decoding: row[$0], as: UTF8.self) } ?? ""
    }
}

/// Counts the members of households, in a first reading of the rows.
struct FamilyCount: RowTaker {
    var families: FamilyBook

    mutating func take(_ row: borrowing some RecordRow & ~Copyable) { families.count(row) }
}
