import PartyWork
import Testing

@testable import Exchange

@Suite("What officers say of headers")
struct CorrectionTests {
    /// Imports texts with corrections, on top of the saved town.
    private func check(
        _ texts: [String], _ corrections: [HeaderMapping] = [], remembered: HeaderMappings = HeaderMappings(),
        changed: ImportOrder.ChangedRows = .refuse, into session: FakeSession? = nil
    ) throws -> ImportReport {
        let folder = try TemporaryFolder()
        let paths = try texts.enumerated().map { try folder.write("\($0 + 1).csv", Array($1.utf8)) }
        let order = ImportOrder(paths: paths, changedRows: changed, corrections: corrections)
        return try Importer(order, today: Town.today, remembered: remembered, isReview: true)
            .run(into: session ?? FakeSession(Town.saved()))
    }

    private static let header = "户码,谁家,行政村,几口人,识别年度,情形\n"
    private static let row = "H5,钱七,店子槽,3,2014,因病\n"

    private static func mapping(_ choices: [Int: ColumnChoice]) -> HeaderMapping {
        let names = header.dropLast().split(separator: ",").map(String.init)
        return HeaderMapping(HeaderShape(names), table: .households, choices: choices)
    }

    private static let whole = mapping([1: .column(.head), 3: .column(.headcount), 5: .column(.cause)])

    @Test("A header that lacks columns is told with the table it comes nearest, and read once they are named")
    func corrected() throws {
        let before = try check([Self.header + Self.row])
        #expect(!before.isAccepted && before.sources[0].table == .households && !before.sources[0].isRead)
        #expect(before.sources[0].missing == [.head, .headcount])
        let session = try FakeSession(Town.saved())
        let after = try check([Self.header + Self.row], [Self.whole], into: session)
        #expect(after.isAccepted && after.sources[0].mapping == Self.whole && !after.sources[0].isRemembered)
        #expect(
            Books.households(session, .householdID, .head, .headcount, .cause, .identifiedOn).last
                == ["H5", "钱七", "3", "因病", "2014-12-31"])
    }

    @Test("It is read so the next time too, and says that")
    func remembered() throws {
        var mappings = HeaderMappings()
        mappings.keep(Self.whole)
        let report = try check([Self.header + Self.row], remembered: mappings)
        #expect(report.isAccepted && report.sources[0].isRemembered)
        // So are rows of it that were left out, with the column that says why.
        let left = try check(
            [Self.header.dropLast() + ",留下的原因\n" + Self.row.dropLast() + ",第 3 行：不对\n"], remembered: mappings)
        #expect(left.isAccepted && left.sources[0].isRemembered)
        let forgotten = try check(
            [Self.header + Self.row], remembered: HeaderMappings(text: mappings.text, of: TableSchema.builtIn))
        #expect(forgotten.sources == report.sources || forgotten.sources[0].isRemembered)
    }

    @Test("Nothing remembered counts of a file that has the contract's own header, whatever else stands in it")
    func contract() throws {
        for table in TableSchema.builtIn.contract {
            let columns = table.columns.map(\.header) + ["别的"]
            let shape = HeaderShape(columns)
            var mappings = HeaderMappings()
            for other in [nil, TableSchema.people, .households] {
                mappings.keep(HeaderMapping(shape, table: other, choices: [columns.count - 1: .leftOut, 0: .leftOut]))
                let book = HeaderBook(ImportOrder(paths: []), mappings, of: TableSchema.builtIn)
                let plain = Header(columns, book: .builtIn)
                let header = Header(columns, book: book)
                #expect(header.table == table && header.columns == plain.columns && header.reasons == plain.reasons)
            }
        }
    }

    @Test("A column is left out without a warning, and one taken over by another is let go")
    func choices() throws {
        let leaving = Self.mapping(Self.whole.choices.merging([5: .leftOut]) { $1 })
        let report = try check([Self.header + Self.row], [leaving])
        #expect(report.isAccepted && report.notices.isEmpty)
        #expect(report.sources[0].columns[5].meaning == .leftOut)
        let header = "户编号,户主,村编码,人口,识别日期,致贫原因,详情\n"
        let shape = HeaderShape(header.dropLast().split(separator: ",").map(String.init))
        let taking = HeaderMapping(shape, table: .households, choices: [6: .column(.cause)])
        let session = try FakeSession(Town.saved())
        #expect(try check([header + "H6,周八,422801100211,1,2014-01-01,因病,因学\n"], [taking], into: session).isAccepted)
        #expect(Books.households(session, .householdID, .cause).last == ["H6", "因学"])
    }

    @Test("A column of whatever name may be said to be the helper's, his unit's, post's, telephone's or the day's")
    func helpers() throws {
        let header = "村名,户主,人口数,建档时间,helpPerson,unit,job,tel,since,healthCard\n"
        let shape = HeaderShape(header.dropLast().split(separator: ",").map(String.init))
        let rows = "店子槽村,甲一,3,2014,甲帮,小龙潭村,科员,13800000001,2016-03-01,\n店子槽村,甲二,2,2014,/,,,,,\n"
        let aids: [Int: ColumnChoice] = [
            4: .aid(.helper), 5: .aid(.helperBranch), 6: .aid(.helperPost), 7: .aid(.helperPhone), 8: .aid(.pairedOn),
        ]
        let session = try FakeSession(CaseTown.saved())
        let folder = try TemporaryFolder()
        var order = ImportOrder(
            paths: [try folder.write("户.csv", "贫困户名单\n" + header + rows)],
            corrections: [HeaderMapping(shape, table: .households, choices: aids)])
        order.addsPeople = true
        let report = try Importer(order, today: Town.today).run(into: session)
        #expect(report.faults.isEmpty, "\(report.notices)")
        #expect(report.sources[0].columns[4].meaning == .aid(.helper))
        let people = session.cells(.people, .personName, .organization, .post, .phone).filter { $0[0] == "甲帮" }
        #expect(people == [["甲帮", "422801100201", "科员", "13800000001"]])
        #expect(session.cells(.pairings, .startedOn) { $0.contains("H211") } == [["2016-03-01"]])
        // What is personal stays out, whatever anybody says.
        let account = header.replacing("tel", with: "银行卡号")
        let other = HeaderMapping(
            HeaderShape(account.dropLast().split(separator: ",").map(String.init)), table: .households, choices: aids)
        order.corrections = [other]
        order.paths = [try folder.write("卡.csv", "贫困户名单\n" + account + rows)]
        let again = FakeSession(try CaseTown.saved())
        let refused = try Importer(order, today: Town.today).run(into: again)
        #expect(refused.sources[0].columns[7].isSensitive)
        #expect(again.cells(.people, .personName, .phone).filter { $0[0] == "甲帮" } == [["甲帮", ""]])
    }

    @Test("Personal data is stored under no name that anybody gives it")
    func sensitive() throws {
        let header = "户编号,户主,村编码,人口,识别日期,户主身份证号\n"
        let shape = HeaderShape(header.dropLast().split(separator: ",").map(String.init))
        let mapping = HeaderMapping(shape, table: .households, choices: [5: .column(.cause)])
        let session = try FakeSession(Town.saved())
        let report = try check(
            [header + "H6,周八,422801100211,1,2014-01-01,11010519491231002X\n"], [mapping], into: session)
        #expect(report.isAccepted && !"\(session[.households])".contains("11010519"))
        #expect(report.sources[0].columns[5].meaning == .sensitive(.identity, isInCells: false))
    }

    @Test("A sheet is left out, another is said to be a table, below whatever title")
    func sheets() throws {
        let path = Books.path("openpyxl.xlsx")
        let before = try Importer(ImportOrder(paths: [path]), today: Town.today).run(into: FakeSession())
        var order = ImportOrder(paths: [path])
        for source in before.sources where source.place.sheet != "组织" && !source.shape.cells.isEmpty {
            order.correct(HeaderMapping(source.shape, table: nil))
        }
        let report = try Importer(order, today: Town.today).run(into: FakeSession())
        #expect(report.isAccepted)
        #expect(report.sources.filter(\.isRead).map(\.place.sheet) == ["组织"])
        #expect(report.counts == [.organizations: .init(new: 4)])
    }

    @Test("Rows that differ may stay as they are, and count as they are saved")
    func leaving() throws {
        let session = try FakeSession(Town.saved())
        let text = "编码,名称,类型\n422801100211,新店村,村党组织\n422801100212,双堰村,村党组织\n"
        let report = try check([text], changed: .leave, into: session)
        #expect(report.isAccepted && report.counts[.organizations] == .init(new: 1, left: 1))
        #expect(session[.organizations].compactMap { $0.record as? Organization }.map(\.name).contains("店子槽村"))
        let review = report.review
        #expect(review.count(.changed) == 1 && review.count(.new) == 1)
        #expect(review.rows.first { $0.kind == .changed }?.text == "「名称」“店子槽村” → “新店村”")
    }

    @Test("Rows that refer to one that stays as it is see what is saved, not what the file says")
    func leftForOthers() throws {
        let people = "人员编号,姓名,组织编码,类别\nP1,张三,422801100211,群众\nP2,李四,42280110021101,正式党员\n"
        let pairings = "户编号,人员编号,开始日期\nH1,P1,2015-01-01\nH1,P2,2015-01-01\n"
        func warned(_ changed: ImportOrder.ChangedRows) throws -> [ImportNotice.Reason] {
            try check([people, pairings], changed: changed).notices.filter { $0.kind == .warning }.map(\.reason)
        }
        #expect(try warned(.leave) == [.warning(.residentHelper("P2"))])
        #expect(try warned(.save) == [.warning(.residentHelper("P1"))])
    }

    @Test("Who stays under another name is nobody's namesake by what the file says, nor of who is new in it")
    func leftNamesakes() throws {
        let renamed = "P1,李四,422801100211,正式党员\n"
        let changed = "P9,张三,422801100211,群众\nP1,张三,422801100211,群众\n"
        func warned(_ rows: String, _ changed: ImportOrder.ChangedRows) throws -> Int {
            try check(["人员编号,姓名,组织编码,类别\n" + rows], changed: changed).notices.count { $0.kind == .warning }
        }
        for rows in [renamed, changed] {
            #expect(try warned(rows, .leave) == 0)
            #expect(try warned(rows, .save) == 1)
        }
    }

    @Test("A review names the rows, the wrong ones with all their reasons, two hundred of a kind and counts of all")
    func review() throws {
        let rows = (0..<300).map { "H9\($0),甲\($0),422801100211,0,2014-13-01\n" }.joined()
        let review = try check(["户编号,户主,村编码,人口,识别日期\n" + rows]).review
        #expect(!review.isAccepted && review.count(.rejected) == 300)
        #expect(review.rows.count == ImportReview.shown)
        #expect(review.rows[0].name == "H90 甲0")
        #expect(review.rows[0].text.contains("「人口」") && review.rows[0].text.contains("「识别日期」"))
    }
}

@Suite("Namesakes")
struct NamesakeTests {
    private func warned(_ texts: [String], isReview: Bool = true) throws -> [String] {
        let folder = try TemporaryFolder()
        let paths = try texts.enumerated().map { try folder.write("\($0 + 1).csv", Array($1.utf8)) }
        let order = ImportOrder(paths: paths, changedRows: .save)
        let report = try Importer(order, today: Town.today, isReview: isReview).run(into: FakeSession(Town.saved()))
        #expect(report.isAccepted)
        return report.notices.filter { if case .namesake = $0.reason { true } else { false } }.map {
            "\($0.line ?? 0) \($0.text)"
        }
    }

    private static let people = "人员编号,姓名,组织编码,类别\n"
    private static let households = "户编号,户主,村编码,人口,识别日期\n"

    @Test("One of the same branch is warned of under another key, and a near name is, each at its row")
    func people() throws {
        let text =
            Self.people
            + "P7,张三,42280110021101,群众\nP8,张三,422801100901,群众\nP9,李巳,422801100901,群众\nP10,李己,422801100901,群众\n"
        #expect(
            try warned([text]) == ["2 与同一支部的“张三”（P1）同名，请核对是不是同一人", "5 与同一支部的“李巳”（P9）名字相近，请核对"])
    }

    @Test("So are households of a village, of one call too; what is saved already is not warned of again")
    func households() throws {
        let text =
            Self.households
            + "H1,王五,422801100211,4,2014-01-01\nH2,王 五,422801100211,4,2014-01-01\nH3,赵六,422801100211,4,2014-01-01\n"
        #expect(try warned([text]) == ["3 与本村的“王五”户（H1）户主名字相近，请核对"])
        #expect(try warned([Town.people, Town.households]).isEmpty)
    }

    @Test("So are activities of one day, branch and kind with the same people or topic, of the call and of the ledger")
    func activities() throws {
        let text =
            "编号,日期,类型,组织编码,主题,参加人员\n"
            + "T1,2016-05-10,主题党日,422801100211,学党章,\nT2,2016/5/10,主题党日,422801100211,学 党章,\n"
            + "T3,2016-05-11,主题党日,422801100211,学党章,\nT4,2016-05-10,主题党日,422801100211,别的,\n"
        #expect(
            try warned([text]) == [
                "3 与活动“T1”同一天、同一单位、同一类型，人员或主题也一样（《学党章》），请核对是不是同一次"
            ])
        let cooperatives = "统一社会信用代码,名称,组织编码\nX1,茶叶合作社,422801100211\nX2,茶叶合作社,422801100211\n"
        #expect(try warned([cooperatives]) == ["3 与同一处的合作社“茶叶合作社”（X1）名称相同或相近，请核对是不是同一个"])
    }

    @Test("A plain import looks for none, because its warnings are the contract's")
    func plain() throws {
        #expect(try warned([Self.people + "P7,张三,42280110021101,群众\n"], isReview: false).isEmpty)
    }

    @Test("A name over and over is one pass")
    func many() throws {
        let rows = (0..<20_000).map { "N\($0),张三,422801100211,群众\n" }.joined()
        #expect(try warned([Self.people + rows]).count == 20_000)
    }
}

@Suite("A folder to pick from")
struct FolderReaderTests {
    @Test("Folders and tables are listed by name, nothing hidden and nothing else; a file is asked for in its folder")
    func listing() throws {
        let folder = try TemporaryFolder()
        for name in ["b.csv", "a.XLSX", ".hidden.csv", "~$a.xlsx", "c.txt"] {
            _ = try folder.write(name, [0x61, 0x62])
        }
        _ = try folder.write("d", Array("SQLite format 3\0more".utf8))
        let listing = try FolderReader.listing(folder.path)
        #expect(listing.entries.map(\.name) == ["a.XLSX", "b.csv", "d"])
        #expect(listing.entries(.table).allSatisfy { $0.size == 2 && $0.changedAt.hasSuffix("Z") })
        #expect(listing.entries(.ledger).map(\.name) == ["d"])
        #expect(listing.free("b", "csv").hasSuffix("/b2.csv") && listing.free("e", "db").hasSuffix("/e.db"))
        #expect(try FolderReader.listing(listing.path(of: "b.csv")).asked == "b.csv")
        let above = try FolderReader.listing(#require(listing.parent))
        #expect(above.entries(.folder).contains { listing.path == above.path(of: $0.name) })
        #expect(FolderListing(path: "/", entries: []).parent == nil)
        #expect(FolderListing(path: "/tmp", entries: []).parent == "/")
    }

    @Test("What is not there is said", arguments: [("/nowhere/at/all", FileFault.missing)])
    func missing(path: String, fault: FileFault) {
        #expect(throws: fault) { try FolderReader.listing(path) }
    }
}
