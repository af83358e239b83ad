/// A township committee, branch or party group.
package struct Organization: Sendable, Hashable {
    package var code: Code
    package var name: String
    package var kind: OrganizationKind
    /// The branches merged into a joint branch.
    package var jointUnits: [Code]
    /// The township committee member who leads a joint branch.
    package var leader: Person.ID?
    /// The industry chain on which a joint branch is built (支部建在产业链上).
    package var industryChain: String
    /// The first day; nil if it has always been there.
    package var foundedOn: Day?
    /// The first day on which it is no longer there.
    package var dissolvedOn: Day?

    package init(
        code: Code, name: String, kind: OrganizationKind, jointUnits: [Code] = [], leader: Person.ID? = nil,
        industryChain: String = "", foundedOn: Day? = nil, dissolvedOn: Day? = nil
    ) {
        self.code = code
        self.name = name
        self.kind = kind
        self.jointUnits = jointUnits
        self.leader = leader
        self.industryChain = industryChain
        self.foundedOn = foundedOn
        self.dissolvedOn = dissolvedOn
    }

    /// Whether it exists on a day (CONTRACT section 2).
    package func exists(on day: Day) -> Bool {
        (foundedOn.map { $0 <= day } ?? true) && (dissolvedOn.map { $0 > day } ?? true)
    }
}

extension Organization: LedgerRecord {
    package static let table = Table.organizations
    package static var blank: Organization { Organization(code: "", name: "", kind: .group) }
    package var key: RecordKey { RecordKey(code.digits) }
    package var wrapped: AnyRecord { .organization(self) }

    package func text(_ column: Column) -> String {
        switch column {
        case .code: code.digits
        case .name: name
        case .kind: kind.rawValue
        case .jointUnits: jointUnits.cellText(\.digits)
        case .leader: leader?.text ?? ""
        case .industryChain: industryChain
        case .foundedOn: foundedOn.cellText
        case .dissolvedOn: dissolvedOn.cellText
        default: ""
        }
    }

    package mutating func set(_ column: Column, to cell: String) throws(Fault) {
        switch column {
        case .code: code = Code(cell)
        case .name: name = cell
        case .kind: kind = try CellRules.word(cell) ?? kind
        case .jointUnits: jointUnits = try CellRules.items(cell).map { Code($0) }
        case .leader: leader = cell.isEmpty ? nil : Person.ID(cell)
        case .industryChain: industryChain = cell
        case .foundedOn: foundedOn = try CellRules.day(cell)
        case .dissolvedOn: dissolvedOn = try CellRules.day(cell)
        default: break
        }
    }

    package func faults(unread: Set<Column>) -> [FieldFault] {
        var faults = FaultList(unread)
        faults.check(.code, with: .kind, kind.accepts(code) ? nil : .codeDoesNotFit(code.digits, kind: kind))
        faults.checkOrder(.foundedOn, foundedOn, .dissolvedOn, dissolvedOn)
        return faults.found
    }

    package var references: [Reference] {
        var references = jointUnits.map { Reference(.jointUnits, .organization($0, .branch)) }
        if let parent = code.parent { references.append(Reference(.code, .organization(parent, .parent))) }
        if let leader { references.append(Reference(.leader, .person(leader))) }
        return references
    }
}
