import PartyWork

extension Paper {
    /// 贫困户帮扶卡: a household's states, its helpers of all times, the visits and what came of them.
    package static func household(_ card: HouseholdCard, _ context: PaperContext) -> Paper {
        onPaper {
            let household = card.row.household
            return Paper(
                "贫困户帮扶卡", in: context, period: context.period, rule: "状态按截至日计；作废的走访不列",
                name: "\(card.head) \(household.id)",
                tables: [card.facts, card.states, card.helpers(context), card.visitRows], notes: [Definition.noRelease],
                signatures: ["户主", "帮扶人", "村党组织"])
        }
    }
}

extension HouseholdCard {
    fileprivate var facts: PaperTable {
        let household = row.household
        let columns = [PaperColumn("", 10), PaperColumn("", 38), PaperColumn("", 10), PaperColumn("", 28)]
        return PaperTable(
            "", columns,
            rows: [
                ["户主", .text(head), "户编号", .text(household.id.text)],
                ["村", .text(villageName), "人口", .number(household.headcount)],
                ["致贫原因", .text(household.cause), "当前状态", .text(row.state?.rawValue ?? "未识别")],
            ], blankRows: nil)
    }

    /// What changed the household's state or the household as a whole, the oldest first.
    fileprivate var states: PaperTable {
        let kinds: Set<TimelineEvent.Kind> = [
            .identified, .lifted, .returned, .closed, .headChanged, .split, .merged, .relocated,
        ]
        let events = timeline.reversed().filter { kinds.contains($0.kind) }
        return PaperTable(
            "一、状态变化", [.day("日期"), PaperColumn("变化", 8), PaperColumn("说明", 70)],
            rows: events.map { [.day($0.day), .text($0.kind.rawValue), .text($0.text)] }, blankRows: 4)
    }

    fileprivate func helpers(_ context: PaperContext) -> PaperTable {
        let rows: [[PaperCell]] = pairings.reversed().map { row in
            [
                .text(row.helperName + row.helperService.remark), .text(row.pairing.helper.text),
                .text(context.phone(row.helperPhone)), .day(row.pairing.startedOn), PaperCell(row.endedOn),
                .text(row.endReason?.rawValue ?? ""),
            ]
        }
        return PaperTable(
            "二、帮扶人",
            [
                PaperColumn("姓名", 20), PaperColumn("人员编号", 12), PaperColumn("电话", 16), .day("开始"), .day("结束"),
                PaperColumn("原因", 12),
            ], rows: rows, blankRows: 4)
    }

    /// The visits, the oldest first.
    fileprivate var visitRows: PaperTable {
        let rows: [[PaperCell]] = visits.reversed().filter { $0.activity.voidedOn == nil }.map { row in
            [
                .day(row.activity.heldOn), .text(row.participantNames.joined(separator: "、")),
                .text(row.activity.title),
                .text(row.visit?.findings ?? ""), .text(row.visit?.measures ?? ""),
                .text([row.visit?.outcome ?? "", row.activity.note].filter { !$0.isEmpty }.joined(separator: "；")),
            ]
        }
        return PaperTable(
            "三、走访",
            [
                .day("日期"), PaperColumn("走访人", 12), PaperColumn("主题", 14), PaperColumn("发现情况", 14),
                PaperColumn("帮扶措施", 14),
                PaperColumn("成效", 16),
            ], rows: rows, blankRows: 10)
    }
}
