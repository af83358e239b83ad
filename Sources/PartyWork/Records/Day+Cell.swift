extension Day? {
    /// The day as a cell: empty for nil.
    var cellText: String { self?.description ?? "" }
}

extension Array {
    /// The items as a cell: joined by `;`.
    func cellText(_ text: (Element) -> String) -> String {
        switch count {
        case 0: ""
        case 1: text(self[0])
        default: map(text).joined(separator: ";")
        }
    }
}

extension Day {
    /// What a blank record's required date holds until it is filled; never saved, because a missing required value is a
    /// fault.
    package static let unset = Day.earliest
}
