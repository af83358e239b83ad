import PartyWork
import TerminalUI

extension Route {
    static func cooperative(_ id: Cooperative.ID) -> Route { Route("cooperative", [id.text]) { CooperativeScreen(id) } }
}

extension ScreenKind {
    static let cooperative = ScreenKind(
        localized("合作社的卡片", "Cooperative"), like: .cooperative("A"), of: { .cooperative(Cooperative.ID($0)) })
}

/// The card of a cooperative: what is known, and what registers hold of it.
struct CooperativeScreen: PanedScreen {
    private let id: Cooperative.ID
    private var row: CooperativeRow?
    var panes = Panes([SubjectEntriesPane()])

    init(_ id: Cooperative.ID) { self.id = id }

    func title(_ context: Context) -> String { "\(row?.cooperative.name ?? id.text)  \(panes.current.position)" }

    func ownNeeds(_ context: Context) -> [Need<Self>] {
        let id = id
        return [
            Need(CooperativesQuery(scope: context.fullScope, asOf: context.asOf)) { screen, rows in
                screen.row = rows.first { $0.cooperative.id == id }
                let name = screen.row?.cooperative.name ?? ""
                screen.panes.change(SubjectEntriesPane.self) { pane in
                    pane.subject = EntrySubject(.cooperative, id.text, name: name)
                }
            }
        ]
    }

    func bindings(_ context: Context) -> [Binding<Self>] {
        let own = paneBindings(context)
        let edit = Binding<Self>(.edit, on: row, orElse: localized("正在读取", "still being read")) { row in
            [.form(.correct(AnyRecord(row.cooperative)))]
        }
        return own[.open, .add, .datedChange] + [edit] + own.without(own[.open, .add, .datedChange])
    }

    func draft(_ context: Context) -> ActivityDraft {
        guard let row else { return ActivityDraft() }
        return ActivityDraft(organization: row.cooperative.organization, organizationName: row.organizationName)
    }

    func printout(_ context: Context) -> Printout {
        guard let row, let pane = panes.current as? any RowPane else { return Printout() }
        let name = row.cooperative.name
        return Printout([pane.printed(of: name, scope: Scope(row.cooperative.organization), filters: [name], rule: nil)]
        )
    }

    // MARK: Drawing

    private var facts: Facts? {
        guard let row else { return nil }
        let cooperative = row.cooperative
        let days = [
            cooperative.foundedOn.map { localized("\($0) 成立", "founded \($0)") },
            cooperative.deregisteredOn.map { localized("\($0) 注销", "deregistered \($0)") },
        ].compactMap(\.self).joined(separator: localized("，", ", "))
        return Facts([
            .init(localized("名称", "Name"), cooperative.name),
            .init(localized("信用代码", "Code"), cooperative.id.text),
            .init(localized("支部", "Branch"), row.organizationName), .init(localized("产业", "Trade"), cooperative.trade),
            .init(localized("领办党员", "Founders"), row.founderNames.listed),
            .init(localized("成员户", "Members"), "\(cooperative.memberHouseholds)"),
            .init(localized("带动户", "Led"), "\(cooperative.householdsLed)"),
            .init(localized("日期", "Days"), days, isWide: true),
        ])
    }

    func ownLayout(_ context: Context) -> PaneLayout { .one(0, row: (facts?.rows ?? 0) + 1, context.body) }

    func drawHeading(on frame: inout Frame, _ context: Context) -> Bool {
        facts?.draw(on: &frame, top: 0, context)
        return facts != nil
    }
}
