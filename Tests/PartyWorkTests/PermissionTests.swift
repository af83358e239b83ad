import PartyWork
import Testing

@Suite("What officers may do") struct PermissionTests {
    private static let town = "422801100"
    private static let branch: Code = "422801100201"
    private static let today = Day("2016-06-30").unsafelyUnwrapped

    private static func grant(
        _ role: Role, _ account: String = "li", range: String = town, from: String = "2016-01-01", until: String? = nil
    ) throws -> OfficerGrant {
        OfficerGrant(
            account: account, name: "名" + account, role: role, range: range, startedOn: try #require(Day(from)),
            endedOn: until.flatMap { Day($0) })
    }

    private static func permission(_ rows: [OfficerGrant], leads: Bool = false) -> Permission {
        Permission(of: "li", on: today, rows) { _ in leads }
    }

    /// The table of SERVER section 1, a line a right: ● for who may.
    private static let table: [(Right, String)] = [
        (.read, "–●●●●●"), (.telephones, "–●●●●–"), (.record, "–●–●––"), (.keep, "–●––––"), (.submit, "–●–●––"),
        (.accept, "–●●–––"), (.restricted, "––––●–"), (.undoOthers, "–●––––"), (.administer, "●–––––"),
        // Refused attempts are listed to the administrator and discipline (section 1, last line).
        (.oversee, "●–––●–"),
    ]

    @Test("are the lines of the table, role by role") func roles() throws {
        #expect(Set(Self.table.map(\.0)) == Set(Right.allCases))
        for (right, line) in Self.table {
            for (role, mark) in zip(Role.allCases, line) {
                let permission = Self.permission([try Self.grant(role)])
                #expect(permission.allows(right) == (mark == "●"), "\(role) \(right)")
                #expect(permission.allows(right, at: Self.branch) == (mark == "●"), "\(role) \(right)")
                #expect(!permission.allows(right, at: "422801101201"), "\(role) \(right)")
            }
        }
    }

    @Test("are everything in a ledger without officers") func noOfficers() {
        let permission = Self.permission([])
        #expect(!permission.isLimited && permission.refusalOfOpening == nil && permission.name == nil)
        for right in Right.allCases { #expect(permission.allows(right, at: Self.branch)) }
    }

    @Test("hold from a day until one, and several rows add up") func days() throws {
        let rows = [
            try Self.grant(.office, until: "2016-06-30"), try Self.grant(.viewer, from: "2016-06-30"),
            try Self.grant(.secretary, range: Self.branch.digits, from: "2016-07-01"), try Self.grant(.administrator),
        ]
        let permission = Self.permission(rows)
        #expect(permission.grants.map(\.role) == [.viewer, .administrator])
        #expect(permission.allows(.read) && permission.allows(.administer) && !permission.allows(.record))
    }

    @Test("begin at the branch of a branch's secretary, and of nobody else") func home() throws {
        let own = try Self.grant(.secretary, range: Self.branch.digits)
        #expect(Self.permission([own]).home == Scope(Self.branch))
        #expect(Self.permission([own, try Self.grant(.administrator)]).home == Scope(Self.branch))
        #expect(Self.permission([own, try Self.grant(.viewer)]).home == nil)
        #expect(Self.permission([try Self.grant(.office)]).home == nil)
    }

    @Test("of a committee member include restricted registers where that is the secretary of the town") func secretary()
        throws
    {
        #expect(Self.permission([try Self.grant(.committee)], leads: true).allows(.restricted))
        #expect(!Self.permission([try Self.grant(.viewer)], leads: true).allows(.restricted))
    }

    @Test("are refused with the right that is missing and who has it") func refusals() throws {
        let rows = [
            try Self.grant(.secretary, range: Self.branch.digits), try Self.grant(.office, "wang"),
            try Self.grant(.administrator, "zhao"), try Self.grant(.office, "gone", until: "2016-01-01"),
        ]
        let permission = Self.permission(rows)
        #expect(permission.refusal(.record, at: Self.branch) == nil)
        #expect(permission.refusal(.keep) == .notPermitted(.keep, holders: ["名wang"]))
        #expect(
            permission.refusal(.record, at: "422801100202")
                == .outsideRange(.record, "422801100202", holders: ["名wang"]))
        let stranger = Permission(of: "x", on: Self.today, rows) { _ in false }
        #expect(stranger.refusalOfOpening == .notAnOfficer(account: "x", administrators: ["名zhao"]))
        #expect(stranger.refusal(.read) == stranger.refusalOfOpening)
        // A right that nobody has is asked of who can give it.
        let alone = Self.permission([
            try Self.grant(.secretary, range: Self.branch.digits), try Self.grant(.administrator, "zhao"),
        ])
        #expect(alone.refusal(.restricted) == .notPermitted(.restricted, holders: [], administrators: ["名zhao"]))
        #expect(alone.refusal(.restricted)?.text == "没有“看限阅的登记簿”的权限；有这项权限的还没有人，请找管理员（名zhao）登记")
        #expect(
            alone.refusal(.record, at: "422801100202")?.text
                == "422801100202 不在你的范围内，不能“登记活动、结对、走访、勾选和登记簿条目”；还没有人管这里，请找管理员（名zhao）登记")
        #expect(permission.refusal(.keep)?.text.contains("有这项权限的是 名wang") == true)
        #expect(stranger.refusalOfOpening?.text.contains("请找管理员（名zhao）登记") == true)
    }

    @Test("need a range of nine digits or more") func range() throws {
        for range in ["42280110", "4228011002010111", "", "42280110x"] {
            let faults = try Self.grant(.viewer, range: range).faults(unread: [])
            #expect(faults == [FieldFault(.range, .notARange(range))], "\(range)")
        }
        #expect(try Self.grant(.viewer, range: "4228011002").faults(unread: []) == [])
    }
}
