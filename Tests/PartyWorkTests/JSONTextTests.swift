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

    @Test("is read as other programs write it")
    func read() {
        let json = #" { "a" : "\u4E2D\/\b\f\n\r\t\"\\ \uD840\uDC00" , "b":"" } "#
        #expect([String: String](json: json) == ["a": "中/\u{8}\u{C}\n\r\t\"\\ 𠀀", "b": ""])
        #expect([String: String](json: "{}") == [:])
        #expect(JSONTree(json: #"["a",[],["b",["c"]]]"#) == ["a", [], ["b", ["c"]]])
    }

    @Test(
        "is refused where it is none, or more than texts",
        arguments: [
            "", "{", #"{"a"}"#, #"{"a":1}"#, #"{"a":"b",}"#, #"{"a":"b"} x"#, #"{"a":"b","a":"c"}"#, #"{"a":"\x"}"#,
            #"{"a":"\uD840"}"#, #"{"a":"\uD840\u0041"}"#, #"{"a":"\uDC00"}"#, #"{"a":"\u12"}"#, "{\"a\":\"\n\"}",
            #"{"a":"b"#,
        ])
    func refused(json: String) {
        #expect([String: String](json: json) == nil)
    }
}
