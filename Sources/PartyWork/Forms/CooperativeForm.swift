extension PrintedForm {
    /// 合作社登记册: the cooperatives active at the date.
    ///
    /// - Parameter figures: their figures as `status` counts them.
    package static func cooperatives(
        _ rows: [CooperativeRow], _ figures: StatusReport.CooperativeFigures?, _ context: FormContext
    ) -> PrintedForm {
        onPaper {
            PrintedForm(
                "合作社登记册", in: context, period: context.period, rule: Definition.cooperatives, name: "合作社",
                tables: [table(rows.filter(\.isActive), figures)],
                notes: [
                    figures?.sentence ?? "", Definition.memberFounded, Definition.founders, Definition.householdsLed,
                ]
                .filter { !$0.isEmpty }, signatures: ["填报人", "镇党建办"], isWide: true)
        }
    }

    private static func table(_ rows: [CooperativeRow], _ figures: StatusReport.CooperativeFigures?) -> FormTable {
        let columns: [FormColumn] = [
            .number("序", 4), FormColumn("名称", 30), FormColumn("统一社会信用代码", 18), FormColumn("产业", 12),
            FormColumn("所属组织", 16), FormColumn("领办党员", 18), .day("成立日期"), .number("成员户数", 8), .number("带动户数", 8),
        ]
        let cells: [[FormCell]] = rows.enumerated().map { place, row in
            let own = row.cooperative
            return [
                .number(place + 1), .text(own.name), .text(own.id.text), .text(own.trade), .text(row.organizationName),
                .text(row.founderNames.joined(separator: "、")), FormCell(own.foundedOn), .number(own.memberHouseholds),
                .number(own.householdsLed),
            ]
        }
        let members = rows.reduce(0) { $0 + $1.cooperative.memberHouseholds }
        let total: [FormCell] = [
            .empty, "合计", .empty, .empty, .empty, .empty, .empty, .number(members),
            .number(figures?.householdsLed ?? 0),
        ]
        return FormTable("", columns, rows: cells, totals: [total], blankRows: 15)
    }
}

extension StatusReport.CooperativeFigures {
    /// The figures in a sentence.
    fileprivate var sentence: String {
        "在册 \(active) 个，党员领办 \(memberFounded) 个，领办党员 \(founders) 人，带动 \(householdsLed) 户次"
    }
}
