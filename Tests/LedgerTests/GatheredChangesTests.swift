import Synchronization
import Testing

@testable import Ledger

@Suite("Changes by others, gathered") struct GatheredChangesTests {
    /// A notice that tells what a test puts into it, and a clock that the test moves.
    private final class Told: ChangeNotice {
        let descriptor: Int32 = -1
        let changes = Mutex<[Change]>([])
        let now = Atomic<Int>(5_000)

        func take() -> Change? { changes.withLock { $0.isEmpty ? nil : $0.removeFirst() } }
    }

    /// How often others' changes are told while a notice tells of one each so many milliseconds.
    private func tellings(of count: Int, each pause: Int) throws -> Int {
        let told = Told()
        let changes = GatheredChanges(told) { told.now.load(ordering: .relaxed) }
        var tellings = 0
        for _ in 0..<count {
            told.changes.withLock { $0.append(.others) }
            if try changes.take() == .others { tellings += 1 }
            told.now.add(pause, ordering: .relaxed)
        }
        return tellings
    }

    @Test("However many come, a screen is asked anew about once a second; the first is told at once")
    func counts() throws {
        #expect(try tellings(of: 1, each: 0) == 1)
        #expect(try tellings(of: 400, each: 0) == 1)
        #expect(try tellings(of: 400, each: 25) == 10)
        #expect(try tellings(of: 5, each: 3_000) == 5)
    }

    @Test("What is held back is told once the second has passed; while nothing is, nobody has to wake")
    func heldBack() throws {
        let told = Told()
        let changes = GatheredChanges(told) { told.now.load(ordering: .relaxed) }
        #expect(try changes.take() == nil && changes.patience == nil)
        told.changes.withLock { $0 = [.others] }
        #expect(try changes.take() == .others && changes.patience == nil)
        told.now.add(400, ordering: .relaxed)
        told.changes.withLock { $0 = [.others, .ours, .others] }
        #expect(try changes.take() == nil && changes.patience == 600)
        // Our own is told as such meanwhile.
        #expect(try changes.take() == .ours && changes.patience == 600)
        #expect(try changes.take() == nil && changes.patience == 600)
        told.now.add(600, ordering: .relaxed)
        #expect(changes.patience == 0)
        #expect(try changes.take() == .others && changes.patience == nil)
        #expect(try changes.take() == nil && changes.patience == nil)
    }

    @Test("A line that is lost is told as before") func lost() throws {
        struct Lost: Error {}
        struct Broken: ChangeNotice {
            let descriptor: Int32 = -1
            func take() throws -> Change? { throw Lost() }
        }
        #expect(throws: Lost.self) { try GatheredChanges(Broken()) { 0 }.take() }
    }
}
