import PartyWork
import TerminalUI

// How households and people look in the lists of the pairing screens, and in which order.

extension HouseholdRow {
    /// The columns of a list of households.
    static let columns: [RowList<HouseholdRow>.Column] = [
        .init(TableColumn("户编号", minimum: 9, ideal: 9), by: \.household.id) { $0.household.id.text },
        .init(TableColumn("户主", minimum: 8)) { $0.household.head },
        .init(TableColumn("人口", minimum: 4, alignment: .right), by: \.household.headcount) {
            String($0.household.headcount)
        },
        .init(TableColumn("状态", minimum: 6)) { $0.stateTitle },
        .init(
            TableColumn("缺口", minimum: 4), element: { _ in .uncovered }, precedes: { $0.isGap && !$1.isGap },
            text: { $0.isGap ? "缺口" : "" }),
        .init(TableColumn("帮扶人", minimum: 12, ideal: 16, share: 1)) { $0.helperNames },
        .init(TableColumn("最近走访", minimum: 10), by: \.lastVisit, text: \.lastVisit),
    ]

    /// What a search looks through.
    var searched: String { "\(household.id) \(household.head) \(stateTitle) \(helperNames)" }

    /// The state as officers call it.
    var stateTitle: String { state?.rawValue ?? "未识别" }

    /// The helpers of active pairings, those who do not serve marked.
    var helperNames: String {
        helpers.isEmpty ? "-" : helpers.map { $0.name + $0.service.remark }.joined(separator: "、")
    }

    /// The latest visit, or that there was none.
    var lastVisit: String { lastVisitOn?.description ?? "-" }
}

extension PersonRow {
    /// The columns of a list of members and other helpers.
    static let columns: [RowList<PersonRow>.Column] = [
        .init(TableColumn("人员编号", minimum: 8, dropOrder: 1), by: \.person.id) { $0.person.id.text },
        .init(TableColumn("姓名", minimum: 8)) { $0.person.name },
        .init(TableColumn("组织", minimum: 10, ideal: 14, share: 1), by: \.person.organization) { $0.organizationName },
        .init(TableColumn("类别", minimum: 8)) { $0.person.category.rawValue },
        .init(
            TableColumn("情况", minimum: 6), element: { $0.isGap ? .uncovered : .text },
            precedes: { $0.need < $1.need }, text: \.situation),
        .init(TableColumn("结对户", minimum: 6, alignment: .right), by: \.households) { String($0.households) },
        .init(TableColumn("免结对原因", minimum: 10, share: 1)) { $0.person.exemption },
    ]

    /// What a search looks through.
    var searched: String { "\(person.id) \(person.name) \(organizationName) \(situation) \(person.exemption)" }

    /// What coverage has to say of the person.
    var situation: String {
        if !serves { return service.rawValue }
        if isGap { return "缺口" }
        return person.category.isPartyMember && !person.exemption.isEmpty ? "免结对" : ""
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
