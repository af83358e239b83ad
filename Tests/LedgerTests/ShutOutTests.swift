import PartyWork
import TestSupport
import Testing

@testable import Ledger

/// A server that answers and lets nobody in: each reason is told apart and says what next.
@Suite("Who is shut out") struct ShutOutTests {
    /// What libpq 15 said of servers that were tried, and what it means.
    private static let said: [(String, ShutOut?)] = [
        (
            server("28P01: password authentication failed for user \"li\"\nLOCATION:  auth_failed, auth.c:334"),
            .password
        ),
        (host("fe_sendauth: no password supplied"), .noPassword),
        (
            server("28000: role \"li\" is not permitted to log in\nLOCATION:  InitializeSessionUserId, miscinit.c:821"),
            .noLogin
        ),
        (server("28000: role \"li\" does not exist\nLOCATION:  InitializeSessionUserId, miscinit.c:768"), .noLogin),
        (
            server("28000: no pg_hba.conf entry for host\nLOCATION:  ClientAuthentication, auth.c:544") + "\n"
                + server("28000: no pg_hba.conf entry for host\nLOCATION:  ClientAuthentication, auth.c:544"),
            .notListed
        ),
        (
            server("28000: Peer authentication failed for user \"li\"\nLOCATION:  auth_failed, auth.c:334"),
            .otherAccount
        ),
        (server("3D000: database \"x\" does not exist\nLOCATION:  InitPostgres, postinit.c:948"), .noDatabase),
        (
            server(
                "42501: permission denied for database \"x\"\nDETAIL:  User does not have CONNECT privilege.\nLOCATION:  CheckMyDatabase"
            ), .notOpened
        ),
        (server("53300: too many connections for role \"li\"\nLOCATION:  InitializeSessionUserId, miscinit.c"), .full),
        (server("53300: remaining connection slots are reserved\nLOCATION:  InitPostgres"), .full),
        (
            server("57P03: the database system is not accepting connections\nDETAIL:  Hot standby mode is disabled."),
            .starting
        ),
        (server("57P03: 数据库系统启动中\nLOCATION:  ProcessStartupPacket", "致命错误"), .starting),
        (host("session is read-only"), .standby),
        (
            host("server certificate for \"b.example\" (and 1 other name) does not match host name \"a.example\""),
            .otherCertificate
        ),
        (host("SSL error: certificate verify failed"), .unsoundCertificate),
        (host("could not find digest for NID UNDEF"), .unusableCertificate),
        (
            host(
                "root certificate file \"/home/li/.postgresql/root.crt\" does not exist\nEither provide the file or change"
            ),
            .noRootCertificate
        ),
        (host("server does not support SSL, but SSL was required"), .noEncryption),
        // Of several hosts the last is told.
        (host("Connection refused") + "\n" + host("session is read-only"), .standby),
        (host("Connection refused\n\tIs the server running on that host?"), nil),
        ("could not translate host name \"nowhere\" to address: Name or service not known", nil),
        (server("XX000: something else"), nil),
    ]

    private static func host(_ words: String) -> String {
        "connection to server at \"127.0.0.1\", port 5432 failed: \(words)"
    }

    private static func server(_ words: String, _ severity: String = "FATAL") -> String {
        host("\(severity):  \(words)")
    }

    @Test("What a server or the library says is read by code, routine and untranslated words") func reading() {
        for (words, meaning) in Self.said { #expect(ShutOut(words) == meaning, "\(words)") }
    }

    @Test("A login that is closed, gone, no officer's or used up, and a database that is not there, each say so")
    func trying() throws {
        let cluster = try PostgreSQLCluster.shared.get()
        let lease = TestEngine.Lease()
        let town = Code(String(try lease.address().suffix(9)))
        let raw = try cluster.raw()
        let roles = ["closed \(town)", "stranger \(town)", "full \(town)"]
        try raw.run("CREATE ROLE \"\(roles[0])\" NOLOGIN; CREATE ROLE \"\(roles[1])\" LOGIN")
        try raw.run("CREATE ROLE \"\(roles[2])\" LOGIN CONNECTION LIMIT 0")
        defer { try? raw.run(roles.map { "DROP ROLE \"\($0)\"" }.joined(separator: "; ")) }
        func error(_ account: String) -> LedgerError? {
            #expect(throws: LedgerError.self) { try Ledger.open(path: cluster.address(of: town, as: account)) }
        }
        let cases: [(String, ShutOut, String)] = [
            (roles[0], .noLogin, "没有登录名“\(roles[0])”，或已停用"), ("gone \(town)", .noLogin, "请找管理员用 zhibu officer add 登记"),
            (roles[1], .notOpened, "没有登记为经办人，或任期已结束"), (roles[2], .full, "最多 8 个"),
        ]
        for (account, meaning, words) in cases {
            let error = error(account)
            guard case .shutOut(_, account, meaning) = error else {
                Issue.record("\(account): \(String(describing: error))")
                continue
            }
            #expect(error?.text.contains(words) == true)
        }
        let missing = #expect(throws: LedgerError.self) {
            try Ledger.open(path: cluster.address(of: "nowhere") + "&town=\(town)")
        }
        #expect(missing?.text.contains("上没有这个数据库；") == true)
    }
}
