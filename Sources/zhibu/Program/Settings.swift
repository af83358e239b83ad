import Dashboard
import PartyWork
import TerminalUI

/// What the officer chose for good: `$XDG_CONFIG_HOME/zhibu/settings`, a line for each, `name = value`, `#` for remarks.
///
/// Lines that mean nothing here are kept as they are. What belongs to a terminal has the terminal's name behind its own:
/// `ambiguous xterm-256color/tmux = wide`.
struct Settings {
    private var lines: [String]

    init(_ text: String) { lines = text.split(separator: "\n").map(String.init) }

    /// The file's text.
    var text: String { lines.map { $0 + "\n" }.joined() }

    /// The value of a name; the last line that gives one counts.
    ///
    /// nil removes it.
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
            mouse: self["mouse"] == "on", printFolder: self["print-folder"] ?? Surroundings.home,
            theme: self[Settings.theme].flatMap { ThemeChoice(rawValue: $0) } ?? .auto,
            drawing: self[Settings.drawing].flatMap { DrawingChoice(rawValue: $0) } ?? .auto,
            hiddenPreviews: Set(Breadth.allCases.filter { self[Settings.preview($0)] == "off" }),
            grownPanes: Set(Breadth.allCases.filter { self[Settings.panes($0)] == "grown" }),
            greeting: greeting)
    }

    /// What the screens are to speak; nil where nothing was chosen.
    var language: Language? { self["language"].flatMap { Language(rawValue: $0) } }

    /// The words at the beginning of reminders; empty for the usual ones.
    var greeting: String { self["remind-greeting"] ?? "" }

    /// Sets a preference.
    mutating func take(_ preference: Preference) {
        switch preference {
        case .ambiguous(let width): self[Settings.ambiguous] = width.map { AmbiguousChoice($0).rawValue }
        case .mouse(let isOn): self["mouse"] = isOn ? "on" : "off"
        case .language(let language): self["language"] = language.rawValue
        case .printFolder(let folder): self["print-folder"] = folder
        case .theme(let theme): self[Settings.theme] = theme == .auto ? nil : theme.rawValue
        case .drawing(let drawing): self[Settings.drawing] = drawing == .auto ? nil : drawing.rawValue
        case .greeting(let text): self["remind-greeting"] = text.isEmpty ? nil : text
        case .preview(let breadth, let isShown): self[Settings.preview(breadth)] = isShown ? nil : "off"
        case .panes(let breadth, let areGrown): self[Settings.panes(breadth)] = areGrown ? "grown" : nil
        }
    }

    private static var ambiguous: String { "ambiguous " + terminal }
    private static var theme: String { "theme " + terminal }
    private static var drawing: String { "drawing " + terminal }
    private static func panes(_ breadth: Breadth) -> String { "panes-\(breadth.rawValue) " + terminal }
    private static func preview(_ breadth: Breadth) -> String { "preview-\(breadth.rawValue) " + terminal }

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
    init(_ width: AmbiguousWidth) { self = width == .narrow ? .narrow : .wide }

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
    private static let file = ConfigurationFile("settings")

    /// The settings as they are kept; none where there is no file yet.
    ///
    /// - Throws: a `Failure` where the file cannot be read.
    static func kept() throws -> Settings {
        do throws(ConfigurationFile.Unusable) {
            return Settings(try file.text())
        } catch {
            throw failure(localized("读不出来", "cannot be read"), error)
        }
    }

    /// Keeps a preference; a message only where that fails.
    static func message(keeping preference: Preference) -> Message? {
        do {
            var settings = try kept()
            settings.take(preference)
            try settings.replaceFile()
            return nil
        } catch {
            return .failed((error as? Failure)?.message ?? localized("设置没有存上：\(error)", "Settings not kept: \(error)"))
        }
    }

    private func replaceFile() throws {
        do throws(ConfigurationFile.Unusable) {
            try Settings.file.replace(with: text)
        } catch {
            throw Settings.failure(localized("没有存上", "were not kept"), error)
        }
    }

    private static func failure(_ what: String, _ reason: ConfigurationFile.Unusable) -> Failure {
        Failure(
            .fault,
            localized(
                "设置\(what)（\(reason.path.safe)：\(reason.reason)），这次照样能用",
                "Settings \(what) (\(reason.path.safe): \(reason.reason)); this time works all the same"
            ))
    }
}
