import Foundation
import PartyWork
import Testing

/// The engine on which a test's ledgers lie.
package enum TestEngine: Sendable {
    case sqlite
    case postgreSQL(Lease)

    /// That of the running test.
    @TaskLocal package static var current = TestEngine.sqlite

    /// The towns that a test has taken; they are given back when it goes.
    package final class Lease: @unchecked Sendable {
        private let lock = NSLock()
        private var towns: [Code] = []

        package init() {}

        deinit {
            do {
                for town in towns { try PostgreSQLCluster.shared.get().giveBack(town) }
            } catch {
                print("a town was not given back: \(error)")
            }
        }

        /// The address of a town with nothing in it.
        package func address() throws -> String {
            let cluster = try PostgreSQLCluster.shared.get()
            let town = try cluster.takeTown()
            lock.withLock { towns.append(town) }
            return cluster.address(of: town)
        }
    }
}

/// Runs every test of a suite twice, with the same assertions: on ledgers in SQLite, and on ledgers in PostgreSQL.
///
/// `ZHIBU_TEST_ENGINE=sqlite` or `=postgresql` runs them on one only, which tells on which a test fails.
package struct BothEngines: SuiteTrait, TestTrait, TestScoping {
    package var isRecursive: Bool { true }

    package func provideScope(
        for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void
    ) async throws {
        let chosen = ProcessInfo.processInfo.environment["ZHIBU_TEST_ENGINE"]
        if chosen != "postgresql" { try await function() }
        guard chosen != "sqlite" else { return }
        try await TestEngine.$current.withValue(.postgreSQL(TestEngine.Lease())) { try await function() }
    }
}

extension Trait where Self == BothEngines {
    /// The same assertions hold on both engines.
    package static var onBothEngines: BothEngines { BothEngines() }
}
