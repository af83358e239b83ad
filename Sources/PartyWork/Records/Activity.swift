/// Something a branch, a committee member or a party group did.
package struct Activity: Sendable, Hashable {
    package typealias ID = Identifier<Activity>

    /// 编号.
    package var id: ID
    /// The day on which it was held, found or begun.
    package var heldOn: Day
    package var kind: ActivityKind
    package var organization: Code
    package var title: String
    package var participants: [Person.ID]
    /// The household visited or helped.
    package var household: Household.ID?
    /// The day on which a dispute was resolved, a deed completed, a hazard put right.
    package var resolvedOn: Day?
    package var evidence: Evidence
    package var note: String
    /// The day on which the entry was voided; a voided activity never counts.
    package var voidedOn: Day?
    package var voidReason: String

    package init(
        id: ID, heldOn: Day, kind: ActivityKind, organization: Code, title: String, participants: [Person.ID] = [],
        household: Household.ID? = nil, resolvedOn: Day? = nil, evidence: Evidence = .complete, note: String = "",
        voidedOn: Day? = nil, voidReason: String = ""
    ) {
        self.id = id
        self.heldOn = heldOn
        self.kind = kind
        self.organization = organization
        self.title = title
        self.participants = participants
        self.household = household
        self.resolvedOn = resolvedOn
        self.evidence = evidence
        self.note = note
        self.voidedOn = voidedOn
        self.voidReason = voidReason
    }

    /// The day on which it counts (CONTRACT section 2): 办结日期 for disputes and deeds, 日期 for all others; nil if it
    /// never counts, or not yet.
    package var countingDate: Day? {
        if voidedOn != nil { return nil }
        return kind.countsWhenResolved ? resolvedOn : heldOn
    }
}

extension Activity: LedgerRecord {
    package static let table = Table.activities
    package static var blank: Activity {
        Activity(id: "", heldOn: .unset, kind: .partyDay, organization: "", title: "")
    }
    package var key: RecordKey { RecordKey(id.text) }
    package var wrapped: AnyRecord { .activity(self) }

    package func text(_ column: Column) -> String {
        switch column {
        case .number: id.text
        case .heldOn: heldOn.description
        case .kind: kind.rawValue
        case .organization: organization.digits
        case .title: title
        case .participants: participants.cellText(\.text)
        case .householdID: household?.text ?? ""
        case .resolvedOn: resolvedOn.cellText
        case .evidence: evidence.rawValue
        case .note: note
        case .voidedOn: voidedOn.cellText
        case .voidReason: voidReason
        default: ""
        }
    }

    package mutating func set(_ column: Column, to cell: String) throws(Fault) {
        switch column {
        case .number: id = ID(cell)
        case .heldOn: heldOn = try CellRules.day(cell) ?? heldOn
        case .kind: kind = try CellRules.word(cell) ?? kind
        case .organization: organization = Code(cell)
        case .title: title = cell
        case .participants: participants = try CellRules.items(cell).map { Person.ID($0) }
        case .householdID: household = cell.isEmpty ? nil : Household.ID(cell)
        case .resolvedOn: resolvedOn = try CellRules.day(cell)
        case .evidence: evidence = try CellRules.word(cell) ?? .complete
        case .note: note = cell
        case .voidedOn: voidedOn = try CellRules.day(cell)
        case .voidReason: voidReason = cell
        default: break
        }
    }

    package func faults(unread: Set<Column>) -> [FieldFault] {
        var faults = FaultList(unread)
        faults.checkOrder(.heldOn, heldOn, .resolvedOn, resolvedOn)
        faults.checkBoth(.voidedOn, voidedOn != nil, .voidReason, !voidReason.isEmpty)
        let lacksHousehold = kind.needsHousehold && household == nil
        faults.check(.householdID, with: .kind, lacksHousehold ? .neededFor(kind) : nil)
        let lacksParticipants = kind.needsParticipants && participants.isEmpty
        faults.check(.participants, with: .kind, lacksParticipants ? .neededFor(kind) : nil)
        return faults.found
    }

    package var references: [Reference] {
        var references = participants.map { Reference(.participants, .person($0)) }
        references.append(Reference(.organization, .organization(organization, .host(kind))))
        if let household { references.append(Reference(.householdID, .household(household))) }
        return references
    }
}
