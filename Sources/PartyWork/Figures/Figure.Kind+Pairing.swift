// Households and members, by whether they are paired and visited.

extension Figure.Kind {
    /// Poor households with a serving helper.
    package static let households = Figure.Kind(
        "households", localized("户覆盖", "Households"), rule: .sentence { Definition.householdCoverage },
        gap: Gap.State.uncovered.title, columns: householdColumns
    ) { asked in try asked.households().map { FigureRow($0, $0.isCovered, state: .uncovered) } }

    /// Poor households visited in the date's month.
    package static let visited = Figure.Kind(
        "visitedThisMonth", localized("本月走访", "Visited"), rule: .sentence { Definition.visited },
        gap: localized("未走访", "not visited"), columns: householdColumns
    ) { asked in try asked.households().map { FigureRow($0, $0.isVisited(asOf: asked.asOf), state: nil) } }

    /// Members in scope who have a household.
    package static let members = Figure.Kind(
        "members", localized("党员覆盖", "Members"), rule: .sentence { Definition.memberCoverage },
        gap: Gap.State.uncovered.title,
        columns: [
            FigureColumn(nil, localized("人员编号", "Person no."), 8),
            FigureColumn("name", localized("姓名", "Name"), 8, nil, .people),
            FigureColumn("organization", localized("组织", "Organization"), 14, 24, isWide: true),
            FigureColumn("category", localized("类别", "Category"), 8),
            FigureColumn("households", localized("结对户", "Paired"), 6, nil, .number),
        ]
    ) { asked in
        try asked.members().map { row in
            FigureRow(
                .person(row), row.isGap ? .missing : .counted, state: .uncovered,
                [
                    .text(row.person.id.text), .text(row.person.name), .text(row.organizationName),
                    .word(row.person.category.rawValue), .number(row.households),
                ])
        }
    }

    private static var householdColumns: [FigureColumn] {
        [
            FigureColumn(nil, localized("户编号", "Household"), 9),
            FigureColumn("head", localized("户主", "Head"), 8, nil, .people),
            FigureColumn("village", localized("村", "Village"), 8, 16, isLesser: true),
            FigureColumn("helpers", localized("帮扶人", "Helpers"), 12, 16, .people, isWide: true),
            FigureColumn("lastVisitOn", localized("最近走访", "Last visit"), 10),
        ]
    }
}

extension FigureRow {
    fileprivate init(_ row: HouseholdRow, _ isCounted: Bool, state: State?) {
        self.init(
            .household(row), isCounted ? .counted : .missing, state: state,
            [
                .text(row.household.id.text), .text(row.head), .text(row.villageName), .helpers(row.helpers),
                .day(row.lastVisitOn),
            ])
    }
}
