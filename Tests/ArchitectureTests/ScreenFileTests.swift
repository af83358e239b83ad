import Testing

/// A screen is one file, or one folder: its type is named nowhere else, and the catalogue lists its kind.
@Suite struct ScreenFileTests {
    /// The screens' types with the files that may name them: their own, and those of their folder.
    static let screens: [(type: String, home: String)] = Sources.all.filter { $0.path.hasPrefix("Dashboard/Screens/") }
        .flatMap { file in
            let folder = file.path.split(separator: "/").dropLast().joined(separator: "/")
            let home = folder == "Dashboard/Screens" ? file.path : folder + "/"
            return file.captures(#"^struct (\w+): (?:(?:Paned|Card|File)?Screen|SoloPane|CountyListing)\b.* \{"#).map {
                ($0, home)
            }
        }

    @Test("every screen of the catalogue is found in the sources")
    func found() {
        let kinds = Sources.all.flatMap { $0.captures(#"^    static let (\w+) = ScreenKind\("#) }
        // The tables that officers made have one screen, whose kind is made of the ledger's tables; the columns of a list are shown in
        // the place of its own screen.
        #expect(Self.screens.count == kinds.count + 2 && kinds.count > 20)
    }

    @Test("a screen's type is named in its own file or folder alone", arguments: screens)
    func named(screen: (type: String, home: String)) {
        let others = Sources.all.filter {
            !$0.path.hasPrefix(screen.home) && ($0.names.contains(screen.type) || $0.members.contains(screen.type))
        }
        #expect(others.isEmpty, "\(screen.type) is named in \(others.map(\.path))")
    }
}
