import PartyWork

/// Looks for people of one branch and households of one village whose names are the same or look so, under different
/// keys: in the rows of the call and among what is saved.
///
/// One pass, by the skeleton of the name.
struct NamesakeBook {
    private var met: [Row] = []

    /// A row of the call.
    private struct Row {
        let file: Int
        let line: Int
        let table: TableSchema
        /// Whether it would change anything; of what is saved already nobody is warned again.
        let isNews: Bool
        let thing: NamedThing
    }

    /// A row that has a namesake, and what it is called itself.
    struct Finding {
        let file: Int
        let line: Int
        let namesake: Namesake
        let called: String
    }

    /// So many of one skeleton are looked through, so that a file of one name over and over stays a single pass.
    private static let mostAlike = 8

    /// Notes a row that is saved or would be.
    mutating func note(_ record: some LedgerRecord, file: Int, line: Int, isNews: Bool) {
        guard let thing = record.named, thing.kind == .person || thing.kind == .household else { return }
        met.append(Row(file: file, line: line, table: thing.table, isNews: isNews, thing: thing))
    }

    /// The rows that have a namesake, each with the one that was there first.
    func found(_ session: any ImportSession) throws -> [Finding] {
        try [TableSchema.people, .households].flatMap { table in
            let rows = met.filter { $0.table == table }
            return rows.contains { $0.isNews } ? find(rows, among: try session.names(of: table), table) : []
        }
    }

    private func find(
        _ rows: [Row], among saved: [NamedThing], _ table: TableSchema
    ) -> [Finding] {
        let keys = Set(rows.map(\.thing.key))
        var known: [String: [NamedThing]] = [:]
        for thing in saved where !keys.contains(thing.key) { known[thing.likeness, default: []].append(thing) }
        return rows.compactMap { row in
            let likeness = row.thing.likeness
            let alike = known[likeness] ?? []
            if alike.count < NamesakeBook.mostAlike { known[likeness] = alike + [row.thing] }
            let others = alike.prefix(NamesakeBook.mostAlike)
            let same = others.first { $0.name.hasSameCodePoints(as: row.thing.name) }
            guard row.isNews, let other = same ?? others.first else { return nil }
            let namesake = Namesake(table, name: row.thing.name, other: other.name, key: other.key)
            return Finding(
                file: row.file, line: row.line, namesake: namesake, called: "\(row.thing.key) \(row.thing.name)")
        }
    }
}

extension NamedThing {
    /// What is equal in those that are to be told apart: where they belong and the skeleton of the name.
    fileprivate var likeness: String {
        "\((organization.branch ?? organization).digits) \(NameSkeleton.of(name))"
    }

    fileprivate var table: TableSchema { kind == .person ? .people : .households }
}
