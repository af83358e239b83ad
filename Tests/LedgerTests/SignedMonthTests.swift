import PartyWork
import TestSupport
import Testing

@testable import Ledger

/// No way around a signature: whatever is done, a month that is signed before and after shows the same branch, the same
/// signed figures, and the same figures by today's knowledge.
///
/// Only facts without a date may shift the last, and they alone.
@Suite("Signed months under random acts", .onBothEngines) struct SignedMonthTests {
    @Test("keep their figures and their branches", arguments: UInt64(1)...12) func acts(_ seed: UInt64) throws {
        var story = try RandomStory(seed: seed)
        var saved = 0
        var before = try story.months()
        for _ in 0..<250 {
            guard let entry = try story.step() else { continue }
            saved += 1
            let after = try story.months()
            let summary = try story.summary(entry)
            let isUndated = try story.isUndated(entry)
            for (code, month) in before where month.state == .accepted {
                let now = try #require(after[code], "\(summary)")
                if now.state != .accepted { continue }
                #expect(now.signed?.figures == month.signed?.figures)
                if !isUndated { #expect(now.figures == month.figures, "\(summary)") }
            }
            // What is signed now was signed as it is, or the signature came back over the same figures.
            for (code, month) in after where month.state == .accepted && before[code]?.state != .accepted {
                #expect(month.shifted == [], "\(summary)")
            }
            before = after
        }
        #expect(saved > 60)
        let problems = try story.town.ledger.check().problems
        #expect(problems == [])
    }
}

/// Acts, imports and undos at random on a small town, three of whose branches have May signed; most of them near the end of May.
private struct RandomStory {
    let town: Town
    private var random: SeededGenerator
    private static let branches = [Town.village, Town.otherVillage, Town.joint]
    private static let days =
        (28...31).compactMap { Day(year: 2016, month: 5, day: $0) } + ["2016-06-01", "2016-06-20"]

    init(seed: UInt64) throws {
        random = SeededGenerator(seed: seed)
        town = try MonthTests.town()
        try town.insert([
            .person("X", Town.otherVillage), .person("Y", Town.joint, .probationary),
            .person("Z", Town.group, .resident),
            .household("K", Town.otherVillage), .pairing("K", "X"), .pairing("I", "Z", from: "2016-06-02"),
            .householdCycle(HouseholdCycle(household: "K", liftedOn: "2015-02-01", returnedOn: "2015-06-01")),
            .post(RandomStory.membership(of: "Q", in: Town.otherVillage, from: "2016-05-01")),
            .post(RandomStory.membership(of: "X", in: Town.joint, from: "2015-01-01", until: "2016-05-31")),
        ])
        for step in [MonthStep.Kind.submit, .accept] {
            try town.perform(.takeMonthStep(step, of: MonthTests.may, RandomStory.branches, reason: ""))
        }
    }

    private static func membership(
        of person: Person.ID, in organization: Code, from start: Day, until end: Day? = nil
    ) -> Post {
        Post(holder: person, organization: organization, kind: .membership, startedOn: start, endedOn: end)
    }

    /// May of the branches in its list.
    func months() throws -> [Code: MonthReport] {
        let months = try town.ledger.months(MonthTests.may, in: Scope(Town.township), asOf: Town.today)
        return Dictionary(uniqueKeysWithValues: months.branches.map { ($0.code, $0) })
    }

    func summary(_ entry: Int) throws -> String { try town.ledger.journalCard(entry).row.summary }

    /// Does something; the entry that came of it, nil where a rule refused.
    mutating func step() throws -> Int? {
        let newest = try town.ledger.journal(limit: 1).first?.id ?? 0
        do {
            if Int.random(in: 0..<6, using: &random) == 0 {
                try importRow()
            } else {
                try town.perform(act(newest))
            }
        } catch is Refusal {
            return nil
        }
        let entry = try town.ledger.journal(limit: 1).first?.id ?? 0
        return entry > newest ? entry : nil
    }

    /// Whether an entry changed what has no date in the contract's columns, which holds for all time, or papers.
    func isUndated(_ entry: Int) throws -> Bool {
        let free: [TableSchema: Set<PartyWork.Column>] = [
            .people: [.category, .exemption], .households: [.village], .activities: [.evidence],
        ]
        return try town.ledger.reading { try $0.changes(of: entry) }.contains { change in
            guard let before = change.before, case .record(let after) = change.after else { return false }
            return free[change.table]?.contains { before.record.text($0) != after.record.text($0) } ?? false
        }
    }

    // MARK: - Chance

    private mutating func pick<T>(_ items: [T]) -> T { items.randomElement(using: &random).unsafelyUnwrapped }
    private mutating func day() -> Day { pick(RandomStory.days) }
    private mutating func organization() -> Code { pick(RandomStory.branches + [Town.group, Town.otherGroup]) }
    private mutating func person() -> Person.ID { pick(["P", "Q", "X", "Y", "Z"]) }
    private mutating func household() -> Household.ID { pick(["H", "I", "J", "K"]) }

    private mutating func act(_ newest: Int) throws -> Act {
        switch Int.random(in: 0..<16, using: &random) {
        case 0, 1: .recordActivity(activity())
        case 2, 3, 4: try correction()
        case 5: .voidActivity(try activityKey(), on: "2016-06-20", reason: "重复")
        case 6: .pair(household(), person(), from: day())
        case 7:
            .endPairings([
                PairingEnding(
                    household: household(), helper: person(), on: day(), reason: .enteredInError, sentence: "错")
            ])
        case 8: try change()
        case 9: try move()
        case 10:
            step(pick([.submit, .accept, .giveBack, .reopen]))
        case 11: .together([try correction(), try correction()])
        case 12: .add(.post(membership()))
        case 13: .together([.add(.post(membership())), try correction()])
        default: .undo(entry: max(1, newest - Int.random(in: 0..<12, using: &random)))
        }
    }

    private mutating func step(_ step: MonthStep.Kind) -> Act {
        let branch = pick(RandomStory.branches)
        return .takeMonthStep(step, of: MonthTests.may, [branch], reason: step.needsReason ? "更正" : "")
    }

    private mutating func membership() -> Post {
        let start = day()
        return RandomStory.membership(
            of: person(), in: organization(), from: start, until: Bool.random(using: &random) ? max(start, day()) : nil)
    }

    private mutating func activity() -> Activity {
        let kind = pick(ActivityKind.allCases)
        return Activity(
            id: "", heldOn: day(), kind: kind, organization: organization(), title: "题",
            participants: [person()], household: kind == .homeVisit || kind == .deed ? household() : nil,
            resolvedOn: kind.countsWhenResolved ? "2016-06-20" : nil)
    }

    private mutating func activityKey() throws -> Activity.ID {
        pick(
            try town.ledger.activities(in: Scope(Town.township), from: "2016-04-01", to: Town.today).map(\.activity.id))
    }

    private mutating func change() throws -> Act {
        let record = try town.ledger.record(.households, RecordKey(household().text))
        guard let household = record?.record as? Household else { return .undo(entry: 1) }
        let event: HouseholdEvent = pick([
            .lifted, .returned, .closed(reason: "迁出"), .moved(to: Town.otherVillage),
            .merged(into: "H", helpersFollow: true),
            .newHead("新", headcount: 2, reason: "亡故"),
        ])
        return .changeHousehold(HouseholdChange(household, event, on: day()))
    }

    private mutating func move() throws -> Act {
        guard let person = try town.ledger.record(.people, RecordKey(person().text))?.record as? Person else {
            return .undo(entry: 1)
        }
        return .move(person, to: organization(), on: day(), since: pick(["2010-01-01", day()]))
    }

    /// A row with a changed cell, most of them a date.
    private mutating func correction() throws -> Act {
        let (from, to) = try changedRow()
        return .correct(from: from, to: to)
    }

    private mutating func changedRow() throws -> (AnyRecord, AnyRecord) {
        let candidates: [(TableSchema, RecordKey, [PartyWork.Column])] = [
            (.organizations, RecordKey(organization().digits), [.foundedOn, .dissolvedOn]),
            (.people, RecordKey(person().text), [.arrivedOn, .leftOn, .category, .exemption, .organization]),
            (
                .posts, RandomStory.membership(of: "Q", in: Town.otherVillage, from: "2016-05-01").key,
                [.endedOn, .note]
            ),
            (
                .posts, RandomStory.membership(of: "X", in: Town.joint, from: "2015-01-01").key,
                [.endedOn]
            ),
            (.households, RecordKey(household().text), [.identifiedOn, .liftedOn, .returnedOn, .closedOn, .village]),
            (
                .activities, RecordKey(try activityKey().text),
                [.heldOn, .organization, .resolvedOn, .evidence, .householdID]
            ),
            (.pairings, RecordKey("H", "P", "2015-01-01"), [.endedOn]),
            (.pairings, RecordKey("K", "X", "2015-01-01"), [.endedOn]),
            (.householdCycles, RecordKey("K", "2015-02-01"), [.returnedOn]),
        ]
        let (table, key, columns) = pick(candidates)
        guard let record = try town.ledger.record(table, key) else { throw Refusal.notFound(table, key) }
        let column = pick(columns)
        var cells: [PartyWork.Column: String] = [column: pick([day().description, day().description, ""])]
        switch column {
        case .category: cells[column] = pick(PersonCategory.allCases).rawValue
        case .exemption: cells[column] = pick(["", "病"])
        case .village: cells[column] = pick([Town.village, Town.otherVillage]).digits
        case .organization: cells[column] = organization().digits
        case .note: cells[column] = pick(["", "改"])
        case .evidence: cells[column] = pick(["齐全", "待补"])
        case .householdID: cells[column] = household().text
        case .endedOn where table == .pairings: cells[.endReason] = cells[column] == "" ? "" : "录入有误"
        default: break
        }
        do {
            return (record, try record.setting(cells))
        } catch {
            throw Refusal.faults(error.faults)
        }
    }

    /// A row as an import brings it, which asks of each row before it is written.
    private mutating func importRow() throws {
        let isNew = Bool.random(using: &random)
        let row: (old: AnyRecord?, new: AnyRecord) =
            isNew ? (nil, newRow()) : try { (old: Optional($0.0), new: $0.1) }(changedRow())
        // What the importer itself holds together across rows is not asked here.
        if row.new.key == RecordKey("K") { throw Refusal.nothingChanged }
        try town.desk.importing(dryRun: false) { session -> (Void, Bool, Deed) in
            if let refusal = try session.lockedMonth(row.old, row.new) { throw refusal }
            if try row.old == nil && session.saved(row.new.table, row.new.key) != nil { throw Refusal.nothingChanged }
            if let old = row.old { try session.replace(old, with: row.new) } else { try session.insert(row.new) }
            return ((), true, .words("导入"))
        }
    }

    private mutating func newRow() -> AnyRecord {
        let number = Int.random(in: 0..<1_000, using: &random)
        return pick([
            .person(Person.ID("N\(number)"), organization(), pick(PersonCategory.allCases), arrived: day()),
            .household(Household.ID("N\(number)"), pick([Town.village, Town.otherVillage]), identified: day()),
            .pairing(household(), person(), from: day()), .post(membership()),
            .activity(Activity.ID("N\(number)"), .hazard, organization(), on: day()),
            .organization(
                Organization(code: Code("100000001\(number % 8)50"), name: "新", kind: .village, foundedOn: day())),
        ])
    }
}
