import PartyWork

/// Looks for activities, cooperatives and organizations that may be the same under different keys, in the rows of the
/// call and among what is saved: the same question that forms ask.
///
/// People and households are the `NamesakeBook`'s, which asks by name alone.
struct TwinBook {
    private static let tables: Set<TableSchema> = [.activities, .cooperatives, .organizations]
    /// So many of one day or place are compared, so that a file of one row over and over stays a single pass.
    private static let mostNear = 50

    private var met: [Row] = []

    /// A row of the call that is saved or would be.
    private struct Row {
        let file: Int
        let line: Int
        let record: AnyRecord
        /// Whether it would change anything.
        let isNews: Bool
    }

    /// Notes a row that is saved or would be.
    mutating func note(_ record: AnyRecord, file: Int, line: Int, isNews: Bool) {
        guard TwinBook.tables.contains(record.table) else { return }
        met.append(Row(file: file, line: line, record: record, isNews: isNews))
    }

    /// The rows that have a twin, each with the one that was there first.
    func found(_ session: any ImportSession) throws -> [NamesakeBook.Finding] {
        let keys = TwinBook.tables.reduce(into: [:]) { keys, table in
            keys[table] = Set(met.filter { $0.record.table == table }.map(\.record.key))
        }
        var near: [String: [AnyRecord]] = [:]
        return try met.compactMap { row in
            let record = row.record
            let earlier = near[record.place] ?? []
            if earlier.count < TwinBook.mostNear { near[record.place] = earlier + [record] }
            guard row.isNews else { return nil }
            // A table without rows has no indexes yet in a ledger's first import.
            let saved = try session.wasEmpty(record.table) ? [] : session.alike(record)
            let other =
                saved.first { keys[record.table]?.contains($0.key) != true } ?? earlier.first(where: record.isLike)
            guard let other, other.key != record.key else { return nil }
            let namesake = Namesake(
                record.table, name: record.record.label, other: other.record.label, key: other.key.description)
            return NamesakeBook.Finding(
                file: row.file, line: row.line, namesake: namesake, called: "\(record.key) \(record.record.label)")
        }
    }
}

extension AnyRecord {
    /// What all that is like it has in common, as a text to look it up by.
    fileprivate var place: String {
        switch record {
        case let activity as Activity: "\(activity.organization) \(activity.heldOn) \(activity.kind.rawValue)"
        case let cooperative as Cooperative: "\(cooperative.organization) \(NameSkeleton.of(cooperative.name))"
        case let organization as Organization:
            "\(organization.code.parent?.digits ?? "") \(NameSkeleton.of(organization.name))"
        // `tables` has no others.
        default: ""
        }
    }
}
