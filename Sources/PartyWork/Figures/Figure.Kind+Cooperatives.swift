// Cooperatives, and those who founded them.

extension Figure.Kind {
    /// The figures of cooperatives, in the order of their columns.
    package static let ofCooperatives: [Figure.Kind] = [.cooperatives, .memberFounded, .founders, .householdsLed]

    /// Cooperatives on the register.
    package static let cooperatives = Figure.Kind(
        "cooperatives", localized("合作社", "Cooperatives"), rule: .sentence { Definition.cooperatives }, asks: .trade,
        measure: .count, gap: localized("不在册", "inactive"), columns: cooperativeColumns
    ) { asked in try asked.cooperatives().map { FigureRow($0, $0.isActive) } }

    /// Those with a member among their founders.
    package static let memberFounded = Figure.Kind(
        "memberFounded", localized("党员领办", "Founded by members"), rule: .sentence { Definition.memberFounded },
        asks: .trade, measure: .count, gap: localized("非领办", "by others"), columns: cooperativeColumns
    ) { asked in try asked.cooperatives().filter(\.isActive).map { FigureRow($0, $0.isMemberFounded) } }

    /// The households that they lead, each as often as it is led.
    package static let householdsLed = Figure.Kind(
        "householdsLed", localized("带动户次", "Households led"), rule: .sentence { Definition.householdsLed },
        asks: .trade,
        measure: .count, gap: localized("未带动", "leads none"), columns: cooperativeColumns
    ) { asked in
        try asked.cooperatives().filter(\.isActive).map { row in
            FigureRow(row, row.cooperative.householdsLed > 0, weight: row.cooperative.householdsLed)
        }
    }

    /// The members who founded them, each once.
    package static let founders = Figure.Kind(
        "founders", localized("领办党员", "Founders"), rule: .sentence { Definition.founders }, asks: .trade,
        measure: .count,
        columns: [
            FigureColumn("name", localized("领办党员", "Founders"), 8, 12, .people),
            FigureColumn("cooperatives", localized("领办的合作社", "Cooperatives founded"), 20, 40, isWide: true),
        ]
    ) { asked in
        var founders: [Person.ID: (name: String, led: [String])] = [:]
        for row in try asked.cooperatives() where row.isActive {
            for (id, name) in zip(row.cooperative.founders, row.founderNames) {
                founders[id, default: (name, [])].led.append(row.cooperative.name)
            }
        }
        return founders.sorted { $0.key < $1.key }.map { id, founder in
            FigureRow(.founder(id), .counted, [.text(founder.name), .names(founder.led)])
        }
    }

    private static var cooperativeColumns: [FigureColumn] {
        [
            FigureColumn("name", localized("名称", "Name"), 18, 30, isWide: true),
            FigureColumn("branch", localized("支部", "Branch"), 8, 18),
            FigureColumn("founders", localized("领办党员", "Founders"), 8, 16, .people),
            FigureColumn("householdsLed", localized("带动户", "Led"), 6, nil, .number),
        ]
    }
}

extension FigureRow {
    fileprivate init(_ row: CooperativeRow, _ isCounted: Bool, weight: Int = 1) {
        self.init(
            .cooperative(row), isCounted ? .counted : .missing, weight: weight,
            [
                .text(row.cooperative.name), .text(row.organizationName), .names(row.founderNames),
                .number(row.cooperative.householdsLed),
            ])
    }
}
