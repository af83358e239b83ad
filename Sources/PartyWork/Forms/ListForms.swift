/// The reports of the command line as lists to print, besides the six forms.
extension GapsReport {
    /// 缺口清单: a row per gap, the most urgent first.
    package func form(_ context: FormContext) -> PrintedForm {
        PrintedForm.onPaper {
            let rows: [[FormCell]] = gaps.enumerated().map { place, gap in
                [
                    .number(place + 1), .text(gap.state.title), .text(gap.kind.title), .text(gap.subject),
                    .text(gap.name),
                    .text(gap.organization.digits), .number(gap.done), .number(gap.target),
                ]
            }
            let columns: [FormColumn] = [
                .number("序", 5), FormColumn("轻重", 8), FormColumn("事项", 12), FormColumn("编号", 26), FormColumn("名称", 18),
                FormColumn("组织编码", 14), .number("完成", 4), .number("应办", 4),
            ]
            return PrintedForm(
                "缺口清单", in: context, period: context.period, rule: "逾期、无人帮扶的户、滞后、未结对的党员、将到期，先急后缓", name: "缺口",
                tables: [FormTable("", columns, rows: rows, blankRows: 20)])
        }
    }
}

extension MonthsReport {
    /// 月报汇总: a row per branch, signed figures as signed.
    package func form(_ context: FormContext) -> PrintedForm {
        PrintedForm.onPaper {
            let rows: [[FormCell]] = branches.map { branch in
                let figures = branch.standingFigures
                let counts = MonthFigure.allCases.map { FormCell.number(figures[$0]) }
                return [.text(branch.name), .text(branch.state.title)] + counts + [.text(branch.corrections())]
            }
            let figures = MonthFigure.allCases.map { FormColumn.number($0.title, 4) }
            return PrintedForm(
                "支部月报汇总", in: context, period: "\(month.title)  截至 \(asOf)", rule: "已接收的按签收时的数字，以后的更正写在旁边", name: "月报",
                tables: [
                    FormTable(
                        "", [FormColumn("支部", 16), FormColumn("月报", 6)] + figures + [FormColumn("签收后更正", 24)],
                        rows: rows, blankRows: 20)
                ], isWide: true)
        }
    }
}

extension PostReport {
    /// 任职统计: stock and flow by 职务 and by 来源.
    package func form(_ context: FormContext) -> PrintedForm {
        PrintedForm.onPaper {
            func table(_ title: String, _ lines: [Line]) -> FormTable {
                FormTable(
                    title, [FormColumn("名称", 24), .number("在任", 8), .number("新任", 8), .number("卸任", 8)],
                    rows: lines.map { [.text($0.title), .number($0.held), .number($0.begun), .number($0.ended)] },
                    blankRows: 10)
            }
            return PrintedForm(
                "任职统计", in: context, period: "\(from) 至 \(asOf)", rule: "在任按截至日计，新任、卸任按期间计；党员关系不算任职", name: "任职",
                tables: [table("一、按职务", kinds), table("二、按来源", sources)])
        }
    }
}

extension ChecklistReport {
    /// 清单汇总: a row per checklist.
    package func form(_ context: FormContext) -> PrintedForm {
        PrintedForm.onPaper {
            let rows: [[FormCell]] = lines.map { line in
                let checklist = line.checklist
                return [
                    .text(checklist.id.text), .text(checklist.name), .text(checklist.subject.rawValue),
                    .text("\(checklist.period.rawValue) \(checklist.count) 次"), FormCell(checklist.endsOn),
                    .number(line.figures.done), .number(line.figures.total), .number(line.figures.waived),
                    .number(line.figures.open), .text(line.standing),
                ]
            }
            let columns: [FormColumn] = [
                FormColumn("编号", 10), FormColumn("名称", 36), FormColumn("对象", 12), FormColumn("要求", 14), .day("截止"),
                .number("完成", 6), .number("应办", 6), .number("免除", 6), .number("未办", 6), FormColumn("状态", 8),
            ]
            return PrintedForm(
                "清单汇总", in: context, period: context.period, rule: "计当年已开始的各期；免除的不算完成", name: "清单",
                tables: [FormTable("", columns, rows: rows, blankRows: 15)], isWide: true)
        }
    }
}

extension ChecklistSheet {
    /// One checklist: a row per subject and period, the most urgent first.
    package func form(_ context: FormContext) -> PrintedForm {
        PrintedForm.onPaper {
            let rows: [[FormCell]] = obligations.map { row in
                [
                    .text(row.subject), .text(row.name), .text(names[row.organization] ?? row.organization.digits),
                    .text(row.span.title), .number(row.progress.done), .number(row.progress.target),
                    .text(row.state.title),
                    FormCell(row.lastOn), .text(row.waiver ?? ""),
                ]
            }
            let columns: [FormColumn] = [
                FormColumn("编号", 14), FormColumn("姓名", 14), FormColumn("单位", 20), FormColumn("期间", 12),
                .number("完成", 6),
                .number("应办", 6), FormColumn("状态", 8), .day("最近一次"), FormColumn("免除原因", 36),
            ]
            return PrintedForm(
                checklist.name, in: context, period: context.period, rule: checklist.rule, name: checklist.id.text,
                tables: [FormTable("", columns, rows: rows, blankRows: 20)], isWide: true)
        }
    }
}

extension FigureReport {
    /// The rows behind a figure, or those missing from it.
    package func form(_ context: FormContext) -> PrintedForm {
        PrintedForm.onPaper {
            let columns = figure.kind.columns.map { column in
                FormColumn(column.title, column.width.upperBound, column.holds == .number ? .number : .text)
            }
            let table = FormTable(
                "", [FormColumn("计入否", 8)] + columns,
                rows: shown.map { row in [.text(row.word(figure.kind))] + row.cells.map { FormCell($0) } }, blankRows: nil)
            return PrintedForm(
                figure.kind.title, in: context, period: context.period,
                subject: [figure.subjectName, value, sideTitle].filter { !$0.isEmpty }.joined(separator: "  "),
                rule: figure.kind.rule(requirements, on: asOf), name: figure.kind.title, tables: [table],
                isWide: table.isWide)
        }
    }
}

extension FormCell {
    fileprivate init(_ cell: FigureCell) {
        self =
            switch cell {
            case .number(let number): .number(number)
            case .day(let day): FormCell(day)
            case .text, .word, .names, .helpers, .progress, .state, .period, .item, .next, .kind, .what:
                .text(cell.shown)
            }
    }
}
