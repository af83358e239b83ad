import PartyWork

extension MonthsReport: PrintedReport {
    /// The report as `zhibu month` prints it: a row per branch.
    var table: String {
        var table = TextTable([
            (localized("编码", "code"), .left), (localized("支部", "branch"), .left), (localized("月报", "month"), .left),
            (localized("当月", "work"), .left), (localized("党日", "party days"), .right),
            (localized("主题活动", "theme"), .right),
            (localized("受访", "visits"), .right),
            (localized("走访", "home"), .right), (localized("五个一", "five ones"), .right),
            (localized("待补", "papers"), .right), (localized("补录", "late"), .right),
            (localized("户结对", "households"), .right), (localized("走访户", "visited"), .right),
            (localized("党员结对", "members"), .right), (localized("签收后变动", "shifted since signed"), .right),
        ])
        for branch in branches { table.add(branch.cells) }
        let heading = reportHeading(localized("月报 \(month)", "Month \(month)"), scope, scopeName, asOf)
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
        let signed =
            self.signed == nil
            ? "" : shifted.isEmpty ? localized("没有", "none") : localized("\(shifted.count) 处", "\(shifted.count)")
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
