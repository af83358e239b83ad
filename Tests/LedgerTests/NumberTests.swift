import Foundation
import PartyWork
import TestSupport
import Testing

@testable import Ledger

@Suite("Numbers of ledgers and their copies") struct NumberTests {
    let folder = TemporaryFolder()

    @Test(
        "a ledger keeps its part of the numbers, moved and opened anew; a copy takes its own with the first that it gives"
    )
    func parts() throws {
        _ = try Town(in: .open(path: folder.path("zhibu.db")))
        let first = try record("zhibu.db")
        #expect(try record("zhibu.db") == Number(part: first.part, sequence: 2))
        try Ledger.open(path: folder.path("zhibu.db")).backup(to: folder.path("backup.db"))
        try FileManager.default.copyItem(atPath: folder.path("zhibu.db"), toPath: folder.path("copy.db"))
        try FileManager.default.moveItem(atPath: folder.path("zhibu.db"), toPath: folder.path("moved.db"))
        let numbers = try ["backup.db", "copy.db", "moved.db"].map(record)
        #expect(numbers.map(\.sequence) == [3, 3, 3])
        #expect(numbers[2].part == first.part && Set(numbers.map(\.part)).count == 3)
        #expect(try ["backup.db", "copy.db"].map { try record($0).part } == numbers.prefix(2).map(\.part))
    }

    @Test("a look at a copy, and what is only rehearsed, write nothing; a rehearsal tells the number that follows")
    func rehearsed() throws {
        let town = try Town(in: .open(path: folder.path("zhibu.db")))
        try town.perform(.recordActivity(Town.partyDay()))
        try town.ledger.backup(to: folder.path("copy.db"))
        let before = try folder.contents("copy.db")
        let copy = try Ledger.open(path: folder.path("copy.db"))
        _ = try copy.status(asOf: Town.today, scope: Scope(Town.township))
        let told = try Town.desk(copy).rehearse(.recordActivity(Town.partyDay())).get().deed.text
        #expect(try folder.contents("copy.db") == before)
        #expect(try Town.perform(.recordActivity(Town.partyDay()), on: copy).summary == told)
        #expect(try copy.check().problems == [])
    }

    private struct Number: Equatable {
        let part: String
        let sequence: Int
    }

    /// Records an activity in a ledger of the folder; gives the parts of its number.
    private func record(_ name: String) throws -> Number {
        let receipt = try Town.perform(.recordActivity(Town.partyDay()), on: .open(path: folder.path(name)))
        let parts = try #require(receipt.key?.text).split(separator: "-")
        return Number(part: String(parts[1]), sequence: try #require(Int(parts[2])))
    }
}
