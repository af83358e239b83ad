import GRDB
import PartyWork

/// What records are called in the journal's sentences.
extension Performer {
    /// An organization, activity or other record with its names, not only its codes. What is told of in a sentence of its own,
    /// such as a tick, goes by its key.
    func name(_ record: any LedgerRecord) throws -> String {
        switch record.wrapped {
        case .organization(let record):
            localized("组织 \(record.code) \(record.name)", "organization \(record.code) \(record.name)")
        case .person(let record):
            try localized(
                "人员 \(record.id) \(record.name)（\(organizationName(record.organization))）",
                "person \(record.id) \(record.name) (\(organizationName(record.organization)))")
        case .household(let record):
            try localized(
                "贫困户 \(record.id) \(record.head)（\(organizationName(record.village))）",
                "household \(record.id) \(record.head) (\(organizationName(record.village)))")
        case .cooperative(let record):
            try localized(
                "合作社 \(record.name)（\(organizationName(record.organization))）",
                "cooperative \(record.name) (\(organizationName(record.organization)))")
        case .pairing(let record):
            try localized(
                "结对 \(pair(record.household, record.helper))，自 \(record.startedOn) 起",
                "pairing \(pair(record.household, record.helper)), from \(record.startedOn)")
        case .activity(let record):
            try localized(
                "\(record.id) \(organizationName(record.organization)) \(record.heldOn) \(record.kind.title)《\(record.title)》",
                "\(record.id) \(organizationName(record.organization)) \(record.heldOn) \(record.kind.title) \"\(record.title)\""
            )
        case .householdCycle(let record):
            try localized(
                "户状态 \(head(record.household))（\(record.household)）\(record.liftedOn) 脱贫，\(record.returnedOn) 返贫",
                "state of \(head(record.household)) (\(record.household)), lifted \(record.liftedOn), "
                    + "returned \(record.returnedOn)")
        case .post(let record): try name(record)
        case .requirement(let record):
            localized(
                "要求 \(record.method.title) \(record.asks)，自 \(record.startsOn) 起",
                "requirement \(record.method.title), \(record.asks), from \(record.startsOn)")
        case .checklist(let record):
            localized("清单 \(record.id)《\(record.name)》", "checklist \(record.id) \"\(record.name)\"")
        case .visit, .monthStep, .tick, .waiver: record.key.description
        }
    }

    private func name(_ post: Post) throws -> String {
        let (holder, organization) = (try personName(post.holder), try organizationName(post.organization))
        let end = post.endedOn.map { localized("，至 \($0)", " until \($0)") } ?? ""
        return localized(
            "任职 \(holder)（\(post.holder)）\(organization)\(post.kind.title)，自 \(post.startedOn) 起\(end)",
            "post \(holder) (\(post.holder)) \(organization) \(post.kind.title), from \(post.startedOn)\(end)")
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
