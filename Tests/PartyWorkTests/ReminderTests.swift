import Testing

@testable import PartyWork

@Suite("A reminder")
struct ReminderTests {
    private let day = Day(year: 2016, month: 6, day: 30) ?? .earliest

    private func gap(
        _ state: Gap.State, _ subject: Gap.Subject, _ name: String, _ done: Int = 0, of target: Int = 1,
        in organization: Code = "422801100211"
    ) -> Gap {
        Gap(state: state, organization: organization, subject: subject, name: name, done: done, target: target)
    }

    private func month(_ number: Int) -> AskedPeriod {
        AskedPeriod(.month(of: Day(year: 2016, month: number, day: 1) ?? day), held: [], asOf: day)
    }

    private func reminders(_ gaps: [Gap], for audience: Reminders.Audience = .branch) -> Reminders {
        let report = GapsReport(asOf: day, scope: Scope("422801100"), scopeName: "龙凤镇", gaps: gaps)
        return Reminders(
            report, for: audience, names: ["422801100211": "店子槽村", "422801100214": "猫子山村"],
            helpers: ["H1": [.init(id: "P8", name: "余杏香"), .init(id: "P9", name: "牟克垚")]])
    }

    private var owed: [Gap] {
        let group: Code = "42280110021101"
        return [
            gap(.overdue, .partyDay("422801100211", month(2)), "店子槽村"),
            gap(.overdue, .partyDay("422801100211", month(4)), "店子槽村"),
            gap(.uncovered, .household("H1"), "刘定炳"), gap(.uncovered, .household("H7"), "翟承坤", in: "422801100214"),
            gap(.behind, .visitor("P1"), "瞿远舟", of: 4, in: "422801100"),
            gap(.behind, .branch("422801100211"), "店子槽村", 1, of: 4),
            gap(.behind, .item(group, .deed), "店子槽村第一党小组", in: group),
            gap(.behind, .item(group, .hazard), "店子槽村第一党小组", in: group),
            gap(.uncovered, .member("P5"), "谭应柏"), gap(.dueSoon, .partyDay("422801100211", month(6)), "店子槽村"),
        ]
    }

    @Test("says in sentences what a branch lacks and by when, each sort once, the most urgent first")
    func branch() throws {
        let reminders = reminders(owed)
        #expect(reminders.letters.map(\.addressee.name) == ["店子槽村", "猫子山村"])
        let letter = try #require(reminders["422801100211"])
        #expect(
            letter.text() == """
                店子槽村：您好！截至 2016-06-30，还有 8 项没有办，请按期办好并记入台账：
                1. 主题党日没有开：2 月、4 月，已逾期，请尽快补办
                2. 没有帮扶人的户 1 户：刘定炳（H1），请尽快安排结对
                3. 主题活动今年要 4 次，已有 1 次，还差 3 次，进度滞后，2016-12-31 前
                4. 五个一还有 2 项没有办：第一党小组办实事、安全隐患，进度滞后，2016-12-31 前
                5. 没有结对的党员 1 人：谭应柏（P5），请尽快结对
                6. 主题党日没有开：6 月，2016-06-30 前

                """)
    }

    @Test(
        "goes to committee members for their own visits, and to helpers for what is asked of them and their households")
    func audiences() throws {
        let committee = reminders(owed, for: .member)
        #expect(committee.letters.map(\.addressee.key) == ["P1"])
        #expect(committee.letters[0].items[0].sentence == "专题调研今年要 4 次，已有 0 次，还差 4 次，进度滞后，2016-12-31 前")
        let list = Checklist(
            id: "Q1", name: "入户走访", subject: .household, period: .month, startsOn: day.firstOfYear)
        let obligation = Obligation(
            checklist: list, subject: .household("H1"), name: "刘定炳", organization: "422801100211",
            span: .month(of: day), count: 0, lastOn: nil, waiver: nil, asOf: day)
        let helpers = reminders(
            owed + [gap(.dueSoon, .obligation(obligation), "刘定炳")], for: .helper)
        #expect(helpers.letters.map(\.addressee.key) == ["P5", "P8", "P9"])
        #expect(helpers["P5"]?.items.map(\.sentence) == ["还没有结对的贫困户，请与支部联系，尽快结对"])
        #expect(helpers["P9"]?.items.map(\.sentence) == ["清单“入户走访”还没有办：刘定炳，2016-06-30 前"])
    }

    @Test("says who follows a thing up and until when, each once, and what is late")
    func followers() throws {
        let (months, household) = (owed.prefix(2), owed[2])
        var rows = months.map { gap in
            var followUp = FollowUp(of: gap, asOf: day)
            (followUp.officer, followUp.dueOn) = ("李四", day.adding(days: 10))
            return followUp
        }
        rows.append(FollowUp("结对", household: "H1", officer: "王五", dueOn: Day(year: 2016, month: 6, day: 29) ?? day))
        let report = GapsReport(
            asOf: day, scope: Scope("422801100"), scopeName: "龙凤镇", gaps: months + [household],
            followUps: FollowUps(rows))
        let letter = try #require(Reminders(report, for: .branch, names: ["422801100211": "店子槽村"])["422801100211"])
        #expect(
            letter.items.map(\.sentence) == [
                "主题党日没有开：2 月、4 月，已逾期，请尽快补办（跟进：李四 07-10 前）",
                "没有帮扶人的户 1 户：刘定炳（H1），请尽快安排结对（跟进：王五 06-29 已过）",
            ])
    }

    @Test("begins with the words that were set, filled in")
    func greeting() throws {
        let letter = try #require(reminders(owed)["422801100214"])
        #expect(letter.text(greeting: "{名称}支书，{日期} 还差 {项数} 项 {别的}").hasPrefix("猫子山村支书，2016-06-30 还差 1 项 {别的}\n1. "))
        #expect(reminders([]).text() == "没有要提醒的：该办的都办了。\n")
    }

    @Test("speaks English")
    func english() throws {
        try Language.$current.withValue(.english) {
            let letter = try #require(reminders(owed)["422801100211"])
            #expect(letter.text().hasPrefix("店子槽村: as of 2016-06-30 8 things are to be done."))
            #expect(letter.items[0].sentence == "No party day in 2016-02, 2016-04; overdue, please see to it now")
        }
    }

    @Test("is a calendar by RFC 5545: an event for each sort and day, lines of at most 75 octets ended by CR LF")
    func calendar() {
        let text = reminders(owed).calendar(madeAt: "2016-06-30T08:15:00Z")
        let lines = text.split(separator: "\r\n", omittingEmptySubsequences: false).map(String.init)
        #expect(lines.first == "BEGIN:VCALENDAR" && lines.suffix(2) == ["END:VCALENDAR", ""])
        #expect(lines.allSatisfy { $0.utf8.count <= 75 && !$0.contains("\n") })
        #expect(lines.count { $0 == "BEGIN:VEVENT" } == 5)
        #expect(lines.contains("UID:422801100211-partyDay-主题党日-20160229@zhibu"))
        #expect(lines.contains("DTSTAMP:20160630T081500Z") && lines.contains("DTSTART;VALUE=DATE:20161231"))
        #expect(lines.contains("SUMMARY:店子槽村 五个一"))
    }

    @Test("folds a line of a calendar between characters, and escapes what has a meaning there")
    func folding() {
        #expect(CalendarLine.escaped("a,b;c\\d\ne\r") == "a\\,b\\;c\\\\d\\ne")
        #expect(CalendarLine.folded(String(repeating: "x", count: 75)).utf8.count == 75)
        let folded = CalendarLine.folded("X:" + String(repeating: "户", count: 60))
        let pieces = folded.split(separator: "\r\n").map(String.init)
        #expect(pieces.allSatisfy { $0.utf8.count <= 75 } && pieces.dropFirst().allSatisfy { $0.hasPrefix(" ") })
        #expect(
            pieces[0] + pieces.dropFirst().map { $0.dropFirst() }.joined() == "X:" + String(repeating: "户", count: 60))
    }
}
