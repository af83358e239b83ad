import Testing

@testable import Exchange

@Suite("The keys of an import")
struct KeyTableTests {
    /// Keys that are the beginning, the end or a permutation of others, or end alike over eight bytes and more.
    private static let keys =
        [
            "", "H", "1", "H1", "1H", "11", "H11", "1H1", "A-2016-00000001", "B-2016-00000001", "B-2016-00000002", "户1",
            "户",
        ]
        + (0..<200).map { "K\($0 * 7)-000000001" }

    @Test(
        "Keys are told apart by all of their bytes, even where every hash is the same",
        arguments: [0, 1, .max] as [UInt32])
    func collisions(mask: UInt32) {
        var table = KeyTable(mask: mask)
        for (index, key) in Self.keys.enumerated() {
            #expect(table.find(key) == nil, "\(key)")
            let (isNew, found) = table.insert(key, file: index % 3, line: index + 2)
            #expect(isNew && found == index, "\(key)")
        }
        for (index, key) in Self.keys.enumerated() {
            #expect(table.find(key) == index, "\(key)")
            let (isNew, found) = table.insert(key, file: 9, line: 9)
            #expect(!isNew && found == index, "\(key)")
            #expect(table[index].line == UInt32(index + 2) && table[index].file == UInt16(index % 3))
        }
        #expect(table.count == Self.keys.count)
        for stranger in ["0", "000000001", "K0", "K0-000000002", "J0-000000001", "H111"] {
            #expect(table.find(stranger) == nil)
        }
    }
}
