import PartyWork

extension Paper {
    /// 四四五工作法年度表: who came to the branch and when, its theme activities, each group's five ones, and the months.
    package static func year(_ year: BranchYear, _ context: PaperContext) -> Paper {
        onPaper {
            Paper(
                // Within the year it says how far the branch has come.
                context.year.title.hasSuffix("年") || context.year.title.isEmpty ? "四四五工作法年度表" : "四四五工作法进度表",
                in: context, period: context.year,
                rule: "计当年 1 月 1 日至截至日的活动；\(year.report.rule(.fiveOnes))", name: year.report.organization.name,
                tables: [year.visits, year.themeActivities, year.fiveOnes, .months("四、各月", [year.months])],
                notes: [
                    year.figures, year.report.rule(.visits), year.report.rule(.themeActivity), PaperTable.monthsRule,
                ].filter { !$0.isEmpty }, signatures: ["支部书记", "填报人", "审核人"],
                chart: PaperChart("各月计入的活动", table: 3, names: 0, values: 7), isWide: true)
        }
    }
}

extension BranchYear {
    /// Those of a kind, the oldest first.
    private func counted(_ kind: ActivityKind, on code: Code? = nil) -> [ActivityRow] {
        activities.reversed().filter { $0.activity.kind == kind && (code == nil || $0.activity.organization == code) }
    }

    fileprivate var visits: PaperTable {
        PaperTable(
            "一、班子成员专题调研",
            [
                .day("日期"), PaperColumn("班子成员", 28), PaperColumn("调研内容", 44), PaperColumn("结果", 48),
                PaperColumn("材料", 4),
            ],
            rows: counted(.researchVisit).map(\.cells), blankRows: 8)
    }

    fileprivate var themeActivities: PaperTable {
        PaperTable(
            "二、主题活动",
            [.day("日期"), PaperColumn("参加人员", 28), PaperColumn("主题", 44), PaperColumn("结果", 48), PaperColumn("材料", 4)],
            rows: counted(.themeActivity).map(\.cells), blankRows: 6)
    }

    /// A row per group, in each cell the day and what was done.
    fileprivate var fiveOnes: PaperTable {
        let items = Requirement.fiveOnes.map { PaperColumn($0.title, 23) }
        let rows: [[PaperCell]] = report.groups.map { group in
            [.label(group.name)]
                + ActivityKind.fiveOnes.map { kind in
                    let done = counted(kind, on: group.code).map { row in
                        "\(row.activity.countingDate.map { "\($0) " } ?? "")\(row.activity.title)"
                    }
                    return .text(done.joined(separator: "；"))
                }
        }
        return PaperTable(
            "三、党小组五个一", [PaperColumn("党小组", 18)] + items, rows: rows, blankRows: rows.isEmpty ? 6 : nil)
    }

    /// The year's figures as the overview has them.
    fileprivate var figures: String {
        guard let status = report.status else { return "" }
        let theme = status.themeActivity
        let ones = status.fiveOnes
        return "本年：受访 \(status.visitsReceived) 次；主题活动 \(theme.fraction) \(theme.state.title)；"
            + "五个一 \(ones.fraction) \(ones.state.title)；主题党日 \(status.partyDayMonths.count) 个月"
    }
}

extension ActivityRow {
    fileprivate var cells: [PaperCell] {
        [
            .day(activity.heldOn), .text(participantNames.joined(separator: "、")), .text(activity.title), .text(result),
            .text(activity.evidence.rawValue),
        ]
    }
}
