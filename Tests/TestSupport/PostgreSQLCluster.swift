import CPostgres
import Foundation
import Ledger
import PartyWork
import Testing

/// A server of PostgreSQL 15 of the tests' own, in a temporary folder on a Unix socket: begun when a test first wants it, gone with the test
/// program, however that ends.
///
/// It serves one process after another and keeps nothing, so that nothing of it waits for the disk.
package final class PostgreSQLCluster: Sendable {
    /// The one of this test program.
    package static let shared = Result { try PostgreSQLCluster() }

    private let folder: String
    /// Its end is closed with the test program, and then the server ends.
    private let leash: FileHandle
    private let pool = Mutex()

    /// What PostgreSQL says of its failing.
    package struct Trouble: Error, CustomStringConvertible {
        package let description: String
    }

    static let programs = "/usr/lib/postgresql/15/bin"

    private init() throws {
        guard FileManager.default.isExecutableFile(atPath: Self.programs + "/initdb") else {
            throw Trouble(description: "PostgreSQL 15 is not installed: make dependencies")
        }
        var template = Array(FileManager.default.temporaryDirectory.appending(path: "zhibu-pg-XXXXXX").path.utf8CString)
        guard mkdtemp(&template) != nil else { throw Trouble(description: "no temporary folder") }
        folder = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        let account = Self.account
        if getuid() == 0 { try Self.shell("chown postgres \(folder) && chmod 755 \(folder)") }
        try Self.shell(
            """
            cd \(folder) && \(account) \(Self.programs)/initdb -D \(folder)/data -U postgres -A trust -E UTF8 --locale=C --no-sync \
                >\(folder)/log 2>&1 </dev/null
            """)
        let settings = [
            "listen_addresses=", "unix_socket_directories=\(folder)", "fsync=off", "full_page_writes=off",
            "autovacuum=off",
            "max_connections=80", "shared_buffers=64MB", "wal_level=minimal", "max_wal_senders=0", "jit=off",
        ].map { "-c '\($0)'" }.joined(separator: " ")
        let server = Process()
        server.executableURL = URL(filePath: "/bin/sh")
        server.arguments = [
            "-c",
            """
            cd \(folder); trap '' INT; \(account) \(Self.programs)/postgres -D \(folder)/data \(settings) >>\(folder)/log 2>&1 </dev/null &
            read line; \(account) \(Self.programs)/pg_ctl -D \(folder)/data -m immediate -w -t 10 stop >/dev/null 2>&1; rm -rf \(folder)
            """,
        ]
        let pipe = Pipe()
        server.standardInput = pipe
        server.standardOutput = FileHandle.nullDevice
        server.standardError = FileHandle.nullDevice
        leash = pipe.fileHandleForWriting
        _ = fcntl(leash.fileDescriptor, F_SETFD, FD_CLOEXEC)
        try server.run()
        try waitUntilUp()
        _ = try LedgerServer(address).prepare()
    }

    /// What stands before a program of the server, which does not run for root.
    static var account: String { getuid() == 0 ? "setpriv --reuid=postgres --regid=postgres --clear-groups" : "" }

    private func waitUntilUp() throws {
        for _ in 0..<600 {
            if (try? RawServer(folder, database: "postgres")) != nil { return }
            usleep(20_000)
        }
        throw Trouble(description: (try? String(contentsOfFile: folder + "/log", encoding: .utf8)) ?? "no log")
    }

    static func shell(_ line: String) throws {
        let process = Process()
        process.executableURL = URL(filePath: "/bin/sh")
        process.arguments = ["-c", line]
        try process.run()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            throw Trouble(description: "\(line): \(process.terminationStatus)")
        }
    }

    /// The address of its database of ledgers.
    package var address: String { address(of: "county") }

    /// The address of a database.
    package func address(of database: String) -> String { "postgresql:///\(database)?host=\(folder)&user=postgres" }

    /// A connection past the ledger's rules: of who keeps the server and may do anything, or of a login.
    package func raw(_ database: String = "county", as user: String = "postgres") throws -> RawServer {
        try RawServer(folder, database: database, user: user)
    }

    // MARK: - Towns

    /// A town with nothing in it, which nobody else uses until it is given back.
    package func takeTown() throws -> Code {
        try pool.whileLocked { free, made in
            if let town = free.popLast() { return town }
            made += 1
            let town = Code("9\(String(repeating: "0", count: 8 - String(made).count))\(made)")
            _ = try LedgerServer(address).addTown(town)
            return town
        }
    }

    /// The address of a town.
    package func address(of town: Code) -> String { address + "&town=\(town)" }

    /// The address of a town for a login.
    package func address(of town: Code, as user: String) -> String {
        address(of: town).replacing("user=postgres", with: "user=" + user.replacing(" ", with: "%20"))
    }

    /// Empties a town for whoever takes it next; one whose tables were changed is dropped.
    package func giveBack(_ town: Code) throws {
        let server = try raw()
        let tables = try server.column(
            """
            SELECT c.relname FROM pg_class c WHERE c.relnamespace = 't\(town)'::regnamespace AND c.relkind = 'r'
                AND c.relname <> 'ledger_version'
            """)
        let isAsMade = try server.value("SELECT count(*) FROM pg_class WHERE relnamespace = 't\(town)'::regnamespace")
        try pool.whileLocked { free, _ in
            let asMade = parts.value ?? isAsMade
            parts.value = asMade
            guard isAsMade == asMade else { return try server.run("DROP SCHEMA t\(town) CASCADE") }
            let emptying = tables.map { "DELETE FROM t\(town).\($0)" }.joined(separator: "; ")
            try server.run("SET session_replication_role = replica; \(emptying)")
            free.append(town)
        }
    }

    /// How many parts a town has as it was made.
    private let parts = Kept()

    private final class Kept: @unchecked Sendable {
        var value: String?
    }

    private final class Mutex: @unchecked Sendable {
        private let lock = NSLock()
        private var free: [Code] = []
        private var made = 0

        func whileLocked<T>(_ body: (inout [Code], inout Int) throws -> T) rethrows -> T {
            lock.lock()
            defer { lock.unlock() }
            return try body(&free, &made)
        }
    }
}

/// A server of PostgreSQL as any other program uses it: plain SQL past the ledger's rules.
package final class RawServer {
    private let connection: OpaquePointer

    /// A statement that failed, by its SQLSTATE.
    package struct Failure: Error, Equatable {
        package let state: String
        package let message: String
    }

    /// Connects to a database of the cluster in a folder.
    ///
    /// - Parameter user: the role that is logged in.
    package init(_ folder: String, database: String, user: String = "postgres") throws {
        guard cpq_is_there() == 1 else { throw Failure(state: "", message: "no libpq") }
        let pairs = [("host", folder), ("dbname", database), ("user", user), ("application_name", "raw")]
        let copies = pairs.map { (strdup($0.0), strdup($0.1)) }
        defer {
            for (key, value) in copies {
                free(key)
                free(value)
            }
        }
        guard
            let connection = cpq_open(
                copies.map { UnsafePointer($0.0) } + [nil], copies.map { UnsafePointer($0.1) } + [nil])
        else { throw Failure(state: "", message: "no memory") }
        self.connection = connection
        guard cpq_is_up(connection) == 1 else {
            throw Failure(state: "", message: String(cString: cpq_message(connection)))
        }
    }

    deinit { cpq_close(connection) }

    /// Runs statements one after the other.
    package func run(_ script: String) throws { _ = try rows(script) }

    /// The rows of the last statement, each value as text; nil for NULL.
    package func rows(_ script: String) throws -> [[String?]] {
        guard cpq_send(connection, script) == 1 else { throw Failure(state: "", message: "not sent") }
        var rows: [[String?]] = []
        var failure: Failure?
        while let answer = cpq_next(connection) {
            defer { cpq_clear(answer) }
            if cpq_is_error(answer) == 1 {
                failure =
                    failure
                    ?? Failure(state: String(cString: cpq_state(answer)), message: String(cString: cpq_error(answer)))
                if cpq_is_up(connection) == 0 { break }
                continue
            }
            rows = (0..<cpq_rows(answer)).map { row in
                (0..<cpq_columns(answer)).map { cpq_cell(answer, row, $0).map { String(cString: $0) } }
            }
        }
        if let failure { throw failure }
        return rows
    }

    /// The first value of each row.
    package func column(_ sql: String) throws -> [String] { try rows(sql).compactMap { $0.first ?? nil } }

    /// The first value of the first row; nil if there is none.
    package func value(_ sql: String) throws -> String? { try column(sql).first }
}
