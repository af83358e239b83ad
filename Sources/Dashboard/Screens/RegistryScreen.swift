import PartyWork
import TerminalUI

/// 名册: people, households, organizations; add, correct, mark dated changes.
struct RegistryScreen: Screen {
    private var pane = Pane.people
    private var people = RegistryScreen.peopleList.choosing()
    private var households = RegistryScreen.householdList.choosing()
    private var organizations = RegistryScreen.organizationList.choosing()

    /// Which register is in sight.
    private enum Pane: Int, CaseIterable, Sendable {
        case people
        case households
        case organizations

        var table: TableSchema {
            switch self {
            case .people: .people
            case .households: .households
            case .organizations: .organizations
            }
        }
    }

    /// The tables that have a registry.
    static let tables: [TableSchema] = [.people, .households, .organizations]

    init(_ table: TableSchema) {
        pane = Pane.allCases.first { $0.table == table } ?? .people
    }

    func title(_ context: Context) -> String {
        localized("名册：\(pane.table.title)  \(position)", "Registry: \(pane.table.title)  \(position)")
    }

    private var position: String {
        switch pane {
        case .people: people.position
        case .households: households.position
        case .organizations: organizations.position
        }
    }

    func questions(_ context: Context) -> [Question] {
        switch pane {
        case .people: [.people(context.scope, asOf: context.asOf)]
        case .households: [.households(context.scope, asOf: context.asOf)]
        case .organizations: [.organizations(context.scope, asOf: context.asOf)]
        }
    }

    mutating func receive(_ answer: Answer, _ context: Context) {
        switch answer {
        case .people(let rows): people.load(rows)
        case .households(let rows): households.load(rows)
        case .organizations(let rows): organizations.load(rows)
        default: break
        }
    }

    func offers(_ context: Context) -> [Offer] {
        let reason = selected == nil ? localized("没有选中的行", "no row selected") : nil
        return [
            Offer(.open, unavailable: reason), Offer(.nextPane), Offer(.find), Offer(.add),
            Offer(.edit, unavailable: reason),
            Offer(.mark, pane == .households ? localized("变动", "changes") : nil, unavailable: reason),
            Offer(.accept, localized("导入", "import")), Offer(.sort), Offer(.reverse),
        ] + choosingOffers
    }

    private var choosingOffers: [Offer] {
        switch pane {
        case .people: people.choosingOffers
        case .households: households.choosingOffers
        case .organizations: organizations.choosingOffers
        }
    }

    mutating func endSearch() {
        people.endSearch()
        households.endSearch()
        organizations.endSearch()
    }

    mutating func unchoose() {
        people.unchoose()
        households.unchoose()
        organizations.unchoose()
    }

    mutating func perform(_ action: Action, _ context: Context) -> [Command] {
        switch action {
        case .open: return open()
        case .nextPane, .previousPane: step(by: action == .nextPane ? 1 : -1)
        case .add:
            let days = pane == .households ? [PartyWork.Column.identifiedOn: context.proposedDay] : [:]
            return [.form(.add(pane.table, known, proposing: days))]
        case .edit: return edit()
        case .accept: return [.open(.importing)]
        case .mark: return mark(context)
        default: return performOnList(action)
        }
        return []
    }

    private func edit() -> [Command] {
        switch pane {
        case .people: people.selected.map { [.form(.edit($0))] } ?? []
        case .households: households.selected.map { [.form(.edit($0))] } ?? []
        case .organizations: organizations.selected.map { [.form(.correct(AnyRecord($0.organization)))] } ?? []
        }
    }

    private func mark(_ context: Context) -> [Command] {
        switch pane {
        case .people where !people.chosen.isEmpty: [.menu(.marks(of: people.chosenRows, context))]
        case .households where !households.chosen.isEmpty: [.menu(.marks(of: households.chosenRows, context))]
        case .organizations where !organizations.chosen.isEmpty:
            [.menu(.marks(of: organizations.chosenRows.map { AnyRecord($0.organization) }, context))]
        case .people: people.selected.map { [.menu(.marks(of: $0, context))] } ?? []
        case .households: households.selected.map { [.menu(.happened(to: $0, context))] } ?? []
        case .organizations:
            organizations.selected.map { [.menu(.marks(of: AnyRecord($0.organization), context))] } ?? []
        }
    }

    private mutating func performOnList(_ action: Action) -> [Command] {
        switch pane {
        case .people: people.perform(action) ?? []
        case .households: households.perform(action) ?? []
        case .organizations: organizations.perform(action) ?? []
        }
    }

    private mutating func step(by step: Int) {
        let count = Pane.allCases.count
        pane = Pane(rawValue: (pane.rawValue + step + count) % count) ?? .people
    }

    private func open() -> [Command] {
        switch selected?.record {
        case let person as Person: [.open(.person(person.id))]
        case let household as Household: [.open(.household(household.id))]
        case let branch as Organization where branch.kind.isBranch: [.open(.branch(branch.code))]
        case let record?: [.form(.correct(AnyRecord(record)))]
        case nil: []
        }
    }

    /// The record the keys act on.
    private var selected: AnyRecord? {
        switch pane {
        case .people: people.selected.map { AnyRecord($0.person) }
        case .households: households.selected.map { AnyRecord($0.household) }
        case .organizations: organizations.selected.map { AnyRecord($0.organization) }
        }
    }

    /// What is known of a new record: what it shares with the selected one, and the next free number.
    private var known: [PartyWork.Column: String] {
        switch pane {
        case .people:
            let numbers = people.allRows.map(\.person.id.text)
            let organization = people.selected?.person.organization.digits ?? ""
            return [.personID: NextNumber.after("P0000", in: numbers), .organization: organization]
        case .households:
            let numbers = households.allRows.map(\.household.id.text)
            let household = households.selected?.household
            return [
                .householdID: NextNumber.after(household?.id.text ?? "H0000", in: numbers),
                .village: household?.village.digits ?? "",
            ]
        case .organizations:
            return NextNumber.organization(beside: organizations.selected?.organization, in: organizations.allRows)
        }
    }

    mutating func handle(_ key: Key, _ context: Context) -> Bool {
        let rows = context.body.rows - 2
        switch pane {
        case .people: return people.handle(key, page: people.page(in: rows))
        case .households: return households.handle(key, page: households.page(in: rows))
        case .organizations: return organizations.handle(key, page: organizations.page(in: rows))
        }
    }

    var isTyping: Bool {
        switch pane {
        case .people: people.isTyping
        case .households: households.isTyping
        case .organizations: organizations.isTyping
        }
    }

    func draft(_ context: Context) -> ActivityDraft {
        switch selected?.record {
        case let person as Person:
            ActivityDraft(
                organization: person.organization, participants: [Candidate(key: person.id.text, name: person.name)])
        case let household as Household:
            ActivityDraft(
                organization: household.village, household: Candidate(key: household.id.text, name: household.head))
        case let organization as Organization:
            ActivityDraft(organization: organization.code, organizationName: organization.name)
        default: ActivityDraft()
        }
    }

    mutating func expect(_ added: RecordKey, in table: TableSchema) {
        switch table {
        case .people: people.expect(added.text)
        case .households: households.expect(added.text)
        case .organizations: organizations.expect(added.text)
        default: break
        }
    }

    var notes: Notes {
        var notes = Notes()
        notes[number: "pane"] = pane.rawValue
        people.keep("people", in: &notes)
        households.keep("households", in: &notes)
        organizations.keep("organizations", in: &notes)
        return notes
    }

    mutating func restore(_ notes: Notes) {
        pane = notes[number: "pane"].flatMap { Pane(rawValue: $0) } ?? pane
        people.restore("people", from: notes)
        households.restore("households", from: notes)
        organizations.restore("organizations", from: notes)
    }

    func draw(_ context: Context) -> Frame {
        var frame = context.emptyBody
        var column = 2
        for pane in Pane.allCases {
            let isCurrent = pane == self.pane
            column = frame.put(
                isCurrent ? "[\(pane.table.title)]" : " \(pane.table.title) ", row: 0, column: column,
                style: context.style(isCurrent ? .currentTab : .text))
        }
        let rows = frame.size.rows - 2
        let empty = localized(
            "还没有\(pane.table.title)，按 F5 新增，或按 ^K 从文件导入",
            "No \(pane.table.title) yet: F5 adds, ^K imports files")
        switch pane {
        case .people: people.draw(on: &frame, top: 2, rows: rows, context, empty: empty)
        case .households: households.draw(on: &frame, top: 2, rows: rows, context, empty: empty)
        case .organizations: organizations.draw(on: &frame, top: 2, rows: rows, context, empty: empty)
        }
        return frame
    }
}

// MARK: - Columns

extension RegistryScreen {
    private static var peopleList: RowList<PersonRow> {
        RowList<PersonRow>(
            [
                .init(TableColumn(localized("姓名", "Name"), minimum: 8, ideal: 10), named: .person) {
                    $0.person.name
                },
                .init(TableColumn(localized("人员编号", "Person no."), minimum: 8, ideal: 10), by: \.person.id) {
                    $0.person.id.text
                },
                .init(
                    TableColumn(localized("组织", "Organization"), minimum: 12, ideal: 24, share: 1),
                    by: \.organization
                ) {
                    $0.organizationName
                },
                .init(TableColumn(localized("类别", "Category"), minimum: 8, ideal: 12), by: \.person.category.rawValue) {
                    $0.person.category.title
                },
                .init(TableColumn(localized("职务", "Post"), minimum: 8, ideal: 14, dropOrder: 2), by: \.person.post) {
                    $0.person.post
                },
                .init(TableColumn(localized("结对", "Pairing"), minimum: 4, alignment: .right), by: \.households) {
                    String($0.households)
                },
                .init(
                    TableColumn(
                        localized("情况", "Standing"), minimum: localized(10, 15), ideal: 15, share: 1, dropOrder: 1),
                    by: { remark($0) },
                    element: { $0.isGap ? .uncovered : .text }, text: { remark($0) }),
            ], identity: \.person.id.text,
            searched: \.former)
    }

    private static func remark(_ row: PersonRow) -> String {
        if let absence = row.service.absence { return absence }
        if !row.person.exemption.isEmpty {
            return localized("免：\(row.person.exemption)", "exempt: \(row.person.exemption)")
        }
        return row.isGap ? Gap.State.uncovered.title : ""
    }

    private static var householdList: RowList<HouseholdRow> {
        RowList<HouseholdRow>(
            [
                .init(TableColumn(localized("户主", "Head"), minimum: 8, ideal: 10), named: .person) {
                    $0.head
                },
                .init(TableColumn(localized("户编号", "Household"), minimum: 9, ideal: 12), by: \.household.id) {
                    $0.household.id.text
                },
                .init(TableColumn(localized("村", "Village"), minimum: 8, ideal: 14), named: .thing) {
                    $0.villageName
                },
                .init(TableColumn(localized("人口", "Size"), minimum: 4, alignment: .right), by: \.household.headcount) {
                    String($0.household.headcount)
                },
                .init(
                    TableColumn(localized("状态", "State"), minimum: 6), by: { $0.state?.rawValue ?? "" },
                    element: { $0.isGap ? .uncovered : .text },
                    text: { $0.state?.title ?? localized("未识别", "not yet") }),
                .init(
                    TableColumn(localized("致贫原因", "Cause"), minimum: 8, ideal: 12, dropOrder: 2), by: \.household.cause
                ) {
                    $0.household.cause
                },
                .init(TableColumn(localized("帮扶人", "Helpers"), minimum: 8, ideal: 16, share: 1), named: .person) {
                    helpers($0)
                },
            ], identity: \.household.id.text,
            searched: \.former)
    }

    private static func helpers(_ row: HouseholdRow) -> String {
        row.helpers.isEmpty && row.state == .poor ? localized("（无）", "(none)") : row.helperNames
    }

    private static var organizationList: RowList<OrganizationRow> {
        RowList<OrganizationRow>(
            [
                .init(TableColumn(localized("名称", "Name"), minimum: 12, ideal: 26, share: 1), named: .thing) {
                    $0.organization.name
                },
                .init(TableColumn(localized("编码", "Code"), minimum: 14), by: \.organization.code) {
                    $0.organization.code.digits
                },
                .init(TableColumn(localized("类型", "Kind"), minimum: localized(8, 14)), by: \.organization.kind.rawValue)
                {
                    $0.organization.kind.title
                },
                .init(TableColumn(localized("上级", "Part of"), minimum: 8, ideal: 14, dropOrder: 1), named: .thing) {
                    $0.parentName
                },
                .init(TableColumn(localized("牵头人", "Led by"), minimum: 8, dropOrder: 2), named: .person) {
                    $0.leaderName
                },
                .init(TableColumn(localized("情况", "Standing"), minimum: 15, share: 1), by: { existence($0) }) {
                    existence($0)
                },
            ], identity: \.organization.code.digits,
            searched: { $0.formerNames.map { Former.name($0) }.joined(separator: " ") })
    }

    private static func existence(_ row: OrganizationRow) -> String {
        if row.exists { return row.organization.foundedOn.map { localized("成立 \($0)", "since \($0)") } ?? "" }
        return row.organization.dissolvedOn.map { "\(StatusReport.Standing.dissolved.title) \($0)" }
            ?? StatusReport.Standing.notFounded.title
    }
}

// MARK: - Printing

extension RegistryScreen {
    /// The register in sight, and the form of the selected row.
    func printout(_ context: Context) -> Printout {
        let title = localized("\(pane.table.title)名册", "Register of \(pane.table.title)")
        switch pane {
        case .people:
            let helper = people.selected.flatMap { $0.households > 0 ? Printout.pairings(of: $0, context) : nil }
            return Printout([people.printed(title, rule: nil), helper].compactMap(\.self))
        case .households:
            let card = households.selected.map { Printout.card(of: $0, context) }
            return Printout([households.printed(title, rule: nil), card].compactMap(\.self))
        case .organizations: return Printout([organizations.printed(title, rule: nil)])
        }
    }
}
