import PartyWork

extension Paper {
    /// 合作社登记册: the cooperatives active at the date.
    ///
    /// - Parameter figures: their figures as `status` counts them.
    package static func cooperatives(
        _ rows: [CooperativeRow], _ figures: StatusReport.CooperativeFigures?, _ context: PaperContext
    ) -> Paper {
        onPaper {
            Paper(
                "合作社登记册", in: context, period: context.period, rule: Definition.cooperatives, name: "合作社",
                tables: [table(rows.filter(\.isActive), figures)],
                notes: [
                    figures?.sentence ?? "", Definition.memberFounded, Definition.founders, Definition.householdsLed,
                ].filter { !$0.isEmpty }, signatures: ["填报人", "镇党建办"], isWide: true)
        }
    }

    private static func table(_ rows: [CooperativeRow], _ figures: StatusReport.CooperativeFigures?) -> PaperTable {
        let columns: [PaperColumn] = [
            .number("序", 4), PaperColumn("名称", 30), PaperColumn("统一社会信用代码", 22), PaperColumn("产业", 12),
            PaperColumn("所属组织", 16), PaperColumn("领办党员", 16), .day("成立日期"), .number("成员户数", 8), .number("带动户数", 8),
        ]
        let cells: [[PaperCell]] = rows.enumerated().map { place, row in
            let own = row.cooperative
            return [
                .number(place + 1), .text(own.name), .text(own.id.text), .text(own.trade), .text(row.organizationName),
                .text(row.founderNames.joined(separator: "、")), PaperCell(own.foundedOn), .number(own.memberHouseholds),
                .number(own.householdsLed),
            ]
        }
        let members = rows.reduce(0) { $0 + $1.cooperative.memberHouseholds }
        let total: [PaperCell] = [
            .empty, "合计", .empty, .empty, .empty, .empty, .empty, .number(members),
            .number(figures?.householdsLed ?? 0),
        ]
        return PaperTable("", columns, rows: cells, totals: [total], blankRows: 15)
    }
}

extension StatusReport.CooperativeFigures {
    /// The figures in a sentence.
    fileprivate var sentence: String {
        "在册 \(active) 个，党员领办 \(memberFounded) 个，领办党员 \(founders) 人，带动 \(householdsLed) 户次"
    }
}
