import PartyWork

extension RegisterReport: PrintedReport {
    /// The report as `zhibu registers` prints it: a row per register, its figures below.
    var table: String {
        let heading = reportHeading(localized("登记簿", "Registers"), scope, scopeName, asOf)
        if lines.isEmpty { return heading + localized("\n还没有登记簿。\n", "\nNo register yet.\n") }
        var table = TextTable([
            (localized("体系", "system"), .left), (localized("登记簿", "register"), .left),
            (localized("条目", "entries"), .right), (localized("未结", "open"), .right),
            (localized("逾期", "overdue"), .right), (localized("将到期", "due soon"), .right),
            (localized("统计", "figures"), .left),
        ])
        for line in lines {
            let figures = line.figures.map { "\($0.figure.name) \($0.value)\($0.figure.unit)" }
            let name = line.isRestricted ? localized("\(line.name)（限阅）", "\(line.name) (restricted)") : line.name
            table.add([
                line.system, name, String(line.entries), String(line.open), String(line.overdue),
                String(line.dueSoon), figures.joined(separator: localized("，", ", ")),
            ])
        }
        return ([heading, ""] + table.lines()).joined(separator: "\n") + "\n"
    }

    var json: JSONValue {
        [
            "asOf": .string(asOf.description), "scope": JSONValue(scope, named: scopeName),
            "registers": .array(lines.map(\.json)),
        ]
    }

    var csv: String {
        ReadableList.csv(
            header: [
                "name", "system", "subject", "restricted", "entries", "open", "overdue", "dueSoon", "figure", "value",
                "target", "unit",
            ], rows: lines.flatMap(\.rows))
    }
}

extension RegisterReport.Line {
    fileprivate var json: JSONValue {
        [
            "name": .string(name), "system": .string(system), "subject": .string(subject.word),
            "restricted": .flag(isRestricted), "entries": .number(entries), "open": .number(open),
            "overdue": .number(overdue), "dueSoon": .number(dueSoon),
            "states": .array(states.map { ["state": .string($0.state), "count": .number($0.count)] }),
            "figures": .array(
                figures.map { value in
                    [
                        "name": .string(value.figure.name), "value": .decimal(value.value),
                        "target": value.figure.target.map { JSONValue.number($0) } ?? .null,
                        "unit": .string(value.figure.unit),
                    ]
                }),
            "branches": .array(branches.map { ["code": .string($0.code.digits), "entries": .number($0.entries)] }),
        ]
    }

    /// A row for each figure; one without any for a register that has none.
    fileprivate var rows: [[String]] {
        let own = [
            name, system, subject.word, isRestricted ? "true" : "false", String(entries), String(open),
            String(overdue), String(dueSoon),
        ]
        if figures.isEmpty { return [own + ["", "", "", ""]] }
        return figures.map { value in
            own + [
                value.figure.name, value.value.description, value.figure.target.map { String($0) } ?? "",
                value.figure.unit,
            ]
        }
    }
}

extension EntryList: PrintedReport {
    /// The list as `zhibu register` prints it.
    var table: String {
        let heading =
            reportHeading(register.name, scope, scopeName, asOf)
            + localized("  共 \(rows.count) 条", "  \(rows.count) in all")
        if rows.isEmpty { return heading + localized("\n没有条目。\n", "\nNo entry.\n") }
        let titles = [
            localized("编号", "number"), localized("对象", "about"), localized("登记", "registered"),
            localized("状态", "state"),
            localized("到期", "due"),
        ]
        var table = TextTable((titles + register.fields.map(\.name)).map { ($0, .left) })
        for row in rows {
            table.add(
                [
                    row.entry.number, row.entry.subject, row.entry.registeredOn.description, row.standing?.state ?? "",
                    row.due?.on.description ?? "",
                ] + register.fields.map { row.entry.value($0.name).onOneLine })
        }
        return ([heading, ""] + table.lines()).joined(separator: "\n") + "\n"
    }

    var json: JSONValue {
        [
            "asOf": .string(asOf.description), "scope": JSONValue(scope, named: scopeName),
            "register": .string(register.name), "entries": .array(rows.map { $0.json(register.fields) }),
        ]
    }

    var csv: String {
        let header = ["number", "subject", "place", "registered", "state", "since", "due", "dueState"]
        return ReadableList.csv(
            header: header + register.fields.map(\.name),
            rows: rows.map { row in row.cells + register.fields.map { row.entry.value($0.name) } })
    }
}

extension DueList: PrintedReport {
    /// The list as `zhibu due` prints it.
    var table: String {
        let heading =
            reportHeading(localized("到期", "Due"), scope, scopeName, asOf)
            + localized("  共 \(rows.count) 条", "  \(rows.count) in all")
        if rows.isEmpty { return heading + localized("\n没有逾期或将到期的条目。\n", "\nNothing is overdue or due soon.\n") }
        var table = TextTable([
            (localized("到期", "due"), .left), ("", .left), (localized("登记簿", "register"), .left),
            (localized("编号", "number"), .left), (localized("状态", "state"), .left), (localized("所在", "place"), .left),
        ])
        for row in rows {
            table.add([
                row.due?.on.description ?? "", row.due?.state.title ?? "", row.entry.register.name, row.entry.number,
                row.standing?.state ?? "", row.place.digits,
            ])
        }
        return ([heading, ""] + table.lines()).joined(separator: "\n") + "\n"
    }

    var json: JSONValue {
        [
            "asOf": .string(asOf.description), "scope": JSONValue(scope, named: scopeName),
            "due": .array(
                rows.map { row in
                    [
                        "register": .string(row.entry.register.name), "number": .string(row.entry.number),
                        "state": .string(row.standing?.state ?? ""), "due": .string(row.due?.on.description ?? ""),
                        "dueState": .string(row.due?.state.rawValue ?? ""), "place": .string(row.place.digits),
                    ]
                }),
        ]
    }

    var csv: String {
        ReadableList.csv(
            header: ["register", "number", "state", "due", "dueState", "place"],
            rows: rows.map { row in
                [
                    row.entry.register.name, row.entry.number, row.standing?.state ?? "",
                    row.due?.on.description ?? "", row.due?.state.rawValue ?? "", row.place.digits,
                ]
            })
    }
}

extension EntryRow {
    fileprivate var cells: [String] {
        [
            entry.number, entry.subject, place.digits, entry.registeredOn.description, standing?.state ?? "",
            standing?.since.description ?? "", due?.on.description ?? "", due?.state.rawValue ?? "",
        ]
    }

    fileprivate func json(_ fields: [RegisterField]) -> JSONValue {
        func text(_ text: String?) -> JSONValue { text.map { JSONValue.string($0) } ?? .null }
        return [
            "number": .string(entry.number), "subject": .string(entry.subject), "place": .string(place.digits),
            "registered": .string(entry.registeredOn.description), "state": text(standing?.state),
            "since": text(standing?.since.description), "due": text(due?.on.description),
            "dueState": text(due?.state.rawValue),
            "values": .object(fields.map { JSONValue.Member($0.name, .string(entry.value($0.name))) }),
        ]
    }
}

extension String {
    /// The text with its line breaks as blanks.
    fileprivate var onOneLine: String { utf8.contains(0x0A) ? split(separator: "\n").joined(separator: " ") : self }
}
