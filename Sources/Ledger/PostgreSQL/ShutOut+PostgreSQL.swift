extension ShutOut {
    /// Reads what came of the host that was tried last: the server's code and the routine of its own that refused, or words of the library,
    /// which are never translated (`cpq_open`); nil for what says nothing of its kind.
    init?(_ message: String) {
        let lines = message.split(separator: "\n")
        guard let last = lines.lastIndex(where: { $0.hasPrefix("connection to") }) else { return nil }
        let routine = lines[last...].first { $0.hasPrefix("LOCATION:") } ?? ""
        let code = lines[last].firstMatch(of: #/:  ([0-9A-Z]{5}): /#)?.1
        switch code {
        case "28P01": self = .password
        case "28000" where routine.contains("InitializeSessionUserId"): self = .noLogin
        case "28000" where routine.contains("auth_failed"): self = .otherAccount
        case "28000": self = .notListed
        case "3D000": self = .noDatabase
        case "42501": self = .notOpened
        case "53300": self = .full
        case "57P01", "57P02", "57P03": self = .starting
        default:
            guard let words = ShutOut.words.first(where: { lines[last].contains($0.words) }) else { return nil }
            self = words.meaning
        }
    }

    /// What the library itself finds wrong.
    private static let words: [(words: String, meaning: ShutOut)] = [
        ("no password supplied", .noPassword), ("session is read-only", .standby),
        ("server is in hot standby mode", .standby),
        ("does not match host name", .otherCertificate), ("certificate verify failed", .unsoundCertificate),
        ("could not find digest for NID", .unusableCertificate), ("root certificate file", .noRootCertificate),
        ("could not read root certificate", .noRootCertificate),
        ("server does not support SSL", .noEncryption),
    ]
}
