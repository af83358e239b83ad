import PartyWork
import TerminalUI

// How households and people look in the lists of the pairing screens, and in which order.

extension HouseholdRow {
    /// The columns of a list of households.
    static var columns: [RowList<HouseholdRow>.Column] {
        [
            .init(
                TableColumn(localized("户编号", "Household"), minimum: 9, ideal: 9), by: \.household.id,
                text: \.household.id.text),
            .init(TableColumn(localized("户主", "Head"), minimum: 8), named: .person, \.head),
            .number(localized("人口", "Size"), minimum: 4, dropOrder: 1, \.household.headcount),
            .init(TableColumn(localized("状态", "State"), minimum: 6), text: \.stateTitle),
            .init(
                TableColumn(localized("缺口", "Gap"), minimum: 4), element: { _ in .uncovered },
                precedes: { $0.isGap && !$1.isGap }, text: { $0.isGap ? Gap.State.uncovered.title : "" }),
            .init(TableColumn(localized("帮扶人", "Helpers"), minimum: 12, ideal: 16, share: 1), text: \.helperNames),
            .init(TableColumn(localized("最近走访", "Last visit"), minimum: 10), by: \.lastVisit, text: \.lastVisit),
        ]
    }

    /// What a search looks through.
    var searched: String { "\(household.id) \(head) \(stateTitle) \(helperNames) \(former)" }

    /// What it is not called on the date: its heads of before and since, and what its village was called.
    var former: String {
        let since = head == household.head ? [] : [Former.headNow(household.head)]
        let names = formerVillageNames.map { Former.village($0) }
        return (since + formerHeads.map { Former.head($0) } + names).joined(separator: " ")
    }

    /// The state as officers call it.
    var stateTitle: String { state?.title ?? localized("未识别", "not yet") }

    /// The helpers of active pairings, those who do not serve marked.
    var helperNames: String { helpers.names }

    /// The latest visit, or that there was none.
    var lastVisit: String { lastVisitOn?.description ?? "-" }
}

extension PersonRow {
    /// The columns of a list of members and other helpers.
    static var columns: [RowList<PersonRow>.Column] {
        [
            .init(
                TableColumn(localized("人员编号", "Person no."), minimum: 8, dropOrder: 1), by: \.person.id,
                text: \.person.id.text),
            .init(TableColumn(localized("姓名", "Name"), minimum: 8), named: .person, \.person.name),
            .init(
                TableColumn(localized("组织", "Organization"), minimum: 10, ideal: 14, share: 1), by: \.organization,
                text: \.organizationName),
            .init(TableColumn(localized("类别", "Category"), minimum: 8), text: \.person.category.title),
            .init(
                TableColumn(localized("情况", "Standing"), minimum: 6), element: { $0.isGap ? .uncovered : .text },
                precedes: { $0.need < $1.need }, text: \.situation),
            .number(localized("结对户", "Households"), minimum: 6, \.households),
            .init(TableColumn(localized("免结对原因", "Exempt because"), minimum: 10, share: 1), text: \.person.exemption),
        ]
    }

    /// What a search looks through.
    var searched: String {
        "\(person.id) \(person.name) \(organizationName) \(situation) \(person.exemption) \(former)"
    }

    /// What the organization was called before.
    var former: String { formerOrganizationNames.map { Former.organization($0) }.joined(separator: " ") }

    /// What coverage has to say of the person.
    var situation: String {
        if !serves { return service.title }
        if isGap { return Gap.State.uncovered.title }
        return person.category.isPartyMember && !person.exemption.isEmpty ? localized("免结对", "exempt") : ""
    }

    /// 0 for a gap, 1 for households to be handed over, 2 for the rest.
    fileprivate var need: Int { isGap ? 0 : serves ? 2 : 1 }
}

extension [HouseholdRow] {
    /// Gaps first, then the poor, the lifted and the closed; each by number.
    var rankedByNeed: [HouseholdRow] {
        func rank(_ row: HouseholdRow) -> Int {
            switch row.state {
            case .poor: row.isGap ? 0 : 1
            case .lifted: 2
            case nil: 3
            case .closed: 4
            }
        }
        return sorted { rank($0) != rank($1) ? rank($0) < rank($1) : $0.household.id < $1.household.id }
    }
}

extension [PersonRow] {
    /// Serving members, and whoever helps a household: gaps first, then those who left with households, then the rest.
    var rankedByNeed: [PersonRow] {
        filter { $0.serves && $0.person.category.isPartyMember || $0.households > 0 }
            .sorted { $0.need != $1.need ? $0.need < $1.need : $0.person.id < $1.person.id }
    }
}

extension ActivityDraft {
    /// A visit to a household by its helpers.
    init(visitTo row: HouseholdRow) {
        let helpers = row.helpers.filter(\.serves).map { Candidate(key: $0.id.text, name: $0.name) }
        self.init(
            kind: .homeVisit, organization: row.household.village, organizationName: row.villageName,
            participants: helpers, household: Candidate(row))
    }
}
