import PartyWork
import TerminalUI

/// An activity beside the list: all that was recorded of it.
struct ActivityGlance: Glance {
    let row: ActivityRow
    let standing: ActivityStanding

    init(_ item: ActivityItem) { (row, standing) = (item.row, item.standing) }

    func page(_ context: Context) -> GlancePage? {
        let activity = row.activity
        let people = row.participantNames
        let voided = activity.voidedOn.map { "\($0) \(activity.voidReason)" } ?? ""
        let late =
            row.isLate ? row.enteredOn.map { localized("\($0)（补录）", "\($0) (late)") } : row.enteredOn?.description
        return GlancePage(
            sections: [
                GlancePage.Section(
                    title: activity.title, remark: standing.title, element: standing.element,
                    lines: [
                        .fact(localized("编号", "No."), activity.id.text),
                        .fact(localized("日期", "Date"), activity.heldOn.description),
                        .fact(localized("类型", "Kind"), activity.kind.title),
                        .fact(localized("组织", "Of"), row.organizationName),
                        .fact(localized("贫困户", "Household"), row.head),
                        .fact(localized("办结", "Resolved"), row.resolvedOn?.description ?? ""),
                        .fact(localized("材料", "Papers"), activity.evidence.title, .of(activity.evidence)),
                        .fact(localized("登记于", "Entered"), late ?? ""), .fact(localized("作废", "Void"), voided),
                        .fact(localized("备注", "Note"), activity.note),
                    ], height: 13),
                GlancePage.Section(
                    title: localized("参加 \(people.count) 人", "People: \(people.count)"),
                    lines: people.isEmpty
                        ? [.text(localized("没有登记", "none recorded"), .muted)]
                        : [.fact(localized("姓名", "Names"), people.listed)],
                    height: 3),
            ] + visit)
    }

    /// What came of a visit.
    private var visit: [GlancePage.Section] {
        guard let details = row.visit else { return [] }
        return [
            GlancePage.Section(
                title: localized("走访", "The visit"),
                lines: [
                    .fact(localized("发现", "Found"), details.findings),
                    .fact(localized("措施", "Measures"), details.measures),
                    .fact(localized("成效", "Outcome"), details.outcome),
                ])
        ]
    }
}
