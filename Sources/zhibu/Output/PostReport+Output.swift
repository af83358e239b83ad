import PartyWork

extension PostReport: PrintedReport {
    /// The report as `zhibu posts` prints it.
    var table: String {
        let heading =
            reportHeading(localized("任职", "Posts"), scope, scopeName, asOf)
            + localized("  期间自 \(from) 起", "  since \(from)")
        if kinds.isEmpty { return heading + localized("\n还没有登记任职。\n", "\nNo post entered yet.\n") }
        return
            ([heading, ""] + lines(localized("职务", "post"), kinds) + [""] + lines(localized("来源", "source"), sources))
            .joined(separator: "\n") + "\n"
    }

    private func lines(_ title: String, _ lines: [Line]) -> [String] {
        var table = TextTable([
            (title, .left), (localized("在任", "held"), .right), (localized("新任", "begun"), .right),
            (localized("卸任", "ended"), .right),
        ])
        for line in lines { table.add([line.title, String(line.held), String(line.begun), String(line.ended)]) }
        return table.lines()
    }

    var json: JSONValue {
        [
            "asOf": .string(asOf.description), "from": .string(from.description),
            "scope": JSONValue(scope, named: scopeName),
            "posts": .array(kinds.map(\.json)), "sources": .array(sources.map(\.json)),
        ]
    }

    var csv: String {
        ReadableList.csv(
            header: ["by", "name", "held", "begun", "ended"],
            rows: kinds.map { ["post"] + $0.cells } + sources.map { ["source"] + $0.cells })
    }
}

extension PostReport.Line {
    /// What files and other programs know it by, in whatever language tables speak.
    private var name: String { Language.$current.withValue(.chinese) { title } }

    fileprivate var cells: [String] { [name, String(held), String(begun), String(ended)] }

    fileprivate var json: JSONValue {
        ["name": .string(name), "held": .number(held), "begun": .number(begun), "ended": .number(ended)]
    }
}
