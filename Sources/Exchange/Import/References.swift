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
                demand.accepts(Mark.kind(mark)) ? .fine : .mismatched(.wrongOrganization(code.digits, demand))
            }
        case .person(let id): try person(id) == .nowhere ? .nowhere(.nowhere(id.text)) : .fine
        case .household(let id): try household(id) == .nowhere ? .nowhere(.nowhere(id.text)) : .fine
        case .activity(let id, let kind):
            switch try activity(id) {
            case .bad: .fine
            case .nowhere: .nowhere(.nowhere(id.text))
            case .found(let mark): mark == Mark.of(kind) ? .fine : .nowhere(.wrongActivity(id.text, kind))
            }
        }
    }
}

extension Reference.Target {
    /// The table of what is named.
    var table: Table {
        switch self {
        case .organization: .organizations
        case .person: .people
        case .household: .households
        case .activity: .activities
        }
    }
}
