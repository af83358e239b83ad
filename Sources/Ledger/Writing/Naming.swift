import GRDB
import PartyWork

/// What records are called in the journal's sentences.
extension Performer {
    /// An organization, activity or other record with its names, not only its codes.
    func name(_ record: any LedgerRecord) throws -> String {
        switch Language.current {
        case .chinese: try chineseName(record)
        case .english: try englishName(record)
        }
    }

    private func chineseName(_ record: any LedgerRecord) throws -> String {
        switch record {
        case let record as Organization: "组织 \(record.code) \(record.name)"
        case let record as Person: "人员 \(record.id) \(record.name)（\(try organizationName(record.organization))）"
        case let record as Household: "贫困户 \(record.id) \(record.head)（\(try organizationName(record.village))）"
        case let record as Cooperative: "合作社 \(record.name)（\(try organizationName(record.organization))）"
        case let record as Pairing: "结对 \(try pair(record.household, record.helper))，自 \(record.startedOn) 起"
        case let record as Activity:
            "\(record.id) \(try organizationName(record.organization)) \(record.heldOn) \(record.kind.rawValue)《\(record.title)》"
        case let record as HouseholdCycle:
            "户状态 \(try head(record.household))（\(record.household)）\(record.liftedOn) 脱贫，\(record.returnedOn) 返贫"
        case let record as Post:
            """
            任职 \(try personName(record.holder))（\(record.holder)）\(try organizationName(record.organization))\
            \(record.kind.rawValue)，自 \(record.startedOn) 起\(record.endedOn.map { "，至 \($0)" } ?? "")
            """
        case let record as MethodTarget:
            localized(
                "要求 \(record.method.title) \(record.asks)，自 \(record.startsOn) 起",
                "requirement \(record.method.title), \(record.asks), from \(record.startsOn)")
        case let record as Checklist: "清单 \(record.id)《\(record.name)》"
        default: record.key.description
        }
    }

    private func englishName(_ record: any LedgerRecord) throws -> String {
        switch record {
        case let record as Organization: "organization \(record.code) \(record.name)"
        case let record as Person: "person \(record.id) \(record.name) (\(try organizationName(record.organization)))"
        case let record as Household: "household \(record.id) \(record.head) (\(try organizationName(record.village)))"
        case let record as Cooperative:
            "cooperative \(record.name) (\(try organizationName(record.organization)))"
        case let record as Pairing: "pairing \(try pair(record.household, record.helper)), from \(record.startedOn)"
        case let record as Activity:
            "\(record.id) \(try organizationName(record.organization)) \(record.heldOn) \(record.kind.english) \"\(record.title)\""
        case let record as HouseholdCycle:
            "state of \(try head(record.household)) (\(record.household)), lifted \(record.liftedOn), returned \(record.returnedOn)"
        case let record as Post:
            """
            post \(try personName(record.holder)) (\(record.holder)) \(try organizationName(record.organization)) \
            \(record.kind.english), from \(record.startedOn)\(record.endedOn.map { " until \($0)" } ?? "")
            """
        case let record as Checklist: "checklist \(record.id) \"\(record.name)\""
        default: record.key.description
        }
    }

    /// `张三（H001）与 李四`, `Zhang San (H001) and Li Si`.
    func pair(_ household: Household.ID, _ helper: Person.ID) throws -> String {
        let (head, helper) = (try head(household), try personName(helper))
        return localized("\(head)（\(household)）与 \(helper)", "\(head) (\(household)) and \(helper)")
    }

    private func head(_ household: Household.ID) throws -> String {
        try db.record(RecordKey(household.text), Household.self)?.head ?? ""
    }

    private func personName(_ id: Person.ID) throws -> String {
        try db.record(RecordKey(id.text), Person.self)?.name ?? id.text
    }

    private func organizationName(_ code: Code) throws -> String {
        let name = try db.organizationName(code)
        return name.isEmpty ? code.digits : name
    }
}
