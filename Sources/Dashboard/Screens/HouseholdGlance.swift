import PartyWork

/// A household's card beside a list of households.
struct HouseholdGlance: Glance {
    /// The row from which it was made, so that another is owed once it changed.
    let row: HouseholdRow
    private var card: HouseholdCard?

    init(_ row: HouseholdRow) { self.row = row }

    private var id: Household.ID { row.household.id }

    func needs(_ context: Context) -> [Need<Self>] {
        [Need(HouseholdQuery(id: id, asOf: context.asOf)) { $0.card = $1 }]
    }

    mutating func takeAnswers(of other: Self) { card = other.card }

    func page(_ context: Context) -> GlancePage? {
        card.map { card in
            GlancePage(sections: [
                GlancePage.head("\(card.head)  \(id)", Facts(card), height: 8),
                GlancePage.pairings(card.pairings.activeFirst, of: localized("帮扶人", "Helpers")) { $0.helperName },
                GlancePage.activities(card.visits, of: localized("走访", "Visits")) {
                    $0.participantNames.joined(separator: localized("、", ", "))
                },
            ])
        }
    }
}
