import Foundation
import Ledger
import PartyWork

/// A primary with a synchronous standby of the tests' own, in one temporary folder on Unix sockets; both are gone with the test program.
package final class PostgreSQLPair: Sendable {
    private let folder: String
    /// Its end is closed with the test program, and then both servers end.
    private let leash: FileHandle
    /// The address of a town, by which whichever takes writes is found.
    package let address: String

    /// Makes both, and a town with nothing in it.
    package init(town: Code) throws {
        var template = Array(FileManager.default.temporaryDirectory.appending(path: "zhibu-pp-XXXXXX").path.utf8CString)
        guard mkdtemp(&template) != nil else { throw PostgreSQLCluster.Trouble(description: "no temporary folder") }
        folder = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        if getuid() == 0 { try PostgreSQLCluster.shell("chown postgres \(folder) && chmod 755 \(folder)") }
        let base = "postgresql:///county?host=\(folder)/one,\(folder)/two&user=postgres"
        address = base + "&town=\(town)"
        let (programs, account) = (PostgreSQLCluster.programs, PostgreSQLCluster.account)
        let keeper = Process()
        keeper.executableURL = URL(filePath: "/bin/sh")
        keeper.arguments = [
            "-c",
            """
            trap '' INT; read line; cd \(folder)
            for side in one two; do \(account) \(programs)/pg_ctl -D \(folder)/$side.data -m immediate -w -t 10 stop >/dev/null 2>&1; done
            rm -rf \(folder)
            """,
        ]
        let pipe = Pipe()
        keeper.standardInput = pipe
        keeper.standardOutput = FileHandle.nullDevice
        keeper.standardError = FileHandle.nullDevice
        leash = pipe.fileHandleForWriting
        _ = fcntl(leash.fileDescriptor, F_SETFD, FD_CLOEXEC)
        try keeper.run()
        try shell(
            """
            mkdir one two && initdb -D one.data -U postgres -A trust -E UTF8 --locale=C --no-sync
            \(start("one"))
            """)
        let server = try LedgerServer(base)
        _ = try server.prepare()
        _ = try server.addTown(town)
        try shell(
            """
            pg_basebackup -h \(folder)/one -U postgres -D two.data -R -c fast --no-sync
            echo "primary_conninfo = 'host=\(folder)/one user=postgres application_name=two'" >>two.data/postgresql.auto.conf
            \(start("two"))
            """)
        let primary = try raw("one")
        try primary.run("ALTER SYSTEM SET synchronous_standby_names = 'ANY 1 (two)'")
        try primary.run("SELECT pg_reload_conf()")
        for _ in 0..<500 {
            let state = try primary.value("SELECT sync_state FROM pg_stat_replication WHERE application_name = 'two'")
            if state == "quorum" { return }
            usleep(10_000)
        }
        throw PostgreSQLCluster.Trouble(description: "the standby does not follow")
    }

    deinit { try? leash.close() }

    private func start(_ side: String) -> String {
        """
        pg_ctl -D \(side).data -l \(side).log -w -t 20 -o "-c listen_addresses= -c unix_socket_directories=\(folder)/\(side) -c fsync=off \
            -c max_connections=40 -c shared_buffers=32MB -c wal_level=replica -c max_wal_senders=4 -c jit=off" start
        """
    }

    /// Runs a script in the folder, as the account of the servers, which ends with the first command that fails.
    private func shell(_ script: String) throws {
        let file = folder + "/script"
        try "set -e; cd \(folder); export PATH=\(PostgreSQLCluster.programs):$PATH\n\(script)\n"
            .write(toFile: file, atomically: false, encoding: .utf8)
        // Foundation would wait for the servers that are begun, which inherit what tells it of the end.
        let account = PostgreSQLCluster.account
        guard system("chmod 644 \(file); \(account) /bin/sh \(file) >\(folder)/out 2>&1 </dev/null") == 0 else {
            throw PostgreSQLCluster.Trouble(description: try String(contentsOfFile: folder + "/out", encoding: .utf8))
        }
    }

    /// A connection to one of the servers past the ledger's rules.
    package func raw(_ side: String) throws -> RawServer { try RawServer(folder + "/" + side, database: "county") }

    /// Ends the primary at once with all of its processes, as a power cut does.
    package func fall() throws {
        try shell("pid=$(head -1 one.data/postmaster.pid); kill -9 $pid $(cat /proc/$pid/task/$pid/children)")
    }

    /// Makes the standby the primary.
    package func promote() throws { try shell("pg_ctl -D two.data -w -t 20 promote") }
}
