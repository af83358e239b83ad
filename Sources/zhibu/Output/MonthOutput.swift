import PartyWork

extension MonthsReport: PrintedReport {
    /// The report as `zhibu month` prints it: a row per branch.
    var table: String {
        var table = TextTable([
            ("编码", .left), ("支部", .left), ("月报", .left), ("当月", .left), ("党日", .right), ("主题活动", .right),
            ("受访", .right),
            ("走访", .right), ("五个一", .right), ("待补", .right), ("补录", .right), ("户结对", .right), ("走访户", .right),
            ("党员结对", .right), ("签收后变动", .right),
        ])
        for branch in branches { table.add(branch.cells) }
        let heading = reportHeading("月报 \(month)", scope, scopeName, asOf)
        return ([heading, ""] + table.lines()).joined(separator: "\n") + "\n"
    }

    /// The report as `zhibu month --format json` prints it; `signed` is empty for a month that was never accepted.
    var json: JSONValue {
        [
            "month": .string(month.description), "asOf": .string(asOf.description),
            "scope": JSONValue(scope, named: scopeName), "branches": .array(branches.map(\.json)),
        ]
    }

    /// The report as `zhibu month --format csv` prints it: a row per branch, its figures now and as signed.
    var csv: String {
        let figures = MonthFigure.allCases.map { "\($0)" }
        let header = ["code", "name", "state", "work"] + figures + ["signed.on"] + figures.map { "signed." + $0 }
        return ReadableList.csv(header: header, rows: branches.map(\.row))
    }
}

extension MonthReport {
    fileprivate var cells: [String] {
        let ones = ActivityKind.fiveOnes.reduce(0) { $0 + figures[MonthFigure($1)] }
        let signed = self.signed == nil ? "" : shifted.isEmpty ? "没有" : "\(shifted.count) 处"
        let numbers = [
            figures[.partyDay], figures[.themeActivity], figures[.researchVisit], figures[.homeVisit], ones,
            figures[.papersMissing], figures[.late],
        ]
        return [code.digits, name, state.title, figures.work.title] + numbers.map { String($0) } + [
            figures.households.fraction, String(figures[.householdsVisited]), figures.members.fraction, signed,
        ]
    }

    fileprivate var json: JSONValue {
        [
            "code": .string(code.digits), "name": .string(name), "state": .string(state.rawValue),
            "work": .string(figures.work.rawValue), "figures": figures.json,
            "signed": signed.map { step in
                [
                    "on": .string(step.takenOn.description), "officer": .string(step.officer),
                    "figures": (step.figures ?? MonthFigures()).json,
                ]
            } ?? .object([]),
        ]
    }

    fileprivate var row: [String] {
        let signed = signed?.figures
        return [code.digits, name, state.rawValue, figures.work.rawValue]
            + MonthFigure.allCases.map { String(figures[$0]) } + [self.signed?.takenOn.description ?? ""]
            + MonthFigure.allCases.map { figure in signed.map { String($0[figure]) } ?? "" }
    }
}

extension MonthFigures {
    fileprivate var json: JSONValue {
        .object(MonthFigure.allCases.map { JSONValue.Member("\($0)", .number(self[$0])) })
    }
}
