import PartyWork

/// What every paper of one printing shares: the place, the date, the maker, and whether personal fields are shown in full.
package struct PaperContext: Hashable, Sendable {
    package let place: NamedScope
    package let asOf: Day
    /// `制表：李娟 2016-06-30 16:15`.
    package let made: String
    /// Whether telephone numbers stand in full.
    package let showsPersonalFields: Bool
    /// The seal of the journal from which it is made; nil for a ledger without entries, and for what is filled in by hand.
    package let seal: Seal?

    package init(place: NamedScope, asOf: Day, made: String, showsPersonalFields: Bool = false, seal: Seal? = nil) {
        self.place = place
        self.asOf = asOf
        self.made = made
        self.showsPersonalFields = showsPersonalFields
        self.seal = seal
    }

    /// The context of a paper about another place.
    package func at(_ place: NamedScope) -> PaperContext {
        PaperContext(place: place, asOf: asOf, made: made, showsPersonalFields: showsPersonalFields, seal: seal)
    }

    /// The day.
    package var period: PaperPeriod { .day(asOf) }

    /// The year of a paper that is made once a year.
    var year: PaperPeriod { .year(until: asOf) }

    /// A telephone number, masked unless it was asked for.
    package func phone(_ phone: String) -> String { showsPersonalFields ? phone : Person.masked(phone) }

    /// A context in which nothing is known, for a paper to be filled in by hand.
    package static func blank(on day: Day) -> PaperContext {
        PaperContext(place: NamedScope(town: "", name: "", code: ""), asOf: day, made: "")
    }
}

extension NamedScope {
    /// `龙凤镇 店子槽村（422801100211）`; a line to write on where nothing is known.
    package var text: String {
        if code.isEmpty { return "________________" }
        return names.isEmpty ? code : "\(names.joined(separator: " "))（\(code)）"
    }

    /// The town, and what of it is meant; none where nothing is known.
    var names: [String] { [town, name == town ? "" : name].filter { !$0.isEmpty } }
}
