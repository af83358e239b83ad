import PartyWork
import TerminalUI

/// A household to be handed over, and who takes it.
struct HandOverRow: Sendable, Hashable {
    let pairing: PairingRow
    /// Nil for a household outside the scope.
    let household: HouseholdRow?
    /// The first day on which the helper no longer helps it.
    let endsOn: Day
    let reason: PairingEndReason
    /// Whether 不脱贫不脱钩 asks for a successor.
    let needsSuccessor: Bool
    let successor: PersonRow?
    private(set) var suggestion: PersonRow?

    /// - Parameter leftOn: the day on which the helper left or will leave; nil for one who stays.
    init(_ pairing: PairingRow, _ household: HouseholdRow?, leftOn: Day?, today: Day, successor: PersonRow?) {
        self.pairing = pairing
        self.household = household
        self.successor = successor
        let hasLeft = leftOn.map { $0 <= today } ?? false
        let end = max(hasLeft ? leftOn ?? today : today, pairing.pairing.startedOn)
        endsOn = end
        reason = hasLeft ? .helperLeft : .reassigned
        let others = household?.others(than: pairing.pairing.helper) ?? []
        let isPoor =
            household.map { $0.household.isPoor(from: end, to: today, earlier: $0.cycles) } ?? (pairing.state == .poor)
        needsSuccessor = isPoor && others.isEmpty
    }

    var id: Household.ID { pairing.pairing.household }
    var head: String { pairing.head }
    var village: Code? { household?.household.village }
    /// Whether it cannot be saved like this.
    var isMissing: Bool { needsSuccessor && successor == nil }
    /// 0 for those that need a successor, whether or not one is chosen, so that choosing moves no row.
    var rank: Int { needsSuccessor ? 0 : 1 }

    var need: SuccessorRules.Need? { village.map { .init(household: id, village: $0, from: endsOn) } }

    func suggesting(_ person: PersonRow?) -> HandOverRow {
        var row = self
        row.suggestion = person
        return row
    }

    func ending(by helper: Person.ID) -> PairingEnding {
        PairingEnding(household: id, helper: helper, on: endsOn, reason: reason, replacement: successor?.person.id)
    }
}

extension HouseholdRow {
    /// The names of the serving helpers besides one.
    fileprivate func others(than helper: Person.ID) -> [String] {
        helpers.filter { $0.serves && $0.id != helper }.map(\.name)
    }
}

// MARK: - Looks

extension HandOverRow {
    static var columns: [RowList<HandOverRow>.Column] {
        [
            .init(TableColumn(localized("户编号", "Household"), minimum: 9, dropOrder: 1), by: \.id, text: \.id.text),
            .init(TableColumn(localized("户主", "Head"), minimum: 8), named: .person, \.head),
            .init(TableColumn(localized("村", "Village"), minimum: 8)) {
                $0.household?.villageName ?? localized("范围以外", "elsewhere")
            },
            .init(TableColumn(localized("状态", "State"), minimum: 6)) {
                $0.pairing.state?.title ?? localized("未识别", "not yet")
            },
            .init(
                TableColumn(localized("结对自", "Since"), minimum: 10, dropOrder: 2), by: \.pairing.pairing.startedOn,
                text: \.pairing.pairing.startedOn.description),
            .init(
                TableColumn(localized("接替人", "Successor"), minimum: 26, share: 1),
                element: { $0.isMissing ? .uncovered : .text }, text: \.outcome),
        ]
    }

    var searched: String { "\(id) \(head) \(household?.villageName ?? "") \(outcome)" }

    /// Who takes over, or why no one need.
    var outcome: String {
        if let successor {
            return localized(
                "\(successor.person.name)（\(successor.organizationName)）",
                "\(successor.person.name) (\(successor.organizationName))")
        }
        if isMissing {
            return localized("缺", "none")
                + (suggestion.map {
                    localized(
                        "  建议 \($0.person.name)（现有 \($0.households) 户）",
                        "; suggested: \($0.person.name) (has \($0.households))")
                } ?? localized("  请选", "; choose one"))
        }
        let others = household?.others(than: pairing.pairing.helper) ?? []
        return others.isEmpty
            ? localized("可不接替", "none needed")
            : localized("可不接替，另有 ", "none needed; also ") + others.joined(separator: localized("、", ", "))
    }
}

extension PersonRow {
    /// The columns of a list to choose a successor from, the fittest first.
    static var successorColumns: [RowList<PersonRow>.Column] {
        [
            .init(TableColumn(localized("姓名", "Name"), minimum: 8), named: .person, \.person.name),
            .init(TableColumn(localized("人员编号", "Person no."), minimum: 8), text: \.person.id.text),
            .init(
                TableColumn(localized("组织", "Organization"), minimum: 12, ideal: 18, share: 1), text: \.organizationName
            ),
            .init(TableColumn(localized("类别", "Category"), minimum: 12), text: \.person.category.title),
            .init(TableColumn(localized("结对户", "Households"), minimum: 6, alignment: .right)) { String($0.households) },
            .init(TableColumn(localized("免结对原因", "Exempt because"), minimum: 10, share: 1), text: \.person.exemption),
        ]
    }
}
