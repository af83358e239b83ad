import TestSupport
import Testing

@testable import ChineseNames

/// How names are found by what an officer types (TERMINAL, requirement 21).
struct NameQueryTests {
    private func finds(_ query: String, _ name: String) -> Bool {
        let finds = NameQuery(query).finds(name)
        #expect((NameQuery(query).match(name) != nil) == finds)
        return finds
    }

    @Test(
        "a name is found by",
        arguments: [
            ("东河", "东河村"), ("河村", "东河村"), ("donghe", "东河村"), ("donghecun", "东河村"), ("dhc", "东河村"), ("dh", "东河村"),
            ("hc", "东河村"), ("doh", "东河村"), ("东h", "东河村"), ("d河cun", "东河村"), ("DongHe", "东河村"), ("ｄｈ", "东河村"),
            ("dong he", "东河村"), ("cun dh", "东河村"), ("　村　东 ", "东河村"), ("", "东河村"),
            ("cs", "长沙"), ("zs", "长沙"), ("zhs", "长沙"), ("zhangsha", "长沙"), ("changsh", "长沙"), ("zs", "张三"),
            ("zhs", "张三"), ("zhsan", "张三"), ("nv", "女"), ("nu", "女"), ("nü", "女"), ("lve", "略"), ("lue", "略"),
            ("xian", "西安"), ("xian", "先"), ("h0001", "H0001"), ("ｈ０００１", "H0001"), ("0001", "户Ｈ0001"),
            ("hu0001", "户0001"), ("b3z", "B3组"), ("ok", "ÖOK"), ("𠮷", "𠮷田"),
            ("李娟", "李　娟"), ("lijuan", "李 娟"), ("lj", "李　娟"), ("李　娟", "李娟"), ("阿卜杜拉·买买提", "阿卜杜拉•买买提"),
            ("阿卜杜拉买买提", "阿卜杜拉・买买提"), ("abdlmmt", "阿卜杜拉·买买提"), ("张伟", "張偉"), ("張偉", "张伟"), ("zhangwei", "張偉"),
            ("葛", "葛\u{E0100}"), ("2016-06-30", "20160630"), ("yang", "\u{E839}"),
        ])
    func found(query: String, name: String) {
        #expect(finds(query, name))
    }

    @Test(
        "a name is not found by",
        arguments: [
            ("河东", "东河村"), ("dc", "东河村"), ("dhx", "东河村"), ("东 山", "东河村"), ("ong", "东河村"), ("zs", "李三"),
            ("shang", "长沙"), ("zhs", "曾三"), ("东河村民", "东河村"), ("h1", "H0001"), ("x", "\u{31350}"),
        ])
    func notFound(query: String, name: String) {
        #expect(!finds(query, name))
    }

    /// Readings that a common transliteration gets wrong or knows one of.
    @Test(
        "a name is found by its rare reading",
        arguments: [
            ("曾国", "zengguo"), ("单于", "chanyu"), ("单福", "shanfu"), ("乐清", "yueqing"), ("覃塘", "qintang"),
            ("厦门", "xiamen"), ("仇英", "qiuying"), ("解珍", "xiezhen"), ("查明", "zhaming"), ("区伟", "ouwei"),
            ("尉迟", "yuchi"), ("盖勇", "gey"), ("六安", "luan"), ("东阿", "donge"), ("歙县", "shexian"), ("洪洞", "hongtong"),
            ("番禺", "panyu"), ("朴正", "piaozheng"), ("隗明", "kuiming"), ("万俟", "moqi"), ("缪平", "miaoping"),
            ("翟伟", "zhaiw"), ("种林", "chonglin"), ("员力", "yunli"), ("吴家堡", "wujiapu"), ("堡子", "baozi"),
        ])
    func rareReading(name: String, query: String) {
        #expect(finds(query, name))
    }

    @Test("what was met is told, and of several places the first") func wasMet() {
        #expect(NameQuery("dh").match("龙凤东河村")?.characters == [2..<4])
        #expect(NameQuery("he cun").marks(in: "东河村") == [1..<2, 2..<3])
        #expect(NameQuery("he x").marks(in: "东河村") == [1..<2])
        #expect(NameQuery("zs").marks(in: "张三、张四") == [0..<2])
        #expect(NameQuery("").marks(in: "东河村").isEmpty)
    }

    @Test("the whole name comes first, then its start, then its middle; what is written out before what is begun")
    func wholeName() {
        let names = ["李", "梁", "李三", "梁三", "张李", "张梁"]
        #expect(names.map { NameQuery("li").match($0)?.rank } == [0, 1, 2, 3, 4, 5])
        #expect(NameMatch.elsewhere == 6)
    }

    @Test("what is left out of a name is not counted, and is marked within what was met") func leftOut() {
        #expect(NameQuery("李娟").marks(in: "王 李　娟同志") == [2..<5])
        #expect(NameQuery("juan").match("李 娟")?.characters == [2..<3])
        #expect(NameQuery("· ").isEmpty && NameQuery("").match("李") == NameMatch(characters: [], rank: 0))
    }

    @Test("a word lies within one of the texts that belong together") func wordLies() {
        #expect(NameQuery("李娟").finds(["S1", "李 娟"]) && NameQuery("s1 李娟").finds(["S1", "李 娟"]))
        #expect(!NameQuery("1李").finds(["S1", "李 娟"]))
        #expect(NameQuery("li s9").missing(in: ["S1", "李 娟"]).touches("S9"))
    }

    @Test("a word may be longer than any name") func wordMay() {
        let name = String(repeating: "长", count: 200)
        #expect(finds(name, name))
        #expect(finds(String(repeating: "c", count: 63), name))
        #expect(!finds(String(repeating: "c", count: 64), name))
        #expect(!finds(name + "长", name))
    }
}

/// The same on random names.
struct RandomNameTests {
    private static let scalars = Array(ReadingTable.lines.unicodeScalars.filter { $0.value > 0x3000 })

    private func name(_ generator: inout SeededGenerator) -> [Unicode.Scalar] {
        let others = Array("AbZ09-（）·Ａ０".unicodeScalars)
        return (0..<Int.random(in: 1...12, using: &generator)).map { _ in
            let isOther = Int.random(in: 0..<5, using: &generator) == 0
            return generator.element(of: isOther ? others : Self.scalars)
        }
    }

    /// One of the ways to type a character: itself, a reading, or the beginning of one.
    private func typed(_ scalar: Unicode.Scalar, _ generator: inout SeededGenerator) -> String {
        let readings = Readings.shared
        let all = readings.range(of: scalar.value).map { readings[$0].text }
        guard let reading = all.randomElement(using: &generator), Bool.random(using: &generator) else {
            return String(Character(scalar))
        }
        return String(reading.prefix(Int.random(in: 1...reading.count, using: &generator)))
    }

    private func text(_ scalars: some Sequence<Unicode.Scalar>) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        return String(view)
    }

    @Test("every part of a name finds it, however each character is typed") func everyPart() {
        var generator = SeededGenerator(seed: 21)
        for _ in 0..<500 {
            let name = name(&generator)
            let start = Int.random(in: 0..<name.count, using: &generator)
            let part = name[start..<Int.random(in: start + 1...name.count, using: &generator)]
            let han = text(part)
            let mixed = part.map { typed($0, &generator) }.joined()
            let initials = part.map { String(typed($0, &generator).prefix(1)) }.joined()
            for query in [han, han.lowercased(), mixed, initials] {
                let match = NameQuery(query).match(text(name))
                #expect(match != nil, "\(query) in \(text(name))")
                #expect(match?.characters.allSatisfy { $0.upperBound <= name.count && !$0.isEmpty } ?? false)
            }
        }
    }

    @Test("no text traps") func noText() {
        var generator = SeededGenerator(seed: 22)
        for _ in 0..<500 {
            let query = NameQuery(generator.hostileText())
            let name = generator.hostileText()
            #expect((query.match(name) != nil) == query.finds(name))
            _ = query.marks(in: name)
        }
    }
}

/// The table of readings.
struct ReadingTests {
    @Test("a line says how characters are read") func lineSays() {
        let readings = Readings("lu 绿\nlv 绿吕")
        #expect(readings.range(of: 0x5415).map { readings[$0].text } == ["lv", "lu"])
        #expect(readings.range(of: 0x7EFF).map { readings[$0].text } == ["lu", "lv"])
    }

    @Test("every Han of the common planes has a reading, and nothing else has") func everyHan() {
        let readings = Readings.shared
        #expect((0x4E00...0x9FFC).filter { readings.range(of: $0).isEmpty }.count < 250)
        for point: UInt32 in [0, 0x61, 0x3002, 0xFF0C, 0x31350, 0x323AF, 0x32400, 0x10FFFF] {
            #expect(readings.range(of: point).isEmpty)
        }
    }
}

extension Readings.Syllable {
    fileprivate var text: String {
        String(decoding: (0..<count).map { UInt8(truncatingIfNeeded: letters >> ($0 * 8)) }, as: UTF8.self)
    }
}
