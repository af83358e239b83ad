import Testing

@testable import PartyWork

/// A register made of a table: what its columns are taken for, and what becomes of its rows, by values.
@Suite("A register from a table") struct RegisterDraftTests {
    private static let known = KnownNames([
        NamedThing(.organization, key: "422801100211", name: "店子槽村", organization: "422801100211"),
        NamedThing(.organization, key: "422801100212", name: "龙马村党支部", organization: "422801100212"),
        NamedThing(.person, key: "P1", name: "向大水", organization: "422801100211"),
        NamedThing(.person, key: "P2", name: "李强", organization: "422801100211"),
        NamedThing(.person, key: "P3", name: "李强", organization: "422801100212"),
        NamedThing(.household, key: "H1", name: "向大水", organization: "422801100211"),
    ])

    private static func table(_ names: [String], _ rows: [[String]]) -> SheetTable {
        SheetTable(
            sheet: nil, sheets: [], columns: names.enumerated().map { SheetTable.Column($0, $1) },
            rows: rows.enumerated().map { SheetTable.Row($0 + 2, $1) })
    }

    private static func kind(_ header: String, _ cells: [String]) -> FieldKind {
        SheetColumn(SheetTable.Column(0, header), cells, known).use.kind
    }

    @Test(
        "a column is of the narrowest kind that all its cells are of",
        arguments: [
            ("会水", ["是", "否", ""], FieldKind.flag), ("报名", ["2016-06-01", "2016/6/2"], .day),
            ("人数", ["3", "12"], .whole),
            ("金额", ["3", "12.5"], .amount), ("电话", ["13907261234"], .text), ("编码", ["007", "012"], .text),
            ("村", ["店子槽", "龙马村"], .organization), ("村", ["店子槽", "龙马村", "某村"], .organization),
            ("村", ["店子槽", "某村"], .text), ("单位", ["店子槽", "龙马村", "镇小学"], .text), ("姓名", ["向大水"], .person),
            ("户主", ["向大水"], .household),
            ("姓名", ["向大水", "李强"], .text), ("姓名", ["向大水", "王五"], .text), ("备注", ["一行\n两行"], .longText),
            ("位置", ["鼓手", "桡手", "桡手", "鼓手", "桡手", "桡手"], .option), ("位置", ["鼓手", "桡手"], .text),
            ("位置", ["鼓|手", "桡手", "桡手", "桡手", "桡手", "桡手"], .text), ("空", ["", ""], .text),
        ])
    func kinds(header: String, cells: [String], kind: FieldKind) { #expect(Self.kind(header, cells) == kind) }

    @Test("the first column that names somebody says what entries are about, the first full one of days since when")
    func roles() {
        let draft = RegisterDraft(
            Self.table(
                ["序号", "归还日期", "借出日期", "村", "经手人", "借条编号", "", "备注", "备注"],
                [
                    ["1", "", "2016-06-01", "店子槽村", "向大水", "J1", "x", "a", "b"],
                    ["2", "2016-06-09", "2016-06-02", "龙马村", "向大水", "J2", "", "a", "b"],
                ]), Self.known)
        #expect(
            draft.columns.map(\.use.role)
                == [.none, .field, .registeredOn, .subject, .field, .number, .none, .field, .field])
        #expect(draft.columns.map(\.use.name).suffix(2) == ["备注", "备注2"])
        #expect(draft.subject == .village)
    }

    @Test("a column that is said to be what entries are about names somebody, those whom most of its cells name")
    func saidSubject() {
        let rows = [["店子槽村", "向大水"], ["某村", "王五"], ["别村", "李四"]]
        let asked = [0: SheetColumn.Use(.subject, "地方", .text), 1: SheetColumn.Use(.field, "谁", .text)]
        let draft = RegisterDraft(Self.table(["地方", "谁"], rows), Self.known, asked)
        #expect(draft.columns.map(\.use.kind) == [.organization, .text] && draft.subject == .village)
        #expect(draft.faults(on: Day("2016-06-30") ?? .earliest).map(\.line) == [3, 4])
        let people = [0: SheetColumn.Use(.field, "地方", .text), 1: SheetColumn.Use(.subject, "谁", .text)]
        #expect(RegisterDraft(Self.table(["地方", "谁"], rows), Self.known, people).columns[1].use.kind == .person)
    }

    @Test(
        "a header becomes a name that the rules take",
        arguments: [
            ("状态", "状态栏"), ("借条编号", "借条号"), ("金额（元）: 万", "金额（元）万"), ("银行卡号", ""), ("12", ""),
            ("一二三四五六七八九十一二三四五六七八九十又", "一二三四五六七八九十一二三四五六七八九十"),
        ])
    func names(header: String, name: String) { #expect(RegisterDraft.name(header, of: .field) == name) }

    @Test("rows become entries, names their keys; each row that can be none says why, by its line") func made() throws {
        let table = Self.table(
            ["村", "人数", "经手人"],
            [["店子槽村", "3", "向大水"], ["龙马", "四", ""], ["某村", "5", "向大水"], ["", "6", "李强"]])
        let uses: [Int: SheetColumn.Use] = [
            0: SheetColumn.Use(.subject, "村", .organization), 1: SheetColumn.Use(.field, "人数", .whole),
            2: SheetColumn.Use(.field, "经手人", .person),
        ]
        let draft = RegisterDraft(table, Self.known, uses)
        let made = try draft.made(
            RegisterDraft.Head(
                "会议室", system: "后勤", subject: draft.subject ?? .branch, subjectKey: "",
                day: Day("2016-06-30") ?? .earliest))
        #expect(made.definitions.map { $0.key.text } == ["会议室", "会议室\u{1F}人数", "会议室\u{1F}经手人"])
        #expect(made.entries.count == 1)
        let entry = try #require(made.entries.first)
        #expect(entry.subject == "422801100211" && entry.number.isEmpty)
        #expect(entry.registeredOn.description == "2016-06-30")
        #expect(entry.values == [StoredEntry.Value("人数", "3"), StoredEntry.Value("经手人", "P1")])
        #expect(made.faults.map(\.line) == [3, 4, 5])
        #expect(made.faults[0].text.contains("“四”不是整数") && made.faults[1].text.contains("某村"))
        #expect(made.faults[2].text.contains("李强"), "\(made.faults)")
    }

    @Test("conditions, gates and figures are said in plain words", arguments: Language.allCases) func sentences(
        language: Language
    ) throws {
        func row(_ table: TableSchema, _ cells: [String]) throws -> DefinitionRow {
            let cells = Dictionary(uniqueKeysWithValues: zip(table.columns, cells))
            return try #require(try AnyRecord.read(table, from: cells).record as? DefinitionRow)
        }
        let book = RegisterBook([
            try row(.registers, ["评选", "", "乡镇"]), try row(.registers, ["候选", "", "评选"]),
            try row(.registerFields, ["评选", "名额", "1", "整数"]), try row(.registerFields, ["候选", "名次", "1", "整数"]),
            try row(.registerFields, ["候选", "交表", "2", "日期"]),
            try row(.registerStates, ["候选", "推荐", "1", "公示"]), try row(.registerStates, ["候选", "公示", "2"]),
            try row(.registerGates, ["候选", "公示", "1", "名额", "", "", "", "名额"]),
            try row(.registerGates, ["候选", "公示", "2", "差额", "", "名次 有", "20", "名额"]),
            try row(.registerGates, ["候选", "公示", "3", "次序", "", "", "", "名次"]),
            try row(.registerFigures, ["候选", "前十", "1", "条数", "", "名次≤10;交表=本年"]),
        ])
        let register = try #require(book["候选"])
        let words = Language.$current.withValue(language) {
            register.gates.map { $0.sentence(of: register, nil) } + [register.figures[0].sentence(of: register)]
        }
        let expected: [Language: [String]] = [
            .chinese: [
                "同一“评选”里在“公示”的，不超过它的“名额”", "同一“评选”里名次已填的，不少于它的“名额”再加 20%", "同一状态里“名次”最小的先走",
                "有几条：名次不多于 10，并且交表是本年的",
            ],
            .english: [
                "Of one 评选, those in \"公示\" are at most its 名额",
                "Of one 评选, those where 名次 is filled are at least its 名额 and 20% more",
                "Of those in one state the smallest 名次 goes first",
                "How many entries: 名次 is at most 10, and 交表 is of this year",
            ],
        ]
        #expect(words == expected[language])
    }

    @Test("every column of a definition says what goes into it", arguments: TableSchema.definitions) func guides(
        table: TableSchema
    ) { #expect(table.fields.filter(\.guide.isEmpty).map(\.column.header) == []) }
}
