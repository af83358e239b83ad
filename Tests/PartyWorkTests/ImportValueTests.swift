import Testing

@testable import PartyWork

@Suite("What an import speaks in")
struct ImportValueTests {
    @Test(
        "A skeleton folds what the eye takes for something else, and keeps names apart that differ",
        arguments: [
            ("李己", "李巳"), ("李已", "李己"), ("阿·力", "阿•力"), ("阿·力", "阿力"), ("阿・力", "阿‧力"), ("张 三", "张\u{3000}三"),
            ("ＡＢ", "ab"), ("吕土", "吕士"), ("周末", "周未"), ("\u{F900}", "\u{8C48}"), ("⺠", "⺠"), ("⼟生", "土生"), ("〇一", "零一"),
            ("張偉", "张伟"), ("阿·力", "阿⸱力"), ("李\u{2003}娟", "李娟"), ("\u{E81E}", "\u{9FB4}"), ("\u{E831}", "\u{215D7}"),
            ("\u{E839}", "羊"), ("葛\u{E0100}", "葛"), ("辻\u{FE01}", "辻"), ("\u{2F8A6}", "\u{6148}"), ("𠮷", "吉"),
            ("鍾羣", "钟群"), ("ＬＩ娟", "li娟"),
        ])
    func near(one: String, other: String) {
        #expect(NameSkeleton.of(one) == NameSkeleton.of(other))
    }

    @Test("Other names have other skeletons", arguments: [("张三", "张四"), ("王木", "王术"), ("李小明", "李明")])
    func apart(one: String, other: String) {
        #expect(NameSkeleton.of(one) != NameSkeleton.of(other))
    }

    @Test("No character stands in two groups of look-alikes")
    func folding() {
        #expect(NameSkeleton.of(NameSkeleton.of("己已巳末未土士戊戌戍⼰⼟")) == NameSkeleton.of("己已巳末未土士戊戌戍⼰⼟"))
    }

    @Test("Headers that only blanks, stars, remarks and empty cells at the end tell apart are one shape")
    func shapes() {
        let shape = HeaderShape(["户码", "户主姓名"])
        #expect(HeaderShape(["户 码*", "户主\n姓名（必填）", "", " "]) == shape)
        #expect(HeaderShape(["户主姓名", "户码"]) != shape)
        #expect(HeaderShape(["", "户码", "户主姓名"]) != shape)
    }

    @Test("Mappings come back from their text; what means nothing any more is passed over block by block")
    func text() throws {
        var mappings = HeaderMappings()
        let households = HeaderMapping(
            HeaderShape(["#", "户码", "情形", ""]), table: .households,
            choices: [2: .column(.cause), 0: .leftOut, 1: .aid(.helper)])
        let nothing = HeaderMapping(HeaderShape(["说明"]), table: nil)
        mappings.keep(households)
        mappings.keep(nothing)
        let read = HeaderMappings(text: "# 说明一行\n\n" + mappings.text, of: TableSchema.builtIn)
        #expect(read == mappings)
        #expect(read.mapping(of: households.shape) == households && read.mapping(of: nothing.shape) == nothing)
        for bad in [
            "表\thouseholds\na\t+moon\n", "表\tmoon\na\tb\n", "表\thouseholds\n情形\t姓名\n", "x", "表\t",
            "表\thouseholds\na\tb\tc\n",
        ] {
            #expect(HeaderMappings(text: bad + "\n\n" + mappings.text, of: TableSchema.builtIn) == mappings, "\(bad)")
        }
    }

    @Test("The last word on a header counts, two hundred are kept, and one that is taken back is gone")
    func keeping() {
        var mappings = HeaderMappings()
        for number in 0..<250 { mappings.keep(HeaderMapping(HeaderShape(["列\(number)"]), table: .people)) }
        #expect(mappings.mapping(of: HeaderShape(["列49"])) == nil)
        #expect(mappings.mapping(of: HeaderShape(["列50"])) != nil)
        let shape = HeaderShape(["列60"])
        var order = ImportOrder(paths: [])
        order.correct(HeaderMapping(shape, table: .households))
        mappings.keep(order, understood: [])
        #expect(mappings.mapping(of: shape)?.table == .households)
        order.forget(shape)
        mappings.keep(order, understood: [])
        #expect(mappings.mapping(of: shape) == nil)
    }

    @Test("Nothing is kept of a header that the contract reads by itself")
    func contract() {
        let shape = HeaderShape(["编码", "名称", "类型", "别的"])
        var order = ImportOrder(paths: [])
        order.correct(HeaderMapping(shape, table: .organizations, choices: [3: .column(.leader)]))
        var mappings = HeaderMappings()
        let source = ImportSource(
            FilePlace("a.csv"), table: .organizations, isRead: true, columns: [], shape: shape, isContract: true)
        mappings.keep(order, understood: [source])
        #expect(mappings == HeaderMappings())
    }

    @Test("Progress tells its rate and what is left, once there is something to tell")
    func progress() {
        #expect(WorkProgress(done: 4_000, share: 0.25, seconds: 2).text("行") == "4000 行，25%，每秒 2000 行，还要约 6 秒")
        #expect(WorkProgress(done: 5, share: nil, seconds: 2).text("行") == "5 行，每秒 2 行")
        #expect(WorkProgress(done: 5, share: 0.001, seconds: 1).secondsLeft == nil)
        #expect(WorkProgress(done: 9, share: 0.5, seconds: 400).text("行").hasSuffix("还要约 7 分钟"))
    }

    @Test("A place without its folders, and one as a message writes it")
    func places() {
        let place = FilePlace("/home/李娟/名单.xlsx", sheet: "党员", line: 2)
        #expect(place.description == "/home/李娟/名单.xlsx[党员]!2")
        #expect(place.words == "名单.xlsx 党员 第 2 行")
    }
}
