import Foundation
import TestSupport
import Testing

/// Through LibreOffice and back, where it is installed.
@Suite struct LibreOfficeTests {
    static let isInstalled: Bool = {
        guard let folder = try? Folder() else { return false }
        return (try? Program.shell("command -v soffice", in: folder).status) == 0
    }()

    /// Opens files and saves them as workbooks in `saved`, under settings of the test's own.
    private func save(_ files: String, in folder: Folder, _ options: String = "") throws {
        let outcome = try Program.shell(
            "soffice \"-env:UserInstallation=file://$PWD/profile\" --headless --convert-to xlsx \(options) --outdir saved \(files)",
            in: folder)
        #expect(outcome.status == 0)
    }

    @Test(
        "An exported CSV opened as text in LibreOffice, saved as a workbook, imported into a new ledger and exported again differs in no byte",
        .enabled(if: isInstalled, "没有装 LibreOffice"))
    func exported() throws {
        let folder = try SmallTown.imported()
        #expect(try Program.run(["export", "out"], in: folder).status == 0)
        let asText = "CSV:44,34,76,1," + (1...15).map { "\($0)/2" }.joined(separator: "/")
        try save("out/*.csv", in: folder, "'--infilter=\(asText)'")
        let outcome = try Program.run(["import", "saved", "--database", "new.db"], in: folder)
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(try Program.run(["export", "again", "--database", "new.db"], in: folder).status == 0)
        #expect(try Program.shell("diff -r out again", in: folder).status == 0)
    }
}
