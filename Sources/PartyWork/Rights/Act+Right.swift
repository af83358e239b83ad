extension Act {
    /// What the act takes besides the rights to write its rows (`LedgerRecord.right`), with where it must hold; nil for nothing more.
    package var right: (right: Right, at: Code?)? {
        switch self {
        case .printUnmasked(_, let code): (.telephones, code)
        case .look: (.restricted, nil)
        case .adopt, .found, .join, .absorb, .merge, .move: (.keep, nil)
        case .clearSample: (.undoOthers, nil)
        // Whose rows are undone is asked of the journal.
        case .undo: nil
        case .recordActivity, .add, .correct, .recordVisit, .correctVisit, .changeHousehold, .tick, .waive, .unmark,
            .takeBack,
            .enter,
            .step, .voidActivity, .pair, .endPairings, .takeMonthStep:
            nil
        case .together(let acts): acts.lazy.compactMap(\.right).first
        }
    }
}

extension LedgerRecord {
    /// What writing a row takes, in the organization to which the row belongs.
    ///
    /// Of an entry of a restricted register and its steps it is seeing those (`RightGuard`): nobody writes what they may not read.
    package var right: Right { (self as? MonthStep)?.step == .submit ? .submit : table.right }
}
