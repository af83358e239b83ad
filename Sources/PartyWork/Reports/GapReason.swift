/// Why poor households have no serving helper, with how many have none for that reason.
package struct GapReason: Sendable, Hashable {
    /// The helper who no longer serves; nil where no pairing is under way.
    package let helper: HouseholdRow.Helper?
    package let households: Int

    package init(helper: HouseholdRow.Helper?, households: Int) {
        self.helper = helper
        self.households = households
    }
}

extension [HouseholdRow] {
    /// The reasons of the gaps among them, the one of most households first.
    ///
    /// A household left by several helpers counts for the first of them, so that the numbers add up to the gap.
    package var gapReasons: [GapReason] {
        Dictionary(grouping: filter(\.isGap), by: \.helpers.first)
            .map { GapReason(helper: $0, households: $1.count) }
            .sorted {
                $0.households != $1.households
                    ? $0.households > $1.households : ($0.helper?.id.text ?? "") < ($1.helper?.id.text ?? "")
            }
    }
}
