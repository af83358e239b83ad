import PartyWork
import TestSupport
import Testing

@testable import Ledger

@Suite("Saved is told as saved", .onBothEngines) struct SavingTests {
    let folder = TemporaryFolder()

    private func activities(_ town: Town) throws -> Int { try town.ledger.check().rows[.activities] ?? 0 }

    @Test("an error after the commit: the act is there, and is told as saved") func afterCommit() throws {
        let path = folder.path("zhibu.db")
        let town = try Town(in: .open(path: path))
        let receipt = try FailingFolder.during(path) { try town.perform(.recordActivity(Town.partyDay())) }
        #expect(receipt.entry == 2 && !receipt.isRepeated)
        let warning = try #require(receipt.warnings.first)
        #expect(warning.contains("1290") && warning.contains("已保存为第 2 条"))
        #expect(!warning.contains("未保存"))
        #expect(try activities(town) == 1)
        #expect(try Ledger.open(path: path).check().isSound)
    }

    @Test("the same of an import, whose report is given") func importAfterCommit() throws {
        let path = folder.path("zhibu.db")
        let ledger = try Ledger.open(path: path)
        var doubts: [String] = []
        let result = try FailingFolder.during(path) {
            try Town.desk(ledger).importing(
                dryRun: false, doubt: { doubts.append($0) },
                { session in
                    for record in Town.organizations { try session.insert(record) }
                    return (result: 8, commit: true, deed: .words("导入"))
                })
        }
        #expect(result == 8)
        #expect(doubts.count == 1 && doubts[0].contains("已保存为第 1 条"))
        #expect(try ledger.check().rows[.organizations] == 8)
    }

    @Test("an act that is sent again under its mark is told as saved, and written once") func again() throws {
        let town = try Town()
        let mark = ActMark.random()
        func send(_ title: String) throws -> Receipt {
            try town.desk.perform(.recordActivity(Town.partyDay(title)), as: mark)
        }
        let first = try send("学习")
        let second = try send("学习")
        #expect(second.isRepeated && second.entry == first.entry && second.key == first.key)
        #expect(second.summary == first.summary)
        #expect(try activities(town) == 1)
        #expect(try town.ledger.entry(of: mark)?.id == first.entry)
        #expect(try town.ledger.entry(of: .random()) == nil)
        #expect(try !town.perform(.recordActivity(Town.partyDay("学习"))).isRepeated)
        #expect(try activities(town) == 2)
    }

    @Test("what never came to the commit is told as not saved, whatever the error") func unsaved() throws {
        let path = folder.path("zhibu.db")
        let town = try Town(in: .open(path: path, busyTimeout: 0.05))
        let other = try RawDatabase(path)
        try other.run("BEGIN IMMEDIATE")
        let error = #expect(throws: LedgerError.self) { try town.perform(.recordActivity(Town.partyDay())) }
        #expect(error == .unsaved(.locked(path: path)))
        #expect(error?.text.hasPrefix("本次未保存：") == true)
        try other.run("COMMIT")
        #expect(try activities(town) == 0)
    }

    @Test("an outcome that is not known is told alike to a form and a command: where to look, and before what")
    func unknown() {
        #expect(
            LedgerError.unsure(.connectionLost(path: "x")).text
                == "不知道这次是否已经保存：与服务器 x 的连接断了；下次用到时会自动重新连接；先看流水（zhibu journal，看板按 8）里有没有，再决定要不要重做")
    }

    @Test("where the ledger cannot be asked either, nothing is claimed") func unsure() throws {
        let path = folder.path("zhibu.db")
        let town = try Town(in: .open(path: path, busyTimeout: 0.05))
        let other = try RawDatabase(path)
        try other.run("BEGIN EXCLUSIVE")
        let error = #expect(throws: LedgerError.self) {
            try town.ledger.settle(1, .random(), after: .inputOutput(path: path, code: 1290))
        }
        #expect(error == .unsure(.inputOutput(path: path, code: 1290)))
        #expect(error?.text.hasPrefix("不知道这次是否已经保存：") == true)
        // A rollback journal that is there takes the act back.
        _ = try folder.write("zhibu.db-journal", "x")
        #expect(throws: LedgerError.unsaved(.inputOutput(path: path, code: 1290))) {
            try town.ledger.settle(1, .random(), after: .inputOutput(path: path, code: 1290))
        }
        try other.run("ROLLBACK")
    }

    @Test("a mark is thirty-two digits, and no two are alike") func marks() {
        let marks = (0..<200).map { _ in ActMark.random() }
        #expect(Set(marks).count == 200)
        #expect(marks.allSatisfy { ActMark($0.text) == $0 })
        for text in ["", "x", String(repeating: "g", count: 32), String(repeating: "0", count: 31)] {
            #expect(ActMark(text) == nil)
        }
    }
}
