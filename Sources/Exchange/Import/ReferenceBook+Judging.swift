import PartyWork

extension ReferenceBook {
    /// What a reference comes to.
    enum Verdict {
        /// It exists and is what it must be, or stands in a bad row, which is reported there.
        case fine
        case nowhere(Fault)
        /// An organization of the wrong kind.
        case mismatched(Fault)
    }

    /// Judges a reference by what is known so far.
    mutating func judge(_ reference: Reference) throws -> Verdict {
        switch reference.target {
        case .organization(let code, let demand):
            switch try organization(code) {
            case .bad: .fine
            case .nowhere: .nowhere(demand == .parent ? .parentNowhere(code.digits) : .nowhere(code.digits))
            case .found(let mark):
                demand.accepts(KeyMark.kind(mark)) ? .fine : .mismatched(.wrongOrganization(code.digits, demand))
            }
        case .person(let id): try person(id) == .nowhere ? .nowhere(.nowhere(id.text)) : .fine
        case .household(let id): try household(id) == .nowhere ? .nowhere(.nowhere(id.text)) : .fine
        case .activity(let id, let kind):
            switch try activity(id) {
            case .bad: .fine
            case .nowhere: .nowhere(.nowhere(id.text))
            case .found(let mark): mark == KeyMark.of(kind) ? .fine : .nowhere(.wrongActivity(id.text, kind))
            }
        case .checklist(let id, let isTicked):
            switch try checklist(id) {
            case .bad: .fine
            case .nowhere: .nowhere(.nowhere(id.text))
            case .found(let mark) where isTicked && KeyMark.countsEntries(mark): .nowhere(.register(.notTicked))
            case .found(let mark): KeyMark.counted(mark).map { isTicked ? .nowhere(.notTicked($0)) : .fine } ?? .fine
            }
        case .subject(let text, let id): try judge(text, of: id)
        case .cooperative(let id): try cooperative(id) == .nowhere ? .nowhere(.nowhere(id.text)) : .fine
        case .entry(let number, let register):
            try entry(number, of: register) == .nowhere ? .nowhere(.nowhere(number)) : .fine
        }
    }

    private mutating func entry(_ number: String, of register: String) throws -> Answer {
        guard let table = registers[register]?.table else { return .bad }
        return try entry(number, of: table)
    }

    /// Whether a checklist's subject is there; of a checklist that is not, nothing is said twice.
    private mutating func judge(_ text: String, of id: Checklist.ID) throws -> Verdict {
        guard case .found(let mark) = try checklist(id) else { return .fine }
        let subject = KeyMark.subject(mark)
        switch subject.table {
        case .entries:
            guard let register = try askedRegister(of: id) else { return .fine }
            return try entry(text, of: register) == .nowhere ? .nowhere(.nowhere(text)) : .fine
        case .people: return try person(Person.ID(text)) == .nowhere ? .nowhere(.nowhere(text)) : .fine
        case .households: return try household(Household.ID(text)) == .nowhere ? .nowhere(.nowhere(text)) : .fine
        default:
            switch try organization(Code(text)) {
            case .bad: return .fine
            case .nowhere: return .nowhere(.nowhere(text))
            case .found(let mark):
                return subject.asked.includes(KeyMark.kind(mark)) ? .fine : .mismatched(.wrongSubject(text, subject))
            }
        }
    }
}
