import PartyWork

/// The papers that are printed, by the words of the command line.
package enum PaperKind: String, CaseIterable, Sendable {
    case month
    case year
    case pairing
    case household
    case pairings
    case households
    case cooperatives
    case township
    case entry
    case notice

    /// What officers call it; its own heading is made on paper, in Chinese.
    package var title: String {
        switch self {
        case .month: localized("支部月报表", "Month of a branch")
        case .year: localized("四四五工作法年度表", "Year of a branch")
        case .pairing: localized("结对帮扶名册", "Pairing list of a helper")
        case .household: localized("贫困户帮扶卡", "Household card")
        case .pairings: localized("结对花名册", "Roll of pairings")
        case .households: localized("贫困户花名册", "Roll of households")
        case .cooperatives: localized("合作社登记册", "Register of cooperatives")
        case .township: localized("支部工作汇总表", "Summary of the township")
        case .entry: localized("登记簿条目卡", "Card of an entry")
        case .notice: localized("登记簿公示", "Public notice of entries")
        }
    }

    /// The paper about nothing, to be filled in by hand.
    ///
    /// - Parameter register: the one whose fields and states a paper about entries has.
    package func blank(of register: RegisterDefinition? = nil, on day: Day) -> Paper {
        Paper.onPaper { filled(register, on: day).blank }
    }

    private func filled(_ register: RegisterDefinition?, on day: Day) -> Paper {
        let context = PaperContext.blank(on: day)
        let nobody = PersonRow(person: .blank, organizationName: "", service: .serving, households: 0)
        let household = HouseholdRow(household: .blank, villageName: "", state: nil, helpers: [], lastVisitOn: nil)
        let month = MonthReport(code: "", name: "", month: Month(day), asOf: day, figures: MonthFigures(), steps: [])
        let branch = BranchReport(
            organization: .blank, asOf: day, status: nil, groups: [], committee: [], months: [], households: 0,
            cooperatives: 0)
        var paper: Paper =
            switch self {
            case .month: .month(MonthDetails(report: month, activities: [], households: [], members: []), context)
            case .year: .year(BranchYear(report: branch, activities: [], months: []), context)
            case .pairing:
                .pairing(
                    HelperSheet(card: PersonCard(row: nobody, pairings: [], activities: []), households: []), context)
            case .household: .household(HouseholdCard(row: household, pairings: [], visits: []), context)
            case .pairings: .pairings(PairingRoll([], []), context)
            case .households: .households(PairingRoll([], []), context)
            case .cooperatives: .cooperatives([], nil, context)
            case .township:
                .township(StatusReport(Tallies(asOf: day, scope: Scope(Code("")), scopeName: "")), months: [], context)
            case .entry: .entry(.blank(of: register ?? RegisterDefinition(named: title), on: day), context)
            case .notice: .notice([], of: register ?? RegisterDefinition(named: "登记簿"), context)
            }
        paper.heading.period = self == .month ? .unknownMonth : self == .year ? .unknownYear : .unknownDay
        paper.heading.name = title
        return paper
    }
}
