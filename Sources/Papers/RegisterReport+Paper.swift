import PartyWork

extension RegisterReport {
    /// 登记簿汇总: a row per register and figure.
    package func paper(_ context: PaperContext) -> Paper {
        Paper.onPaper {
            let rows: [[PaperCell]] = lines.flatMap { line in
                let own: [PaperCell] = [
                    .text(line.system), .text(line.name), PaperCell(line.entries), PaperCell(line.open),
                    PaperCell(line.overdue), PaperCell(line.dueSoon),
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
            // What no entry has takes no room.
            let hasStates = rows.contains { $0.standing != nil }
            let hasDeadlines = rows.contains { $0.due != nil }
            let values = rows.map(values)
            let columns =
                [
                    FilledColumn("编号", texts: rows.map(\.entry.number)),
                    FilledColumn("对象", texts: rows.map(\.entry.subject)),
                    FilledColumn("登记", rows.map { PaperCell($0.entry.registeredOn) }, .day),
                ] + (hasStates ? [FilledColumn("状态", texts: rows.map { $0.standing?.state ?? "" })] : [])
                + (hasDeadlines ? [FilledColumn("到期", rows.map { PaperCell($0.due?.on) }, .day)] : [])
                + register.fields.enumerated().map { place, field in field.printed(values.map { $0[place] }) }
            let cells = rows.indices.map { row in columns.map { $0.cells[row] } }
            return Paper(
                register.name, in: context, period: context.period, rule: "截至日现有的条目", name: register.name,
                tables: [PaperTable("", columns.map(\.column), rows: cells, blankRows: 20)], isWide: true)
        }
    }
}

extension RegisterField {
    /// The field as a column of a paper with what stands in it: figures at the right, days in the middle.
    func printed(_ texts: [String]) -> FilledColumn {
        switch kind {
        case .whole: FilledColumn(name, texts.map { text in Int(text).map { .number($0) } ?? .text(text) }, .number)
        case .amount: FilledColumn(name, texts.map { .text($0) }, .number)
        case .day: FilledColumn(name, texts.map { text in Day(text).map { .day($0) } ?? .text(text) }, .day)
        case .longText: FilledColumn(name, texts: texts, atMost: 44)
        case .text, .flag, .option, .person, .organization, .household, .cooperative: FilledColumn(name, texts: texts)
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
