import PartyWork

extension Form {
    /// The form to correct what is known of a household.
    static func edit(_ row: HouseholdRow) -> Form {
        let household = row.household
        func field(_ column: PartyWork.Column, _ kind: Field.Kind, hint: String = "") -> Field {
            Field(column, kind, value: household.text(column), hint: hint)
        }
        let village = Candidate(key: household.village.digits, name: row.villageName)
        let fields = [
            field(.householdID, .fixed), field(.head, .text),
            Field(.village, .pick(.villages, several: false), label: localized("村", "Village"), chosen: [village]),
            field(.headcount, .number), field(.cause, .text),
            field(.identifiedOn, .day), field(.liftedOn, .day, hint: localized("未脱贫留空", "empty while poor")),
            field(.returnedOn, .day, hint: localized("没有留空", "empty if never")),
            field(.closedOn, .day, hint: localized("没有留空", "empty if never")), field(.closedReason, .text),
        ]
        var title: String {
            localized(
                "修改贫困户：\(household.head)（\(household.id)）", "Edit household: \(household.head) (\(household.id))")
        }
        return Form(title: title, fields: fields) { cells, _ throws(RecordFaults) in
            .correct(from: AnyRecord(household), to: AnyRecord(try household.setting(cells)))
        }
    }
}
