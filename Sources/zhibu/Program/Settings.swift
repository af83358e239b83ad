import Dashboard
import Glibc
import PartyWork
import TerminalUI

/// What the officer chose for good: `$XDG_CONFIG_HOME/zhibu/settings`, a line for each, `name = value`, `#` for remarks.
///
/// Lines that mean nothing here are kept as they are. What belongs to a terminal has the terminal's name behind its own:
/// `ambiguous xterm-256color/tmux = wide`.
struct Settings {
    private var lines: [String]

    init(_ text: String) {
        lines = text.split(separator: "\n").map(String.init)
    }

    /// The file's text.
    var text: String { lines.map { $0 + "\n" }.joined() }

    /// The value of a name; the last line that gives one counts. nil removes it.
    subscript(_ name: String) -> String? {
        get { lines.last { Settings.parts($0)?.name == name }.flatMap { Settings.parts($0)?.value } }
        set {
            lines.removeAll { Settings.parts($0)?.name == name }
            if let newValue { lines.append("\(name) = \(newValue)") }
        }
    }

    private static func parts(_ line: String) -> (name: String, value: String)? {
        guard !line.hasPrefix("#"), let sign = line.firstIndex(of: "=") else { return nil }
        return (CellRules.trimmed(String(line[..<sign])), CellRules.trimmed(String(line[line.index(after: sign)...])))
    }
}

// MARK: - What is set

extension Settings {
    /// What holds for this terminal.
    var preferences: Preferences {
        Preferences(
            ambiguous: self[Settings.ambiguous].flatMap { AmbiguousChoice(rawValue: $0)?.width },
            mouse: self["mouse"] == "on", printFolder: self["print-folder"] ?? Surroundings.home)
    }

    /// What the screens are to speak; nil where nothing was chosen.
    var language: Language? { self["language"].flatMap { Language(rawValue: $0) } }

    /// Sets a preference.
    mutating func take(_ preference: Preference) {
        switch preference {
        case .ambiguous(let width): self[Settings.ambiguous] = width.map { AmbiguousChoice($0).rawValue }
        case .mouse(let isOn): self["mouse"] = isOn ? "on" : "off"
        case .language(let language): self["language"] = language.rawValue
        case .printFolder(let folder): self["print-folder"] = folder
        }
    }

    private static var ambiguous: String { "ambiguous " + terminal }

    /// What tells one terminal from another: the type, the program where it names itself, and over ssh the other end's
    /// address, because PuTTY and its like all call themselves xterm.
    private static var terminal: String {
        let program = Surroundings.variable("TERM_PROGRAM") ?? Surroundings.variable("LC_TERMINAL")
        let client = Surroundings.variable("SSH_CONNECTION").map { String($0.prefix { $0 != " " }) }
        let parts = [Surroundings.variable("TERM"), program, client].compactMap { $0 }
        return parts.map { $0.map { $0.isASCII && ($0.isLetter || $0.isNumber || "+._:-".contains($0)) ? $0 : "-" } }
            .map { String($0) }.joined(separator: "/")
    }
}

/// How wide ambiguous characters are, as the option, the variable and the settings write it.
enum AmbiguousChoice: String, CaseIterable {
    case auto
    case narrow
    case wide

    /// The word for a width.
    init(_ width: AmbiguousWidth) {
        self = width == .narrow ? .narrow : .wide
    }

    /// The width; nil goes by the terminal.
    var width: AmbiguousWidth? {
        switch self {
        case .auto: nil
        case .narrow: .narrow
        case .wide: .wide
        }
    }
}

// MARK: - The file

extension Settings {
    private static var parent: String { Surroundings.folder("XDG_CONFIG_HOME", else: ".config") }
    private static var folder: String { parent + "/zhibu" }
    private static var path: String { folder + "/settings" }

    /// The settings as they are kept; none where there is no file yet.
    ///
    /// - Throws: a `Failure` where the file cannot be read.
    static func kept() throws -> Settings {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        if file < 0, errno == ENOENT || errno == ENOTDIR { return Settings("") }
        guard file >= 0 else { throw failure("读不出来", errno) }
        defer { close(file) }
        // More than a person writes is no settings file.
        var bytes = [UInt8](repeating: 0, count: 65_536)
        let count = read(file, &bytes, bytes.count)
        guard count >= 0 else { throw failure("读不出来", errno) }
        return Settings(String(decoding: bytes[..<count], as: UTF8.self))
    }

    /// Keeps a preference; a message only where that fails.
    static func message(keeping preference: Preference) -> Message? {
        do {
            var settings = try kept()
            settings.take(preference)
            try settings.replaceFile()
            return nil
        } catch {
            return .failed((error as? Failure)?.message ?? "设置没有存上：\(error)")
        }
    }

    /// Whole or not at all: beside the file first, then in its place.
    private func replaceFile() throws {
        mkdir(Settings.parent, 0o700)
        mkdir(Settings.folder, 0o700)
        let temporary = "\(Settings.path).\(getpid())"
        let file = Glibc.open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw Settings.failure("没有存上", errno) }
        var text = text
        let isWhole = text.withUTF8 { write(file, $0.baseAddress, $0.count) == $0.count }
        guard isWhole, close(file) == 0, rename(temporary, Settings.path) == 0 else {
            let number = errno
            unlink(temporary)
            throw Settings.failure("没有存上", number)
        }
    }

    private static func failure(_ what: String, _ number: Int32) -> Failure {
        Failure(.fault, "设置\(what)（\(path.safe)：\(SystemError.text(number))），这次照样能用")
    }
}
