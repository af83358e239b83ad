import PartyWork
import Testing

@testable import Exchange

@Suite("Lists that offices keep beside those of the ledger")
struct OfficeListTests {
    private func people(_ session: FakeSession, _ columns: Column...) -> [[String]] {
        session[.people].filter { $0.record.text(.personName).hasPrefix("甲") }
            .map { person in columns.map { person.record.text($0) } }
    }

    private func faults(_ report: ImportReport) -> [ImportNotice.Reason] {
        report.notices.filter { $0.kind == .fault }.map(\.reason)
    }

    @Test("An identity number in a cell of text is refused, and repeated nowhere")
    func identity() throws {
        let rows = "村,户主,家庭人口,识别时间,致贫原因\n店子槽村,%,3,2014,因病\n"
        for name in ["甲一42280119600101001X", "甲一（422801194912310027）", "11010519491231002x"] {
            // Of the first the check digit is wrong.
            let text = "贫困户名单\n" + rows.replacing("%", with: name)
            let report = try CaseTown.check(text, into: FakeSession(CaseTown.saved()))
            let isOne = name.contains("194912310027") || name.hasSuffix("x")
            #expect(
                faults(report).contains(.unreadable(.sensitive(.identity), column: .head)) == isOne, "\(report.notices)"
            )
            #expect(!isOne || !report.notices.contains { $0.text.contains("19491231") })
        }
        let session = try FakeSession(CaseTown.saved())
        let key = "贫困户名单\n户编号,村,户主,家庭人口,识别时间\n422801194912310027,店子槽村,甲一,3,2014\n"
        #expect(
            faults(try CaseTown.check(key, into: session))
                == [.unreadable(.sensitive(.identity), column: .householdID)])
        // What only looks like one, and what the contract reads by itself.
        let other = "贫困户名单\n户编号,村,户主,家庭人口,识别时间\n422801100211000123,店子槽村,甲一,3,2014\n"
        #expect(try CaseTown.check(other, into: session).isAccepted)
    }

    @Test("Whom a list of those who were sent to villages names belongs to no village that it names")
    func posted() throws {
        for (title, village) in [("龙凤镇驻村工作队花名册", "村"), ("选派第一书记名单", "所在村"), ("干部下派情况", "所驻村")] {
            let text = "\(title)\n序号,\(village),派驻单位,姓名,政治面貌,单位职务\n1,店子槽村,恩施市农业局,甲一,中共党员,科员\n"
            let asked = try CaseTown.check(text, into: FakeSession(CaseTown.saved()))
            #expect(faults(asked) == [.noTable(nearest: .people, missing: [.organization])], "\(title)")
            let session = try FakeSession(CaseTown.saved())
            #expect(try CaseTown.check(text, into: session, given: ["组织编码=龙凤镇"]).isAccepted, "\(title)")
            #expect(
                people(session, .organization, .assignedVillages, .category, .post)
                    == [["422801100", "422801100211", "正式党员", "科员"]])
        }
        // Nor to that of the title.
        let titled = "店子槽村驻村工作队名单\n姓名,政治面貌\n甲一,中共党员\n"
        #expect(
            faults(try CaseTown.check(titled, into: FakeSession(CaseTown.saved())))
                == [.noTable(nearest: .people, missing: [.organization])])
        let own = "店子槽村两委花名册\n村,姓名,政治面貌\n店子槽村,甲一,中共党员\n"
        let session = try FakeSession(CaseTown.saved())
        #expect(try CaseTown.check(own, into: session).isAccepted)
        #expect(people(session, .organization, .assignedVillages) == [["422801100211", ""]])
    }

    @Test("Posts that stand in the header are those of whom they are ticked for")
    func ticks() throws {
        let session = try FakeSession(CaseTown.saved())
        let text =
            "店子槽村党支部班子名册\n姓名,政治面貌,支部书记,组织委员,是否第一书记,培养联系人\n甲一,中共党员,√,,否,某\n甲二,中共党员,×,是,1,\n甲三,中共党员,,,,\n"
        #expect(try CaseTown.check(text, into: session).isAccepted)
        #expect(people(session, .personName, .post) == [["甲一", "支部书记"], ["甲二", "组织委员、第一书记"], ["甲三", ""]])
        // Nobody loses a post because nothing is ticked.
        let unticked = try CaseTown.check(
            text.replacing("√", with: "").replacing("是,1", with: ","), into: FakeSession(session.all), update: true)
        #expect(unticked.isAccepted && unticked.counts[.people]?.unchanged == 3)
        // Once more nothing changes; another tick is a change.
        let again = try CaseTown.check(text, into: FakeSession(session.all))
        #expect(again.isAccepted && again.counts[.people]?.unchanged == 3)
        let moved = text.replacing("甲三,中共党员,,,,", with: "甲三,中共党员,√,,,")
        #expect(
            faults(try CaseTown.check(moved, into: FakeSession(session.all)))
                == [.differs([ColumnChange(.post, old: "", new: "支部书记")])])
        // Who is the branch's secretary is not what each is.
        let named = "党员名册\n姓名,所在支部,政治面貌,支部书记\n甲一,店子槽村党支部,中共党员,谭小满\n"
        let other = try FakeSession(CaseTown.saved())
        let report = try CaseTown.check(named, into: other)
        #expect(report.isAccepted && report.notices.map(\.reason).contains(.unknownColumn("支部书记")))
        #expect(people(other, .post) == [[""]])
    }

    @Test(
        "Helpers are known by what they do, under whatever header",
        arguments: [
            "帮扶党员干部", "爱心助困帮扶党员", "结对帮扶领导", "包户责任人", "挂钩干部", "帮扶责任人及职务", "联户党员干部", "县级帮扶领导", "帮扶队员",
        ])
    func helpers(name: String) throws {
        let households = "贫困户名单\n村,户主,家庭人口,识别时间,\(name),结对时间\n店子槽村,甲一,3,2014,谭小满（书记）,2016-03-01\n"
        let pairings = "结对名单\n村,户主,\(name),结对时间\n店子槽村,牟金桂,谭小满,2016-03-01\n"
        for text in [households, pairings] {
            let session = try FakeSession(CaseTown.saved())
            let report = try CaseTown.check(text, into: session)
            #expect(report.isAccepted, "\(report.notices)")
            let new = session.cells(.pairings, .personID, .startedOn).filter { $0[1] == "2016-03-01" }
            #expect(new == [["P02", "2016-03-01"]], "\(name)")
        }
    }

    @Test(
        "A column about the help, or about those who are helped, is no helper's",
        arguments: ["帮扶对象", "被帮扶人", "帮扶单位联系人", "帮扶措施负责人", "是否有帮扶责任人", "帮扶人数", "帮扶企业负责人", "结对户主"])
    func otherColumns(name: String) {
        #expect(Synonyms.aid(of: name, in: .households) != .helper)
        #expect(Synonyms.meaning(of: name, in: .pairings)?.field.column != .personID)
    }

    @Test("What stands right of such a helper, or in his name's column, is his")
    func beside() {
        for (name, aid) in [
            ("帮扶党员干部电话", Aid.helperPhone), ("包户责任人单位及职务", .helperPost), ("县级帮扶领导单位", .helperBranch),
            ("帮扶责任人职务", .helperPost),
        ] {
            #expect(Synonyms.aid(of: name, in: .households) == aid, "\(name)")
        }
    }

    @Test("Names below a group that says what they have in common are joined either way")
    func groups() throws {
        let session = try FakeSession(CaseTown.saved())
        let text = "三河村贫困户动态管理表\n户主,人口,时间,,\n,,识别,脱贫,返贫\n甲一,3,2014年1月,2015年12月,2016年12月\n"
        #expect(try CaseTown.check(text, into: session).isAccepted)
        #expect(
            session.cells(.households, .head, .identifiedOn, .liftedOn, .returnedOn) { $0.hasPrefix("H2") }
                == [["甲一", "2014-01-31", "2015-12-31", "2016-12-31"]])
    }

    @Test("What kind of village it is may stand behind its name")
    func villages() throws {
        let rows = "村,户主,家庭人口,识别时间\n店子槽村%,甲一,3,2014\n"
        for (remark, isFound) in [
            ("（贫困村）", true), ("(非贫困村)", true), ("（社区）", true), ("（重点贫困村）", true), ("（白果乡）", false), ("（三河村）", false),
        ] {
            let text = "贫困户名单\n" + rows.replacing("%", with: remark)
            #expect(try CaseTown.check(text, into: FakeSession(CaseTown.saved())).isAccepted == isFound, "\(remark)")
        }
    }

    @Test("The unit in a header's parentheses says what is counted")
    func members() throws {
        let session = try FakeSession(CaseTown.saved())
        let text = "合作社名录\n统一社会信用代码,合作社名称,所在村,成员（户）,带动农户（户）\n934228010000000014,甲合作社,店子槽村,105户,60\n"
        #expect(try CaseTown.check(text, into: session).isAccepted)
        #expect(session.cells(.cooperatives, .memberHouseholds, .householdsLed) == [["105", "60"]])
        let names = text.replacing("105户", with: "谭小满、向玉田")
        #expect(!(try CaseTown.check(names, into: FakeSession(CaseTown.saved())).isAccepted))
    }

    @Test("A helper's households may have a column each")
    func numberedHeads() throws {
        let session = try FakeSession(CaseTown.saved())
        let text =
            "结对帮扶一览表\n帮扶责任人,村,帮扶户1,帮扶户2,帮扶户3,结对时间\n谭小满,店子槽村,牟金桂,/,,2016-03-01\n黄秋生,三河村,无,杨满仓,,2016-03-01\n"
        #expect(try CaseTown.check(text, into: session).isAccepted)
        let new = session.cells(.pairings, .householdID, .personID, .startedOn).filter { $0[2] == "2016-03-01" }
        #expect(new == [["H02", "P02", "2016-03-01"], ["H05", "P04", "2016-03-01"]])
        let again = try CaseTown.check(text, into: FakeSession(session.all))
        #expect(again.counts[.pairings]?.unchanged == 2 && again.isAccepted)
        let several = text.replacing("/,,", with: "吴木匠,,")
        let wrong = try CaseTown.check(several, into: FakeSession(CaseTown.saved()))
        #expect(
            wrong.notices.filter { $0.kind == .fault }.map(\.reason)
                == [.field(FieldFault(.householdID, .notNamed("店子槽村 吴木匠")))])
    }

    @Test(
        "A line above a list of households may say who helps all of them",
        arguments: [
            ("帮扶责任人：甲帮    联系电话：13800000001", "甲帮", "13800000001"), ("结对帮扶干部:甲 帮", "甲帮", ""),
            ("帮扶人（签字）：甲帮，电话13800000001", "甲帮", "13800000001"),
        ])
    func helperAbove(line: String, name: String, phone: String) throws {
        let session = try FakeSession(CaseTown.saved())
        let text = "店子槽村贫困户花名册\n\(line)\n户主\t人口\t识别时间\n甲一\t3\t2014\n甲二\t2\t2014\n"
        let report = try CaseTown.check(text, into: session, given: ["开始日期=2016-03-01"], addsPeople: true)
        #expect(report.isAccepted && report.notices.map(\.reason).contains(.helperAbove(name)), "\(report.notices)")
        #expect(people(session, .personName, .phone) == [[name, phone]])
        #expect(session.cells(.pairings, .startedOn) { $0.contains("H211") } == [["2016-03-01"], ["2016-03-01"]])
    }

    @Test("A line that names no helper says nothing of one", arguments: ["帮扶责任人：", "帮扶单位：恩施市农业局", "帮扶责任人：见附表名单所列各人"])
    func nobodyAbove(line: String) throws {
        let text = "店子槽村贫困户花名册\n\(line)\n户主\t人口\t识别时间\n甲一\t3\t2014\n"
        let session = try FakeSession(CaseTown.saved())
        let before = session[.pairings].count
        #expect(try CaseTown.check(text, into: session, addsPeople: true).isAccepted)
        #expect(session[.pairings].count == before)
    }

    @Test("A table of months says what it is, and not what it lacks", arguments: ["1月,2月,3月,4月", "一月,二月,三月份,十二月"])
    func months(columns: String) throws {
        for first in ["支部名称", "姓名"] {
            let text = "2016年主题党日开展情况统计表\n序号,\(first),\(columns)\n1,店子槽村党支部,√,,√,\n"
            let report = try CaseTown.check(text, into: FakeSession(CaseTown.saved()))
            #expect(faults(report) == [.months], "\(report.notices)")
        }
        let list = "店子槽村主题党日台账\n时间,活动主题\n2016-05-10,1月2月3月\n"
        #expect(try CaseTown.check(list, into: FakeSession(CaseTown.saved())).isAccepted)
    }

    @Test("Meetings of other kinds than the ledger's are refused row by row")
    func meetings() throws {
        let text =
            "店子槽村党支部三会一课台账\n时间,会议类型,会议主题\n2016-03-05,支部党员大会,学习\n2016-03-20,主题党日,植树\n"
        let report = try CaseTown.check(text, into: FakeSession(CaseTown.saved()))
        #expect(
            report.notices.filter { $0.kind == .fault }.map(\.line) == [3]
                && report.counts[.activities] == .init(new: 1), "\(report.notices)")
    }

    @Test("A total is none of the rows, whatever became of its formula")
    func totals() throws {
        func report(_ cells: String) throws -> ImportReport {
            let names = WrittenBook.row(1, ["村", "户主", "家庭人口", "识别时间"])
            let row = WrittenBook.row(2, ["店子槽村", "甲一", "3", "2014"])
            let folder = try TemporaryFolder()
            let rows = names + row + "<row r=\"3\">\(cells)</row>"
            let path = try folder.write("户.xlsx", WrittenBook.bytes(rows, behind: "", index: ""))
            return try Importer(paths: [path], update: false, today: Town.today)
                .run(into: FakeSession(CaseTown.saved()))
        }
        func text(_ text: String) -> String { "<c t=\"str\"><v>\(text)</v></c>" }
        for formula in ["<c><f>SUM(C2:C2)</f></c>", "<c t=\"e\"><f>SUM(C2:C2)</f><v>#REF!</v></c>"] {
            #expect(try report(text("合计") + text("") + formula).faults.isEmpty)
            #expect(try report("<c/>" + text("合计") + formula).faults.isEmpty)
            #expect(!(try report(text("店子槽村") + text("甲二") + formula + text("2014")).isAccepted))
        }
    }

    @Test("A word for none is nobody's post", arguments: ["无", "/", "—"])
    func noPost(word: String) throws {
        let session = try FakeSession(CaseTown.saved())
        let text = "店子槽村党支部党员名册\n姓名,党员类别,党内职务\n甲一,正式党员,\(word)\n甲二,正式党员,无职党员\n"
        #expect(try CaseTown.check(text, into: session).isAccepted)
        #expect(people(session, .post) == [[""], ["无职党员"]])
    }
}
