import PartyWork
import Testing

@Suite("Which copies are kept") struct CopyRetentionTests {
    private static func days(_ first: String, _ count: Int) throws -> [Day] {
        let start = try #require(Day(first))
        return (0..<count).map { start.adding(days: $0) }
    }

    private static func kept(_ days: [Day]) -> [String] {
        let expired = CopyRetention.expired(Set(days), sound: days.max())
        return days.filter { !expired.contains($0) }.map(\.description)
    }

    @Test("with one every day: seven days, then the Sundays of five weeks, then the last days of twelve months")
    func everyDay() throws {
        // 2016-06-30 is a Thursday.
        #expect(
            Self.kept(try Self.days("2014-01-01", 912)) == [
                "2015-07-31", "2015-08-31", "2015-09-30", "2015-10-31", "2015-11-30", "2015-12-31", "2016-01-31",
                "2016-02-29", "2016-03-31", "2016-04-30", "2016-05-31", "2016-06-05", "2016-06-12", "2016-06-19",
                "2016-06-24", "2016-06-25", "2016-06-26", "2016-06-27", "2016-06-28", "2016-06-29", "2016-06-30",
            ])
    }

    @Test("a pause takes none away: what counts are days that have one") func pause() throws {
        let days = try Self.days("2015-03-01", 3) + Self.days("2016-06-28", 3)
        #expect(Self.kept(days) == days.map(\.description))
    }

    @Test("the newest one that was found sound never goes") func sound() throws {
        let days = try Self.days("2016-01-01", 100)
        let sound = days[40]
        #expect(CopyRetention.expired(Set(days), sound: days.max()).contains(sound))
        #expect(!CopyRetention.expired(Set(days), sound: sound).contains(sound))
        #expect(CopyRetention.expired([], sound: nil) == [])
    }

    @Test("a week begins on Monday, also over the end of a year") func weeks() throws {
        // 2015-12-28 is a Monday. Each week's newest is kept, of eight days and a half year the rest go.
        let days = try Self.days("2015-12-21", 14)
        #expect(Self.kept(days).prefix(2) == ["2015-12-27", "2015-12-28"])
    }

    @Test("a copy's name says the ledger and the day, and any other name is none") func names() throws {
        let copy = KeptCopy(in: "/m", of: "7K3QF", day: try #require(Day("2016-06-30")))
        #expect(copy.path == "/m/zhibu-7K3QF-2016-06-30.db")
        #expect(KeptCopy("zhibu-7K3QF-2016-06-30.db", in: "/m") == copy)
        for name in [
            "zhibu.db", "zhibu-7K3QF-2016-06-30.db.12.part", "zhibu-7K3Q-2016-06-30.db", "zhibu-7K3QF-2016-06-31.db",
            "zhibu-7K3QF.db", "x-7K3QF-2016-06-30.db",
        ] {
            #expect(KeptCopy(name, in: "/m") == nil, "\(name)")
        }
    }
}
