import CSQLite
import Foundation
import PartyWork
import Synchronization
import TestSupport
import Testing

@testable import Ledger

@Suite("Opening a ledger") struct OpeningTests {
    let folder = TemporaryFolder()

    @Test("a new ledger is empty and has no standard scope") func newLedger() throws {
        let ledger = try Ledger.inMemory()
        #expect(try ledger.isEmpty())
        #expect(throws: Refusal.noStandardScope) { try ledger.scope(nil) }
        #expect(throws: Refusal.emptyScope("1")) { try ledger.status(asOf: Town.today, scope: Scope("1")!) }
        #expect(try !Town().ledger.isEmpty())
    }

    @Test("a new file, and the folders to it, are the owner's only") func modes() throws {
        let path = folder.path("a/b/zhibu.db")
        let ledger = try Ledger.open(path: path)
        #expect(try folder.mode("a/b/zhibu.db") == 0o600)
        #expect(try folder.mode("a/b") == 0o700)
        #expect(!ledger.isShared)
    }

    @Test("in a group's folder the group may write it") func groupFolder() throws {
        try folder.make("office", mode: 0o2770)
        let ledger = try Ledger.open(path: folder.path("office/zhibu.db"))
        #expect(try folder.mode("office/zhibu.db") == 0o660)
        #expect(ledger.isShared)
    }

    @Test("a ledger is written with full safety, on a rollback journal, with foreign keys") func settings() throws {
        let ledger = try Ledger.open(path: folder.path("zhibu.db"))
        let settings = try ledger.reading { db in
            try ["synchronous", "foreign_keys", "trusted_schema", "cell_size_check"].map {
                try db.number("PRAGMA \($0)")
            }
        }
        #expect(settings == [3, 1, 0, 1])
        #expect(try ledger.reading { try $0.statement("PRAGMA journal_mode").first { $0.text(0) } } == "delete")
    }

    @Test("a snapshot is one transaction, whatever is read in it, and cannot write") func snapshot() throws {
        let ledger = try Town(.person("P"), .household("H")).ledger
        func read() throws {
            let scope = try ledger.scope(nil)
            _ = try (ledger.status(asOf: Town.today, scope: scope), ledger.gaps(asOf: Town.today, scope: scope))
            _ = try (ledger.place(scope), ledger.people(in: scope, asOf: Town.today))
        }
        #expect(try ledger.transactions { try ledger.snapshot { try read() } } == 1)
        #expect(try ledger.transactions(read) == 5)
        #expect(throws: LedgerError.self) {
            try ledger.snapshot { try Town.perform(.voidActivity("A", on: Town.today, reason: ""), on: ledger) }
        }
        try ledger.snapshot { try ledger.reading { try $0.run("DELETE FROM household WHERE id = ?", [.text("H")]) } }
        #expect(try ledger.record(.households, RecordKey("H")) != nil)
    }

    @Test("a snapshot does not see what another program writes meanwhile") func stillness() throws {
        let ledger = try Ledger.open(path: folder.path("zhibu.db"))
        _ = try Town(in: ledger)
        let other = try Ledger.open(path: ledger.path, busyTimeout: 0)
        try ledger.snapshot {
            let before = try ledger.place(Scope(Town.township))
            #expect(throws: LedgerError.self) {
                try Town.perform(.add(.organization(Town.neighbour(1))), on: other)
            }
            #expect(try ledger.place(Scope(Town.township)) == before)
        }
        try Town.perform(.add(.organization(Town.neighbour(1))), on: other)
    }

    @Test("reading cannot write") func readingOnly() throws {
        let ledger = try Town(.household("H")).ledger
        try ledger.reading { try $0.run("DELETE FROM household WHERE id = ?", [.text("H")]) }
        #expect(try ledger.record(.households, RecordKey("H")) != nil)
    }

    @Test("what was prepared for one reading serves the next as it is") func preparedOnce() throws {
        let ledger = try Town(.household("H")).ledger
        for _ in 1...3 { _ = try ledger.households(in: Scope(Town.village), asOf: Town.today) }
        let again = try ledger.reading { db in
            let statement = try #require(try db.statement(NamedSQL.householdRows.sql).cursor as? SQLiteCursor)
            return sqlite3_stmt_status(statement.handle, SQLITE_STMTSTATUS_REPREPARE, 0)
        }
        #expect(again == 0)
    }

    @Test("what was saved is there when the ledger is opened again, without migrating again") func reopening() throws {
        let path = folder.path("zhibu.db")
        _ = try Town(.household("H"), in: .open(path: path))
        let before = try folder.contents("zhibu.db")
        let ledger = try Ledger.open(path: path)
        #expect(try ledger.record(.households, RecordKey("H")) != nil)
        #expect(try folder.contents("zhibu.db") == before)
    }

    @Test("programs that start at the same moment make one ledger") func race() throws {
        let path = folder.path("zhibu.db")
        DispatchQueue.concurrentPerform(iterations: 6) { number in
            #expect(throws: Never.self) {
                let ledger = try Ledger.open(path: path)
                try Town.perform(.add(.organization(Town.neighbour(number))), on: ledger)
            }
        }
        let ledger = try Ledger.open(path: path)
        #expect(try ledger.journal(limit: 99, before: nil).map(\.id) == [6, 5, 4, 3, 2, 1])
        #expect(try ledger.organizations(in: Scope("1000000")!, asOf: Town.today).count == 6)
        #expect(try ledger.check().isSound)
    }

    @Test("a ledger of a later version is refused and left alone") func newerSchema() throws {
        let path = folder.path("zhibu.db")
        _ = try Ledger.open(path: path)
        try RawDatabase(path).run("PRAGMA user_version = \(Migrations.current + 1)")
        let before = try folder.contents("zhibu.db")
        #expect(throws: LedgerError.newerSchema(path: path)) { try Ledger.open(path: path) }
        #expect(try folder.contents("zhibu.db") == before)
    }

    @Test("a text and an archive are no ledgers, and stay as they are", arguments: ["编码,名称\n", "PK\u{3}\u{4}"])
    func strangers(_ start: String) throws {
        let text = start + String(repeating: "0123456789", count: 1_000)
        let path = try folder.write("names.csv", text)
        #expect(throws: LedgerError.notALedger(path: path)) { try Ledger.open(path: path) }
        #expect(try folder.contents("names.csv") == Data(text.utf8))
    }

    @Test("another program's database is no ledger, and keeps its journal mode") func otherDatabase() throws {
        let path = folder.path("other.db")
        try RawDatabase(path).run("PRAGMA journal_mode = WAL; CREATE TABLE t (a)")
        #expect(throws: LedgerError.notALedger(path: path)) { try Ledger.open(path: path) }
        #expect(try RawDatabase(path).value("PRAGMA journal_mode") == "wal")
    }

    @Test("a folder, a dangling link and a file in the way of a folder are named") func impossiblePaths() throws {
        try folder.make("folder", mode: 0o700)
        try FileManager.default.createSymbolicLink(
            atPath: folder.path("link.db"), withDestinationPath: folder.path("nowhere.db"))
        let file = try folder.write("file", "x")
        let paths = [folder.path("folder"), folder.path("link.db"), file + "/zhibu.db"]
        let errors = [
            LedgerError.cannotOpen(path: paths[0], errno: EISDIR), .cannotCreate(path: paths[1], errno: ELOOP),
            .cannotOpen(path: paths[2], errno: ENOTDIR),
        ]
        for (path, error) in zip(paths, errors) {
            #expect(throws: error) { try Ledger.open(path: path) }
        }
    }

    @Test("file systems over the network are known by their number") func networkFileSystems() {
        let magic: [UInt32] = [0x6969, 0xFF53_4D42, 0xFE53_4D42, 0x6573_5546, 0xEF53]
        #expect(magic.map { LedgerFile.networkFileSystem($0) } == ["NFS", "CIFS", "SMB", "FUSE", nil])
    }

    @Test("a ledger that another keeps locked says so after the time-out, and nothing is lost") func locked() throws {
        let path = folder.path("zhibu.db")
        let town = try Town(in: .open(path: path, busyTimeout: 0.05))
        let other = try RawDatabase(path)
        try other.run("BEGIN IMMEDIATE")
        #expect(throws: LedgerError.unsaved(.locked(path: path))) {
            try town.perform(.recordActivity(Town.partyDay()))
        }
        #expect(try town.status().totals.branches == 4)
        try other.run("COMMIT")
        #expect(try town.perform(.recordActivity(Town.partyDay())).entry == 2)
    }

    @Test("whoever has waited longest asks most often, and no two in step") func waiting() {
        let pauses = [0, 0.5, 1, 1.5, 2, 4].map { BusyWait.pause(after: $0) }
        #expect(pauses == pauses.sorted(by: >) && pauses.first == 20_000 && pauses.last == 1_000)
        #expect(!BusyWait(limit: 0).goOn(after: 0))
    }

    @Test("a writer gets its turn while another keeps writing without a rest") func fairness() throws {
        let path = folder.path("zhibu.db")
        // How soon is the machine's matter (hundreds of tests run beside this one); that it comes at all is ours.
        let town = try Town(in: .open(path: path, busyTimeout: 300))
        let isOver = Mutex(false)
        let thread = Thread {
            guard let other = try? RawDatabase(path) else { return }
            while !isOver.withLock({ $0 }) {
                do {
                    try other.run("BEGIN IMMEDIATE")
                    usleep(5_000)
                    try other.run("COMMIT")
                } catch {
                    // What did not end would keep the file shut for good.
                    try? other.run("ROLLBACK")
                }
                // What any program does between two acts: with nothing in between the file is never free.
                usleep(300)
            }
        }
        thread.start()
        defer { isOver.withLock { $0 = true } }
        for _ in 1...3 { #expect(throws: Never.self) { try town.perform(.recordActivity(Town.partyDay())) } }
    }

    @Test("names that mean something else to SQLite are files like others") func literalNames() throws {
        #expect(LedgerFile.literal(":memory:") == "./:memory:")
        #expect(LedgerFile.literal("file:x.db") == "./file:x.db")
        #expect(LedgerFile.literal("/a/z.db") == "/a/z.db")
    }

    @Test("an ordinary disk gives locks, and what keeps a file shut is known") func obstacles() throws {
        let path = try folder.write("x", "")
        #expect(Obstacle.locking(path) == nil)
        #expect(Obstacle.opening(path) == 0)
        #expect(Obstacle.opening(folder.path("none")) == ENOENT)
        #expect(Obstacle.opening(path + "/y") == ENOTDIR)
    }

    @Test("statements and words of SQLite do not get into what officers read") func noStatements() {
        for code in [SQLITE_ERROR, SQLITE_CONSTRAINT, SQLITE_MISUSE, SQLITE_CORRUPT, SQLITE_NOMEM] {
            let text = LedgerError(SQLiteError(code: code), path: "x").text
            #expect(!text.contains("SELECT") && !text.contains("no such"), "\(text)")
        }
    }

    @Test("a file without the right to write is read, and every write says why not") func readOnly() throws {
        let path = folder.path("zhibu.db")
        _ = try Town(in: .open(path: path))
        let message = LedgerError(SQLiteError(code: SQLITE_READONLY | 4 << 8), path: path)
        #expect(message == .readOnly(path: path))
        #expect(
            LedgerError(SQLiteError(code: SQLITE_FULL), path: path)
                == .diskFull(path: path, folder: LedgerFile.folder(of: path)))
        let broken = LedgerError(SQLiteError(code: SQLITE_IOERR | 4 << 8), path: path)
        #expect(broken == .inputOutput(path: path, code: 1034))
        #expect(broken.text.contains("1034"))
    }
}
