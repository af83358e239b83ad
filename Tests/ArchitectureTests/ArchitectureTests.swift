import Foundation
import Testing

/// The import table and the house rules of the sources, read from the sources themselves.
@Suite struct ArchitectureTests {
    /// What each module may import; nothing may use Foundation, which is half as large as the program.
    static let allowed: [String: Set<String>] = [
        "PartyWork": [],
        "ChineseNames": ["PartyWork"],
        "Papers": ["PartyWork"],
        "TerminalUI": [],
        "Ledger": ["PartyWork", "CSQLite", "CPostgres", "Crypto"],
        "Exchange": [
            "PartyWork", "Papers", "TerminalUI", "CMinizip", "CExpat", "CXlsxWriter", "CGsf", "CPango", "Crypto",
        ],
        "CursesTerminal": ["TerminalUI", "CNcurses"],
        "Dashboard": ["PartyWork", "ChineseNames", "Papers", "TerminalUI"],
        "zhibu": [
            "PartyWork", "Papers", "Ledger", "Exchange", "TerminalUI", "CursesTerminal", "Dashboard", "ArgumentParser",
        ],
    ]

    /// Modules that may speak to the C library and the standard library's locks.
    static let usesSystem: Set<String> = ["Ledger", "Exchange", "CursesTerminal", "zhibu"]

    @Test("A module imports only what the table allows it", arguments: Sources.all)
    func importsFollowTheTable(file: SourceFile) {
        let system: Set<String> = Self.usesSystem.contains(file.module) ? ["Glibc", "Synchronization"] : []
        let extra = file.imports.subtracting(Self.allowed[file.module, default: []]).subtracting(system)
        #expect(extra.isEmpty, "\(file.path) imports \(extra.sorted())")
    }

    @Test("An engine appears in its own folder only", arguments: Sources.all)
    func engineStaysInItsFolder(file: SourceFile) {
        #expect(!file.imports.contains("CSQLite") || file.path.hasPrefix("Ledger/SQLite/"), "\(file.path)")
        #expect(!file.imports.contains("CPostgres") || file.path.hasPrefix("Ledger/PostgreSQL/"), "\(file.path)")
    }

    @Test("Seals are reckoned in one file, which writing, checking and moving in name and reading does not")
    func cryptographyStaysInItsFile() {
        let importing = Sources.all.filter { $0.imports.contains("Crypto") }.map(\.path)
        #expect(importing.sorted() == ["Exchange/Export/NewFolder.swift", "Ledger/Rows/EntrySeal.swift"])
        let content = Sources.all.filter { !$0.lines(matching: #"\b(EntrySeal|EntryContent)\("#).isEmpty }.map(\.path)
        #expect(
            content == [
                "Ledger/Rows/EntryContent.swift", "Ledger/Rows/Session+JournalWalk.swift",
                "Ledger/Writing/JournalEntry.swift",
            ])
    }

    /// What only SQLite takes, in statements outside its folder and beside the steps of its schema: each has a form that
    /// PostgreSQL takes too, `string_agg`, `replace(…) <> …`, the character itself, `count(*) FILTER (WHERE …)`, `coalesce`,
    /// `CASE WHEN`; a number is cast, a day is its text, a row is known by its key.
    static let onlySQLite =
        #"\b(group_concat|instr|char|ifnull|iif|typeof|total|printf|strftime|julianday|datetime|unicode|hex)\((?!\))|"#
        + #"\bsum\((?![a-z_.]+\))|\b(max|min)\([a-z.]+, |\b(rowid|sqlite_\w+|GLOB|NOCASE|AUTOINCREMENT|PRAGMA)\b|"#
        + #"\bINSERT OR\b|\bREPLACE INTO\b|\bIS (NOT )?[:?]"#

    @Test(
        "A statement has no words that only SQLite takes",
        arguments: Sources.all.filter { $0.path.hasPrefix("Ledger/") })
    func statementsAreCommon(file: SourceFile) {
        let engines = ["Ledger/SQLite/", "Ledger/PostgreSQL/"]
        if engines.contains(where: file.path.hasPrefix) || file.path.contains("/Schema/Migration") { return }
        let found = file.literals.filter { $0.range(of: Self.onlySQLite, options: .regularExpression) != nil }
        #expect(found.isEmpty, "\(file.path): \(found)")
    }

    @Test("Every such word is found, and what both engines take is not")
    func onlySQLiteIsFound() {
        let found = [
            "group_concat(x, ',')", "instr(a, b)", "k || char(31)", "sum(a.kind = 'x')", "sum(EXISTS (SELECT 1))",
            "max(a.b, c.d)", "WHERE rowid = 1", "FROM sqlite_schema", "a GLOB 'x*'", "a IS :b", "INSERT OR IGNORE",
            "PRAGMA x",
        ]
        for text in found { #expect(text.range(of: Self.onlySQLite, options: .regularExpression) != nil, "\(text)") }
        let common = [
            "sum(c.households_led)", "count(*) FILTER (WHERE a.b = 'c')", "max(l.entry)", "a IS NOT NULL",
            "substr(a, 1)",
        ]
        for text in common { #expect(text.range(of: Self.onlySQLite, options: .regularExpression) == nil, "\(text)") }
    }

    @Test("The program is no library: nothing is public, nothing open", arguments: Sources.all)
    func nothingIsPublic(file: SourceFile) {
        #expect(file.lines(matching: #"^\s*(@\w+(\(.*\))?\s+)*(public|open)\s+\w"#).isEmpty, "\(file.path)")
    }

    @Test("Every package declaration is documented", arguments: Sources.all)
    func packageDeclarationsAreDocumented(file: SourceFile) {
        #expect(file.undocumented.isEmpty, "\(file.path): \(file.undocumented)")
    }

    @Test(
        "A number that depends on the language is reckoned each time: kept, it would be that of whoever came first",
        arguments: Sources.all)
    func languages(file: SourceFile) {
        #expect(!file.code.contains(#/static let [^\n]*localized\(\d/#))
    }

    @Test("Nothing is marked as left for later", arguments: Sources.all)
    func nothingIsLeftForLater(file: SourceFile) {
        #expect(file.lines(matching: "\\b(TO" + "DO|FIX" + "ME|XX" + "X)\\b").isEmpty, "\(file.path)")
    }

    @Test("What may end the program says why it may stand there", arguments: Sources.all)
    func trapsGiveTheirReason(file: SourceFile) {
        let traps = file.lines(matching: #"\btry!|\bfatalError\(|\bpreconditionFailure\(|\bas! "#)
        let bare = traps.filter { !file.hasComment(at: $0) }
        #expect(bare.isEmpty, "\(file.path): \(bare.map { $0 + 1 })")
    }

    @Test("Every module is in the table")
    func everyModuleIsInTheTable() {
        #expect(Set(Sources.all.map(\.module)) == Set(Self.allowed.keys))
    }

    /// What a table costs (ARCHITECTURE, add a table): the record with its schema, the act of its own, the statement
    /// that reads it, what screens say of it, its form.
    ///
    /// One made while the program runs costs none.
    @Test("A table is named in the few files that it costs")
    func aTableIsNamedInFewFiles() {
        let named = Sources.all.filter { !$0.lines(matching: #"\bVisitDetails\b"#).isEmpty }.map(\.path)
        #expect(
            named == [
                "Dashboard/Forms/Form+Activity.swift",
                "Ledger/Reading/Ledger+Lists.swift",
                "Ledger/Writing/Performer+History.swift",
                "PartyWork/Records/VisitDetails.swift",
                "PartyWork/Reports/ActivityRow.swift",
                "PartyWork/Reports/TimelineEvent.swift",
                "PartyWork/Rules/Act.swift",
            ])
    }

    @Test("No line of the program names a register that comes with it: they are data")
    func registersAreData() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "assets/systems")
        let folders = try FileManager.default.contentsOfDirectory(atPath: root.path)
        let names = try folders.flatMap { folder in
            try String(contentsOf: root.appending(path: "\(folder)/registers.csv"), encoding: .utf8)
                .split(separator: "\n").dropFirst().compactMap { $0.split(separator: ",").first.map(String.init) }
        }
        #expect(folders.count == 10 && names.count == 27)
        for file in Sources.all {
            let quoted = file.literals.joined(separator: "\n")
            let named = names.filter(quoted.contains)
            #expect(named.isEmpty, "\(file.path) names \(named)")
        }
    }

    @Test(
        "The tables of the program are named where a session begins and where a server makes its rights, and nowhere else"
    )
    func builtInTablesAreNamedWhereASessionBegins() {
        let named = Sources.all.filter { !$0.lines(matching: #"TableSchema\.builtIn"#).isEmpty }.map(\.path)
            .filter { !$0.hasPrefix("Ledger/PostgreSQL/Rights/") }
        #expect(named == ["Ledger/PostgreSQL/PostgreSQLStore.swift", "Ledger/SQLite/SQLiteStore.swift"])
    }
}
