import Testing

/// Where a file stands and what it is called: folders are floors, and a name says what is behind it.
@Suite struct RoomTests {
    /// The folders of each module from the ground up, `.` for the module's own; folders of one floor may know each
    /// other.
    ///
    /// A file names types of its floor and of those below.
    static let floors: [String: [Set<String>]] = [
        "PartyWork": [
            ["."], ["Names", "Files"],
            [
                "Records", "Language", "Rules", "Journal", "Importing", "Counting", "Checklists", "Households",
                "Months", "Merging", "Registers", "Rights",
                "Reports", "Figures",
            ],
        ],
        "Ledger": [
            ["Engine"], ["Schema"], ["Rows", "Statements"], [".", "SQLite", "PostgreSQL"], ["Writing"],
            ["Reading", "Checking"],
        ],
        "Exchange": [["Reading"], ["Workbook"], ["Export", "Import"], ["Papers"]],
        "TerminalUI": [["."], ["Widgets"], ["Form"]],
        "Dashboard": [
            ["Keys", "Queries"], ["Parts"], ["Protocol"], ["Lists", "Forms"], ["Panes", "Keeping"],
            ["Printing", "Figures"],
            ["Screens", "Overlays"], ["App"], ["Plain"],
        ],
        "zhibu": [["Program"], ["Output"], ["Runtime"], ["Commands"], ["Launch"], ["."]],
    ]

    @Test("Folders are floors: a file names only types of its own floor and of those below", arguments: Sources.all)
    func floorsAreKept(file: SourceFile) {
        guard let floors = Self.floors[file.module],
            let own = floors.firstIndex(where: { $0.contains(file.folder) })
        else { return }
        let above = floors[(own + 1)...].reduce(into: Set<String>()) { $0.formUnion($1) }
        let types = Sources.folders[file.module, default: [:]]
        let wrong = file.namedTypes.filter { types[$0].map { $0.isSubset(of: above) } ?? false }
        #expect(wrong.isEmpty, "\(file.path) names \(wrong.sorted())")
    }

    @Test("Every folder of a module has its floor", arguments: floors.keys.sorted())
    func foldersHaveFloors(module: String) {
        let folders = Set(Sources.all.filter { $0.module == module }.map(\.folder))
        #expect(folders.isSubset(of: Self.floors[module, default: []].joined()), "\(module)")
    }

    @Test(
        "A file carries the name of a type that it declares, of one that it extends and for what, or of its function",
        arguments: Sources.all)
    func filesAreCalledByTheirTypes(file: SourceFile) {
        let words = file.name.split(separator: "+").map(String.init)
        let isNamed =
            words.count == 1
            ? file.declaredTypes.contains(words[0])
                || file.functions.contains { $0.lowercased() == words[0].lowercased() }
            : file.declaredTypes.union(file.extendedTypes).contains(words[0])
        #expect(isNamed || file.name == "main", "\(file.path)")
    }

    @Test("No two files have one name")
    func namesAreTheirOwn() {
        let names = Dictionary(grouping: Sources.all, by: \.name).filter { $1.count > 1 }
        #expect(names.isEmpty, "\(names.keys.sorted())")
    }
}
