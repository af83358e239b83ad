extension Requirements {
    /// What a method asks for on a day, in a sentence (口径).
    package func rule(_ method: Method, on day: Day) -> String { requirement(method, on: day).rule }
}

extension Answer {
    /// What the built-in methods ask for, where the answer tells.
    package var requirements: Requirements? {
        switch self {
        case .requirements(let requirements): requirements
        case .status(let report): report.requirements
        case .gaps(let report): report.requirements
        case .branch(let report): report.requirements
        case .checklists(let report): report.requirements
        // Any other report is about something else.
        default: nil
        }
    }
}

extension StatusReport {
    /// What a method asks for at the date, in a sentence (口径).
    package func rule(_ method: Method) -> String { requirements.rule(method, on: asOf) }
}

extension BranchReport {
    /// What a method asks for at the date, in a sentence (口径).
    package func rule(_ method: Method) -> String { requirements.rule(method, on: asOf) }
}
