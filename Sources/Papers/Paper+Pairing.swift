import PartyWork

extension Paper {
    /// 结对帮扶名册: a helper's households, each with its people, cause, state, since when, the helper's last visit and what came
    /// of it.
    package static func pairing(_ sheet: HelperSheet, _ context: PaperContext) -> Paper {
        onPaper {
            let person = sheet.card.row.person
            return Paper(
                "结对帮扶名册", in: context, period: context.period, subject: sheet.subject(context),
                rule: "列截至日结对有效的户；最近走访指本人参加的帮扶走访", name: "\(person.name) \(person.id)",
                tables: [sheet.table], notes: [Definition.noRelease], signatures: ["帮扶人", "支部书记", "镇扶贫办"], isWide: true)
        }
    }
}

extension HelperSheet {
    fileprivate func subject(_ context: PaperContext) -> String {
        let person = card.row.person
        guard !person.id.text.isEmpty else { return "帮扶人：____________  单位：________________  电话：______________" }
        let phone = person.phone.isEmpty ? "" : "电话：\(context.phone(person.phone))"
        let parts = [
            "帮扶人：\(person.name)（\(person.id)）", card.row.organizationName, person.category.rawValue, person.post, phone,
        ]
        return parts.filter { !$0.isEmpty }.joined(separator: "  ")
    }

    fileprivate var table: PaperTable {
        PaperTable(
            "",
            [
                .number("序", 4), PaperColumn("户主", 10), PaperColumn("户编号", 12), PaperColumn("村", 14), .number("人口", 4),
                PaperColumn("致贫原因", 16), PaperColumn("状态", 8), .day("结对日期"), .day("最近走访"), PaperColumn("走访结果", 36),
            ],
            rows: households.enumerated().map { row($0 + 1, $1) }, blankRows: 10)
    }

    private func row(_ number: Int, _ card: HouseholdCard) -> [PaperCell] {
        let household = card.row.household
        let helper = self.card.row.person.id
        let pairing = card.pairings.first { $0.isActive && $0.pairing.helper == helper }
        let visit = card.visits.first { $0.activity.voidedOn == nil && $0.activity.participants.contains(helper) }
        return [
            .number(number), .text(card.head), .text(household.id.text), .text(card.villageName),
            .number(household.headcount), .text(household.cause), .text(card.row.state?.rawValue ?? "未识别"),
            PaperCell(pairing?.pairing.startedOn), PaperCell(visit?.activity.heldOn), .text(visit?.outcome ?? ""),
        ]
    }
}

extension ActivityRow {
    /// What a visit was about and what came of it.
    var outcome: String {
        [activity.title, visit?.sentence ?? "", activity.note].filter { !$0.isEmpty }.joined(separator: "；")
    }
}
