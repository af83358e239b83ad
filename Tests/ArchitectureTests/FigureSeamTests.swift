import Testing

/// How many files a figure takes, read from the sources.
@Suite struct FigureSeamTests {
    /// The Swift names of the kinds, as the list of all of them has them.
    private static let names: [String] = {
        let lines =
            Sources.all.first { $0.path == "PartyWork/Figures/Figure+Kind.swift" }?.text(matching: "^        [.]") ?? []
        return lines.joined().split { !$0.isLetter && $0 != "." }.map { String($0.drop { $0 == "." }) }
    }()

    /// The kinds that are made, with the module of each.
    private static let made = Sources.all.flatMap { file in
        file.captures(#"static let (\w+) = Figure[.]Kind[(]"#).map { (name: $0, module: file.module) }
    }

    @Test("A figure is one value and its place in the list: two files name it that must")
    func twoFiles() {
        #expect(Self.names.count > 10)
        let makers = ["Dashboard/Figures/RowList+Figure", "Papers/FigureReport", "zhibu/Output/FigureReport"]
        for name in Self.names {
            #expect(Self.made.filter { $0.name == name }.map(\.module) == ["PartyWork"], "\(name)")
            // A month is also of whom a figure is asked.
            for file in Sources.all where name != "month" && makers.contains(where: { file.path.hasPrefix($0) }) {
                #expect(!file.members.contains(name), "\(file.path) names \(name)")
            }
        }
    }

    @Test("Every kind that is made is in the list of all of them")
    func listed() {
        #expect(Self.made.count == Self.names.count)
    }
}
