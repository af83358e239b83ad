extension PrintedForm {
    /// 乡镇汇总表: every figure of `status`, a row per branch, with the totals, and the year's months as signed.
    ///
    /// - Parameter months: the months of each branch, from January to the date's.
    package static func township(_ report: StatusReport, months: [[MonthReport]], _ context: FormContext) -> PrintedForm
    {
        onPaper {
            let tables =
                [branches(report), committee(report)] + (months.isEmpty ? [] : [FormTable.months("三、各月", months)])
            return PrintedForm(
                "支部工作汇总表", in: context, period: context.year, rule: "计当年 1 月 1 日至截至日；合计按范围统计，不由各行相加", name: "汇总",
                tables: tables,
                notes: [
                    report.rule(.visits), report.rule(.themeActivity), report.rule(.fiveOnes), report.rule(.partyDay),
                    Definition.visitsReceived, Definition.householdCoverage,
                    Definition.memberCoverage, Definition.visited, Definition.cooperatives, Definition.memberFounded,
                    Definition.founders, Definition.householdsLed,
                ] + (months.isEmpty ? [] : [FormTable.monthsRule]), signatures: ["填报人", "审核人", "镇党委"],
                chart: FormChart("户覆盖率", table: 0, names: 0, values: 12), isWide: true)
        }
    }

    private static func branches(_ report: StatusReport) -> FormTable {
        FormTable(
            "一、各支部",
            [
                FormColumn("支部", 16), .number("党小组", 4), .number("受访", 4), .number("主题活动", 4), .number("应办", 4),
                FormColumn("状态", 6), .number("五个一", 4), .number("应办", 4), FormColumn("状态", 6), .number("党日月数", 4),
                .number("户已结对", 6), .number("户应结对", 6), FormColumn("户覆盖率", 6, .percent), .number("党员已结对", 6),
                .number("党员应结对", 6), FormColumn("党员覆盖率", 6, .percent), .number("本月走访户", 6), .number("合作社", 4),
                .number("党员领办", 4), .number("领办党员", 4), .number("带动户次", 6),
            ],
            rows: report.branches.map(\.cells), totals: [report.totals.cells],
            blankRows: report.branches.isEmpty ? 19 : nil)
    }

    private static func committee(_ report: StatusReport) -> FormTable {
        let totals: [FormCell] = [
            "完成人数", .empty, .number(report.totals.committeeDone), .number(report.totals.committee), .empty,
        ]
        return FormTable(
            "二、镇班子成员",
            [FormColumn("班子成员", 16), FormColumn("编号", 10), .number("专题调研", 8), .number("应办", 8), FormColumn("状态", 8)],
            rows: report.committee.map { member in
                [.label(member.name), .label(member.id.text)] + member.visits.cells
            }, totals: [totals], blankRows: report.committee.isEmpty ? 11 : nil)
    }
}

extension Progress {
    /// What was done, what is asked for, how it stands.
    fileprivate var cells: [FormCell] {
        [.number(done), state == .notApplicable ? .empty : .number(target), .text(state.title)]
    }
}

extension StatusReport.BranchStatus {
    fileprivate var cells: [FormCell] {
        let own: [FormCell] = [.label(name), .number(groups), .number(visitsReceived)]
        let covered: [FormCell] = [.number(partyDayMonths.count)] + households.cells + members.cells
        return own + themeActivity.cells + fiveOnes.cells + covered + [.number(visitedThisMonth)] + cooperatives.cells
    }
}

extension StatusReport.Totals {
    /// In the columns of the branches; of 主题活动 the villages that are done, and how many villages there are.
    fileprivate var cells: [FormCell] {
        let own: [FormCell] = ["合计", .number(groups), .empty]
        let themes: [FormCell] = [.number(villagesDone), .number(villages), "村数"]
        return own + themes + fiveOnes.cells + [.empty] + households.cells + members.cells
            + [.number(visitedThisMonth)] + cooperatives.cells
    }
}

extension Coverage {
    fileprivate var cells: [FormCell] { [.number(covered), .number(inScope), .rate(self)] }
}

extension StatusReport.CooperativeFigures {
    fileprivate var cells: [FormCell] {
        [.number(active), .number(memberFounded), .number(founders), .number(householdsLed)]
    }
}
