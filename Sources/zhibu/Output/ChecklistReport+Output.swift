import PartyWork

extension ChecklistReport: PrintedReport {
    /// The report as `zhibu checklist` prints it: a row per checklist.
    var table: String {
        let heading = reportHeading(localized("清单", "Checklists"), scope, scopeName, asOf)
        if lines.isEmpty { return heading + localized("\n还没有清单。\n", "\nNo checklist yet.\n") }
        var table = TextTable([
            (localized("编号", "number"), .left), (localized("名称", "name"), .left), (localized("对象", "for"), .left),
            (localized("要求", "how often"), .left), (localized("截止", "until"), .left), (localized("完成", "done"), .right),
            (localized("免除", "waived"), .right), (localized("未办", "open"), .right), (localized("状态", "state"), .left),
        ])
        for line in lines { table.add(line.cells) }
        return ([heading, ""] + table.lines()).joined(separator: "\n") + "\n"
    }

    var json: JSONValue {
        [
            "asOf": .string(asOf.description), "scope": JSONValue(scope, named: scopeName),
            "checklists": .array(lines.map(\.json)),
        ]
    }

    var csv: String {
        let header = [
            "id", "name", "subject", "count", "period", "startsOn", "endsOn", "counts", "done", "waived", "open",
            "target", "state",
        ]
        return ReadableList.csv(header: header, rows: lines.map { $0.json.flattened().map(\.cell) })
    }
}

extension ChecklistReport.Line {
    fileprivate var cells: [String] {
        [
            checklist.id.text, checklist.name, checklist.askedRegister ?? checklist.subject.title,
            localized(
                "\(checklist.period.rawValue) \(checklist.count) 次", "\(checklist.period.title) \(checklist.count)"),
            checklist.endsOn?.description ?? "",
            figures.map { "\($0.done)/\($0.total)" } ?? "-", (figures?.waived).shown, (figures?.open).shown, standing,
        ]
    }

    fileprivate var json: JSONValue {
        [
            "id": .string(checklist.id.text), "name": .string(checklist.name),
            "subject": .string(checklist.subjectWord), "count": .number(checklist.count),
            "period": .string(checklist.period.rawValue), "startsOn": .string(checklist.startsOn.description),
            "endsOn": .string(checklist.endsOn?.description ?? ""),
            "counts": .string(checklist.countsWord), "done": JSONValue(figures?.done),
            "waived": JSONValue(figures?.waived), "open": JSONValue(figures?.open),
            "target": JSONValue(figures?.total),
            "state": figures.map { .string($0.state?.token ?? "not-applicable") } ?? .null,
        ]
    }
}

extension ChecklistSheet: PrintedReport {
    /// One checklist as `zhibu checklist <编号>` prints it: a row per subject and period, the most urgent first.
    var table: String {
        let sum =
            line.figures.map { figures in
                localized(
                    "完成 \(figures.done)/\(figures.total)  免除 \(figures.waived)  未办 \(figures.open)",
                    "done \(figures.done)/\(figures.total)  waived \(figures.waived)  open \(figures.open)")
            } ?? Secrecy.restricted.title
        let heading = [
            reportHeading(localized("清单《\(checklist.name)》", "Checklist \(checklist.name)"), scope, scopeName, asOf)
                + "  " + sum, checklist.rule,
        ]
        guard isTold else {
            return (heading + [ChecklistSheet.isRestricted]).joined(separator: "\n") + "\n"
        }
        if obligations.isEmpty {
            return (heading + [localized("没有要办的对象。", "Nobody is asked.")]).joined(separator: "\n") + "\n"
        }
        var table = TextTable([
            (localized("编号", "number"), .left), (localized("姓名", "name"), .left), (localized("单位", "of"), .left),
            (localized("期间", "period"), .left), (localized("次数", "times"), .right), (localized("状态", "state"), .left),
            (localized("最近一次", "last"), .left), (localized("免除原因", "waived because"), .left),
        ])
        for row in obligations {
            table.add([
                row.subject.token, row.name, names[row.organization] ?? row.organization.digits, row.span.title,
                row.progress.fraction, row.state.title, row.lastOn?.description ?? "", row.waiver ?? "",
            ])
        }
        return (heading + [""] + table.lines()).joined(separator: "\n") + "\n"
    }

    var json: JSONValue {
        [
            "asOf": .string(asOf.description), "scope": JSONValue(scope, named: scopeName), "checklist": line.json,
            "obligations": .array(obligations.map(\.json)),
        ]
    }

    var csv: String {
        ReadableList.csv(
            header: ["subject", "name", "org", "from", "until", "done", "target", "state", "lastOn", "waiver"],
            rows: obligations.map { $0.json.flattened().map(\.cell) })
    }
}

extension Obligation {
    fileprivate var json: JSONValue {
        [
            "subject": .string(subject.token), "name": .string(name), "org": .string(organization.digits),
            "from": .string(span.first.description), "until": .string(span.last.description),
            "done": .number(progress.done), "target": .number(progress.target), "state": .string(state.token),
            "lastOn": .string(lastOn?.description ?? ""), "waiver": .string(waiver ?? ""),
        ]
    }
}
