import ArgumentParser
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

/// `--plain`, `--ambiguous` and `--no-color`, which the dashboards take.
struct TerminalOptions: ParsableArguments {
    @Flag(
        name: .long,
        help: localized(
            "逐行问答，不画屏幕：供读屏软件、简单终端和管道使用",
            "line by line instead of screens: for screen readers, simple terminals and pipes"))
    var plain = false

    @Option(
        name: .long,
        help: ArgumentHelp(
            localized(
                "“”—…※①● 占几格：narrow 一格，wide 两格，auto 由终端说；默认按设置",
                "cells of characters of ambiguous width: narrow one, wide two, auto as the terminal says; by default as set"
            ), valueName: localized("宽度", "width")))
    var ambiguous: AmbiguousChoice?

    @Flag(
        name: .customLong("no-color"),
        help: localized("不用颜色；设了 $NO_COLOR 时也不用", "no colours; nor where $NO_COLOR is set"))
    var isColourless = false

    /// What was chosen.
    var choices: TerminalChoices {
        TerminalChoices(ambiguous: ambiguous, isColourless: isColourless, isPlain: plain)
    }
}

extension AmbiguousChoice: ExpressibleByArgument {}
