import PartyWork
import TerminalUI

extension Route {
    static var welcome: Route { Route("welcome") { WelcomeScreen() } }
}

extension ScreenKind {
    /// Nobody comes back to it: it is shown by an empty ledger alone.
    static let welcome = ScreenKind(localized("欢迎", "Welcome"), like: .welcome, read: { _ in nil })
}

/// What an empty ledger shows: import files, load the sample, start empty (CONTRACT section 3).
struct WelcomeScreen: PanedScreen {
    var panes = Panes([
        ChoicePane(lines: [0, 2, 4], column: 14, .screenTitle) { _ in
            [
                .init(
                    localized("导入文件", "Import files"),
                    localized(
                        "现有的 CSV、XLSX 表：先看怎样认列、有哪些不对，再存",
                        "your CSV and XLSX lists: see how they are understood first"), .open(.importing)),
                .init(
                    localized("装入示例", "Load the sample"),
                    localized("龙凤镇示例（人物全是虚构），随便试，不影响别的台账", "Longfeng town (all persons invented), to try everything"),
                    .notice(localized("正在装入龙凤镇示例…", "Loading the sample town…")), .effect(.loadSample)),
                .init(
                    localized("从空白开始", "Start empty"),
                    localized("先登记乡镇党委，再到名册里添支部、党小组和人员", "enter the township, then branches, groups and people"),
                    .form(.add(.organizations, [.kind: OrganizationKind.township.rawValue]))),
            ]
        }
    ])

    func title(_ context: Context) -> String { localized("欢迎", "Welcome") }

    func layout(_ context: Context) -> PaneLayout {
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
