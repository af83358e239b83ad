import PartyWork
import Testing

@testable import Papers

/// What stands in the papers, whatever writes them.
@Suite("A printed form") struct PaperTests {
    private static let today: Day = Day("2016-06-30").unsafelyUnwrapped
    private static let place: NamedScope = NamedScope(town: "镇", name: "甲村", code: "100000001101")
    private let context: PaperContext = PaperContext(place: place, asOf: today, made: "制表：李娟")

    private func report(_ month: String, signed: [MonthFigure: Int]?, now: [MonthFigure: Int]) throws -> MonthReport {
        func figures(_ values: [MonthFigure: Int]) -> MonthFigures {
            values.reduce(into: MonthFigures()) { $0[$1.key] = $1.value }
        }
        let month = try #require(Month(month))
        let step = signed.map { values in
            MonthStep(
                organization: "100000001101", month: month, position: 2, step: .accept, takenOn: month.last,
                officer: "李娟", figures: figures(values))
        }
        return MonthReport(
            code: "100000001101", name: "甲村", month: month, asOf: month.last, figures: figures(now),
            steps: [step].compactMap { $0 })
    }

    @Test("of a signed month shows what was signed, and a later correction beside it")
    func signedMonth() throws {
        let cases: [(signed: [MonthFigure: Int]?, now: [MonthFigure: Int], shown: Int, beside: String)] = [
            (nil, [.partyDay: 2], 2, ""), ([.partyDay: 1], [.partyDay: 1], 1, ""),
            ([.partyDay: 1], [.partyDay: 2], 1, "主题党日 1 改为 2"), ([.partyDay: 1], [:], 1, "主题党日 1 改为 0"),
        ]
        for (signed, now, shown, beside) in cases {
            let report = try self.report("2016-05", signed: signed, now: now)
            let paper = Paper.month(
                MonthDetails(report: report, activities: [], households: [], members: []), context)
            let row = try #require(paper.tables[1].rows.first)
            #expect(Array(row[0...1]) == [.label("主题党日"), .number(shown)] && row[4] == .text(beside))
        }
    }

    @Test("of a year is built from its months, signed ones as signed") func months() throws {
        let may = try report("2016-05", signed: [.partyDay: 1, .deed: 2], now: [.partyDay: 1, .deed: 3])
        let june = try report("2016-06", signed: nil, now: [.partyDay: 1])
        let table = PaperTable.months("各月", [[may, june]])
        #expect(
            table.rows[0] == [
                .text("5 月"), .text("已接收"), .number(1), .number(0), .number(0), .number(0), .number(2), .number(3),
                .number(0), .text("办实事 2 改为 3"),
            ])
        #expect(table.rows[1][1] == .text("未上报"))
        #expect(table.totals[0][2] == .number(2) && table.totals[0][7] == .number(4))
        let two = PaperTable.months("各月", [[may], [may]])
        #expect(two.rows[0][1] == .text("接收 2/2"))
        #expect(two.rows[0][9] == .text("甲村 办实事 2 改为 3；甲村 办实事 2 改为 3"))
    }

    @Test(
        "masks telephone numbers unless they are asked for", arguments: [(false, "138****0001"), (true, "13800000001")])
    func masks(isUnmasked: Bool, phone: String) {
        let context = PaperContext(
            place: Self.place, asOf: Self.today, made: "", showsPersonalFields: isUnmasked)
        let person = Person(id: "P", name: "钱二", organization: "100000001101", category: .member, phone: "13800000001")
        let row = PersonRow(person: person, organizationName: "甲村", service: .serving, households: 0)
        let sheet = HelperSheet(card: PersonCard(row: row, pairings: [], activities: []), households: [])
        #expect(Paper.pairing(sheet, context).heading.subject == "帮扶人：钱二（P）  甲村  正式党员  电话：\(phone)")
    }

    @Test(
        "to be filled in has empty rows, the labels and who signs, and nothing that was counted",
        arguments: PaperKind.allCases)
    func blank(kind: PaperKind) {
        let paper = kind.blank(on: Self.today)
        #expect(paper.isBlank && paper.heading.kind == kind.title && !paper.signatures.isEmpty)
        #expect(paper.chart == nil && paper.heading.made.isEmpty)
        for table in paper.tables {
            #expect(!table.rows.isEmpty)
            for cell in (table.rows + table.totals).joined() {
                guard cell != .empty else { continue }
                guard case .label = cell else {
                    Issue.record("\(cell)")
                    continue
                }
            }
        }
    }

    @Test("has as many cells in every row as columns", arguments: PaperKind.allCases)
    func widths(kind: PaperKind) {
        for table in kind.blank(on: Self.today).tables {
            for row in table.rows + table.totals { #expect(row.count == table.columns.count, "\(table.title)") }
        }
    }

    @Test("of a known branch keeps its place when it is blank") func keepsPlace() throws {
        let report = try self.report("2016-05", signed: nil, now: [.partyDay: 1])
        let details = MonthDetails(report: report, activities: [], households: [], members: [])
        let paper = Paper.month(details, context).blank
        #expect(paper.lines[0].left == "填报单位（盖章）：镇 甲村（100000001101）")
        #expect(paper.heading.title == "镇甲村 2016 年 5 月支部月报表")
        #expect(paper.tables[1].rows[0] == [.label("主题党日"), .empty, .label("办实事"), .empty, .empty])
    }

    @Test("says where it is about, as far as that is known")
    func placeText() {
        let cases = [
            (NamedScope(town: "镇", name: "镇", code: "100000001"), "镇（100000001）"),
            (NamedScope(town: "", name: "", code: "1000"), "1000"),
            (NamedScope(town: "", name: "", code: ""), "________________"),
        ]
        for (place, text) in cases { #expect(place.text == text) }
    }

    @Test("explains every column of the six tables") func guide() {
        for table in TableSchema.builtIn.contract {
            for field in table.fields { #expect(!field.guide.isEmpty, "\(table.name) \(field.column.header)") }
        }
    }

    @Test("carries below its notes the seal of the journal, which a blank one has not")
    func foot() throws {
        let seal = Seal(entry: 12, bytes: [UInt8](repeating: 0, count: 32))
        let context = PaperContext(place: Self.place, asOf: Self.today, made: "制表：李娟", seal: seal)
        var paper = Paper("表", in: context, period: context.period, rule: "", name: "表", tables: [], notes: ["一", "二"])
        #expect(paper.foot == ["注：一", "注：二", "流水封签：12-00000-00000-00000-00000", "制表：李娟"])
        #expect(paper.blank.foot == ["注：一", "注：二"])
        #expect(context.at(Self.place).seal == seal)
        paper = Paper("表", in: self.context, period: context.period, rule: "", name: "表", tables: [])
        #expect(paper.foot == [self.context.made].filter { !$0.isEmpty } && paper.signing.isEmpty)
    }

    @Test("that is handed in says who fills it in for when, leaves room to sign, and a blank one has no date")
    func handedIn() throws {
        let report = try self.report("2016-05", signed: nil, now: [:])
        let paper = Paper.month(MonthDetails(report: report, activities: [], households: [], members: []), context)
        #expect(paper.lines.map(\.right) == ["截至 \(report.asOf)    单位：次、户、人"])
        #expect(
            paper.signing == [
                "支部书记（签字）：______________    填报人（签字）：______________    审核人（签字）：______________",
                "联系电话：______________    填报日期：______ 年 ____ 月 ____ 日",
            ])
        let blank = PaperKind.month.blank(on: Self.today)
        #expect(blank.heading.title == "____ 年 ____ 月支部月报表")
        #expect(blank.lines.map(\.left) == ["填报单位（盖章）：________________"])
        #expect(!([blank.heading.title] + blank.foot + blank.lines.map(\.right)).joined().contains("2016"))
        #expect(Paper.cooperatives([], nil, context).heading.title == "镇甲村合作社登记册")
    }
}
