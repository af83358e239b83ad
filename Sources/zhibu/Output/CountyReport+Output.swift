import PartyWork

extension CountyReport: TextReport {
    /// The report as `zhibu status` prints it: the totals, and a row for each town.
    var table: String {
        var table = TextTable([
            (localized("编码", "code"), .left), (localized("乡镇", "town"), .left), (localized("支部", "branches"), .right),
            (localized("党小组", "groups"), .right), (localized("专题调研", "research"), .right),
            (localized("主题活动", "theme"), .right), (localized("五个一", "five ones"), .right), ("", .left),
            (localized("户结对", "households"), .right), ("", .right), (localized("党员结对", "members"), .right),
            ("", .right),
            (localized("本月走访", "visited"), .right), (localized("合作社", "coops"), .right),
        ])
        for town in towns { table.add(town.cells) }
        let heading = reportHeading(localized("县台账", "County ledger"), scope, "", asOf)
        return ([heading, ""] + totals.lines + [""] + table.lines()).joined(separator: "\n") + "\n"
    }

    /// The report as `zhibu status --format json` prints it: the towns have the keys of the totals.
    var json: JSONValue {
        [
            "asOf": .string(asOf.description), "scope": JSONValue(scope, named: ""),
            "towns": .array(towns.map(\.json)), "totals": totals.json,
        ]
    }

    /// The report as `zhibu status --format csv` prints it: one row per town, the keys of its JSON joined by dots.
    var csv: String {
        let rows = towns.map { $0.json.flattened() }
        let header = rows.max { $0.count < $1.count }?.map(\.key) ?? []
        return ReadableList.csv(
            header: header,
            rows: rows.map { row in header.map { key in row.first { $0.key == key }?.cell ?? "" } })
    }

    var leftOut: [String] { leftOut.map(\.reason) }
}

extension CountyReport.Town {
    fileprivate var json: JSONValue {
        let named = [JSONValue.Member("code", .string(code.digits)), .init("name", .string(name))]
        guard let totals = answer else { return .object(named + [.init("version", .string(obstacle?.word ?? ""))]) }
        return .object(named + totals.json.members)
    }

    fileprivate var cells: [String] {
        guard let totals = answer else {
            return [code.digits, obstacle?.title ?? ""] + Array(repeating: "", count: 12)
        }
        return [
            code.digits, name.safe, String(totals.branches), String(totals.groups),
            "\(totals.committeeDone)/\(totals.committee)", "\(totals.villagesDone)/\(totals.villages)",
            totals.fiveOnes.fraction, totals.fiveOnes.state.title, totals.households.fraction,
            totals.households.percentage, totals.members.fraction, totals.members.percentage,
            "\(totals.visitedThisMonth)/\(totals.households.inScope)", String(totals.cooperatives.active),
        ]
    }
}

extension CountyAnswer.Town {
    /// Why a report is without it.
    var reason: String { "\(code)（\(obstacle?.title ?? "")）" }
}

extension OtherVersion {
    /// The word of JSON.
    fileprivate var word: String {
        switch self {
        case .older: "older"
        case .newer: "newer"
        }
    }
}

extension JSONValue {
    /// The keys and values of an object; none of anything else.
    var members: [Member] { if case .object(let members) = self { members } else { [] } }
}
