import PartyWork

extension FigureReport: PrintedReport {
    /// The rows as `zhibu status --open` prints them, below the figure and its rule.
    var table: String {
        let names = [figure.kind.title, figure.subjectName.safe, value].filter { !$0.isEmpty }.joined(separator: " ")
        let heading = [
            reportHeading(names, scope, scopeName, asOf)
                + localized("  \(sideTitle) \(shown.count) 行", "  \(sideTitle) \(plural(shown.count, "row"))"),
            localized("口径：", "Rule: ") + figure.kind.rule(requirements, on: asOf),
        ]
        if shown.isEmpty { return heading.joined(separator: "\n") + "\n" }
        var table = TextTable(
            [(localized("计入否", "counts"), .left)]
                + figure.kind.columns.map { ($0.title, $0.holds == .number ? .right : .left) })
        for row in shown { table.add([row.word(figure.kind)] + row.cells.map(\.shown.safe)) }
        return (heading + [""] + table.lines()).joined(separator: "\n") + "\n"
    }

    /// The rows as other programs read them; new keys go to the end of an object.
    var json: JSONValue {
        var members: [JSONValue.Member] = [
            .init("asOf", .string(asOf.description)), .init("scope", JSONValue(scope, named: scopeName)),
            .init("figure", .string(figure.token)), .init("done", .number(done)),
        ]
        if let target { members.append(.init("target", .number(target))) }
        members.append(.init(figure.shows == .missing ? "missing" : "counted", .array(shown.map(json))))
        return .object(members)
    }

    private func json(_ row: FigureRow) -> JSONValue {
        let cells = zip(figure.kind.columns, row.cells).compactMap { column, cell in
            column.key.map { JSONValue.Member($0, JSONValue(cell)) }
        }
        return .object([.init("subject", .string(row.key)), .init("state", .string(row.stateToken))] + cells)
    }

    /// The rows as a list for a spreadsheet: the keys of their JSON as columns.
    var csv: String {
        let columns = figure.kind.columns.flatMap { column in
            column.key.map { key in
                column.holds == .progress ? ["done", "target", "state"].map { "\(key).\($0)" } : [key]
            } ?? []
        }
        return ReadableList.csv(
            header: ["subject", "state"] + columns, rows: shown.map { json($0).flattened().map(\.cell) })
    }
}

extension FigureRow {
    /// What is made of it in JSON: `counted`, or what is wrong with it.
    fileprivate var stateToken: String { standing == .missing ? state?.token ?? "missing" : "counted" }
}

extension JSONValue {
    fileprivate init(_ cell: FigureCell) {
        self =
            switch cell {
            case .text(let text): .string(text)
            case .period(let period): .string(period.token)
            case .number(let number), .next(let number): .number(number)
            case .day(let day): .string(day?.description ?? "")
            case .word(let word): .string(word)
            case .names(let names): .array(names.map { .string($0) })
            case .helpers(let helpers): .array(helpers.map { .string($0.name) })
            case .progress(let progress), .item(let progress, _): JSONValue(progress)
            case .state(let state): .string(state.rawValue)
            case .kind(let lack): .string(lack.kindToken)
            case .what(let lack): .string(lack.name)
            }
    }
}
