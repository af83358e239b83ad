import Foundation
import PartyWork
import Testing

@Suite("A JSON string")
struct JSONTextTests {
    @Test(
        "escapes what must be, and what it is told to",
        arguments: [
            ("龙凤镇", #""龙凤镇""#), (#"a"b\c"#, #""a\"b\\c""#), ("一\n二\r\t", #""一\n二\r\t""#),
            ("\u{1B}[2J\u{0}", #""\u001B[2J\u0000""#), ("甲\u{202E}𠀀", #""甲\u202E𠀀""#), ("", #""""#),
        ])
    func escapes(text: String, json: String) throws {
        var written = ""
        written.appendJSON(text) { $0.value < 0x20 || $0.value == 0x202E }
        #expect(written == json)
        var plain = ""
        plain.appendJSON(text)
        for string in [written, plain] {
            #expect(try JSONDecoder().decode([String].self, from: Data("[\(string)]".utf8)) == [text])
        }
    }

    @Test("writes a pair of surrogates beyond the first plane")
    func surrogates() {
        var json = ""
        json.appendJSON("𠀀") { _ in true }
        #expect(json == #""\uD840\uDC00""#)
    }
}
