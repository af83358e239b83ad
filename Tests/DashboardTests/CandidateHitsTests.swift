import ChineseNames
import PartyWork
import TerminalUI
import Testing

@testable import Dashboard

/// What a picker looks at, key by key.
@Suite("Candidates of a picker")
struct CandidateHitsTests {
    private func all() throws -> [Candidate] {
        let day = try #require(Day("2016-06-30"))
        return try Longfeng.shared.get().households(in: Scope("422801100" as Code), asOf: day).map { Candidate($0) }
    }

    @Test("are looked through whole for the first letter, and as letters are added only as far as they fitted before")
    func narrowing() throws {
        let all = try all()
        var hits = CandidateHits<NameQuery>()
        hits.offer(all)
        #expect(hits.ranked.count == all.count && hits.looked == 0)
        var before = all.count
        for text in ["w", "wy", "wyp", "wyp 龙"] {
            hits.type(text)
            #expect(hits.looked == before, "\(text)")
            let query = NameQuery(text)
            #expect(hits.ranked == all.found(by: query).ranked(by: query), "\(text)")
            before = all.found(by: query).count
        }
        #expect(before < all.count / 20)
        hits.type("wyp 龙")
        #expect(hits.looked == 0)
        hits.type("wy")
        #expect(hits.looked == all.count)
        hits.type("")
        #expect(hits.ranked == all)
    }

    @Test("find for a longer text nothing that its beginning does not find")
    func monotone() throws {
        let all = try all()
        for candidate in all.prefix(40) {
            let letters = candidate.name + candidate.key.prefix(3)
            for end in 1...letters.count {
                let (short, long) = (String(letters.prefix(end - 1)), String(letters.prefix(end)))
                let found = Set(all.found(by: NameQuery(short)).map(\.key))
                #expect(all.found(by: NameQuery(long)).allSatisfy { found.contains($0.key) }, "\(long)")
            }
        }
    }
}
