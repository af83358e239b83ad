import PartyWork
import Testing

@Suite("Names of files that are being made") struct TemporaryNameTests {
    @Test("tell who makes them, for the name that they are to have and no other") func maker() {
        let names = TemporaryName(for: "名册.csv")
        let made = names.made(by: 4_711)
        #expect(names.maker(of: made) == 4_711)
        #expect(names.maker(of: made + ".old") == 4_711)
        #expect(TemporaryName(for: "册.csv").maker(of: made) == nil)
        #expect(TemporaryName(for: "名册").maker(of: made) == nil)
        #expect(names.made(by: 4_711) != made)
    }

    @Test(
        "are nobody's where anything is amiss",
        arguments: [
            "名册.csv", ".名册.csv.4711.tmp", ".名册.csv.4711.5", ".名册.csv.-1.5.tmp", ".名册.csv.0.5.tmp", ".名册.csv.x.5.tmp",
            ".名册.csv.4711.x.tmp", ".名册.csv.4711.5.tmp.new", ".名册.csv.4711.5.tmp.old.old", "名册.csv.4711.5.tmp", "",
        ])
    func others(entry: String) {
        #expect(TemporaryName(for: "名册.csv").maker(of: entry) == nil)
    }
}
