import Testing

/// The meanings of keys, of which KEYS.md lists all.
@Suite struct MeaningTests {
    private static let home = Sources.all.filter { $0.name == "Meaning" }
    static let names = home.flatMap { $0.captures(#"^    static let (\w+) = Meaning\("#) }

    @Test("Every meaning that is made is listed once, and some binding has it")
    func listed() {
        let file = Self.home.first
        let listed = file.map {
            $0.text(matching: "^        (\\w+, )*\\w+,$").joined().split { ", ".contains($0) }.map(String.init)
        }
        #expect(listed?.sorted() == Self.names.sorted() && Self.names.count > 40)
        for name in Self.names {
            let named = Sources.all.contains {
                $0.module == "Dashboard" && $0.name != "Meaning" && $0.members.contains(name)
            }
            #expect(named, "\(name)")
        }
    }
}
