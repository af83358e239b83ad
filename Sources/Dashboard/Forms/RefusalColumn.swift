import PartyWork

extension Refusal {
    /// The column of a form beside which the refusal is shown; nil where it is about no single one.
    var column: PartyWork.Column? {
        switch self {
        case .inFuture(let column, _): column
        case .helperGone, .alreadyPaired, .replacesSelf, .leavesPoorHousehold: .personID
        case .householdClosed: .householdID
        case .sentenceMissing: .note
        case .keyTaken(.households, _): .householdID
        case .household(let obstacle): obstacle.column
        case .checklistOver: .heldOn
        case .checklistInUse(let column): column
        default: nil
        }
    }
}
