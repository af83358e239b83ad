/// The sample town in an officer's own ledger, where an earlier version of the program loaded it.
package struct LoadedSample: Sendable, Hashable {
    /// The entry of the journal that brought it in.
    package let entry: Int
    /// How many acts after it stand.
    package let later: Int
    /// Whether the ledger was empty before it, and is so again without it.
    package let isAll: Bool

    package init(entry: Int, later: Int, isAll: Bool) {
        self.entry = entry
        self.later = later
        self.isAll = isAll
    }

    /// Whether somebody is the first of the sample's invented people, whose telephone number nobody has; a server masks it.
    package static func knows(_ person: Person) -> Bool {
        let phone = "00000000001"
        return person.id == marker && person.name == "覃绍槐" && [phone, Person.masked(phone)].contains(person.phone)
    }

    /// The number of the person by whom the sample is known.
    package static let marker: Person.ID = "P0001"
}
