import PartyWork

/// Forms that pair many chosen households, or end their pairings.
extension Form {
    /// The form to pair households with one helper from a day.
    static func pair(_ rows: [HouseholdRow], _ context: Context) -> Form {
        pair(
            rows.map {
                Uncovered(subject: $0.household.id.text, name: $0.household.head, organization: $0.household.village)
            }, context)
    }

    /// A form for households of which no more is known than that they have no helper.
    static func pair(_ rows: [Uncovered], _ context: Context) -> Form {
        let villages = Set(rows.map(\.organization))
        let source = CandidateSource.helpers(of: villages.count == 1 ? villages.first : nil, besides: nil)
        let fields = [
            Field(
                .personID, .pick(source, several: false), label: localized("帮扶人", "Helper"),
                hint: localized("必填，一人帮扶这些户", "required, one for these households")),
            Field(
                .startedOn, .day, hint: localized("如 6-15、615、今天", "such as 6-15, 615, today"),
                proposing: context.proposedDay),
        ]
        return Form(
            title: localized("结对", "Pair"), rule: Definition.householdCoverage, names: rows.map(\.name),
            fields: fields
        ) { cells throws(RecordFaults) in
            let read = try Pairing.blank.setting(cells.only([.personID, .startedOn]))
            if read.helper.text.isEmpty { throw RecordFaults([FieldFault(.personID, .missing)]) }
            return rows.map {
                PlannedRow(
                    "\($0.name)（\($0.subject)）", .pair(Household.ID($0.subject), read.helper, from: read.startedOn))
            }
        }.dated(by: .startedOn)
    }

    /// The form to end all pairings that households have, with one successor or none.
    static func end(_ rows: [HouseholdRow], _ context: Context) -> Form {
        let reason = rows.first.map { PairingEndReason.likely($0.state, of: $0.helpers) } ?? .reassigned
        return ending(
            localized("结束结对", "End pairings"), rows, reason,
            [
                Field(
                    .personID, helpers(rows, besides: nil), label: localized("接替人", "Successor"),
                    hint: localized("未脱贫必填", "required while poor")),
                Field(
                    .note, .text, label: localized("说明", "Why"),
                    hint: localized("录入有误必填", "required if entered in error")),
            ], context)
    }

    /// The form to hand all pairings that households have over to one successor.
    static func handOver(_ rows: [HouseholdRow], _ context: Context) -> Form {
        let serves = rows.flatMap(\.helpers).contains(where: \.serves)
        let field = Field(
            .personID, helpers(rows, besides: nil), label: localized("接替人", "Successor"),
            hint: localized("必填，一人接替这些户", "required, one for these households"))
        return ending(
            localized("移交", "Hand over"), rows, serves ? .reassigned : .helperLeft, [field], context,
            needsSuccessor: true)
    }

    private static func ending(
        _ title: @autoclosure () -> String, _ rows: [HouseholdRow], _ reason: PairingEndReason, _ others: [Field],
        _ context: Context,
        needsSuccessor: Bool = false
    ) -> Form {
        let fields = [
            Field(
                .endedOn, .day, hint: localized("第一天不再帮扶", "first day without help"),
                proposing: context.proposedDay),
            Field(.endReason, .words(PairingEndReason.choices), value: reason.rawValue),
        ]
        let rule = localized("每户现有的结对都结束。", "All present pairings of each household end.") + Definition.noRelease
        return Form(title: title(), rule: rule, names: rows.map(\.household.head), fields: fields + others) {
            cells throws(RecordFaults) in
            if needsSuccessor, (cells[.personID] ?? "").isEmpty {
                throw RecordFaults([FieldFault(.personID, .missing)])
            }
            var planned: [PlannedRow] = []
            for row in rows { planned.append(try ending(of: row, cells)) }
            return planned
        }.dated(by: .endedOn)
    }

    private static func ending(
        of row: HouseholdRow, _ cells: [PartyWork.Column: String]
    ) throws(RecordFaults) -> PlannedRow {
        var endings: [PairingEnding] = []
        for helper in row.helpers {
            let parties: [PartyWork.Column: String] = [
                .householdID: row.household.id.text, .personName: helper.id.text,
            ]
            endings.append(try ending(cells.merging(parties) { $1 }))
        }
        if endings.isEmpty { return PlannedRow(row.named, not: localized("没有在帮扶的人", "has no helper")) }
        return PlannedRow(row.named, .endPairings(endings))
    }

    /// Of one village those are offered first who could best help there.
    private static func helpers(_ rows: [HouseholdRow], besides helper: Person.ID?) -> Field.Kind {
        let villages = Set(rows.map(\.household.village))
        return .pick(.helpers(of: villages.count == 1 ? villages.first : nil, besides: helper), several: false)
    }
}

extension PairingEndReason {
    fileprivate static func likely(_ state: HouseholdState?, of helpers: [HouseholdRow.Helper]) -> PairingEndReason {
        likely(state, helperServes: helpers.contains(where: \.serves))
    }
}
