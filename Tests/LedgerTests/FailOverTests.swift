import Glibc
import PartyWork
import Synchronization
import TestSupport
import Testing

@testable import Ledger

/// The fall of the primary under officers who save (SERVER section 3, lost connections; section 5).
@Suite("A server that falls") struct FailOverTests {
    /// What all writers have in common.
    private final class Progress: Sendable {
        let saved = Atomic<Int>(0)
        let hasFallen = Atomic<Bool>(false)
    }

    /// Saves one activity after the other, each until it is told as saved, under the mark with which it was sent first.
    ///
    /// - Returns: What was told as saved.
    private func write(_ writer: Int, _ desk: Desk, _ progress: Progress) throws -> [String] {
        var told: [String] = []
        var afterTheFall = 0
        while afterTheFall < 10 {
            let title = "第 \(writer) 人第 \(told.count) 件"
            let mark = ActMark.random()
            var tries = 0
            while true {
                do {
                    _ = try desk.perform(.recordActivity(Town.partyDay(title)), as: mark)
                    break
                } catch let error as LedgerError {
                    tries += 1
                    guard tries < 400 else { throw error }
                    usleep(20_000)
                }
            }
            told.append(title)
            progress.saved.add(1, ordering: .relaxed)
            if progress.hasFallen.load(ordering: .relaxed) { afterTheFall += 1 }
        }
        return told
    }

    @Test(
        "What was told as saved is there, once, on the standby that takes over; the programs go on without a new start")
    func fall() throws {
        let pair = try PostgreSQLPair(town: Town.township)
        _ = try Town([], in: .open(path: pair.address))
        let desks = try (0..<4).map { _ in Town.desk(try .open(path: pair.address)) }
        let progress = Progress()
        let told = try Threads.each(Array(0...desks.count)) { part in
            if part < desks.count { return try write(part, desks[part], progress) }
            while progress.saved.load(ordering: .relaxed) < 60 { usleep(5_000) }
            try pair.fall()
            progress.hasFallen.store(true, ordering: .relaxed)
            // For a moment nobody takes writes.
            usleep(200_000)
            try pair.promote()
            return []
        }.flatMap { $0 }
        #expect(throws: RawServer.Failure.self) { try pair.raw("one") }
        let ledger = try Ledger.open(path: pair.address)
        let found = try ledger.activities(in: Scope(Town.township), from: "2016-01-01", to: Town.today).map(
            \.activity.title)
        #expect(told.count >= 100 && found.sorted() == told.sorted(), "\(told.count) \(found.count)")
        #expect(try ledger.check().problems == [])
    }
}
