import PartyWork
import TerminalUI

/// A household and a helper that are paired, as far as a form must know them.
struct PairedParties: Sendable, Hashable {
    let household: Candidate
    let helper: Candidate
    /// The village of the household; nil where it is not known.
    let village: Code?
    /// The reason that ending most likely has.
    let reason: PairingEndReason
}

extension Form<Filing> {
    /// The form to pair a household that is known.
    static func pair(_ row: HouseholdRow, _ context: Context) -> Form {
        let household = Candidate(row)
        var pairing = Pairing.blank
        pairing.household = row.household.id
        return pair(
            pairing,
            title: localized(
                "结对：\(row.household.head)（\(household.key)）", "Pair: \(row.household.head) (\(household.key))"),
            [
                known(household),
                Field(
                    .personID, of: .pairings, helpers(row.household.village, besides: nil),
                    label: localized("帮扶人", "Helper")),
            ], context)
    }

    /// The form to pair a helper who is known.
    static func pair(_ row: PersonRow, _ context: Context) -> Form {
        let helper = Candidate(row)
        let source = CandidateSource.needy(near: row.person.organization.branch)
        var pairing = Pairing.blank
        pairing.helper = row.person.id
        return pair(
            pairing,
            title: localized("结对：\(row.person.name)（\(helper.key)）", "Pair: \(row.person.name) (\(helper.key))"),
            [
                Field(fixed: helper.key, helper.full, label: localized("帮扶人", "Helper"), key: FieldKey(.personID)),
                Field(
                    .householdID, of: .pairings, .pick(source, several: false), label: localized("贫困户", "Household"),
                    hint: localized("缺口在前", "gaps first")),
            ], context)
    }

    private static func pair(
        _ pairing: Pairing, title: @autoclosure () -> String, _ parties: [Field], _ context: Context
    ) -> Form {
        let start = Field(
            .startedOn, of: .pairings, hint: localized("如 6-15、615、今天", "such as 6-15, 615, today"),
            proposing: context.proposedDay)
        return Form(title: title(), rule: Definition.householdCoverage, fields: parties + [start]) {
            answers throws(FieldErrors) in
            let pairing = try pairing.setting(answers)
            return .pair(pairing.household, pairing.helper, from: pairing.startedOn)
        }.dated(by: .startedOn)
    }

    private static func known(_ household: Candidate) -> Field {
        Field(
            fixed: household.key, household.full, label: localized("贫困户", "Household"), key: FieldKey(.householdID))
    }

    /// The form to end a pairing, with or without a successor.
    static func end(_ parties: PairedParties, _ context: Context) -> Form {
        let (household, helper) = (parties.household, parties.helper)
        let fields =
            [known(household), Field(fixed: helper.key, helper.full, label: localized("帮扶人", "Helper"))]
            + ending(parties.reason, context)
            + [successor(helpers(parties.village, besides: Person.ID(helper.key)))] + [sentence]
        var title: String {
            localized(
                "结束结对：\(household.name)（\(household.key)）与\(helper.name)（\(helper.key)）",
                "End pairing: \(household.name) (\(household.key)) and \(helper.name) (\(helper.key))")
        }
        return Form(title: title, rule: Definition.noRelease, fields: fields) { answers throws(FieldErrors) in
            .endPairings([try ending(answers, Household.ID(household.key), Person.ID(helper.key))])
        }.dated(by: .endedOn)
    }

    /// The fields of when and why a pairing ends.
    static func ending(_ reason: PairingEndReason, _ context: Context) -> [Field] {
        [
            Field(
                .endedOn, of: .pairings, hint: localized("第一天不再帮扶", "first day without help"),
                proposing: context.proposedDay
            ).required(),
            Field(.endReason, of: .pairings, value: reason.rawValue).required(),
        ]
    }

    /// The field of who helps after a pairing has ended.
    static func successor(
        _ source: Field.Kind, hint: String = localized("未脱贫必填", "required while poor")
    ) -> Field {
        Field(.successor, source, label: localized("接替人", "Successor"), hint: hint)
    }

    /// The field of the sentence that ending may ask for.
    static var sentence: Field {
        Field(
            .sentence, .text, label: localized("说明", "Why"), hint: localized("录入有误必填", "required if entered in error"),
            limit: 2_000)
    }

    /// Reads how a pairing ends.
    static func ending(
        _ answers: Answers, _ household: Household.ID, _ helper: Person.ID
    ) throws(FieldErrors) -> PairingEnding {
        let ended = try Pairing.blank.setting(answers)
        let day = try answers.day(.endedOn)
        guard let reason = ended.endReason else { throw FieldErrors(FieldKey(.endReason), .missing) }
        let successor = answers[.successor]
        return PairingEnding(
            household: household, helper: helper, on: day, reason: reason, sentence: try answers.text(.sentence),
            replacement: successor.isEmpty ? nil : Person.ID(successor))
    }

    /// The picker of those who could help in a village.
    static func helpers(_ village: Code?, besides helper: Person.ID?) -> Field.Kind {
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
            let others = [(row.state == .poor, 4), (row.household.village == branch, 2), (row.isGap, 1)]
            return others.reduce(0) { sum, other in other.0 ? sum : sum + other.1 }
        }
        let open = rows.filter { $0.state != .closed }
        let ranked = open.map { (rank: rank($0), row: $0) }.sorted {
            ($0.rank, $0.row.household.id) < ($1.rank, $1.row.household.id)
        }
        return ranked.map { _, row in
            let candidate = Candidate(row)
            let gap = row.isGap ? localized(" 缺口", " gap") : ""
            return Candidate(key: candidate.key, name: candidate.name, detail: candidate.detail + gap)
        }
    }
}
