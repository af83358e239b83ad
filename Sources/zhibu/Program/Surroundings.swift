import Glibc
import PartyWork

/// What the program takes from its environment.
enum Surroundings {
    /// A variable's value; nil where it is unset or empty.
    static func variable(_ name: String) -> String? {
        guard let value = getenv(name), value.pointee != 0 else { return nil }
        return String(cString: value)
    }

    /// A folder of the XDG base directory specification: the variable if it is absolute, else the path below the home.
    static func folder(_ name: String, else path: String) -> String {
        if let folder = variable(name), folder.hasPrefix("/") { return folder }
        return home + "/" + path
    }

    /// Where the ledger is unless the command says otherwise (CONTRACT section 3).
    static var database: String {
        variable("ZHIBU_DATABASE") ?? folder("XDG_DATA_HOME", else: ".local/share") + "/zhibu/zhibu.db"
    }

    /// What the program speaks: `--language`, else $ZHIBU_LANGUAGE, else what was set in the dashboard, else the locale's
    /// messages, of which only English is not Chinese.
    ///
    /// - Throws: a `Failure` where the option or the variable is no language.
    static func language(_ option: String?) throws -> Language {
        if let word = option { return try language(word, of: "--language") }
        if let word = variable("ZHIBU_LANGUAGE") { return try language(word, of: "ZHIBU_LANGUAGE") }
        // Settings that cannot be read are told of when the dashboard opens.
        if let language = (try? Settings.kept())?.language { return language }
        let locale = variable("LC_ALL") ?? variable("LC_MESSAGES") ?? variable("LANG") ?? ""
        return locale.hasPrefix("en") ? .english : .chinese
    }

    private static func language(_ word: String, of name: String) throws -> Language {
        guard let language = Language(rawValue: word) else {
            throw Failure(.wrongUsage, "\(name) 的值“\(word.safe)”无效，可选：zh、en (zh or en)")
        }
        return language
    }

    /// The person at the keyboard: $ZHIBU_OFFICER, else the account's full name, else its login name.
    static var officer: Officer {
        let uid = getuid()
        let login = account { $0.pw_name.map { String(cString: $0) } } ?? String(uid)
        let name = variable("ZHIBU_OFFICER") ?? account { accountName($0) } ?? String(uid)
        return Officer(uid: Int(uid), name: CellRules.trimmed(name.safe), account: login)
    }

    /// The home folder.
    static var home: String { variable("HOME") ?? account { $0.pw_dir.map { String(cString: $0) } } ?? "" }

    /// A path as an officer writes it: `~` is the home folder, as in the shell.
    static func expanded(_ path: String) -> String {
        path == "~" || path.hasPrefix("~/") ? home + path.dropFirst() : path
    }

    /// The full name is the first field of the comment (GECOS).
    private static func accountName(_ account: passwd) -> String? {
        let comment = account.pw_gecos.map { String(cString: $0) } ?? ""
        let full = CellRules.trimmed(String(comment.prefix { $0 != "," }))
        return full.isEmpty ? account.pw_name.map { String(cString: $0) } : full
    }

    private static func account<Value>(_ read: (passwd) -> Value?) -> Value? {
        var entry = passwd()
        var found: UnsafeMutablePointer<passwd>?
        var buffer = [CChar](repeating: 0, count: 16_384)
        return buffer.withUnsafeMutableBufferPointer {
            guard let base = $0.baseAddress, getpwuid_r(getuid(), &entry, base, $0.count, &found) == 0, let found else {
                return nil
            }
            return read(found.pointee)
        }
    }
}
