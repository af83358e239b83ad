import PartyWork

extension Paper {
    /// 乡镇汇总表: every figure of `status`, a row per branch, with the totals, the year's months as signed, and the same day of the
    /// year before.
    ///
    /// - Parameters:
    ///   - months: the months of each branch, from January to the date's.
    ///   - before: the figures of that day; nil leaves them out.
    package static func township(
        _ report: StatusReport, months: [[MonthReport]], before: StatusReport? = nil, _ context: PaperContext
    ) -> Paper {
        onPaper {
            let tables =
                [branches(report), committee(report)] + (months.isEmpty ? [] : [PaperTable.months("三、各月", months)])
                + (before.map { [compared($0, report)] } ?? [])
            return Paper(
                "支部工作汇总表", in: context, period: context.year, rule: "计当年 1 月 1 日至截至日；合计按范围统计；领办党员按人计一次，其余等于各行之和",
                name: "汇总",
                tables: tables,
                notes: [
                    "主题活动：\(report.totals.villagesDone)/\(report.totals.villages) 个村党组织完成",
                    report.rule(.visits), report.rule(.themeActivity), report.rule(.fiveOnes), report.rule(.partyDay),
                    Definition.visitsReceived, Definition.householdCoverage,
                    Definition.memberCoverage, Definition.visited, Definition.cooperatives, Definition.memberFounded,
                    Definition.founders, Definition.householdsLed,
                ] + (months.isEmpty ? [] : [PaperTable.monthsRule] + report.differences(from: months)),
                signatures: ["填报人", "审核人", "镇党委"], units: "个、次、户、人、%",
                chart: PaperChart("户覆盖率", table: 0, names: 0, values: 12), isWide: true)
        }
    }

    private static func branches(_ report: StatusReport) -> PaperTable {
        PaperTable(
            "一、各支部",
            [
                PaperColumn("支部", 16), .number("党小组", 4), .number("受访", 4), .number("主题活动", 4), .number("应办", 4),
                PaperColumn("状态", 6), .number("五个一", 4), .number("应办", 4), PaperColumn("状态", 6), .number("党日月数", 4),
                .number("户已结对", 6), .number("户应结对", 6), PaperColumn("户覆盖率", 6, .percent), .number("党员已结对", 6),
                .number("党员应结对", 6), PaperColumn("党员覆盖率", 6, .percent), .number("本月走访户", 6), .number("合作社", 4),
                .number("党员领办", 4), .number("领办党员", 4), .number("带动户次", 6),
            ],
            rows: report.lines.map(\.cells), totals: [report.totals.cells],
            blankRows: report.lines.isEmpty ? 19 : nil)
    }

    /// The sums of all branches on both days.
    private static func compared(_ before: StatusReport, _ report: StatusReport) -> PaperTable {
        let rows: [[PaperCell]] = ComparedMeasure.allCases.map { measure in
            let sums = [before, report].map { $0.lines.reduce(0) { $0 + measure.number($1) } }
            let (old, new) = (sums[0], sums[1])
            return [.label(measure.title), .number(old), .number(new), .number(new - old)]
        }
        return PaperTable(
            "四、与去年同日",
            [PaperColumn("项目", 16), .number("\(before.asOf)", 12), .number("\(report.asOf)", 12), .number("增减", 8)],
            rows: rows, blankRows: nil)
    }

    private static func committee(_ report: StatusReport) -> PaperTable {
        let totals: [PaperCell] = [
            "完成人数", .empty, .number(report.totals.committeeDone), .number(report.totals.committee), .empty,
        ]
        return PaperTable(
            "二、镇班子成员",
            [
                PaperColumn("班子成员", 16), PaperColumn("编号", 10), .number("专题调研", 8), .number("应办", 8),
                PaperColumn("状态", 8),
            ],
            rows: report.committee.map { member in [.label(member.name), .label(member.id.text)] + member.visits.cells
            }, totals: [totals], blankRows: report.committee.isEmpty ? 11 : nil)
    }
}

extension StatusReport {
    /// Where the sum of the months is another than that of the branches, and why.
    fileprivate func differences(from months: [[MonthReport]]) -> [String] {
        let reports = months.flatMap { $0 }
        let sums: [(title: String, branches: Int, figure: MonthFigure)] = [
            ("主题活动", totals.themeActivities, .themeActivity), ("专题调研（受访）", totals.visitsReceived, .researchVisit),
        ]
        return sums.compactMap { title, branches, figure in
            let signed = reports.reduce(0) { $0 + $1.standingFigures[figure] }
            let now = reports.reduce(0) { $0 + $1.figures[figure] }
            guard signed != branches else { return nil }
            let reasons = [
                signed == now ? nil : "已接收的月份按签收时的数字，现在合计 \(now)", now == branches ? nil : "各月计当月还在的支部，各支部计截至日还在的",
            ]
            return "\(title)：各支部合计 \(branches)，各月合计 \(signed)；" + reasons.compactMap { $0 }.joined(separator: "；")
        } + ["五个一：各支部是完成的项数，一项多次计一项；各月是件数"]
    }
}

extension Progress {
    /// What was done, what is asked for, how it stands.
    fileprivate var cells: [PaperCell] {
        [.number(done), state == .notApplicable ? .empty : .number(target), .text(state.title)]
    }
}

extension StatusReport.BranchStatus {
    fileprivate var cells: [PaperCell] {
        let own: [PaperCell] = [.label(title), .number(groups), .number(visitsReceived)]
        let covered: [PaperCell] = [.number(partyDayMonths.count)] + households.cells + members.cells
        return own + themeActivity.cells + fiveOnes.cells + covered + [.number(visitedThisMonth)] + cooperatives.cells
    }
}

extension StatusReport.Totals {
    /// In the columns of the branches and of the same measure: 主题活动 in times, not in villages.
    fileprivate var cells: [PaperCell] {
        let own: [PaperCell] = ["合计", .number(groups), .number(visitsReceived)]
        let themes: [PaperCell] = [.number(themeActivities), .number(themeActivitiesAsked), .empty]
        return own + themes + fiveOnes.cells + [.empty] + households.cells + members.cells
            + [.number(visitedThisMonth)] + cooperatives.cells
    }
}

extension Coverage {
    fileprivate var cells: [PaperCell] { [.number(covered), .number(inScope), .rate(self)] }
}

extension StatusReport.CooperativeFigures {
    fileprivate var cells: [PaperCell] {
        [.number(active), .number(memberFounded), .number(founders), .number(householdsLed)]
    }
}
