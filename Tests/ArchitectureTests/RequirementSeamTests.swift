import Foundation
import Testing

/// How many files a requirement takes, read from the sources and held against what ARCHITECTURE.md says.
@Suite struct RequirementSeamTests {
    @Test("A requirement of the method is named in no more files than ARCHITECTURE.md says")
    func files() throws {
        let page = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Documentation/ARCHITECTURE.md")
        let said = try String(contentsOf: page, encoding: .utf8).firstMatch(
            of: /`themeActivity` is named in at most (\d+) files/)
        let named = Sources.all.filter { $0.names.union($0.members).contains("themeActivity") }
        #expect(named.count <= said.flatMap { Int($0.1) } ?? 0, "\(named.map(\.path))")
    }

    @Test("A requirement that officers ask is a row of a checklist: no file names it")
    func checklists() {
        let named = Sources.all.filter {
            $0.names.contains("Requirement") && $0.code.firstMatch(of: /\bRequirement\(/) != nil
        }.map(\.path)
        #expect(
            Set(named) == [
                "PartyWork/Counting/Requirement.swift", "PartyWork/Counting/Requirements.swift",
                "PartyWork/Checklists/Checklist.swift",
            ])
    }
}
