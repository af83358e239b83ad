import PartyWork
import TerminalUI

extension Route {
    static var welcome: Route { Route("welcome") { WelcomeScreen() } }
}

extension ScreenKind {
    /// Nobody comes back to it: it is shown by an empty ledger alone.
    static let welcome = ScreenKind(localized("欢迎", "Welcome"), like: .welcome, read: { _ in nil })
}

/// What an empty ledger shows, three doors: look at the sample, bring the lists there are, start empty (CONTRACT section 3).
struct WelcomeScreen: PanedScreen {
    var panes = Panes([
        ChoicePane(lines: [0, 2, 4], column: 14, .screenTitle) { _ in
            [
                .init(
                    localized("先看示例", "See the sample"),
                    localized(
                        "龙凤镇（人物全是虚构）：随便看、随便试，退出即丢弃",
                        "Longfeng town (all persons invented): try anything, it is dropped"),
                    .notice(localized("正在打开示例…", "Opening the sample…")), .effect(.openSample)),
                .init(
                    localized("搬进表格", "Bring lists"),
                    localized(
                        "乡镇和村、人员、贫困户、结对，一步一步导入；中断了也不丢",
                        "villages, people, households, pairings, step by step"), .open(.movingIn)),
                .init(
                    localized("从空白开始", "Start empty"),
                    localized("先登记乡镇党委，再到名册里添支部、党小组和人员", "enter the township, then branches, groups and people"),
                    .form(.firstTownship)),
            ]
        }
    ])

    func title(_ context: Context) -> String { localized("欢迎", "Welcome") }

    func ownLayout(_ context: Context) -> PaneLayout {
        let size = Size(columns: context.body.columns - 2, rows: panes.current.neededRows)
        return PaneLayout(areas: [PaneLayout.Area(pane: 0, row: 3, column: 2, size: size)])
    }

    func drawHeading(on frame: inout Frame, _ context: Context) -> Bool {
        frame.put(
            localized("这本台账还是空的。先做一件：", "This ledger is still empty. Begin with one of these:"), row: 1, column: 2)
        frame.put(
            localized(
                "上下键选，Enter 选定。以后在名册里按 ^K 也能再导入。",
                "Up and Down select, Enter chooses. ^K in the registry imports at any time."), row: 10, column: 2,
            style: context.style(.muted))
        return true
    }
}
