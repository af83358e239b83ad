import PartyWork
import TerminalUI

extension Form<Filing> {
    /// The form to correct what is known of a household.
    static func edit(_ row: HouseholdRow) -> Form {
        let household = row.household
        let never = localized("没有留空", "empty if never")
        return correct(
            household, labels: [.village: localized("村", "Village")],
            hints: [.liftedOn: localized("未脱贫留空", "empty while poor"), .returnedOn: never, .closedOn: never],
            names: [.village: [Candidate(key: household.village.digits, name: row.villageName)]],
            title: localized(
                "修改贫困户：\(household.head)（\(household.id)）", "Edit household: \(household.head) (\(household.id))"))
    }
}
