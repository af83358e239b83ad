import PartyWork

/// A person's card beside a list of people.
struct PersonGlance: Glance {
    let id: Person.ID
    /// The row from which it was made, so that another row is owed once it changed.
    let row: PersonRow?
    private var card: PersonCard?

    init(_ row: PersonRow) {
        id = row.person.id
        self.row = row
    }

    /// Someone known by the number alone.
    init(_ id: Person.ID) {
        self.id = id
        row = nil
    }

    func needs(_ context: Context) -> [Need<Self>] {
        [Need(PersonQuery(id: id, asOf: context.asOf)) { $0.card = $1 }]
    }

    mutating func takeAnswers(of other: Self) { card = other.card }

    func page(_ context: Context) -> GlancePage? {
        card.map { card in
            GlancePage(sections: [
                GlancePage.head("\(card.row.person.name)  \(id)", Facts(card), height: 9),
                GlancePage.pairings(card.pairings.activeFirst, of: localized("帮扶的户", "Households")) { $0.head },
                GlancePage.activities(card.activities, of: localized("参加的活动", "Activities")) { $0.activity.kind.title },
            ])
        }
    }
}
