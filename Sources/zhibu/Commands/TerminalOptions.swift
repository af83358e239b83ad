import ArgumentParser
import Dashboard
import PartyWork

/// `--plain`, `--ambiguous` and `--no-color`, which the dashboards take.
struct TerminalOptions: ParsableArguments {
    @Flag(
        help: localized(
            "逐行问答，不画屏幕：供读屏软件、简单终端和管道使用",
            "line by line instead of screens: for screen readers, simple terminals and pipes"))
    var plain = false

    @Option(
        help: .taking(
            localized("宽度", "width"),
            localized(
                "“”—…※①● 占几格：narrow 一格，wide 两格，auto 由终端说；默认按设置",
                "cells of characters of ambiguous width: narrow one, wide two, auto as the terminal says; by default as set"
            )))
    var ambiguous: AmbiguousChoice?

    @Flag(
        name: .customLong("no-color"),
        help: localized("不用颜色；设了 $NO_COLOR 时也不用", "no colours; nor where $NO_COLOR is set"))
    var isColourless = false

    /// What was chosen.
    var choices: TerminalChoices { TerminalChoices(ambiguous: ambiguous, isColourless: isColourless, isPlain: plain) }
}

extension AmbiguousChoice: ExpressibleByArgument {}
