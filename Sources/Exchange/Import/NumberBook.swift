import PartyWork

/// Gives numbers to the rows of lists that have none, and finds those that were given before: a household by its
/// village and head, a person by branch and name, an activity by branch, kind, day, title and household, an entry by its
/// register, what it is about, its day and what tells it from others.
///
/// Importing a list twice changes nothing.
///
/// Where several have the name, an identity number or a telephone tells rows of the call apart; of what is saved the one is meant
/// that is equal in all columns of the list. Whatever stays unclear is a fault, never a guess. Identity numbers are gone with the book.
struct NumberBook {
    /// Whether any file of the call has rows without numbers; nothing is kept otherwise.
    var isOpen = false
    private let session: any ImportSession
    /// The keys by what rows are found by; by table, once it is asked for.
    private var known: [TableSchema: [String: [String]]] = [:]
    private var met: [String: [Met]] = [:]
    /// The highest number with a beginning.
    private var highest: [String: Int] = [:]

    /// What tells rows of one name apart.
    struct Evidence {
        var identity = ""
        var phone = ""
    }

    /// A row of the call.
    private struct Met {
        let key: String
        let evidence: Evidence
        let file: Int
        let line: Int

        /// Whether it is another one than a row of the same name.
        func isOther(_ row: Evidence) -> Bool {
            differ(evidence.identity, row.identity) || differ(evidence.phone, row.phone)
        }

        private func differ(_ one: String, _ other: String) -> Bool {
            !one.isEmpty && !other.isEmpty && !one.hasSameCodePoints(as: other)
        }
    }

    /// What became of a row.
    enum Answer {
        case key(String)
        /// It may be the one of an earlier row.
        case unclear(file: Int, line: Int)
        /// It may be one of several that are saved.
        case several([String])
    }

    init(_ session: any ImportSession) {
        self.session = session
    }

    /// Notes a row that has a number of its own.
    mutating func note(_ record: @autoclosure () -> AnyRecord, _ evidence: Evidence, file: Int, line: Int) {
        guard isOpen else { return }
        let record = record()
        met[NumberBook.likeness(of: record), default: []].append(
            Met(key: record.key.text, evidence: evidence, file: file, line: line))
        note(record.key.text)
    }

    /// The number of a row, given before or now.
    ///
    /// - Parameter isEqual: whether a saved record has the row's values.
    mutating func number(
        of record: AnyRecord, _ evidence: Evidence, file: Int, line: Int, isEqual: (AnyRecord) -> Bool
    ) throws -> Answer {
        let likeness = NumberBook.likeness(of: record)
        let earlier = met[likeness] ?? []
        if !evidence.identity.isEmpty,
            let same = earlier.first(where: { $0.evidence.identity.hasSameCodePoints(as: evidence.identity) })
        {
            return .key(same.key)
        }
        if let other = earlier.first(where: { !$0.isOther(evidence) }) {
            return .unclear(file: other.file, line: other.line)
        }
        let candidates = try candidates(for: record, likeness).filter { key in !earlier.contains { $0.key == key } }
        var key = candidates.first
        if candidates.count > 1 {
            key = try candidates.first { key in
                guard let saved = try session.saved(record.table, RecordKey(key)) else { return false }
                let phone = saved.record.text(.phone)
                return isEqual(saved) || !phone.isEmpty && phone.hasSameCodePoints(as: evidence.phone)
            }
            if key == nil { return .several(candidates) }
        }
        let number = try key ?? next(for: record)
        met[likeness, default: []].append(Met(key: number, evidence: evidence, file: file, line: line))
        return .key(number)
    }

    /// What rows are found by.
    private static func likeness(of record: AnyRecord) -> String {
        switch record.record {
        case let household as Household: likeness(household.village, household.head)
        case let person as Person: likeness(person.organization, person.name)
        case let activity as Activity:
            // Of one title are all visits of a day.
            "\(activity.organization) \(activity.heldOn) \(activity.kind.rawValue) \(NameSkeleton.written(activity.title)) "
                + (activity.household?.text ?? "")
        case let entry as Entry:
            ([entry.register.name, entry.subject, entry.registeredOn.description]
                + entry.telling.map { NameSkeleton.written($0) }).joined(separator: "\n")
        // Nothing else is given numbers.
        default: ""
        }
    }

    private static func likeness(_ organization: Code, _ name: String) -> String {
        "\((organization.branch ?? organization).digits) \(NameSkeleton.written(name))"
    }

    private mutating func candidates(for record: AnyRecord, _ likeness: String) throws -> [String] {
        if let activity = record.record as? Activity {
            if try session.wasEmpty(.activities) { return [] }
            return try session.alike(record).compactMap { $0.record as? Activity }
                .filter {
                    NameSkeleton.written($0.title) == NameSkeleton.written(activity.title)
                        && $0.household == activity.household
                }.map(\.id.text)
        }
        if let entry = record.record as? Entry {
            if try session.wasEmpty(record.table) { return [] }
            return try session.entries(of: entry.register.name, about: entry.subject)
                .map { Entry($0, of: entry.register) }
                .filter { NumberBook.likeness(of: $0.wrapped) == likeness }.map(\.number).sorted()
        }
        return try keys(of: record.table)[likeness] ?? []
    }

    private mutating func keys(of table: TableSchema) throws -> [String: [String]] {
        if let keys = known[table] { return keys }
        var keys: [String: [String]] = [:]
        for thing in try session.names(of: table) {
            keys[NumberBook.likeness(thing.organization, thing.name), default: []].append(thing.key)
            note(thing.key)
        }
        known[table] = keys.mapValues { $0.sorted() }
        return known[table] ?? [:]
    }

    // MARK: New numbers

    /// Notes a number that is taken.
    private mutating func note(_ key: String) {
        let digits = key.reversed().prefix { $0.isASCII && $0.isNumber }.count
        guard digits > 0, digits < 10, let number = Int(key.suffix(digits)) else { return }
        let beginning = String(key.dropLast(digits))
        highest[beginning] = max(highest[beginning] ?? 0, number)
    }

    private mutating func next(for record: AnyRecord) throws -> String {
        switch record.record {
        case let household as Household: return try next("H\(household.village.digits.suffix(3))-", of: .households)
        case is Person: return try next("P", of: .people)
        case let activity as Activity: return try session.nextActivityNumber(activity.organization.township).text
        case let entry as Entry: return try session.nextNumber(of: entry)
        // Nothing else is given numbers.
        default: return ""
        }
    }

    /// The number after the highest with a beginning, of four digits or more.
    private mutating func next(_ beginning: String, of table: TableSchema) throws -> String {
        _ = try keys(of: table)
        let number = (highest[beginning] ?? 0) + 1
        highest[beginning] = number
        let digits = String(number)
        return beginning + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
}
