import PartyWork

@testable import Exchange

/// A small town, and lists for it as offices keep them (`Tests/Fixtures/Foreign`).
enum CaseTown {
    private static var folder: String { ForeignTextTests.folder }

    /// The town, saved.
    static func saved() throws -> [AnyRecord] {
        let session = FakeSession()
        let report = try Importer(paths: ["\(folder)/town"], update: false, today: Town.today).run(into: session)
        precondition(report.isAccepted)
        return session.all
    }

    /// Imports kept lists; notices read `a.xlsx[户]!2: …`.
    static func checkKept(
        _ names: String..., into session: FakeSession, given: [String] = [], addsPeople: Bool = false
    ) throws -> ImportReport {
        var order = ImportOrder(
            paths: names.map { "\(folder)/\($0)" }, given: given.compactMap(GivenValue.init))
        order.addsPeople = addsPeople
        return try bare(Importer(order, today: Town.today).run(into: session), folder)
    }

    /// Imports a text as a file of a name.
    static func check(
        _ text: String, named name: String = "1.csv", into session: FakeSession, given: [String] = [],
        update: Bool = false, addsPeople: Bool = false
    ) throws -> ImportReport {
        let folder = try TemporaryFolder()
        var order = ImportOrder(paths: [try folder.write(name, text)], given: given.compactMap(GivenValue.init))
        if update { order.changedRows = .save }
        order.addsPeople = addsPeople
        return try bare(Importer(order, today: Town.today).run(into: session), folder.path)
    }

    private static func bare(_ report: ImportReport, _ folder: String) -> ImportReport {
        func bare(_ place: FilePlace) -> FilePlace {
            FilePlace(String(place.file.dropFirst(folder.count + 1)), sheet: place.sheet, line: place.line)
        }
        var report = report
        report.notices = report.notices.map { notice in
            let reason: ImportNotice.Reason =
                switch notice.reason {
                case .duplicate(let key, let place): .duplicate(key, bare(place))
                case .unclear(let name, let place): .unclear(name, bare(place))
                default: notice.reason
                }
            return ImportNotice(bare(notice.place), reason)
        }
        return report
    }
}

extension ImportReport {
    /// What refuses it.
    var faults: [String] { notices.filter { $0.kind == .fault }.map(\.description) }
    /// The lines that are no rows, without the name of the file.
    var passedOver: [String] {
        notices.compactMap { notice in
            guard case .passedOver = notice.reason else { return nil }
            return "\(notice.line ?? 0) \(notice.text)"
        }
    }
}

extension FakeSession {
    /// All that is there.
    var all: [AnyRecord] { tables.flatMap { self[$0] } }

    /// The rows of a table as the cells of an export, those with some keys only.
    func cells(_ table: TableSchema, _ columns: Column..., where isMeant: (String) -> Bool = { _ in true })
        -> [[String]]
    {
        self[table].filter { isMeant($0.key.text) }.map { record in columns.map { record.record.text($0) } }
    }
}
