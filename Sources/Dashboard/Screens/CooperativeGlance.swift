import PartyWork
import TerminalUI

/// A cooperative beside the list of all: what is registered of it, and the members who founded it.
struct CooperativeGlance: Glance {
    let row: CooperativeRow

    func page(_ context: Context) -> GlancePage? {
        let cooperative = row.cooperative
        let founders = zip(row.founderNames, cooperative.founders).map { name, id in
            GlancePage.Line.cells([.init(text: name, width: 10), .init(text: id.text, width: 10)])
        }
        return GlancePage(sections: [
            GlancePage.Section(
                title: cooperative.name,
                lines: [
                    .fact(localized("信用代码", "Code"), cooperative.id.text),
                    .fact(localized("支部", "Branch"), row.organizationName),
                    .fact(localized("产业", "Trade"), cooperative.trade),
                    .fact(localized("成立", "Founded"), cooperative.foundedOn?.description ?? ""),
                    .fact(localized("注销", "Closed"), cooperative.deregisteredOn?.description ?? ""),
                    .fact(localized("成员户", "Members"), String(cooperative.memberHouseholds)),
                    .fact(localized("带动户", "Led"), String(cooperative.householdsLed)),
                ], height: 7),
            GlancePage.Section(
                title: localized("领办党员 \(founders.count)", "Founders: \(founders.count)"),
                lines: founders.isEmpty
                    ? [.text(localized("没有党员领办", "not founded by a member"), .muted)] : founders),
        ])
    }
}
