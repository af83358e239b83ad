import Foundation
import PartyWork
import TestSupport
import Testing

@testable import Ledger

@Suite("A session", .onBothEngines) struct SessionTests {
    let ledger: Ledger

    init() throws { ledger = try Town(.person("P"), .household("H")).ledger }

    @Test("a value of a name for which a statement does not ask is refused") func unknownName() throws {
        let values = Parameters().with("id", "P").with("village", "x")
        let error = #expect(throws: LedgerError.self) {
            try ledger.reading { try $0.first(.personCategory, values) { $0.text(0) } }
        }
        #expect(error?.text.contains("no parameter :village") == true)
    }

    @Test("what all statements of a kind are offered may be left out") func offered() throws {
        let values = Parameters(asOf: Town.today).with("id", "P")
        #expect(try ledger.reading { try $0.first(.personCategory, values) { $0.text(0) } } != nil)
    }

    @Test("a parameter that is not bound is refused, for each use anew") func unbound() throws {
        let sql = "SELECT 1 FROM household WHERE id = ? AND village = ?"
        func run(_ values: [Statement.Value]) throws -> Int {
            try ledger.reading { db in
                let statement = try db.statement(sql)
                try statement.bind(values)
                return try statement.rows { _ in 1 }.count
            }
        }
        #expect(try run([.text("H"), .text(Town.village.digits)]) == 1)
        let error = #expect(throws: LedgerError.self) { try run([.text("H")]) }
        #expect(error?.text.contains("not all parameters are bound") == true)
        #expect(throws: LedgerError.self) { try run([.text("H"), .null, .null]) }
        #expect(try run([.text("H"), .null]) == 0)
        #expect(throws: LedgerError.self) {
            try ledger.reading { try $0.first(.isGap, Parameters().with("id", "H")) { _ in true } }
        }
    }

    @Test("a text is no name: double quotes hold names only") func quotes() throws {
        #expect(throws: LedgerError.self) {
            try ledger.reading { try $0.number("SELECT count(*) FROM person WHERE id = \"P\"") }
        }
    }

    @Test("a part that fails is taken back alone") func part() throws {
        let counts = try ledger.store.writing { db -> [Int] in
            let before = try households(db)
            do { try db.savepoint { try deleteAndFail(db) } } catch is Enough {}
            let kept = try households(db)
            try db.savepoint { try delete(db) }
            return [before, kept, try households(db)]
        }
        #expect(counts == [1, 1, 0])
    }

    @Test("a transaction that fails is taken back as a whole, and the next begins anew") func transaction() throws {
        #expect(throws: Enough.self) { try ledger.store.writing { try deleteAndFail($0) } }
        #expect(try ledger.store.withSession { $0.isInTransaction } == false)
        #expect(try ledger.store.reading { try households($0) } == 1)
        try ledger.store.writing { try delete($0) }
        #expect(try ledger.store.reading { try households($0) } == 0)
    }

    private struct Enough: Error {}

    private func households(_ db: Session) throws -> Int { try db.number("SELECT count(*) FROM household") }

    private func delete(_ db: Session) throws { try db.run("DELETE FROM household WHERE id = ?", [.text("H")]) }

    private func deleteAndFail(_ db: Session) throws {
        try delete(db)
        throw Enough()
    }

    @Test("a commit that is refused leaves nothing, and the ledger usable") func refusedCommit() throws {
        #expect(throws: LedgerError.self) {
            try ledger.store.writing { db in
                try db.run("UPDATE household SET village = ? WHERE id = ?", [.text("999999999999"), .text("H")])
            }
        }
        #expect(try ledger.record(.households, RecordKey("H"))?.record.text(.village) == Town.village.digits)
        try Town.perform(.recordActivity(Town.partyDay()), on: ledger)
    }

    @Test("what is read within a body on another thread waits for its end") func oneAtATime() throws {
        let order = Order()
        let thread = Thread { [ledger] in
            order.began.wait()
            try? ledger.store.withSession { _ in order.add("second") }
            order.ended.signal()
        }
        thread.start()
        try ledger.store.withSession { _ in
            order.began.signal()
            usleep(20_000)
            try ledger.store.withSession { _ in order.add("first") }
        }
        order.ended.wait()
        #expect(order.words == ["first", "second"])
    }

    private final class Order: @unchecked Sendable {
        let began = DispatchSemaphore(value: 0)
        let ended = DispatchSemaphore(value: 0)
        private(set) var words: [String] = []

        func add(_ word: String) { words.append(word) }
    }

    @Test("a ledger that goes closes its file") func closing() throws {
        let folder = TemporaryFolder()
        let path = folder.path("zhibu.db")
        func open() throws -> Int {
            let all = try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd")
            return all.count {
                (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/fd/\($0)")) == path
            }
        }
        var ledger: Ledger? = try Town(in: .open(path: path)).ledger
        #expect(try ledger?.status(asOf: Town.today, scope: Scope(Town.township)) != nil)
        #expect(try open() == 1)
        ledger = nil
        #expect(try open() == 0)
    }

    @Test("the words of functions are put into a statement's text wherever they are called") func dialect() {
        let dialect = Dialect(beginReading: [], beginWriting: [], words: [("string_agg(", "group_concat(")])
        let text = "SELECT string_agg(a, '，'), 'string_agg' FROM (SELECT string_agg(b, ';') FROM 表)"
        let own = "SELECT group_concat(a, '，'), 'string_agg' FROM (SELECT group_concat(b, ';') FROM 表)"
        #expect(dialect.text(text) == own)
        #expect(dialect.text("SELECT 1") == "SELECT 1")
    }
}
