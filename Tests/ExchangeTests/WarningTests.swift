import PartyWork
import Testing

@testable import Exchange

@Suite("Warnings, saved all the same")
struct WarningTests {
    private func warn(_ text: String, alone: Set<Household.ID> = []) throws -> [String] {
        let session = try FakeSession(Town.saved())
        session.alone = alone
        let report = try Town.check([text], into: session)
        #expect(report.isAccepted)
        return report.notices.map(\.description)
    }

    @Test("A credit code that GB 32100 does not know")
    func creditCode() throws {
        let header = "统一社会信用代码,名称,组织编码\n"
        #expect(try warn(header + "91350100M000100Y43,社,422801100\n") == [])
        #expect(
            try warn(header + "91350100M000100Y44,社,422801100\n")
                == ["1.csv:2: warning: “91350100M000100Y44”不是有效的统一社会信用代码（18 位，末位为校验码），请核对"])
        #expect(try warn(header + "旧证1,社,422801100\n").count == 1)
    }

    @Test("A helper who is 群众")
    func resident() throws {
        let text = "户编号,人员编号,开始日期\nH1,P1,2015-01-01\nH1,P2,2015-01-01\n"
        #expect(try warn(text) == ["1.csv:3: warning: 帮扶人“P2”的类别是群众，请核对"])
    }

    @Test("A day after today")
    func future() throws {
        let text = "编号,日期,类型,组织编码,主题\nA1,2016-06-30,主题党日,422801100,题\nA2,2016-07-01,主题党日,422801100,题\n"
        #expect(try warn(text) == ["1.csv:3: warning: 日期 2016-07-01 在今天以后，请核对"])
    }

    @Test("An ended pairing that leaves a poor household alone, asked once all rows are in")
    func uncovered() throws {
        let text = "户编号,人员编号,开始日期,结束日期,结束原因\nH1,P1,2015-01-01,2016-01-01,调整\nH1,P1,2016-01-01,,\n"
        #expect(
            try warn(text, alone: ["H1"]) == ["1.csv:2: warning: 2016-01-01 结束后，未脱贫户“H1”没有在岗帮扶人，请核对"])
        #expect(try warn(text) == [])
    }

    @Test("A bad row is not warned of, and no ended pairing is asked about")
    func bad() throws {
        let session = try FakeSession(Town.saved())
        session.alone = ["H1"]
        let text = "户编号,人员编号,开始日期,结束日期,结束原因\nH1,P1,2015-01-01,2016-01-01,调整\nH1,P2,2016-01-01,,调整\n"
        #expect(try Town.check([text], into: session).notices.map(\.line) == [3])
    }

    @Test("A message holds no control character, whatever the file is called and its cells hold")
    func plain() {
        let notice = ImportNotice(
            .init("a\u{1B}[2J\n.csv", line: 1), .unknownColumn("列\u{202E}\t\u{0}"))
        #expect(notice.description == "aU+001B[2J .csv:1: warning: 不认识的列“列U+202E U+0000”，已忽略")
    }
}
