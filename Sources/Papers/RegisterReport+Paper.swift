import PartyWork

extension RegisterReport {
    /// 登记簿汇总: a row per register and figure.
    package func paper(_ context: PaperContext) -> Paper {
        Paper.onPaper {
            let rows: [[PaperCell]] = lines.flatMap { line in
                let own: [PaperCell] = [
                    .text(line.system), .text(line.name), .number(line.entries), .number(line.open),
                    .number(line.overdue), .number(line.dueSoon),
                ]
                if line.figures.isEmpty { return [own + [.text(""), .text(""), .text("")]] }
                return line.figures.map { value in
                    own + [
                        .text(value.figure.name), .text("\(value.value)\(value.figure.unit)"),
                        .text(value.figure.target.map { String($0) } ?? ""),
                    ]
                }
            }
            let columns: [PaperColumn] = [
                PaperColumn("体系", 20), PaperColumn("登记簿", 24), .number("条目", 8), .number("未结", 8), .number("逾期", 8),
                .number("将到期", 8), PaperColumn("统计", 24), PaperColumn("数", 14), PaperColumn("目标", 10),
            ]
            return Paper(
                "登记簿汇总", in: context, period: context.period, rule: "计截至日现有的条目；终态的不算未结", name: "登记簿",
                tables: [PaperTable("", columns, rows: rows, blankRows: 15)], isWide: true)
        }
    }
}

extension EntryList {
    /// The entries of a register: a row each.
    package func paper(_ context: PaperContext) -> Paper {
        Paper.onPaper {
            let width = max(8, 80 / max(1, register.fields.count))
            // What no entry has takes no room.
            let hasStates = rows.contains { $0.standing != nil }
            let hasDeadlines = rows.contains { $0.due != nil }
            let columns: [PaperColumn] =
                [PaperColumn("编号", 14), PaperColumn("对象", 14), .day("登记")]
                + (hasStates ? [PaperColumn("状态", 10)] : []) + (hasDeadlines ? [.day("到期")] : [])
                + register.fields.map { PaperColumn($0.name, width) }
            let cells: [[PaperCell]] = rows.map { row in
                let own: [PaperCell] = [
                    .text(row.entry.number), .text(row.entry.subject), PaperCell(row.entry.registeredOn),
                ]
                return own + (hasStates ? [.text(row.standing?.state ?? "")] : [])
                    + (hasDeadlines ? [PaperCell(row.due?.on)] : [])
                    + values(of: row).map { .text($0) }
            }
            return Paper(
                register.name, in: context, period: context.period, rule: "截至日现有的条目", name: register.name,
                tables: [PaperTable("", columns, rows: cells, blankRows: 20)], isWide: true)
        }
    }
}

extension DueList {
    /// 到期条目: a row each, the earliest first.
    package func paper(_ context: PaperContext) -> Paper {
        Paper.onPaper {
            let columns: [PaperColumn] = [
                .day("到期"), PaperColumn("", 8), PaperColumn("登记簿", 24), PaperColumn("编号", 18), PaperColumn("状态", 14),
                PaperColumn("所在", 16),
            ]
            let cells: [[PaperCell]] = rows.map { row in
                [
                    PaperCell(row.due?.on), .text(row.due?.state.title ?? ""), .text(row.entry.register.name),
                    .text(row.entry.number), .text(row.standing?.state ?? ""), .text(row.place.digits),
                ]
            }
            return Paper(
                "到期条目", in: context, period: context.period, rule: "未结的条目，已过到期日或 7 天内到期", name: "到期",
                tables: [PaperTable("", columns, rows: cells, blankRows: 15)], isWide: true)
        }
    }
}
