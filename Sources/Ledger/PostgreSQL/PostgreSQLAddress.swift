import PartyWork

/// Where a ledger lies on a server: the URI of a database, and the town in it (`postgresql://host/county?town=422801100`).
///
/// `town=` is ours: libpq refuses a URI with it.
struct PostgreSQLAddress: Sendable, Hashable {
    /// The URI as libpq takes it.
    let uri: String
    /// The code of the township; nil where none is named.
    let town: Code?
    /// The address as officers see it: without a password.
    let text: String
    /// The address of the database alone, as it is shown.
    private let shown: String

    /// Reads an address; nil for what is none, such as the path of a file.
    ///
    /// - Throws: `LedgerError.badAddress` for a town that is no code of a township; `insecure` for a line over which others could read,
    ///   unless the address says `insecure=yes` (SERVER section 3, rights).
    init?(_ address: String) throws(LedgerError) {
        guard PostgreSQLAddress.isOne(address) else { return nil }
        let parts = address.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        let options = parts.count > 1 ? parts[1].split(separator: "&").map(String.init) : []
        let towns = options.filter { $0.hasPrefix("town=") }
        let others = options.filter { !$0.hasPrefix("town=") && $0 != PostgreSQLAddress.insecure }
        uri = PostgreSQLAddress.joined(String(parts[0]), others)
        let start = PostgreSQLAddress.withoutPassword(parts[0])
        shown = PostgreSQLAddress.joined(start, others.filter { !$0.hasPrefix("password=") })
        text = PostgreSQLAddress.joined(shown, adding: towns.last)
        let isGuarded = others.contains("sslmode=verify-full") || options.contains(PostgreSQLAddress.insecure)
        if !isGuarded, !PostgreSQLAddress.hosts(parts[0], others).allSatisfy(PostgreSQLAddress.isThisComputer) {
            throw .insecure(path: text)
        }
        guard let named = towns.last?.dropFirst("town=".count) else {
            town = nil
            return
        }
        let code = Code(String(named))
        guard code.level == .township else { throw .badAddress(path: text) }
        town = code
    }

    /// Whether a text is the address of a server and no path.
    static func isOne(_ text: String) -> Bool {
        ["postgresql://", "postgres://"].contains { text.utf8.starts(with: $0.utf8) }
    }

    /// The name of the database, where it is one that a statement may hold as it is.
    var database: String? {
        let path = uri.prefix { $0 != "?" }.split(separator: "/", maxSplits: 3, omittingEmptySubsequences: false)
            .dropFirst(3)
        guard let name = path.first, let start = name.first, start.isLowercase, start.isASCII,
            name.allSatisfy({ $0.isASCII && ($0.isLowercase || $0.isNumber || $0 == "_") })
        else { return nil }
        return String(name)
    }

    /// The address of a town in the database.
    func naming(_ town: Code) -> String { PostgreSQLAddress.joined(shown, adding: "town=\(town)") }

    /// What lets a line be used that is neither encrypted nor certain of its other end.
    static let insecure = "insecure=yes"

    /// The hosts of an address, without their ports.
    private static func hosts(_ start: Substring, _ options: [String]) -> [Substring] {
        let authority =
            start.split(separator: "/", maxSplits: 3, omittingEmptySubsequences: false).dropFirst(2).first ?? ""
        let named = (authority.split(separator: "@").last ?? "").split(separator: ",").map { host in
            host.hasPrefix("[") ? host.prefix { $0 != "]" }.dropFirst() : host.prefix { $0 != ":" }
        }
        let asked = options.filter { $0.hasPrefix("host=") || $0.hasPrefix("hostaddr=") }.flatMap { option in
            (option.split(separator: "=", maxSplits: 1).dropFirst().first ?? "").split(separator: ",")
        }
        return named + asked
    }

    private static func isThisComputer(_ host: Substring) -> Bool {
        host.hasPrefix("/") || host.hasPrefix("%2F") || host.hasPrefix("%2f")
            || ["", "localhost", "127.0.0.1", "::1"].contains(host)
    }

    private static func joined(_ start: String, _ options: [String]) -> String {
        options.isEmpty ? start : start + "?" + options.joined(separator: "&")
    }

    /// An address with one option more; as it is for none.
    static func joined(_ address: String, adding option: String?) -> String {
        option.map { address + (address.utf8.contains(UInt8(ascii: "?")) ? "&" : "?") + $0 } ?? address
    }

    /// `postgresql://name:secret@host` without the secret.
    private static func withoutPassword(_ start: Substring) -> String {
        guard let scheme = start.range(of: "://"), let at = start.lastIndex(of: "@") else { return String(start) }
        let name = start[scheme.upperBound..<at].prefix { $0 != ":" }
        return String(start[..<scheme.upperBound]) + name + start[at...]
    }
}

extension Substring {
    /// Where a text first stands.
    fileprivate func range(of text: String) -> Range<Index>? {
        indices.lazy.first { self[$0...].hasPrefix(text) }.map { $0..<index($0, offsetBy: text.count) }
    }
}
