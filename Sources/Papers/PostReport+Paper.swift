import PartyWork

extension PostReport {
    /// 任职统计: stock and flow by 职务 and by 来源.
    package func paper(_ context: PaperContext) -> Paper {
        Paper.onPaper {
            func table(_ title: String, _ lines: [Line]) -> PaperTable {
                PaperTable(
                    title, [PaperColumn("名称", 24), .number("在任", 8), .number("新任", 8), .number("卸任", 8)],
                    rows: lines.map { [.text($0.title), .number($0.held), .number($0.begun), .number($0.ended)] },
                    blankRows: 10)
            }
            return Paper(
                "任职统计", in: context, period: .days(from, asOf), rule: "在任按截至日计，新任、卸任按期间计；党员关系不算任职", name: "任职",
                tables: [table("一、按职务", kinds), table("二、按来源", sources)])
        }
    }
}
