import PartyWork
import Testing

@testable import Exchange

@Suite("Damaged files")
struct FuzzTests {
    @Test("No damage makes the import trap; every notice names a line of the file, in plain text", arguments: 0..<60)
    func damage(seed: UInt64) throws {
        var random = SplitMix(seed)
        let files = RandomTown.files(&random).map { text in
            var bytes = Array(text.utf8)
            for _ in 0..<Int.random(in: 1...8, using: &random) { damage(&bytes, &random) }
            return bytes
        }
        let report = try Town.check(bytes: files)
        for notice in report.notices {
            let file = try #require(Int(notice.file.prefix(1)))
            let lines = files[file - 1].count { $0 == 0x0A } + 1
            #expect((1...lines).contains(notice.line ?? 1))
            #expect(!notice.description.unicodeScalars.contains(where: CellRules.isForbidden))
        }
        #expect(try Town.check(bytes: files).notices.map(\.line) == report.notices.map(\.line))
    }

    private func damage(_ bytes: inout [UInt8], _ random: inout SplitMix) {
        let place = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0..<6, using: &random) {
        case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
        case 1: bytes.remove(at: place)
        case 2: bytes.insert([0x22, 0x2C, 0x0A, 0x0D, 0x00, 0x80, 0xFF].randomElement(using: &random) ?? 0, at: place)
        case 3: bytes.insert(contentsOf: "\u{202E}".utf8, at: place)
        case 4: bytes.insert(contentsOf: bytes[place...].prefix(40), at: place)
        default: bytes.removeSubrange(place..<min(place + 10, bytes.count - 1))
        }
    }
}
