import PartyWork
import TerminalUI

extension Route {
    /// Two years of a branch.
    static func trend(_ code: Code) -> Route { Route("trend", [code.digits]) { SoloScreen(TrendPane(of: code)) } }
}

extension ScreenKind {
    static let trend = ScreenKind(
        localized("走势", "Trend"), like: .trend("422801100211"), of: { Code(word: $0).map { .trend($0) } }
    ).telling(
        localized(
            "一个支部两年里每个月做了多少，缺口怎样变",
            "two years of a branch, month by month"))
}

/// 走势: two years of a branch, month by month; as columns beside them where there is room.
struct TrendPane: SoloPane {
    private let code: Code
    private var branch = ""
    var list = RowList<TrendRow>(columns, identity: \.month.description, searched: \.month.title)

    init(of code: Code) { self.code = code }

    var hasGlances: Bool { true }
    func glance(_ context: Context) -> (any Glance)? { TrendGlance(Scope(code), asOf: context.asOf) }

    func title(_ context: Context) -> String { localized("\(branch) 走势  \(position)", "\(branch), trend  \(position)") }

    func empty(_ context: Context) -> String { localized("正在读取…", "Reading…") }

    func needs(_ context: Context) -> [Need<Self>] {
        [
            Need(TrendQuery(scope: Scope(code), asOf: context.asOf)) { $0.list.load(TrendRow.all(of: $1)) },
            Need(OrganizationsQuery(scope: Scope(code), asOf: context.asOf)) { pane, rows in
                pane.branch = rows.first { $0.organization.code == pane.code }?.organization.name ?? pane.code.digits
            },
        ]
    }

    func bindings(_ context: Context) -> [Binding<Self>] {
        let code = code
        return [
            Binding(.open, on: list.selected, orElse: localized("没有月份", "no month")) {
                [.open(.month(code, $0.month))]
            }
        ] + listBindings
    }

    func definition(_ context: Context) -> String? {
        localized(
            "缺口是各月底的；走访、受访、主题活动是当月的次数；“签”＝按签收的数字",
            "Gaps as of the month's end, the rest what the month brought; S = as signed")
    }

    func draft(_ context: Context) -> ActivityDraft { ActivityDraft(organization: code, organizationName: branch) }

    func printed(_ context: Context) -> [Printout.Item] {
        [list.printed(localized("走势", "Trend"), of: branch, scope: Scope(code), rule: definition(context))]
    }

    private static var columns: [RowList<TrendRow>.Column] {
        [
            .init(TableColumn(localized("月份", "Month"), minimum: 7), by: \.month) { $0.month.description },
            number(localized("户缺口", "H. gap"), .householdGap),
            .init(
                TableColumn(localized("去年同月", "Year ago"), minimum: 8, alignment: .right),
                text: { $0.gapBefore.map { String($0) } ?? "" }),
            number(localized("党员缺口", "M. gap"), .memberGap), number(localized("走访", "Home"), .homeVisits),
            number(localized("受访", "Vis."), .visitsReceived), number(localized("主题", "Theme"), .themeActivities),
            .init(TableColumn(localized("党日", "P.day"), minimum: 5)) {
                $0.value(.partyDays) > 0 ? localized("开", "yes") : localized("缺", "no")
            },
            .init(TableColumn(localized("签", "S"), minimum: 2)) { $0.isSigned ? localized("签", "S") : "" },
            // At the end, where it breaks no run of the line.
            .init(TableColumn(localized("户缺口", "H. gap"), minimum: 8, ideal: 16), bar: { $0.bar(.householdGap) }),
        ]
    }

    private static func number(
        _ title: String, _ measure: TrendReport.Measure
    ) -> RowList<TrendRow>.Column { .number(title, minimum: 4) { $0.value(measure) } }
}
