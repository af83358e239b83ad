import Testing

/// How many files a figure takes, read from the sources.
@Suite struct FigureSeamTests {
    /// The Swift names of the kinds, as the list of all of them has them.
    private static let names: [String] = {
        let lines =
            Sources.all.first { $0.path == "PartyWork/Figures/Figure+Kind.swift" }?.text(matching: "^        [.]") ?? []
        return lines.joined().split { !$0.isLetter && $0 != "." }.map { String($0.drop { $0 == "." }) }
    }()

    @Test("A figure is one value and its place in the list: two files name it that must")
    func twoFiles() {
        #expect(Self.names.count > 10)
        let makers = ["Dashboard/Figures/RowList+Figure", "Papers/FigureReport", "zhibu/Output/FigureReport"]
        for name in Self.names {
            let declared = Sources.all.filter {
                !$0.lines(matching: "static let \(name) = Figure[.]Kind[(]").isEmpty
            }
            #expect(declared.map(\.module) == ["PartyWork"], "\(name)")
            for file in Sources.all where makers.contains(where: { file.path.hasPrefix($0) }) {
                #expect(file.lines(matching: "[.]\(name)\\b").isEmpty, "\(file.path) names \(name)")
            }
        }
    }

    @Test("Every kind that is made is in the list of all of them")
    func listed() {
        let made = Sources.all.reduce(0) { $0 + $1.lines(matching: "static let \\w+ = Figure[.]Kind[(]").count }
        #expect(made == Self.names.count)
    }
}
