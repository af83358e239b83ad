import PartyWork
import TerminalUI

/// Forms that pair many chosen households, or end their pairings.
extension Form<Filing> {
    /// The form to pair households with one helper from a day.
    static func pair(_ rows: [HouseholdRow], _ context: Context) -> Form {
        pair(
            rows.map {
                Uncovered($0.household.id, name: $0.household.head, organization: $0.household.village)
            }, context)
    }

    /// A form for households of which no more is known than that they have no helper.
    static func pair(_ rows: [Uncovered<Household>], _ context: Context) -> Form {
        let fields = [
            Field(
                .personID, of: .pairings, helpers(Set(rows.map(\.organization))), label: localized("帮扶人", "Helper"),
                hint: localized("一人帮扶这些户", "one for these households")),
            Field(
                .startedOn, of: .pairings, hint: localized("如 6-15、615、今天", "such as 6-15, 615, today"),
                proposing: context.proposedDay),
        ]
        return Form(
            title: localized("结对", "Pair"), rule: Definition.householdCoverage, names: rows.map(\.name),
            fields: fields
        ) { answers throws(FieldErrors) in
            let read = try Pairing.blank.setting(answers)
            return rows.map { PlannedRow("\($0.name)（\($0.id)）", .pair($0.id, read.helper, from: read.startedOn)) }
        }.dated(by: .startedOn)
    }

    /// The form to end all pairings that households have, with one successor or none.
    static func end(_ rows: [HouseholdRow], _ context: Context) -> Form {
        let reason = rows.first.map { PairingEndReason.likely($0.state, of: $0.helpers) } ?? .reassigned
        return ending(
            localized("结束结对", "End pairings"), rows, reason, [successor(helpers(of: rows)), sentence], context)
    }

    /// The form to hand all pairings that households have over to one successor.
    static func handOver(_ rows: [HouseholdRow], _ context: Context) -> Form {
        let serves = rows.flatMap(\.helpers).contains(where: \.serves)
        let field = successor(
            helpers(of: rows), hint: localized("一人接替这些户", "one for these households")
        ).required()
        return ending(
            localized("移交", "Hand over"), rows, serves ? .reassigned : .helperLeft, [field], context,
            needsSuccessor: true)
    }

    private static func ending(
        _ title: @autoclosure () -> String, _ rows: [HouseholdRow], _ reason: PairingEndReason, _ others: [Field],
        _ context: Context, needsSuccessor: Bool = false
    ) -> Form {
        let rule = localized("每户现有的结对都结束。", "All present pairings of each household end.") + Definition.noRelease
        return Form(
            title: title(), rule: rule, names: rows.map(\.household.head), fields: ending(reason, context) + others
        ) { answers throws(FieldErrors) in
            if needsSuccessor { _ = try answers.filled(.successor) }
            var planned: [PlannedRow] = []
            for row in rows { planned.append(try ending(of: row, answers)) }
            return planned
        }.dated(by: .endedOn)
    }

    private static func ending(of row: HouseholdRow, _ answers: Answers) throws(FieldErrors) -> PlannedRow {
        var endings: [PairingEnding] = []
        for helper in row.helpers { endings.append(try ending(answers, row.household.id, helper.id)) }
        if endings.isEmpty { return PlannedRow(row.named, not: localized("没有在帮扶的人", "has no helper")) }
        return PlannedRow(row.named, .endPairings(endings))
    }

    private static func helpers(of rows: [HouseholdRow]) -> Field.Kind { helpers(Set(rows.map(\.household.village))) }

    /// Of one village those are offered first who could best help there.
    private static func helpers(_ villages: Set<Code>) -> Field.Kind {
        helpers(villages.count == 1 ? villages.first : nil, besides: nil)
    }
}

extension PairingEndReason {
    fileprivate static func likely(_ state: HouseholdState?, of helpers: [HouseholdRow.Helper]) -> PairingEndReason {
        likely(state, helperServes: helpers.contains(where: \.serves))
    }
}
