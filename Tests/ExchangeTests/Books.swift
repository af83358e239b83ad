import Foundation
import PartyWork

@testable import Exchange

/// The kept workbooks, which `Tests/Fixtures/Workbooks/make.py` writes with other software.
enum Books {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Fixtures/Workbooks").path

    static func path(_ name: String) -> String { "\(folder)/\(name)" }

    /// Imports kept workbooks; notices read `a.xlsx[户]!2: …`.
    static func check(
        _ names: [String], into session: FakeSession = FakeSession(), update: Bool = false
    ) throws -> ImportReport {
        var report = try Importer(paths: names.map(path), update: update, today: Town.today).run(into: session)
        report.notices = report.notices.map {
            let file = String($0.file.dropFirst(folder.count + 1))
            return ImportNotice(.init(file, sheet: $0.place.sheet, line: $0.line), $0.reason)
        }
        return report
    }

    /// The households of a session as the cells of an export.
    static func households(_ session: FakeSession, _ columns: Column...) -> [[String]] {
        session[.households].map { record in columns.map { record.record.text($0) } }
    }
}
