import PartyWork
import TerminalUI

extension Refusal {
    /// The fields beside which the refusal is shown, in the first that the form has; none where it is about no single one.
    var keys: [FieldKey] {
        switch self {
        case .inFuture(let column, _), .checklistInUse(let column): [FieldKey(column)]
        case .helperGone, .alreadyPaired, .replacesSelf, .leavesPoorHousehold:
            [.successor, .helpers, FieldKey(.personID)]
        case .householdClosed, .keyTaken(.households, _): [.joined, FieldKey(.householdID)]
        case .household(let obstacle):
            obstacle.column == .householdID ? [.joined] : obstacle.column.map { [FieldKey($0)] } ?? []
        case .checklistOver: [FieldKey(.heldOn)]
        case .sentenceMissing: [.sentence]
        case .faults, .keyTaken, .notFound, .keyChanged, .changedMeanwhile, .nothingChanged, .notPaired, .voidedAlready,
            .markedAlready, .nothingToUndo, .noEntry, .undoneAlready, .changedSince, .stillReferenced, .stepOutOfOrder,
            .notParted, .foreignCopy, .ownCopy, .unsettledMerge, .entryGone, .stepLacks, .restricted,
            .monthNotOver, .monthLocked, .stepIsFixed, .hasOwnAct, .signedSince, .signedOtherwise, .emptyScope,
            .noStandardScope, .notAnOfficer, .notPermitted, .outsideRange, .ownMonth, .noAdministrator:
            []
        }
    }
}
