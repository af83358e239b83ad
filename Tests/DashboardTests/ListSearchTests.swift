import PartyWork
import TerminalUI
import Testing

@testable import Dashboard

/// How lists search and sort.
@Suite("Searching and sorting lists") struct ListSearchTests {
    private struct Row: Sendable {
        let name: String
        let place: String
        let people: Int
        var beside = ""
    }

    private static let rows = [
        Row(name: "曾二", place: "第十组", people: 3), Row(name: "李　娟", place: "第二组", people: 12, beside: "原户主王五"),
        Row(name: "單福", place: "第二组", people: 4), Row(name: "丁一", place: "第一组", people: 5),
    ]

    private func list() -> RowList<Row> {
        var list = RowList<Row>(
            [
                .init(TableColumn("姓名", minimum: 8), named: .person, \.name),
                .init(TableColumn("人口", minimum: 4, alignment: .right), by: \.people) { "\($0.people) 人" },
                .init(TableColumn("组", minimum: 30, dropOrder: 1, isHard: true), named: .thing, \.place),
            ], identity: \.name, searched: \.beside)
        list.load(Self.rows)
        return list
    }

    private func found(_ text: String) -> [String] {
        var list = list()
        list.find()
        for character in text { _ = list.handle(.text(String(character)), page: 10) }
        return list.visibleRows.map(\.name)
    }

    @Test("a search looks at everything a row shows, and at what it is known by beside")
    func everything() {
        #expect(found("12人") == ["李　娟"])
        #expect(found("第二组") == ["李　娟", "單福"])
        #expect(found("lijuan") == ["李　娟"] && found("李娟") == ["李　娟"] && found("单福") == ["單福"])
        #expect(found("wangwu") == ["李　娟"])
        #expect(found("娟12").isEmpty)
    }

    @Test("who types all that a row is known by stands on it, whatever rows above say of it")
    func wholeName() {
        var list = list()
        list.load([Row(name: "曾二", place: "第二组", people: 3, beside: "丁一")] + Self.rows.dropFirst())
        list.find()
        _ = list.handle(.text("丁"), page: 10)
        #expect(list.selected?.name == "曾二")
        _ = list.handle(.text("一"), page: 10)
        #expect(list.selected?.name == "丁一" && list.visibleRows.map(\.name) == ["曾二", "丁一"])
    }

    @Test("what matched is said where it is not on screen")
    func hidden() throws {
        let day = try #require(Day("2016-06-30"))
        func drawn(_ text: String, columns: Int) -> String {
            var list = list()
            list.find()
            for character in text { _ = list.handle(.text(String(character)), page: 10) }
            let context = Context(
                today: day, clockOffset: 0, asOf: day, scope: Scope(Code("1")), scopeName: "",
                body: Size(columns: columns, rows: 8))
            var frame = context.emptyBody
            list.draw(on: &frame, top: 0, rows: 8, context, empty: "")
            return frame.text(row: 7)
        }
        #expect(drawn("王五", columns: 60).hasSuffix("符合：原户主王五"))
        #expect(drawn("第十组", columns: 24).hasSuffix("符合：第十组"))
        #expect(!drawn("第十组", columns: 60).contains("符合"))
        #expect(!drawn("曾", columns: 24).contains("符合"))
    }

    @Test("names sort by pinyin, people's on the next key by strokes; the order comes back at the next start")
    func orders() {
        var list = list()
        #expect(list.sortByNextColumn() == "按“姓名”排序")
        #expect(list.visibleRows.map(\.name) == ["丁一", "李　娟", "單福", "曾二"])
        #expect(list.sortByNextColumn() == "按“姓名”笔画排序")
        #expect(list.visibleRows.map(\.name) == ["丁一", "李　娟", "單福", "曾二"])
        #expect(list.sorting == "+0/1" && list.orderWords == "按“姓名”笔画排序")
        #expect(list.reverse() == "按“姓名”笔画降序")
        var next = self.list()
        next.restore(row: nil, sorting: list.sorting, query: "")
        next.load(Self.rows)
        #expect(next.visibleRows.map(\.name) == list.visibleRows.map(\.name))
        _ = list.sortByNextColumn()
        #expect(list.visibleRows.map(\.people) == [3, 4, 5, 12])
        _ = list.sortByNextColumn()
        #expect(list.visibleRows.map(\.place) == ["第一组", "第二组", "第二组", "第十组"])
        #expect(list.sortByNextColumn() == "恢复原来的次序")
        for sorting in ["+0/2", "+9", "-x", "+", "+1/1"] {
            next.restore(row: nil, sorting: sorting, query: "")
            #expect(next.sorting == "", "\(sorting)")
        }
    }
}

/// The order in which pickers offer what is equally near.
@Suite("The order of candidates") struct CandidateOrderTests {
    @Test("people by pinyin, groups by number below their branch") func names() {
        func person(_ id: Person.ID, _ name: String) -> PersonRow {
            PersonRow(
                person: Person(id: id, name: name, organization: Code("422801100200"), category: .member),
                organizationName: "", service: .serving, households: 0)
        }
        let people = [person("1", "曾二"), person("2", "单福"), person("3", "丁一")]
        let offered = CandidateSource.servingPeople(first: .none).candidates(in: KnownRows(people: people))
        #expect(offered?.map(\.name) == ["丁一", "单福", "曾二"])
        func organization(_ code: String, _ name: String, _ kind: OrganizationKind) -> OrganizationRow {
            OrganizationRow(
                organization: Organization(code: Code(code), name: name, kind: kind), exists: true, parentName: "",
                leaderName: "")
        }
        let organizations = [
            organization("422801100200", "乙村", .village), organization("42280110020001", "第十组", .group),
            organization("42280110020002", "第二组", .group), organization("422801100201", "甲村", .village),
            organization("42280110020101", "第一组", .group),
        ]
        #expect(
            CandidateSource.anyOrganization.candidates(in: KnownRows(organizations: organizations))?.map(\.name)
                == ["乙村", "第二组", "第十组", "甲村", "第一组"])
    }
}
