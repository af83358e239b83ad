/// What the cells of a column hold, for forms, templates and whatever else asks for them (CONTRACT section 1).
extension Column {
    /// Whether it holds a day.
    package var isDay: Bool {
        switch self {
        case .foundedOn, .dissolvedOn, .arrivedOn, .leftOn, .identifiedOn, .liftedOn, .returnedOn, .closedOn,
            .startedOn,
            .endedOn, .deregisteredOn, .heldOn, .resolvedOn, .voidedOn:
            true
        default: false
        }
    }

    /// Whether it holds codes and telephone numbers, which spreadsheets like to take for amounts.
    package var holdsLongNumbers: Bool {
        switch self {
        case .code, .personID, .householdID, .creditCode, .number, .phone, .organization, .village: true
        default: false
        }
    }

    /// The whole numbers it may hold; nil for a column that holds none.
    package var numbers: ClosedRange<Int>? {
        switch self {
        case .headcount: 1...99_999
        case .memberHouseholds, .householdsLed: 0...99_999
        default: nil
        }
    }

    /// The words it may hold in a table of the contract; nil where any text will do.
    package func words(in table: Table) -> [String]? {
        switch self {
        case .kind: table == .organizations ? OrganizationKind.choices : ActivityKind.choices
        case .category: PersonCategory.choices
        case .committee: YesNo.choices
        case .endReason: PairingEndReason.choices
        case .evidence: Evidence.choices
        default: nil
        }
    }

    /// What a cell says on screens: a closed word in the language spoken, anything else as it was entered.
    package func title(of cell: String, in table: Table) -> String {
        holdsWord(in: table) ? ClosedWord.title(of: cell) : cell
    }

    private func holdsWord(in table: Table) -> Bool {
        switch self {
        case .kind, .category, .committee, .endReason, .evidence, .source, .step, .subject, .period, .countedKind: true
        case .post: table == .posts
        default: false
        }
    }
}
