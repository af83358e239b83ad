/// What the towns of a county gave to one question, each of a ledger of its own (SERVER section 4).
package struct CountyAnswer<Answer: Sendable>: Sendable {
    package let asOf: Day
    /// What the towns share of their codes.
    package let scope: Scope
    /// The towns by code.
    package let towns: [Town]

    package init(asOf day: Day, scope: Scope, towns: [Town]) {
        asOf = day
        self.scope = scope
        self.towns = towns
    }

    /// A town and what it gave.
    package struct Town: Sendable {
        package let code: Code
        /// The name of its organization; empty for a ledger in which nothing is entered yet, and for one that was not asked.
        package let name: String
        /// Nothing where nothing is entered yet.
        package let outcome: Result<Answer?, OtherVersion>

        package init(code: Code, name: String, _ outcome: Result<Answer?, OtherVersion>) {
            self.code = code
            self.name = name
            self.outcome = outcome
        }

        /// What lists call it: its code where it has no name yet.
        package var title: String { name.isEmpty ? code.digits : name }

        package var answer: Answer? { (try? outcome.get()) ?? nil }

        /// Why it was not asked; nil where it was.
        package var obstacle: OtherVersion? { if case .failure(let version) = outcome { version } else { nil } }

        /// The town with something else that follows from what it gave.
        package func map<Other: Sendable>(_ change: (Answer?) -> Other?) -> CountyAnswer<Other>.Town {
            CountyAnswer<Other>.Town(code: code, name: name, outcome.map(change))
        }
    }

    /// The answer with what follows from that of each town.
    package func map<Other: Sendable>(_ change: (Answer?) -> Other?) -> CountyAnswer<Other> {
        CountyAnswer<Other>(asOf: asOf, scope: scope, towns: towns.map { $0.map(change) })
    }

    /// The towns that were not asked, so that what all give together is without them.
    package var leftOut: [Town] { towns.filter { $0.obstacle != nil } }
}

/// A row of a town's list, among those of all towns.
package struct TownRow<Row: Sendable>: Sendable {
    package let code: Code
    /// What lists call the town.
    package let town: String
    package let row: Row

    package init(code: Code, town: String, row: Row) {
        self.code = code
        self.town = town
        self.row = row
    }
}

extension CountyAnswer {
    /// The rows of all towns, by town and in it as the town has them.
    package func rows<Row>(_ rows: (Answer) -> [Row]) -> [TownRow<Row>] {
        towns.flatMap { town in
            (town.answer.map(rows) ?? []).map { TownRow(code: town.code, town: town.title, row: $0) }
        }
    }
}

/// Of which version a ledger is that this program does not read.
package enum OtherVersion: Error, Sendable, Hashable {
    case older, newer

    /// Why a town has no figures.
    package var title: String {
        switch self {
        case .older: localized("版本不同：较旧", "older version")
        case .newer: localized("版本不同：较新", "newer version")
        }
    }

    /// What stands in a town's row instead of its figures, no broader than those.
    package var brief: String {
        switch self {
        case .older: localized("版本较旧", "older")
        case .newer: localized("版本较新", "newer")
        }
    }
}

extension CountyAnswer: Equatable where Answer: Equatable {}
extension CountyAnswer: Hashable where Answer: Hashable {}
extension CountyAnswer.Town: Equatable where Answer: Equatable {}
extension CountyAnswer.Town: Hashable where Answer: Hashable {}
