import Dashboard
import PartyWork

/// How the dashboard is shown, as the command line says; each may also be left to the surroundings.
struct TerminalChoices {
    var ambiguous: AmbiguousChoice?
    var isColourless = false
    var isPlain = false

    /// What holds: the option, else the variable, else the settings, else what the terminal says.
    func preferences(_ settings: Settings) throws -> Preferences {
        var preferences = settings.preferences
        preferences.language = .current
        if let choice = try ambiguous ?? TerminalChoices.variable { preferences.ambiguous = choice.width }
        return preferences
    }

    private static var variable: AmbiguousChoice? {
        get throws {
            guard let word = Surroundings.variable("ZHIBU_AMBIGUOUS") else { return nil }
            guard let choice = AmbiguousChoice(rawValue: word) else {
                throw Failure(
                    .wrongUsage,
                    localized(
                        "环境变量 ZHIBU_AMBIGUOUS 的值“\(word.safe)”无效，可选：auto、narrow、wide",
                        "The value \(word.safe) of ZHIBU_AMBIGUOUS is none of auto, narrow, wide"))
            }
            return choice
        }
    }
}
