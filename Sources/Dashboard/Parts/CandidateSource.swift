import ChineseNames
import PartyWork
import TerminalUI

/// Where the candidates of a picker come from.
package enum CandidateSource: Hashable, Sendable {
    /// Organizations to which activities of a kind belong, those of a branch first.
    case hosts(ActivityKind, near: Code?)
    case branches
    case villages
    case anyOrganization
    /// People who serve at the date, those whom the officer most likely wants first.
    case servingPeople(first: Preference)
    /// Households that are not closed at the date, those of a branch first, of them the poor ones.
    case households(near: Code?)
    /// People who serve at the date, those first who could best help a household of the village.
    case helpers(of: Code?, besides: Person.ID?)
    /// Households that are not closed at the date, those first that need a helper of the branch most.
    case needy(near: Code?)
    /// Households with which one may be merged, those of its village first.
    case mergers(with: Household)
    case townships
    case groups
    case cooperatives
    /// The open entries of a register.
    case entries(of: String)
    /// Who may be given something to follow up: the officers of the ledger, or whoever wrote in its journal.
    case officers
    /// What is known already, such as the kinds of a field.
    case given([Candidate])

    /// What candidates are made of.
    enum Rows: Hashable, Sendable {
        case organizations
        case people
        case households
        case cooperatives
        case entries(of: String)
        case officers
    }

    /// What its candidates are made of; nil where they are known already.
    var rows: Rows? {
        switch self {
        case .hosts, .branches, .villages, .anyOrganization, .townships, .groups: .organizations
        case .servingPeople, .helpers: .people
        case .households, .needy, .mergers: .households
        case .cooperatives: .cooperatives
        case .entries(let register): .entries(of: register)
        case .officers: .officers
        case .given: nil
        }
    }

    /// The source with those first that are near a branch which the form names by now; whom an act is meant for first,
    /// such as the committee, and what is about one household stay.
    func near(_ branch: Code) -> CandidateSource {
        switch self {
        case .hosts(let kind, _): .hosts(kind, near: branch)
        case .servingPeople(first: .none), .servingPeople(first: .branch): .servingPeople(first: .branch(branch))
        case .households: .households(near: branch)
        case .helpers(_, let helper): .helpers(of: branch, besides: helper)
        case .needy: .needy(near: branch)
        case .branches, .villages, .anyOrganization, .servingPeople(first: .committee), .mergers, .townships, .groups,
            .cooperatives, .entries, .officers, .given:
            self
        }
    }

    /// The candidates among the rows; nil where they are not known yet.
    func candidates(in known: KnownRows) -> [Candidate]? {
        switch self {
        case .hosts, .branches, .villages, .anyOrganization, .townships, .groups:
            known.organizations?.filter { $0.exists && admits($0.organization.kind) }.groupsByName.putting {
                isNear($0.organization.code)
            }
            .map { Candidate($0) }
        case .servingPeople(let preference):
            known.people?.filter(\.serves).byName(\.person.name).putting { preference.holds($0) }.map { Candidate($0) }
        case .helpers(let village, let helper):
            known.people.map { rows in
                SuccessorRules.ranked(rows.byName(\.person.name), for: village, from: nil, besides: helper).map {
                    Candidate($0)
                }
            }
        case .households(let branch):
            known.households?.filter { $0.state != .closed }.byName(\.household.head).nearest {
                $0.household.village == branch
            }
            .map { Candidate($0) }
        case .needy(let branch):
            known.households.map { Candidate.needy($0.byName(\.household.head), near: branch) }
        case .mergers(let household):
            known.households?.filter { HouseholdRules.obstacle(toMerging: household, into: $0.household) == nil }
                .byName(\.household.head).nearest { $0.household.village == household.village }.map { Candidate($0) }
        case .cooperatives:
            known.cooperatives?.filter(\.isActive).map { Candidate($0) }
        case .entries(let register):
            known.entries[register]?.filter(\.isOpen).map { Candidate($0) }
        case .officers:
            known.officers?.names.map { Candidate(key: $0, name: $0) }
        case .given(let candidates): candidates
        }
    }

    /// The candidate of a key, with its name as far as that is known already.
    func candidate(_ key: String) -> Candidate {
        let known: [Candidate] = if case .given(let candidates) = self { candidates } else { [] }
        return known.first { $0.key.hasSameCodePoints(as: key) } ?? Candidate(key: key, name: "")
    }

    private func isNear(_ code: Code) -> Bool {
        if case .hosts(_, let branch?) = self { return code.isWithin(branch.digits) }
        return false
    }

    private func admits(_ kind: OrganizationKind) -> Bool {
        switch self {
        case .hosts(let activity, _): activity.belongs(to: kind)
        case .branches: kind.isBranch
        case .villages: kind == .village
        case .townships: kind == .township
        case .groups: kind == .group
        case .anyOrganization, .servingPeople, .households, .helpers, .needy, .mergers, .cooperatives, .entries,
            .officers, .given:
            true
        }
    }
}

/// The rows that pickers choose from, as far as they are known.
struct KnownRows: Sendable {
    var organizations: [OrganizationRow]?
    var people: [PersonRow]?
    var households: [HouseholdRow]?
    var cooperatives: [CooperativeRow]?
    var officers: Followers?
    /// By register.
    var entries: [String: [ShownEntry]] = [:]

    /// Those of an empty ledger.
    static let none = KnownRows(
        organizations: [], people: [], households: [], cooperatives: [], officers: Followers(names: [], areAll: false))
}

extension CandidateSource {
    /// Who is offered first.
    package enum Preference: Hashable, Sendable {
        case none
        case committee
        case branch(Code)

        func holds(_ row: PersonRow) -> Bool {
            switch self {
            case .none: false
            case .committee: row.person.isCommitteeMember
            case .branch(let code): row.organization.isWithin(code.digits)
            }
        }
    }
}

extension Array where Element: Sendable {
    /// In the order of people's names: whoever is as near as others stands where the eye looks.
    fileprivate func byName(_ name: @escaping @Sendable (Element) -> String) -> [Element] {
        RowOrder { NameOrder(name($0), .person) }.places(of: self, reversed: false).map { self[$0] }
    }
}

extension [OrganizationRow] {
    /// Branches by code, which is the official order, and below each its groups by name: 第二组 before 第十组.
    fileprivate var groupsByName: [OrganizationRow] {
        let byName = RowOrder<OrganizationRow> { NameOrder($0.organization.name, .thing) }
        let named = byName.places(of: self, reversed: false).map { self[$0] }
        let byBranch = RowOrder<OrganizationRow> { row in
            let code = row.organization.code
            return row.organization.kind == .group ? "\(code.branch?.digits ?? code.digits)+" : code.digits
        }
        return byBranch.places(of: named, reversed: false).map { named[$0] }
    }
}

extension Array {
    /// Those for which the test holds before the others, each in the order they had.
    fileprivate func putting(first test: (Element) -> Bool) -> [Element] { filter(test) + filter { !test($0) } }
}

extension [HouseholdRow] {
    /// Those near before the others, and of either the poor ones first.
    fileprivate func nearest(_ isNear: (HouseholdRow) -> Bool) -> [HouseholdRow] {
        putting { $0.state == .poor }.putting(first: isNear)
    }
}

extension Candidate {
    init(_ row: CooperativeRow) {
        self.init(
            key: row.cooperative.id.text, name: row.cooperative.name,
            detail: [row.cooperative.trade, row.founderNames.listed].filter { !$0.isEmpty }.joined(separator: " "))
    }

    init(_ row: ShownEntry) {
        let name = row.heading
        var told = [name]
        for word in [row.about, row.row.standing?.state ?? "", row.placeName]
        where !word.isEmpty && !told.contains(word) {
            told.append(word)
        }
        self.init(key: row.entry.number, name: name, detail: told.dropFirst().joined(separator: " "))
    }

    package init(_ row: PersonRow) {
        let member = row.person.isCommitteeMember ? localized(" 镇班子成员", " committee member") : ""
        let load = row.households > 0 ? localized(" 帮扶 \(row.households) 户", " helps \(row.households)") : ""
        self.init(key: row.person.id.text, name: row.person.name, detail: row.organizationName + member + load)
    }

    package init(_ row: HouseholdRow) {
        let state = row.state?.title ?? localized("未识别", "not yet")
        self.init(
            key: row.household.id.text, name: row.household.head,
            detail: ([row.villageName, state] + row.formerHeads.map { Former.head($0) }).joined(separator: " "))
    }

    package init(_ row: OrganizationRow) {
        let above = row.organization.kind == .group ? row.parentName : row.organization.kind.title
        self.init(
            key: row.organization.code.digits, name: row.organization.name,
            detail: ([above] + row.formerNames.map { Former.name($0) }).joined(separator: " "))
    }
}
