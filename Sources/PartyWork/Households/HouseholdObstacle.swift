/// Why something cannot have happened to a household.
///
/// Data when thrown; `text` says what to do instead.
package enum HouseholdObstacle: Hashable, Sendable {
    /// It was closed before.
    case closed(on: Day)
    /// It was lifted, and has not returned.
    case lifted(on: Day)
    /// It was never lifted, or has returned already.
    case poor
    /// It has one person.
    case indivisible
    /// It would be merged with itself.
    case itself
    /// The household to merge with was closed before.
    case otherClosed(head: String, on: Day)
    /// People still poor would be counted as lifted (不脱贫不脱钩; our reading).
    case poorIntoLifted(head: String)
    /// The village is not there on the day.
    case noVillage(name: String, on: Day)
    /// The village belongs to another township.
    case otherTownship(village: String)

    /// What is wrong and what to do next.
    package var text: String {
        switch self {
        case .closed(let day):
            localized("已于 \(day) 销户；要改日期或原因按 F4 修改", "closed on \(day); to change day or reason, edit it with F4")
        case .lifted(let day): localized("已于 \(day) 脱贫，没有返贫", "lifted on \(day), and has not returned")
        case .poor: localized("仍是未脱贫户", "still poor")
        case .indivisible: localized("全户只有 1 人，分不出人来", "has one person only, so nobody can leave it")
        case .itself: localized("这就是本户，请另选一户", "this is the household itself; choose another")
        case .otherClosed(let head, let day):
            localized("\(head) 户已于 \(day) 销户，不能并入，请另选", "\(head)'s household was closed on \(day); choose another")
        case .poorIntoLifted(let head):
            localized(
                "不脱贫不脱钩：未脱贫户不能并入已脱贫的 \(head) 户；请先给 \(head) 户标返贫，或把它并入这一户",
                "a poor household cannot join \(head)'s, which is lifted; mark that as returned first, or merge it into this one"
            )
        case .noVillage(let name, let day):
            localized("\(name) 在 \(day) 还未成立或已撤销，请另选", "\(name) is not there on \(day); choose another")
        case .otherTownship(let village):
            localized(
                "\(village) 不在本镇；迁出本镇请选“销户”，原因写迁出",
                "\(village) is in another township; for leaving the township choose \"closed\"")
        }
    }

    /// The column of what stands in the way; nil where it is the household itself.
    package var column: Column? {
        switch self {
        case .closed, .lifted, .poor, .indivisible: nil
        case .itself, .otherClosed, .poorIntoLifted: .householdID
        case .noVillage, .otherTownship: .village
        }
    }
}
