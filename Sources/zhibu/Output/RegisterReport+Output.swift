import PartyWork
import TerminalUI

/// As `zhibu registers` prints it: a row per register, its figures behind it.
extension RegisterReport: ListReport {
    var title: String { localized("登记簿", "Registers") }
    var rows: [Line] { lines }
    static var isCounted: Bool { false }
    static var nothing: String { localized("还没有登记簿。", "No register yet.") }
    static var key: String { "registers" }
}

extension RegisterReport.Line: ReportRow {
    static var columns: [(title: String, alignment: Alignment)] {
        [
            (localized("体系", "system"), .left), (localized("登记簿", "register"), .left),
            (localized("条目", "entries"), .right), (localized("未结", "open"), .right),
            (localized("逾期", "overdue"), .right), (localized("将到期", "due soon"), .right),
            (localized("统计", "figures"), .left),
        ]
    }

    var cells: [String] {
        let figures = figures.map { "\($0.figure.name) \($0.value)\($0.figure.unit)" }
        let name = isRestricted ? localized("\(name)（限阅）", "\(name) (restricted)") : name
        return [
            system, name, entries.shown, open.shown, overdue.shown, dueSoon.shown,
            figures.joined(separator: localized("，", ", ")),
        ]
    }

    static let keys = [
        "name", "system", "subject", "restricted", "entries", "open", "overdue", "dueSoon", "figure", "value",
        "target", "unit",
    ]

    var json: JSONValue {
        [
            "name": .string(name), "system": .string(system), "subject": .string(subject.word),
            "restricted": .flag(isRestricted), "entries": JSONValue(entries), "open": JSONValue(open),
            "overdue": JSONValue(overdue), "dueSoon": JSONValue(dueSoon),
            "states": .array(states.map { ["state": .string($0.state), "count": JSONValue($0.count)] }),
            "figures": .array(
                figures.map { value in
                    [
                        "name": .string(value.figure.name), "value": .decimal(value.value),
                        "target": JSONValue(value.figure.target),
                        "unit": .string(value.figure.unit),
                    ]
                }),
            "branches": .array(branches.map { ["code": .string($0.code.digits), "entries": .number($0.entries)] }),
        ]
    }

    /// A row for each figure; one without any for a register that has none.
    var lines: [[String]] {
        let own =
            [
                name, system, subject.word, isRestricted ? "true" : "false",
            ] + [entries, open, overdue, dueSoon].map { $0.map(String.init) ?? "" }
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
                ] + values(of: row).map(\.onOneLine))
        }
        return ([heading, ""] + table.lines()).joined(separator: "\n") + "\n"
    }

    var json: JSONValue {
        [
            "asOf": .string(asOf.description), "scope": JSONValue(scope, named: scopeName),
            "register": .string(register.name),
            "entries": .array(rows.map { $0.json(register.fields, values(of: $0)) }),
        ]
    }

    var csv: String {
        let header = ["number", "subject", "place", "registered", "state", "since", "due", "dueState"]
        return ReadableList.csv(
            header: header + register.fields.map(\.name),
            rows: rows.lazy.map { $0.values + values(of: $0) })
    }
}

/// As `zhibu due` prints it.
extension DueList: ListReport {
    var title: String { localized("到期", "Due") }
    static var nothing: String { localized("没有逾期或将到期的条目。", "Nothing is overdue or due soon.") }
    static var key: String { "due" }
}

extension EntryRow: ReportRow {
    static var columns: [(title: String, alignment: Alignment)] {
        [
            (localized("到期", "due"), .left), ("", .left), (localized("登记簿", "register"), .left),
            (localized("编号", "number"), .left), (localized("状态", "state"), .left), (localized("所在", "place"), .left),
        ]
    }

    var cells: [String] {
        [
            due?.on.description ?? "", due?.state.title ?? "", entry.register.name, entry.number,
            standing?.state ?? "", place.digits,
        ]
    }

    static let keys = ["register", "number", "state", "due", "dueState", "place"]

    var json: JSONValue {
        [
            "register": .string(entry.register.name), "number": .string(entry.number),
            "state": .string(standing?.state ?? ""), "due": .string(due?.on.description ?? ""),
            "dueState": .string(due?.state.rawValue ?? ""), "place": .string(place.digits),
        ]
    }
}

extension EntryRow {
    fileprivate var values: [String] {
        [
            entry.number, entry.subject, place.digits, entry.registeredOn.description, standing?.state ?? "",
            standing?.since.description ?? "", due?.on.description ?? "", due?.state.rawValue ?? "",
        ]
    }

    fileprivate func json(_ fields: [RegisterField], _ values: [String]) -> JSONValue {
        func text(_ text: String?) -> JSONValue { text.map { JSONValue.string($0) } ?? .null }
        return [
            "number": .string(entry.number), "subject": .string(entry.subject), "place": .string(place.digits),
            "registered": .string(entry.registeredOn.description), "state": text(standing?.state),
            "since": text(standing?.since.description), "due": text(due?.on.description),
            "dueState": text(due?.state.rawValue),
            "values": .object(zip(fields, values).map { JSONValue.Member($0.name, .string($1)) }),
        ]
    }
}

extension String {
    /// The text with its line breaks as blanks.
    fileprivate var onOneLine: String { utf8.contains(0x0A) ? split(separator: "\n").joined(separator: " ") : self }
}
