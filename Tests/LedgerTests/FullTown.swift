import Ledger
import PartyWork

/// A town of which every table has a row, some by an import, some by acts.
enum FullTown {
    static func make(in ledger: Ledger? = nil) throws -> Town {
        let town = try Town(imported(), in: ledger)
        for act in try acts() { try town.perform(act) }
        return town
    }

    private static func row(_ table: TableSchema, _ cells: [String]) throws -> AnyRecord {
        try AnyRecord.read(table, from: Dictionary(uniqueKeysWithValues: zip(table.columns, cells)))
    }

    private static func imported() throws -> [AnyRecord] {
        let village = Town.village.digits
        return [
            .person("P1"), .person("P2", arrived: "2014-01-01"),
            try .person("P3", Town.township, committee: true).setting([.assignedVillages: Town.village.digits]),
            .household("H1"), .household("H2", lifted: "2015-06-01", returned: "2016-01-01"), .pairing("H1", "P1"),
            .cooperative("C1", led: 3, ["P1"]),
            .activity("A1", .partyDay, Town.village, on: "2016-05-10", ["P1", "P2"]),
            .activity("A2", .homeVisit, Town.village, on: "2016-05-11", ["P1"], household: "H1"),
            try row(.householdCycles, ["H2", "2014-06-01", "2014-12-01", "灾"]),
            try row(.householdPlaces, ["H1", "2013-06-01", Town.otherVillage.digits]),
            try row(.cooperativePlaces, ["C1", "2013-06-01", Town.otherVillage.digits]),
            try row(.posts, ["P2", village, "书记", "2015-01-01", "", "机关干部", "任命"]),
            try row(.visits, ["A2", "漏雨", "修房", "修好"]),
            try row(.mapPlaces, [village, "1", "2"]), try row(.requirements, ["主题党日", "2016-01-01", "1", "每月", "办法"]),
        ]
    }

    private static func acts() throws -> [Act] {
        let definitions = [
            try row(.registers, ["道路", "试验", "村", "", "", "修路", ""]),
            try row(.registers, ["巡查", "试验", "道路", "", "", "", ""]),
            try row(.registerFields, ["道路", "路名", "1", "文字", "", "是", "", "", "", ""]),
            try row(.registerFields, ["道路", "长度", "2", "整数", "", "", "0", "99", "", ""]),
            try row(.registerStates, ["道路", "筹备", "1", "通车", "10", "", "", "", ""]),
            try row(.registerStates, ["道路", "通车", "2", "", "", "", "", "", "是"]),
            try row(.registerGates, ["道路", "通车", "1", "子项", "巡查", "", "1", ""]),
            try row(.registerFigures, ["道路", "总长", "1", "求和", "长度", "", "9", "公里", ""]),
        ]
        let list = Checklist(
            id: "Q1", name: "回乡走访", subject: .member, period: .once, startsOn: "2016-05-01", endsOn: "2016-07-01",
            organizations: [Town.village])
        return [
            .recordActivity(Town.partyDay()), .pair("H2", "P2", from: "2016-06-01"), .adopt(definitions),
            .enter(
                StoredEntry(
                    register: "道路", number: "", subject: Town.village.digits, registeredOn: "2016-06-01",
                    values: [StoredEntry.Value("路名", "东路"), StoredEntry.Value("长度", "3")])),
            .add(.checklist(list)), .tick([Tick(checklist: "Q1", subject: "P1", on: "2016-06-10")]),
            .waive([Waiver(checklist: "Q1", subject: "P2", reason: "在外务工")]),
            .add(
                FollowUp("主题党日", organization: Town.village, within: "2016-04-30", officer: "王五", dueOn: "2016-07-10")
                    .wrapped),
            .takeMonthStep(.submit, of: Month("2016-05-01"), [Town.village], reason: ""),
            .together(
                [.administrator, .office].map { role in
                    .add(
                        OfficerGrant(
                            account: Town.officer.account, name: Town.officer.name, role: role,
                            range: Town.township.digits, startedOn: "2016-01-01"
                        ).wrapped)
                }),
        ]
    }
}
