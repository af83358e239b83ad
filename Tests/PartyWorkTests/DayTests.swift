import PartyWork
import Testing

@Suite("A day")
struct DayTests {
    @Test(
        "reads the four forms of the files",
        arguments: ["2016-06-30", "2016/6/30", "2016.6.30", "2016年6月30日", "2016-6-30", "2016年06月30日", "2016.06.30"])
    func fourForms(text: String) {
        #expect(Day(text)?.description == "2016-06-30")
    }

    @Test(
        "refuses everything else",
        arguments: [
            "", "2016-02-30", "2015-02-29", "1899-12-31", "16-06-30", "2016-6", "20160630", "2016-06-30 ",
            "2016-06-30T00:00",
            "2016-6/30", "2016年6月30", "2016年6-30日", "２０１６-06-30", "2016-006-30", "2016-13-01", "2016-00-10",
            "2016-01-00",
            "10000-01-01", "2016--06-30", "+016-06-30", "2016年6月30日1",
        ])
    func refused(text: String) {
        #expect(Day(text) == nil)
    }

    @Test("knows the calendar from 1900 on")
    func calendar() throws {
        #expect(Day("1900-01-01") != nil)
        #expect(Day("1900-02-29") == nil)
        #expect(Day("2000-02-29") != nil)
        #expect(Day("9999-12-31") != nil)
        let leap = try #require(Day("2016-02-29"))
        #expect(leap.dayOfYear == 60)
        #expect(leap.daysInYear == 366)
        #expect(leap.lastOfMonth == leap)
        let last = try #require(Day("2015-12-31"))
        #expect(last.dayOfYear == 365)
        #expect(last.daysLeftInYear == 0)
    }

    @Test(
        "moves by months and keeps to the month's end",
        arguments: [
            ("2016-01-31", 1, "2016-02-29"), ("2016-03-31", -1, "2016-02-29"), ("2016-12-15", 1, "2017-01-15"),
            ("2016-06-30", -6, "2015-12-30"), ("1900-01-15", -1, "1900-01-15"),
        ])
    func months(start: String, months: Int, end: String) throws {
        #expect(try #require(Day(start)).adding(months: months).description == end)
    }

    @Test(
        "moves by days over months and years",
        arguments: [
            ("2016-02-28", 1, "2016-02-29"), ("2016-02-28", 2, "2016-03-01"), ("2016-01-01", -1, "2015-12-31"),
            ("2016-06-30", 366, "2017-07-01"), ("2016-03-01", -1, "2016-02-29"), ("2016-06-30", 0, "2016-06-30"),
        ])
    func days(start: String, days: Int, end: String) throws {
        #expect(try #require(Day(start)).adding(days: days).description == end)
    }

    @Test(
        "is read as an officer types it",
        arguments: [
            ("6-15", "2016-06-15"), ("6.15", "2016-06-15"), ("6/5", "2016-06-05"), ("6月15日", "2016-06-15"),
            ("615", "2016-06-15"), ("0615", "2016-06-15"), ("1231", "2015-12-31"), ("15", "2016-06-15"),
            ("5", "2016-06-05"), ("61", "2016-06-01"), ("601", "2016-06-01"), ("6.1", "2016-06-01"),
            ("7-1", "2015-07-01"),
            ("6月30日", "2016-06-30"), ("12.31", "2015-12-31"), ("2017-1-1", "2017-01-01"),
            ("20160229", "2016-02-29"), ("今天", "2016-06-30"), ("昨天", "2016-06-29"), ("前天", "2016-06-28"),
            ("上月", "2016-05-31"), ("月初", "2016-06-01"), ("６－１５", "2016-06-15"), ("2015年12月1日", "2015-12-01"),
            (" 6 - 15 ", "2016-06-15"),
        ])
    func entered(typed: String, read: String) throws {
        let today = try #require(Day("2016-06-30"))
        #expect(Day(entered: typed, today: today)?.description == read)
    }

    @Test(
        "of the month before is meant where that of this month is still to come",
        arguments: [
            ("2016-06-10", "15", "2016-05-15"), ("2016-01-03", "4", "2015-12-04"), ("2016-06-10", "10", "2016-06-10"),
        ])
    func enteredAhead(today: String, typed: String, read: String) throws {
        #expect(Day(entered: typed, today: try #require(Day(today)))?.description == read)
    }

    @Test(
        "may be still to come where it is planned",
        arguments: [("7-1", "2016-07-01"), ("1231", "2016-12-31"), ("91", "2016-09-01"), ("30", "2016-06-30")])
    func planned(typed: String, read: String) throws {
        let today = try #require(Day("2016-06-15"))
        #expect(Day(entered: typed, today: today, isPlanned: true)?.description == read)
    }

    @Test(
        "is told with its year before it is saved, as a question where month and day were guessed",
        arguments: [
            ("61", "6-1? 2016-06-01"), ("6.1", "6-1? 2016-06-01"), ("601", "6-1? 2016-06-01"), ("6-1", "= 2016-06-01"),
            ("15", "6-15? 2016-06-15"), ("111", "1-11? 2016-01-11"), ("7-1", "= 2015-07-01"), ("今天", "= 2016-06-30"),
            ("20160615", "= 2016-06-15"), ("2016-6-1", nil), ("明年", nil), ("", nil), ("40", nil),
        ])
    func told(typed: String, reading: String?) throws {
        let today = try #require(Day("2016-06-30"))
        #expect(Day.reading(of: typed, today: today) == reading)
    }

    @Test(
        "is refused when the calendar has no such day",
        arguments: ["2-30", "31", "1301", "230", "明年", "", "6-", "99999999"])
    func enteredWrong(typed: String) throws {
        let today = try #require(Day("2016-06-30"))
        #expect(Day(entered: typed, today: today) == nil)
    }

    @Test(
        "tells the local time of an instant",
        arguments: [
            ("2016-06-30T08:15:00Z", 480, "2016-06-30 16:15"), ("2016-12-31T16:00:00Z", 480, "2017-01-01 00:00"),
            ("2016-03-01T00:05:00Z", -60, "2016-02-29 23:05"), ("2016-06-30T08:15:00Z", 0, "2016-06-30 08:15"),
            ("soon", 480, "soon"),
        ])
    func clock(instant: String, offset: Int, local: String) {
        #expect(localTime(instant, offset: offset) == local)
    }

    @Test("The day so many days after 1900-01-01 is the one that counting gives")
    func daysAfterEarliest() {
        var day = Day.earliest
        for days in 0..<60_000 {
            #expect(Day(daysAfterEarliest: days) == day)
            day = day.adding(days: 1)
        }
        #expect(Day(daysAfterEarliest: -1) == nil)
        #expect(Day(daysAfterEarliest: 2_958_463) == Day("9999-12-31"))
        #expect(Day(daysAfterEarliest: 2_958_464) == nil)
    }
}
