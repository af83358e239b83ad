import PartyWork

/// The reports of the command line as lists to print, besides the six papers.
extension GapsReport {
    /// 缺口清单: a row per gap, the most urgent first.
    package func paper(_ context: PaperContext) -> Paper {
        Paper.onPaper {
            let rows: [[PaperCell]] = gaps.enumerated().map { place, gap in
                [
                    .number(place + 1), .text(gap.state.title), .text(gap.kind.title), .text(gap.subject),
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

extension MonthsReport {
    /// 月报汇总: a row per branch, signed figures as signed.
    package func paper(_ context: PaperContext) -> Paper {
        Paper.onPaper {
            let rows: [[PaperCell]] = branches.map { branch in
                let figures = branch.standingFigures
                let counts = MonthFigure.allCases.map { PaperCell.number(figures[$0]) }
                return [.text(branch.name), .text(branch.state.title)] + counts + [.text(branch.corrections())]
            }
            let figures = MonthFigure.allCases.map { PaperColumn.number($0.title, 4) }
            return Paper(
                "支部月报汇总", in: context, period: "\(month.title)  截至 \(asOf)", rule: "已接收的按签收时的数字，以后的更正写在旁边", name: "月报",
                tables: [
                    PaperTable(
                        "", [PaperColumn("支部", 16), PaperColumn("月报", 6)] + figures + [PaperColumn("签收后更正", 24)],
                        rows: rows, blankRows: 20)
                ], isWide: true)
        }
    }
}

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
                "任职统计", in: context, period: "\(from) 至 \(asOf)", rule: "在任按截至日计，新任、卸任按期间计；党员关系不算任职", name: "任职",
                tables: [table("一、按职务", kinds), table("二、按来源", sources)])
        }
    }
}

extension ChecklistReport {
    /// 清单汇总: a row per checklist.
    package func paper(_ context: PaperContext) -> Paper {
        Paper.onPaper {
            let rows: [[PaperCell]] = lines.map { line in
                let checklist = line.checklist
                return [
                    .text(checklist.id.text), .text(checklist.name), .text(checklist.subject.rawValue),
                    .text("\(checklist.period.rawValue) \(checklist.count) 次"), PaperCell(checklist.endsOn),
                    .number(line.figures.done), .number(line.figures.total), .number(line.figures.waived),
                    .number(line.figures.open), .text(line.standing),
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
                    .text(row.subject), .text(row.name), .text(names[row.organization] ?? row.organization.digits),
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
