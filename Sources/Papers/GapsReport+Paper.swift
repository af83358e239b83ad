import PartyWork

extension GapsReport {
    /// 缺口清单: a row per gap, the most urgent first.
    package func paper(_ context: PaperContext) -> Paper {
        Paper.onPaper {
            let rows: [[PaperCell]] = gaps.enumerated().map { place, gap in
                [
                    .number(place + 1), .text(gap.state.title), .text(gap.kind.title), .text(gap.subject.token),
                    .text(gap.name),
                    .text(gap.organization.digits), .number(gap.done), .number(gap.target),
                ]
            }
            let columns: [PaperColumn] = [
                .number("序", 5), PaperColumn("轻重", 8), PaperColumn("事项", 12), PaperColumn("编号", 26),
                PaperColumn("名称", 18),
                PaperColumn("组织编码", 14), .number("完成", 4), .number("应办", 4),
            ]
            return Paper(
                "缺口清单", in: context, period: context.period, rule: "逾期、无人帮扶的户、滞后、未结对的党员、将到期，先急后缓", name: "缺口",
                tables: [PaperTable("", columns, rows: rows, blankRows: 20)])
        }
    }
}
