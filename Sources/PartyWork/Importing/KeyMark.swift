/// A word as a small number, which an import keeps with a key for the rows that refer to it: its place in the list plus one.
package enum KeyMark {
    private static let kinds = OrganizationKind.allCases
    private static let categories = PersonCategory.allCases
    private static let activities = ActivityKind.allCases

    /// The mark of a kind of organization.
    package static func of(_ kind: OrganizationKind) -> UInt8 { UInt8((kinds.firstIndex(of: kind) ?? 0) + 1) }

    /// The mark of a category of people.
    package static func of(_ category: PersonCategory) -> UInt8 {
        UInt8((categories.firstIndex(of: category) ?? 0) + 1)
    }

    /// The mark of a kind of activity.
    package static func of(_ kind: ActivityKind) -> UInt8 { UInt8((activities.firstIndex(of: kind) ?? 0) + 1) }

    /// Its subject, and the kind of activity that it counts: six subjects, eleven choices of what counts.
    static func of(_ checklist: Checklist) -> UInt8 {
        let subject = (ChecklistSubject.allCases.firstIndex(of: checklist.subject) ?? 0) + 1
        return UInt8(subject) + 16 * (checklist.counts.map(of) ?? (checklist.isTicked ? 0 : entries))
    }

    /// Stands for the entries of a register in the place of a kind of activity.
    private static let entries: UInt8 = 15

    /// Whether a checklist counts entries of a register.
    package static func countsEntries(_ mark: UInt8) -> Bool { mark / 16 == entries }

    /// The subject of a checklist.
    package static func subject(_ mark: UInt8) -> ChecklistSubject { ChecklistSubject.allCases[Int(mark % 16) - 1] }

    /// The kind of activity that a checklist counts; nil for one that is ticked.
    package static func counted(_ mark: UInt8) -> ActivityKind? {
        mark < 16 || countsEntries(mark) ? nil : activities[Int(mark / 16) - 1]
    }

    /// The kind of an organization.
    package static func kind(_ mark: UInt8) -> OrganizationKind { kinds[Int(mark) - 1] }

    /// The category of a person.
    package static func category(_ mark: UInt8) -> PersonCategory { categories[Int(mark) - 1] }
}
