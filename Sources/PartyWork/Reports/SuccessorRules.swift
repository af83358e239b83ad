/// Who could take over the households of a helper who goes (不脱贫不脱钩: a successor takes over on the same day).
///
/// Suggestions only: the officer may choose anyone, and `PairingRules` judges the choice.
package enum SuccessorRules {
    /// The most households that a suggestion leaves a helper with.
    package static let mostHouseholds = 5

    /// A household that needs a successor.
    package struct Need: Sendable, Hashable {
        package let household: Household.ID
        package let village: Code
        /// The first day of the successor.
        package let from: Day

        package init(household: Household.ID, village: Code, from: Day) {
            self.household = household
            self.village = village
            self.from = from
        }
    }

    /// The people who could be chosen, the best first: those fit and of the village, those fit of other branches, then
    /// everyone else who serves; within each those with the fewest households, then by number.
    ///
    /// - Parameters:
    ///   - village: the village of the household; nil prefers none.
    ///   - day: the first day of the successor; nil where it is not known yet.
    ///   - helper: who goes, and is left out.
    ///   - taken: households promised to people but not saved yet.
    package static func ranked(
        _ people: [PersonRow], for village: Code?, from day: Day?, besides helper: Person.ID?,
        taken: [Person.ID: Int] = [:]
    ) -> [PersonRow] {
        let serving = people.filter { row in
            row.serves && row.person.id != helper && (day.map { row.person.serves(on: $0) } ?? true)
        }
        let ranks = serving.map { row in (row, Rank(row, village, taken)) }
        return ranks.sorted { $0.1 < $1.1 }.map(\.0)
    }

    /// Whether a person is suggested: a serving member of the household's village, not exempt, and with a household more
    /// still at no more than five.
    package static func isFit(_ row: PersonRow, for village: Code, taken: [Person.ID: Int] = [:]) -> Bool {
        row.serves && Rank(row, village, taken).fitness == .fit
    }

    /// A successor for each need that has a fit one; every suggestion counts for the next, so that the households spread.
    package static func suggestions(
        for needs: [Need], besides helper: Person.ID?, among people: [PersonRow], taken: [Person.ID: Int] = [:]
    ) -> [Household.ID: PersonRow] {
        var taken = taken
        var suggestions: [Household.ID: PersonRow] = [:]
        for need in needs {
            let ranked = ranked(people, for: need.village, from: need.from, besides: helper, taken: taken)
            guard let best = ranked.first, isFit(best, for: need.village, taken: taken) else { continue }
            suggestions[need.household] = best
            taken[best.person.id, default: 0] += 1
        }
        return suggestions
    }

    private enum Fitness: Int {
        case fit
        case ofAnotherBranch
        case lastResort
    }

    private struct Rank: Comparable {
        let fitness: Fitness
        let households: Int
        let id: Person.ID

        init(_ row: PersonRow, _ village: Code?, _ taken: [Person.ID: Int]) {
            id = row.person.id
            households = row.households + taken[id, default: 0]
            if !row.isInScope || households >= SuccessorRules.mostHouseholds {
                fitness = .lastResort
            } else {
                fitness = village != nil && row.organization.branch == village ? .fit : .ofAnotherBranch
            }
        }

        static func < (left: Rank, right: Rank) -> Bool {
            if left.fitness != right.fitness { return left.fitness.rawValue < right.fitness.rawValue }
            return left.households != right.households ? left.households < right.households : left.id < right.id
        }
    }
}
