import PartyWork

extension Paper {
    /// 支部月报表: what a branch did in a month, a row each, and the month's counts.
    ///
    /// Of a signed month the counts are those signed, a later correction stands beside.
    package static func month(_ details: MonthDetails, _ context: PaperContext) -> Paper {
        onPaper {
            let report = details.report
            return Paper(
                "支部月报表", in: context, period: .month(report.month, until: report.asOf),
                rule: "活动按计入日期归月，矛盾纠纷、办实事按办结日期；结对按月末计", name: report.name,
                tables: [activities(details), counts(report)],
                notes: [report.standing, Definition.householdCoverage, Definition.memberCoverage, Definition.visited]
                    .filter { !$0.isEmpty },
                signatures: ["支部书记", "填报人", "审核人"], units: "次、户、人")
        }
    }

    private static func activities(_ details: MonthDetails) -> PaperTable {
        let columns: [PaperColumn] = [
            .number("序", 4), PaperColumn("日期", 10, .day), PaperColumn("类型", 12), PaperColumn("主题", 20),
            PaperColumn("参加人员", 18), PaperColumn("结果", 18),
            PaperColumn("材料", 4),
        ]
        let rows: [[PaperCell]] = details.activities.reversed().enumerated().map { place, row in
            let isOwn = row.activity.organization == details.report.code
            return [
                .number(place + 1), .day(row.activity.heldOn), .text(row.activity.kind.rawValue),
                .text(isOwn ? row.activity.title : "\(row.organizationName)：\(row.activity.title)"),
                .text(row.participantNames.joined(separator: "、")), .text(row.result),
                .text(row.activity.evidence.rawValue),
            ]
        }
        return PaperTable("一、活动", columns, rows: rows, blankRows: 15)
    }

    /// The figures, two beside each other to save paper, and behind them what was corrected after the signature.
    private static func counts(_ report: MonthReport) -> PaperTable {
        let half = [PaperColumn("项目", 12), .number("本月", 12)]
        let middle = MonthFigure.allCases.count / 2
        let rows: [[PaperCell]] = zip(MonthFigure.allCases.prefix(middle), MonthFigure.allCases.suffix(middle)).map {
            left, right in
            [
                .label(left.title), .number(report.standingFigures[left]), .label(right.title),
                .number(report.standingFigures[right]), .text(report.corrections([left, right])),
            ]
        }
        return PaperTable("二、本月数字", half + half + [PaperColumn("签收后更正", 40)], rows: rows, blankRows: nil)
    }
}

extension MonthReport {
    /// What differs from the signature now: `主题党日 1 改为 2`.
    func corrections(_ figures: [MonthFigure] = MonthFigure.allCases) -> String {
        figures.filter(shifted.contains).map { "\($0.title) \(standingFigures[$0]) 改为 \(self.figures[$0])" }
            .joined(separator: "；")
    }

    /// The figures that a paper shows: those signed, else those of today.
    package var standingFigures: MonthFigures { signed?.figures ?? figures }

    /// Where the month stands, in a sentence.
    fileprivate var standing: String {
        guard let step = steps.last else { return "" }
        return "月报\(state.title)：\(step.officer) \(step.takenOn)" + (step.reason.isEmpty ? "" : "，\(step.reason)")
    }
}

extension ActivityRow {
    /// What came of it: the household, when it was settled, what a visit found and brought about, the remark.
    var result: String {
        let settled = resolvedOn.map { "\(activity.kind == .hazard ? "整改" : "办结") \($0)" }
        let parts = [head.isEmpty ? nil : "户：\(head)", settled, visit?.sentence, activity.note]
        return parts.compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: "；")
    }
}
