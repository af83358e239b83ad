import PartyWork

/// A household and a helper that are paired, as far as a form must know them.
struct PairedParties: Sendable, Hashable {
    let household: Candidate
    let helper: Candidate
    /// The village of the household; nil where it is not known.
    let village: Code?
    /// The reason that ending most likely has.
    let reason: PairingEndReason
}

extension Form {
    /// The form to pair a household that is known.
    static func pair(_ row: HouseholdRow, _ context: Context) -> Form {
        let household = Candidate(row)
        return pair(
            title: localized(
                "结对：\(row.household.head)（\(household.key)）", "Pair: \(row.household.head) (\(household.key))"),
            [
                Field(
                    .householdID, .fixed, label: localized("贫困户", "Household"), value: household.key,
                    chosen: [household.full]),
                Field(
                    .personID, helpers(row.household.village, besides: nil), label: localized("帮扶人", "Helper"),
                    hint: localized("必填", "required")),
            ], context)
    }

    /// The form to pair a helper who is known.
    static func pair(_ row: PersonRow, _ context: Context) -> Form {
        let helper = Candidate(row)
        let source = CandidateSource.needy(near: row.person.organization.branch)
        return pair(
            title: localized("结对：\(row.person.name)（\(helper.key)）", "Pair: \(row.person.name) (\(helper.key))"),
            [
                Field(.personID, .fixed, label: localized("帮扶人", "Helper"), value: helper.key, chosen: [helper.full]),
                Field(
                    .householdID, .pick(source, several: false), label: localized("贫困户", "Household"),
                    hint: localized("必填，缺口在前", "required, gaps first")),
            ], context)
    }

    private static func pair(title: @autoclosure () -> String, _ parties: [Field], _ context: Context) -> Form {
        let start = Field(
            .startedOn, .day, hint: localized("如 6-15、615、今天", "such as 6-15, 615, today"),
            proposing: context.proposedDay)
        return Form(title: title(), rule: Definition.householdCoverage, fields: parties + [start]) {
            cells, _ throws(RecordFaults) in
            let pairing = try Pairing.blank.setting(cells)
            return .pair(pairing.household, pairing.helper, from: pairing.startedOn)
        }.dated(by: .startedOn)
    }

    /// The form to end a pairing, with or without a successor.
    static func end(_ parties: PairedParties, _ context: Context) -> Form {
        let (household, helper) = (parties.household, parties.helper)
        let source = helpers(parties.village, besides: Person.ID(helper.key))
        let fields = [
            Field(
                .householdID, .fixed, label: localized("贫困户", "Household"), value: household.key,
                chosen: [household.full]),
            Field(.personName, .fixed, label: localized("帮扶人", "Helper"), value: helper.key, chosen: [helper.full]),
            Field(
                .endedOn, .day, hint: localized("第一天不再帮扶", "first day without help"),
                proposing: context.proposedDay),
            Field(.endReason, .words(PairingEndReason.choices), value: parties.reason.rawValue),
            Field(
                .personID, source, label: localized("接替人", "Successor"), hint: localized("未脱贫必填", "required while poor")
            ),
            Field(
                .note, .text, label: localized("说明", "Why"), hint: localized("录入有误必填", "required if entered in error")),
        ]
        var title: String {
            localized(
                "结束结对：\(household.name)（\(household.key)）与\(helper.name)（\(helper.key)）",
                "End pairing: \(household.name) (\(household.key)) and \(helper.name) (\(helper.key))")
        }
        return Form(title: title, rule: Definition.noRelease, fields: fields) { cells, _ throws(RecordFaults) in
            .endPairings([try ending(cells)])
        }.dated(by: .endedOn)
    }

    /// Reads how a pairing ends; the helper stands in the column of names, because the successor's number has the other.
    static func ending(_ cells: [PartyWork.Column: String]) throws(RecordFaults) -> PairingEnding {
        let texts = cells.filter { $0.key == .endedOn || $0.key == .endReason }
        let ended = try Pairing.blank.setting(texts)
        guard let day = ended.endedOn else { throw RecordFaults([FieldFault(.endedOn, .missing)]) }
        guard let reason = ended.endReason else { throw RecordFaults([FieldFault(.endReason, .missing)]) }
        let sentence = cells[.note] ?? ""
        if let fault = CellRules.fault(in: sentence) { throw RecordFaults([FieldFault(.note, fault)]) }
        let replacement = cells[.personID] ?? ""
        return PairingEnding(
            household: Household.ID(cells[.householdID] ?? ""), helper: Person.ID(cells[.personName] ?? ""), on: day,
            reason: reason, sentence: sentence, replacement: replacement.isEmpty ? nil : Person.ID(replacement))
    }

    private static func helpers(_ village: Code?, besides helper: Person.ID?) -> Field.Kind {
        .pick(.helpers(of: village, besides: helper), several: false)
    }
}

extension PairingEndReason {
    /// The reason that ending most likely has, by the state of the household and whether the helper still serves.
    static func likely(_ state: HouseholdState?, helperServes: Bool) -> PairingEndReason {
        switch state {
        case .closed: .householdClosed
        case .lifted: .lifted
        case .poor, nil: helperServes ? .reassigned : .helperLeft
        }
    }
}

extension Candidate {
    /// The candidate with everything in its name, for a field that is only shown.
    var full: Candidate {
        Candidate(key: key, name: [name, key, detail].filter { !$0.isEmpty }.joined(separator: "  "))
    }

    /// Households to choose one for a helper: the poor ones of the helper's own branch first, then those of others; of either
    /// those without a helper before those with one.
    static func needy(_ rows: [HouseholdRow], near branch: Code?) -> [Candidate] {
        func rank(_ row: HouseholdRow) -> Int {
            (row.state == .poor ? 0 : 4) + (row.household.village == branch ? 0 : 2) + (row.isGap ? 0 : 1)
        }
        let open = rows.filter { $0.state != .closed }
        let ranked = open.map { (rank: rank($0), row: $0) }.sorted {
            $0.rank != $1.rank ? $0.rank < $1.rank : $0.row.household.id < $1.row.household.id
        }
        return ranked.map { _, row in
            let candidate = Candidate(row)
            let gap = row.isGap ? localized(" 缺口", " gap") : ""
            return Candidate(key: candidate.key, name: candidate.name, detail: candidate.detail + gap)
        }
    }
}
