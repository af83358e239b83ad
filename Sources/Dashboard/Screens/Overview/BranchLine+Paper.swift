import PartyWork

// The figures of branches on paper, where each has a column of its own.

extension BranchLine {
    /// What stands for the columns that show two figures or more.
    static var paper: [Int: [PrintedColumn<BranchLine>]] {
        [
            1: PrintedColumn.progress(headings(localized("主题活动", "Theme activities")), \.branch.themeActivity),
            2: PrintedColumn.progress(headings(localized("五个一", "Five ones")), \.branch.fiveOnes),
            4: PrintedColumn.coverage(Coverage.householdHeadings, \.branch.households),
            5: PrintedColumn.coverage(Coverage.memberHeadings, \.branch.members),
        ]
    }

    /// The rules of the columns.
    static func rules(_ context: Context) -> [String] {
        [
            Definition.visitsReceived, context.rule(.themeActivity), context.rule(.fiveOnes), context.rule(.partyDay),
            Definition.householdCoverage, Definition.memberCoverage, Definition.visited, Definition.cooperatives,
        ]
    }

    private static func headings(_ figure: String) -> (done: String, target: String, state: String) {
        (figure, localized("应办", "Asked for"), localized("状态", "State"))
    }
}

extension Coverage {
    /// The three columns of the households' coverage.
    static var householdHeadings: (covered: String, inScope: String, rate: String) {
        (
            localized("户已结对", "Households paired"), localized("户应结对", "Households in scope"),
            localized("户覆盖率", "Household coverage")
        )
    }

    /// The three columns of the members' coverage.
    static var memberHeadings: (covered: String, inScope: String, rate: String) {
        (
            localized("党员已结对", "Members paired"), localized("党员应结对", "Members in scope"),
            localized("党员覆盖率", "Member coverage")
        )
    }
}
