import PartyWork

extension ChecklistReport {
    /// 清单汇总: a row per checklist.
    package func paper(_ context: PaperContext) -> Paper {
        Paper.onPaper {
            let rows: [[PaperCell]] = lines.map { line in
                let checklist = line.checklist
                return [
                    .text(checklist.id.text), .text(checklist.name), .text(checklist.subjectWord),
                    .text("\(checklist.period.rawValue) \(checklist.count) 次"), PaperCell(checklist.endsOn),
                    PaperCell(line.figures?.done), PaperCell(line.figures?.total), PaperCell(line.figures?.waived),
                    PaperCell(line.figures?.open), .text(line.standing),
                ]
            }
            let columns: [PaperColumn] = [
                PaperColumn("编号", 10), PaperColumn("名称", 36), PaperColumn("对象", 12), PaperColumn("要求", 14), .day("截止"),
                .number("完成", 6), .number("应办", 6), .number("免除", 6), .number("未办", 6), PaperColumn("状态", 8),
            ]
            return Paper(
                "清单汇总", in: context, period: context.period, rule: "计当年已开始的各期；免除的不算完成", name: "清单",
                tables: [PaperTable("", columns, rows: rows, blankRows: 15)], isWide: true)
        }
    }
}

extension ChecklistSheet {
    /// One checklist: a row per subject and period, the most urgent first.
    package func paper(_ context: PaperContext) -> Paper {
        Paper.onPaper {
            let rows: [[PaperCell]] = obligations.map { row in
                [
                    .text(row.subject.token), .text(row.name),
                    .text(names[row.organization] ?? row.organization.digits),
                    .text(row.span.title), .number(row.progress.done), .number(row.progress.target),
                    .text(row.state.title),
                    PaperCell(row.lastOn), .text(row.waiver ?? ""),
                ]
            }
            let columns: [PaperColumn] = [
                PaperColumn("编号", 14), PaperColumn("姓名", 14), PaperColumn("单位", 20), PaperColumn("期间", 12),
                .number("完成", 6),
                .number("应办", 6), PaperColumn("状态", 8), .day("最近一次"), PaperColumn("免除原因", 36),
            ]
            return Paper(
                checklist.name, in: context, period: context.period, rule: checklist.rule, name: checklist.id.text,
                tables: [PaperTable("", columns, rows: rows, blankRows: 20)], isWide: true)
        }
    }
}
