/// Something that happened to a household as a whole: one act, one journal entry, one undo.
package struct HouseholdChange: Sendable, Hashable {
    /// The household as the officer saw it.
    package let household: Household
    package let event: HouseholdEvent
    /// The first day on which things are as they are after it.
    package let on: Day
    /// Who helps the household from that day on; nil leaves its pairings alone.
    package let helpers: [Person.ID]?

    package init(_ household: Household, _ event: HouseholdEvent, on day: Day, helpers: [Person.ID]? = nil) {
        self.household = household
        self.event = event
        on = day
        self.helpers = helpers
    }

    /// Everyone whom it makes a helper.
    package var candidates: [Person.ID] {
        if case .split(let part) = event { return (helpers ?? []) + part.helpers }
        return helpers ?? []
    }
}

/// What happened, with what must be known of it.
package enum HouseholdEvent: Sendable, Hashable {
    /// 户主变更: another head; the household keeps its number.
    case newHead(String, headcount: Int, reason: String)
    /// 分户: some of its people become a household of their own.
    case split(Part)
    /// 并户: it is closed, and its people belong to another household. Its helpers may help that one from then on.
    case merged(into: Household.ID, helpersFollow: Bool)
    /// 迁移: it lives in another village of the town.
    case moved(to: Code)
    case lifted
    case returned
    case closed(reason: String)

    /// The household that a part of another becomes.
    package struct Part: Sendable, Hashable {
        package let id: Household.ID
        package let head: String
        /// How many people go with it.
        package let headcount: Int
        /// Who helps it from its first day on.
        package let helpers: [Person.ID]

        package init(id: Household.ID, head: String, headcount: Int, helpers: [Person.ID]) {
            self.id = id
            self.head = head
            self.headcount = headcount
            self.helpers = helpers
        }
    }

    /// The seven, in the officers' words.
    package enum Kind: String, CaseIterable, Sendable {
        case newHead = "户主变更"
        case split = "分户"
        case merged = "并户"
        case moved = "迁移"
        case lifted = "脱贫"
        case returned = "返贫"
        case closed = "销户"

        /// What it does, in a sentence.
        package var explanation: String {
            switch self {
            case .newHead: localized("原户主去世或离开，换户主；户编号和结对不变", "the head died or left; number and pairings stay")
            case .split:
                localized("一部分人另立一户：新户编号，人口分开，状态相同", "some people become a household of their own, in the same state")
            case .merged:
                localized("并入另一户：这户销户，人口加到那一户", "joins another household: this one closes, its people move there")
            case .moved:
                localized(
                    "迁到镇内别的村；同村换组不用登记", "to another village of the township, not within one")
            case .lifted: localized("不再计入未脱贫户；结对保留或结束", "no longer counts as poor; pairings stay or end")
            case .returned: localized("重新计入未脱贫户，须有在岗帮扶人", "counts as poor again, and needs a serving helper")
            case .closed: localized("死亡、迁出本镇等：不再计数，结对同时结束", "died out, left the township: counts no more, pairings end")
            }
        }

        /// The column whose day says since when it holds.
        package var dayColumn: Column {
            switch self {
            case .newHead, .split, .moved: .heldOn
            case .merged, .closed: .closedOn
            case .lifted: .liftedOn
            case .returned: .returnedOn
            }
        }
    }

    package var kind: Kind {
        switch self {
        case .newHead: .newHead
        case .split: .split
        case .merged: .merged
        case .moved: .moved
        case .lifted: .lifted
        case .returned: .returned
        case .closed: .closed
        }
    }
}
