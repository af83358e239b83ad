import PartyWork
import TerminalUI

extension Route {
    /// Who changed an organization.
    static func changes(of code: Code) -> Route { Route("changes", [code.digits]) { ChangesScreen(of: code) } }
}

extension ScreenKind {
    static let changes = ScreenKind(
        localized("谁改过", "Changes"), like: .changes(of: "422801100211"), of: { Code(word: $0).map { .changes(of: $0) } }
    )
}

/// 谁改过: the entries of the journal that changed a branch's record, a pane of the other cards as a screen of its own.
struct ChangesScreen: PanedScreen {
    var panes: Panes

    init(of code: Code) {
        panes = Panes([CardJournal(table: .organizations, key: RecordKey(code.digits))])
    }

    func title(_ context: Context) -> String { "\(panes.current.name)  \(panes.current.position)" }

    func ownLayout(_ context: Context) -> PaneLayout { .whole(row: 0, foot: 0, context.body) }

    func drawHeading(on frame: inout Frame, _ context: Context) -> Bool { true }
}
