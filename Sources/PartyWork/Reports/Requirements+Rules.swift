extension Requirements {
    /// What a method asks for on a day, in a sentence (口径).
    package func rule(_ method: Method, on day: Day) -> String { requirement(method, on: day).rule }
}

extension StatusReport {
    /// What a method asks for at the date, in a sentence (口径).
    package func rule(_ method: Method) -> String { requirements.rule(method, on: asOf) }
}

extension BranchReport {
    /// What a method asks for at the date, in a sentence (口径).
    package func rule(_ method: Method) -> String { requirements.rule(method, on: asOf) }
}
