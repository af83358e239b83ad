import PartyWork
import TerminalUI

extension Route {
    /// The register of people, households or organizations that is in sight first.
    static func registry(_ table: TableSchema) -> Route { Route("registry", [table.name]) { RegistryScreen(table) } }
}

extension ScreenKind {
    static let registry = ScreenKind(
        localized("名册", "Registry"), like: .registry(.people),
        of: { [TableSchema.people, .households, .organizations].named($0).map { .registry($0) } }
    ).telling(
        localized(
            "人员、贫困户、组织的名册：找人、改正、标记离开，也可以几个一起办",
            "the people, households and organizations: found, corrected, marked, many at once"))
}

extension Tab {
    static let registry = Tab("registry", "名册", "Registry", brief: (nil, "Reg."), words: ["花名册", "党员", "贫困户", "撤村"]) {
        _ in .registry(.people)
    }
}

/// 名册: people, households, organizations; add, correct, mark dated changes.
struct RegistryScreen: PanedScreen {
    var panes = Panes([PeoplePane(), HouseholdsPane(), OrganizationsPane()])

    init(_ table: TableSchema) {
        panes.focus = panes.all.firstIndex { ($0 as? any RegisterPane)?.register == table } ?? 0
    }

    func title(_ context: Context) -> String {
        let pane = panes.current
        return localized("名册：\(pane.name)  \(pane.position)", "Registry: \(pane.name)  \(pane.position)")
    }

    func ownLayout(_ context: Context) -> PaneLayout {
        previewed(.one(of: panes, row: 0, column: 2, gap: 1, listBody(context)), row: 2, context)
    }

    func bindings(_ context: Context) -> [Binding<Self>] {
        let (own, tab) = (paneBindings(context), stepping(isNamed: false))
        let importing = Binding<Self>(.accept, .importing) { _ in [.open(.importing)] }
        return own[.open] + [tab.next] + own[.find, .add, .edit, .datedChange] + [importing]
            + own[.sort, .reverse, .choose, .chooseRange, .chooseAll] + [tab.previous]
    }
}
