import PartyWork
import Testing

@Suite("A record")
struct RecordTests {
    @Test("reads back every cell it writes", arguments: TableSchema.builtIn.withFiles)
    func roundTrip(table: TableSchema) throws {
        let cells: [TableSchema: [Column: String]] = [
            .organizations: [
                .code: "422801100901", .name: "茶叶联合支部", .kind: "联合支部", .jointUnits: "422801100211;422801100212",
                .leader: "P0001", .industryChain: "茶叶", .foundedOn: "2016-01-01", .dissolvedOn: "2016-12-31",
            ],
            .people: [
                .personID: "P0001", .personName: "李娟", .organization: "422801100", .category: "正式党员", .post: "委员",
                .committee: "是", .assignedVillages: "422801100211", .arrivedOn: "2015-01-01", .leftOn: "2016-06-30",
                .leftReason: "调离", .exemption: "外出", .phone: "00000000000",
            ],
            .households: [
                .householdID: "H1", .head: "向某", .village: "422801100211", .headcount: "3", .cause: "因病",
                .identifiedOn: "2013-12-01", .liftedOn: "2015-12-31", .returnedOn: "2016-03-01",
                .closedOn: "2016-05-01",
                .closedReason: "搬迁",
            ],
            .pairings: [
                .householdID: "H1", .personID: "P0001", .startedOn: "2014-01-01", .endedOn: "2016-01-01",
                .endReason: "调整",
            ],
            .cooperatives: [
                .creditCode: "93422801000000001X", .name: "茶叶合作社", .organization: "422801100211", .trade: "茶叶",
                .foundedOn: "2014-01-01", .deregisteredOn: "2016-01-01", .memberHouseholds: "12", .householdsLed: "40",
                .founders: "P0001;P0002",
            ],
            .activities: [
                .number: "A1", .heldOn: "2016-06-15", .kind: "帮扶走访", .organization: "422801100211", .title: "走访",
                .participants: "P0001;P0002", .householdID: "H1", .resolvedOn: "2016-06-16", .evidence: "待补",
                .note: "一\n二",
                .voidedOn: "2016-06-20", .voidReason: "重复",
            ],
            .householdCycles: [
                .householdID: "H1", .liftedOn: "2014-12-31", .returnedOn: "2015-06-01", .remark: "因灾返贫",
            ],
            .householdPlaces: [.householdID: "H1", .endedOn: "2016-06-20", .village: "422801100211"],
            .cooperativePlaces: [
                .creditCode: "93422801000000001X", .endedOn: "2016-06-20", .organization: "42280110021101",
            ],
            .posts: [
                .personID: "P0001", .organization: "422801100211", .post: "第一书记", .startedOn: "2015-01-01",
                .endedOn: "2016-01-01", .source: "机关干部", .note: "驻村",
            ],
            .visits: [.number: "A1", .findings: "圈舍漏雨", .measures: "送油毡", .outcome: "已修好"],
            .checklists: [
                .checklistID: "Q01", .name: "月月巡查", .subject: "道路", .count: "2", .period: "一次",
                .startedOn: "2016-05-01", .dueOn: "2016-07-01", .countedKind: "",
                .appliesTo: "422801100211;422801100212", .remark: "各村自办",
                .countedRegister: "巡查", .countedCondition: "坑洼=0", .askedCondition: "状态=在建",
            ],
            .ticks: [.checklistID: "Q01", .subjectID: "P0001", .heldOn: "2016-06-01", .note: "已访"],
            .waivers: [.checklistID: "Q01", .subjectID: "P0001", .within: "2016-06-01", .reason: "外出"],
            .followUps: [
                .matter: "主题党日", .personID: "", .householdID: "", .organization: "422801100211", .within: "2016-06-30",
                .follower: "李四",
                .dueOn: "2016-07-10", .remark: "补开",
            ],
            .mapPlaces: [.village: "422801100211", .mapSouth: "2", .mapEast: "3"],
            .requirements: [
                .method: "主题党日", .startedOn: "2017-01-01", .count: "1", .period: "每季", .remark: "镇发〔2017〕3 号",
            ],
            .registers: [
                .register: "道路", .system: "试验", .subject: "村", .placeField: "地点", .secrecy: "限阅", .remark: "通村路",
                .retiredOn: "2017-01-01",
            ],
            .registerFields: [
                .register: "道路", .field: "长度", .position: "2", .kind: "金额", .options: "", .isNeeded: "是",
                .least: "0.5", .most: "12", .remark: "公里", .retiredOn: "2017-01-01",
            ],
            .registerStates: [
                .register: "道路", .state: "在建", .position: "2", .nextStates: "完工;停工", .deadline: "30",
                .dueField: "计划完工", .shortest: "5", .neededFields: "长度;地点", .isFinal: "否",
            ],
            .registerGates: [
                .register: "道路", .state: "完工", .position: "1", .demand: "子项", .otherRegister: "巡查",
                .condition: "坑洼=0", .quantity: "1", .field: "",
            ],
            .registerFigures: [
                .register: "道路", .figure: "里程", .position: "1", .calculation: "求和", .field: "长度",
                .condition: "状态=完工", .target: "20", .unit: "公里", .remark: "年终数",
            ],
            .steps: [
                .register: "道路", .entryNumber: "L1", .position: "2", .heldOn: "2016-05-09", .state: "在建", .remark: "开工",
                .handledBy: "李四",
            ],
        ]
        let given = try #require(cells[table])
        #expect(Set(given.keys) == Set(table.columns))
        #expect(try AnyRecord.read(table, from: given).cells == given.filter { !$0.value.isEmpty })
    }

    @Test("misses its required columns", arguments: TableSchema.builtIn)
    func required(table: TableSchema) throws {
        #expect {
            try AnyRecord.read(table, from: [:])
        } throws: { error in
            let missing = (error as? RecordFaults)?.faults.filter { $0.fault == .missing }.map(\.column)
            return missing == table.required
        }
    }

    @Test(
        "may not end before it begins; the same day is fine",
        arguments: [
            (TableSchema.organizations, Column.foundedOn, Column.dissolvedOn), (.people, .arrivedOn, .leftOn),
            (.households, .identifiedOn, .liftedOn), (.households, .identifiedOn, .closedOn),
            (.pairings, .startedOn, .endedOn),
            (.cooperatives, .foundedOn, .deregisteredOn), (.activities, .heldOn, .resolvedOn),
            (.householdCycles, .liftedOn, .returnedOn), (.posts, .startedOn, .endedOn),
        ])
    func order(table: TableSchema, early: Column, late: Column) throws {
        var cells = Samples.minimal[table] ?? [:]
        if table == .pairings { cells[.endReason] = "调整" }
        cells[early] = "2016-06-15"
        cells[late] = "2016-06-15"
        #expect(throws: Never.self) { try AnyRecord.read(table, from: cells) }
        cells[late] = "2016-06-14"
        let fault = FieldFault(late, .before(early, try #require(Day("2016-06-15"))))
        #expect(throws: RecordFaults([fault])) { try AnyRecord.read(table, from: cells) }
    }

    @Test("may return to poverty before it was lifted again, but not without ever being lifted")
    func returning() throws {
        var cells = Samples.minimal[.households] ?? [:]
        cells[.liftedOn] = "2016-05-01"
        cells[.returnedOn] = "2016-03-01"
        #expect(throws: Never.self) { try AnyRecord.read(.households, from: cells) }
        cells[.liftedOn] = nil
        #expect(throws: RecordFaults([FieldFault(.returnedOn, .without(.liftedOn))])) {
            try AnyRecord.read(.households, from: cells)
        }
    }

    @Test("keeps quiet about a date's order when the date itself cannot be read")
    func unread() throws {
        var cells = Samples.minimal[.pairings] ?? [:]
        cells[.endedOn] = "2016-02-30"
        cells[.endReason] = "调整"
        #expect(throws: RecordFaults([FieldFault(.endedOn, .notADay("2016-02-30"))])) {
            try AnyRecord.read(.pairings, from: cells)
        }
    }

    @Test("of an activity needs the household and the people of its kind")
    func needs() throws {
        for kind in ActivityKind.allCases {
            var cells = Samples.minimal[.activities] ?? [:]
            cells[.kind] = kind.rawValue
            let missing =
                (kind.needsHousehold ? [Column.householdID] : [])
                + (kind.needsParticipants ? [Column.participants] : [])
            let expected = missing.map { FieldFault($0, .neededFor(kind)) }
            if expected.isEmpty {
                #expect(throws: Never.self) { try AnyRecord.read(.activities, from: cells) }
            } else {
                #expect(throws: RecordFaults(expected)) { try AnyRecord.read(.activities, from: cells) }
            }
        }
    }

    @Test(
        "of an organization has a code of its kind's length and last three digits",
        arguments: [
            ("乡镇党委", "422801100", true), ("乡镇党委", "42280110", false), ("村党组织", "422801100000", true),
            ("村党组织", "422801100899", true), ("村党组织", "422801100900", false), ("联合支部", "422801100900", true),
            ("机关支部", "422801100999", true), ("机关支部", "422801100899", false), ("党小组", "42280110021101", true),
            ("党小组", "422801100211", false), ("村党组织", "42280110021a", false), ("村党组织", "４２２８０１１００２１１", false),
        ])
    func codes(kind: String, code: String, fits: Bool) throws {
        let kind = try #require(OrganizationKind(rawValue: kind))
        #expect(kind.accepts(Code(code)) == fits)
    }

    @Test(
        "of a cooperative carries a checked credit code",
        arguments: [
            ("91350100M000100Y43", true), ("91350100M000100Y44", false), ("91350100M000100Y4", false),
            ("91350100m000100y43", false), ("9135O100M000100Y43", false), ("93422801MA00000090", true),
        ])
    func creditCodes(text: String, isRight: Bool) {
        #expect(Cooperative.isCreditCode(text) == isRight)
    }

    @Test(
        "of a household is poor on some day of a period, or on none",
        arguments: [
            ("2014-01-01", nil, nil, nil, true), ("2014-01-01", "2016-06-10", nil, nil, true),
            ("2014-01-01", "2016-06-01", nil, nil, false), ("2014-01-01", "2015-01-01", "2016-06-30", nil, true),
            ("2014-01-01", "2015-01-01", "2016-07-01", nil, false), ("2016-06-20", nil, nil, nil, true),
            ("2016-07-01", nil, nil, nil, false), ("2014-01-01", nil, nil, "2016-06-01", false),
            ("2014-01-01", "2015-01-01", "2016-06-10", "2016-06-10", false),
        ])
    func poverty(identified: String, lifted: String?, returned: String?, closed: String?, isPoor: Bool) throws {
        let household = Household(
            id: "H", head: "向某", village: "422801100211", headcount: 1, identifiedOn: try #require(Day(identified)),
            liftedOn: lifted.flatMap { Day($0) }, returnedOn: returned.flatMap { Day($0) },
            closedOn: closed.flatMap { Day($0) })
        let (first, last) = (try #require(Day("2016-06-01")), try #require(Day("2016-06-30")))
        #expect(household.isPoor(from: first, to: last, earlier: []) == isPoor)
    }

    @Test(
        "of a person says how it stands to the post",
        arguments: [
            (nil, nil, Service.serving, ""), ("2016-06-15", nil, .serving, ""),
            ("2016-06-16", nil, .notArrived, "（未到岗）"),
            (nil, "2016-06-15", .left, "（已离开）"), (nil, "2016-06-16", .serving, ""),
            ("2016-06-15", "2016-06-15", .left, "（已离开）"), ("2016-06-16", "2016-06-20", .notArrived, "（未到岗）"),
        ])
    func service(arrived: String?, left: String?, service: Service, remark: String) throws {
        let person = Person(
            id: "P", name: "李娟", organization: "422801100", category: .member,
            arrivedOn: arrived.flatMap { Day($0) }, leftOn: left.flatMap { Day($0) })
        let day = try #require(Day("2016-06-15"))
        #expect(person.service(on: day) == service && person.serves(on: day) == (service == .serving))
        #expect(service.remark == remark)
    }

    @Test("tells keys apart that only Unicode calls equal")
    func keys() {
        #expect(Person.ID("é") != Person.ID("e\u{301}"))
        #expect(Set([Person.ID("é"), Person.ID("e\u{301}")]).count == 2)
        #expect(Person.ID("P10") < Person.ID("P2"))
        #expect(RecordKey("豈") != RecordKey("\u{F900}"))
    }
}

/// Rows with nothing but what is required.
enum Samples {
    static let minimal: [TableSchema: [Column: String]] = [
        .organizations: [.code: "422801100", .name: "龙凤镇", .kind: "乡镇党委"],
        .people: [.personID: "P1", .personName: "李娟", .organization: "422801100", .category: "正式党员"],
        .households: [
            .householdID: "H1", .head: "向某", .village: "422801100211", .headcount: "1", .identifiedOn: "2013-12-01",
        ],
        .pairings: [.householdID: "H1", .personID: "P1", .startedOn: "2014-01-01"],
        .cooperatives: [.creditCode: "C1", .name: "合作社", .organization: "422801100211"],
        .activities: [
            .number: "A1", .heldOn: "2016-06-15", .kind: "主题党日", .organization: "422801100211", .title: "学习",
        ],
        .householdCycles: [.householdID: "H1", .liftedOn: "2014-12-31", .returnedOn: "2015-06-01"],
        .householdPlaces: [.householdID: "H1", .endedOn: "2016-06-20", .village: "422801100211"],
        .cooperativePlaces: [.creditCode: "C1", .endedOn: "2016-06-20", .organization: "422801100211"],
        .posts: [.personID: "P1", .organization: "422801100211", .post: "书记", .startedOn: "2015-01-01"],
        .visits: [.number: "A1"],
    ]
}
