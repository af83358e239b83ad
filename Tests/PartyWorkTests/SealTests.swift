import PartyWork
import Testing

@Suite("The seal of papers") struct SealTests {
    @Test("is the entry's number and the first hundred bits in groups of five") func shortened() {
        #expect(Seal(entry: 1, bytes: [UInt8](repeating: 0, count: 32)).description == "1-00000-00000-00000-00000")
        #expect(
            Seal(entry: 1284, bytes: [UInt8](repeating: 255, count: 32)).description == "1284-ZZZZZ-ZZZZZ-ZZZZZ-ZZZZZ")
        // 00001 00010 00011 00100 00101 00110 00111 01000, twice, and what follows.
        let bytes: [UInt8] = [0x08, 0x86, 0x42, 0x98, 0xE8, 0x08, 0x86, 0x42, 0x98, 0xE8, 0x84, 0x21, 0x0F]
        #expect(Seal(entry: 7, bytes: bytes).description == "7-12345-67812-34567-8GGGG")
    }

    @Test(
        "is read as people write it",
        arguments: [
            "1284-7K3QF-0ZB6M-2T9XA-H4C8D", " 1284-7k3qf-0zb6m-2t9xa-h4c8d ", "1284 7K3QF 0ZB6M 2T9XA H4C8D",
            "1284－7K3QF－OZB6M－2T9XA－H4C8D", "1284-7K3QFOZB6M2T9XAH4C8D",
        ])
    func read(_ text: String) {
        #expect(Seal(text)?.description == "1284-7K3QF-0ZB6M-2T9XA-H4C8D")
        #expect(Seal("3-1LI00-00000-00000-0000o")?.description == "3-11100-00000-00000-00000")
    }

    @Test(
        "is nothing else",
        arguments: [
            "", "1284", "1284-7K3QF-0ZB6M-2T9XA", "0-7K3QF-0ZB6M-2T9XA-H4C8D", "-7K3QF-0ZB6M-2T9XA-H4C8D",
            "1284-7K3QF-0ZB6M-2T9XA-H4C8U", "1284-7K3QF-0ZB6M-2T9XA-H4C8D9", "x-7K3QF-0ZB6M-2T9XA-H4C8D",
            "1284-7K3QF-0ZB6M-2T9XA-H4C8党",
        ])
    func refused(_ text: String) { #expect(Seal(text) == nil) }
}
