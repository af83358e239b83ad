/// A line of a list that is no row of its table: said, and never saved.
package struct PassedOver: Hashable, Sendable {
    let kind: Kind
    /// What it begins with.
    let label: String
    /// The figures of a total that could be checked.
    var checks: [Check] = []

    /// What a line is.
    package enum Kind: Hashable, Sendable {
        case total
        /// Who filled it in, who looked it over, notes, units.
        case note
        /// The header once more, as on a new page.
        case header
        /// A serial number and nothing else.
        case serial
    }

    /// A figure of a total, and what the rows come to.
    package struct Check: Hashable, Sendable {
        let claimed: String
        let found: Int
        let isRight: Bool
    }
}
