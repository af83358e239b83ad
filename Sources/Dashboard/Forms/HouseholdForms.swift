import PartyWork

extension Form {
    /// The form to say that a household is lifted out of poverty.
    static func lift(_ household: Household, _ context: Context) -> Form {
        if household.hasReturned { return liftAgain(household, context) }
        let day = Field(.liftedOn, .day, value: context.proposedDay.description, hint: "如 6-15、615、今天")
        let rule = "脱贫日起不再计入未脱贫户；结对可以保留，也可以另行结束（F8）"
        return change(household, "脱贫", rule: rule, [day]) { after throws(RecordFaults) in
            if after.liftedOn == nil { throw RecordFaults([FieldFault(.liftedOn, .missing)]) }
        }
    }

    /// The form to say that a household has returned to poverty. The day it was lifted is kept.
    static func returnToPoverty(_ household: Household, _ context: Context) -> Form {
        let day = Field(.returnedOn, .day, value: context.proposedDay.description, hint: "须晚于脱贫日期")
        let rule = "返贫日起重新计入未脱贫户，须有在岗帮扶人；原脱贫日期保留"
        return change(household, "返贫", rule: rule, [day]) { after throws(RecordFaults) in
            guard let returned = after.returnedOn else { throw RecordFaults([FieldFault(.returnedOn, .missing)]) }
            if let lifted = after.liftedOn, returned <= lifted {
                throw RecordFaults([FieldFault(.returnedOn, .before(.liftedOn, lifted))])
            }
        }
    }

    /// The form to close a household.
    static func close(_ household: Household, _ context: Context) -> Form {
        let fields = [
            Field(.closedOn, .day, value: context.proposedDay.description, hint: "如 6-15、615、今天"),
            Field(.closedReason, .text, value: household.closedReason, hint: "如 死亡、并户、迁出"),
        ]
        let rule = "销户日起不再计入任何数字，记录保留；销户后请结束结对（F8，原因选“销户”）"
        return change(household, "销户", rule: rule, fields) { after throws(RecordFaults) in
            if after.closedOn == nil { throw RecordFaults([FieldFault(.closedOn, .missing)]) }
        }
    }

    private static func change(
        _ household: Household, _ word: String, rule: String, _ fields: [Field],
        check: @escaping @Sendable (Household) throws(RecordFaults) -> Void
    ) -> Form {
        let head = Field(.head, .fixed, value: household.head)
        let title = "\(word)：\(household.head)（\(household.id)）"
        return Form(title: title, rule: rule, fields: [head] + fields) { cells, _ throws(RecordFaults) in
            let after = try household.setting(cells)
            try check(after)
            return .correct(from: .household(household), to: .household(after))
        }
    }

    /// The form to correct what is known of a household.
    static func edit(_ row: HouseholdRow) -> Form {
        let household = row.household
        func field(_ column: PartyWork.Column, _ kind: Field.Kind, hint: String = "") -> Field {
            Field(column, kind, value: household.text(column), hint: hint)
        }
        let village = Candidate(key: household.village.digits, name: row.villageName)
        let fields = [
            field(.householdID, .fixed), field(.head, .text),
            Field(.village, .pick(.villages, several: false), label: "村", chosen: [village]),
            field(.headcount, .number), field(.cause, .text),
            field(.identifiedOn, .day), field(.liftedOn, .day, hint: "未脱贫留空"), field(.returnedOn, .day, hint: "没有留空"),
            field(.closedOn, .day, hint: "没有留空"), field(.closedReason, .text),
        ]
        let title = "修改贫困户：\(household.head)（\(household.id)）"
        return Form(title: title, fields: fields) { cells, _ throws(RecordFaults) in
            .correct(from: .household(household), to: .household(try household.setting(cells)))
        }
    }
}
