import PartyWork

extension StatusReport {
    /// The report as `zhibu status --format json` prints it (CONTRACT section 4); new keys go to the end of an object.
    var json: JSONValue {
        [
            "asOf": .string(asOf.description),
            "scope": JSONValue(scope, named: scopeName),
            "branches": .array(branches.map(\.json)),
            "committee": .array(committee.map(\.json)),
            "totals": totals.json,
        ]
    }

    /// The report as `zhibu status --format csv` prints it: one row per branch, the keys of its JSON joined by dots.
    var csv: String {
        let rows = branches.map { $0.json.flattened() }
        return ReadableList.csv(header: columns, rows: rows.map { $0.map(\.cell) })
    }

    /// The keys of a branch, those of an invented one where the report has none.
    private var columns: [String] {
        var tallies = Tallies(asOf: asOf, scope: scope, scopeName: "")
        tallies.organizations = [Tallies.OrganizationTally(code: Code(scope.prefix), name: "", kind: .village)]
        let branch = branches.first ?? StatusReport(tallies).branches.first
        return branch?.json.flattened().map(\.key) ?? []
    }
}

extension JSONValue {
    /// A scope and the name of its organization, empty where it is none.
    init(_ scope: Scope, named name: String) { self = ["code": .string(scope.prefix), "name": .string(name)] }

    /// A count against its target.
    init(_ progress: Progress) {
        self = [
            "done": .number(progress.done), "target": .number(progress.target),
            "state": .string(progress.state.rawValue),
        ]
    }

    fileprivate init(_ coverage: Coverage) {
        self = ["covered": .number(coverage.covered), "inScope": .number(coverage.inScope)]
    }

    fileprivate init(households: Coverage, members: Coverage, visitedThisMonth: Int) {
        self = [
            "households": JSONValue(households), "members": JSONValue(members),
            "visitedThisMonth": .number(visitedThisMonth),
        ]
    }

    fileprivate init(_ figures: StatusReport.CooperativeFigures) {
        self = [
            "active": .number(figures.active), "memberFounded": .number(figures.memberFounded),
            "founders": .number(figures.founders), "householdsLed": .number(figures.householdsLed),
        ]
    }
}

extension StatusReport.BranchStatus {
    fileprivate var json: JSONValue {
        [
            "code": .string(code.digits), "name": .string(name), "kind": .string(kind.token), "groups": .number(groups),
            "visitsReceived": .number(visitsReceived),
            "themeActivity": JSONValue(themeActivity),
            "fiveOnes": JSONValue(fiveOnes),
            "partyDayMonths": .array(partyDayMonths.map { .number($0) }),
            "pairing": JSONValue(households: households, members: members, visitedThisMonth: visitedThisMonth),
            "cooperatives": JSONValue(cooperatives),
        ]
    }
}

extension StatusReport.CommitteeStatus {
    fileprivate var json: JSONValue { ["id": .string(id.text), "name": .string(name), "visits": JSONValue(visits)] }
}

extension StatusReport.Totals {
    var json: JSONValue {
        [
            "branches": .number(branches), "groups": .number(groups),
            "themeActivity": ["branchesDone": .number(villagesDone), "branches": .number(villages)],
            "fiveOnes": ["done": .number(fiveOnes.done), "target": .number(fiveOnes.target)],
            "committee": ["membersDone": .number(committeeDone), "members": .number(committee)],
            "pairing": JSONValue(households: households, members: members, visitedThisMonth: visitedThisMonth),
            "cooperatives": JSONValue(cooperatives),
        ]
    }
}
