import PartyWork
import TerminalUI

extension Form<Filing> {
    /// The form for a new activity, filled with what is known of it; of several hosts an activity of each.
    ///
    /// - Parameter last: what the last of the kind was about, which Enter takes again.
    static func record(
        _ kind: ActivityKind, _ draft: ActivityDraft, after last: String? = nil, _ context: Context
    ) -> Form {
        let blank = Activity(
            id: "", heldOn: draft.heldOn ?? context.proposedDay, kind: kind,
            organization: draft.organization ?? draft.hosts.first.map { Code($0.key) } ?? "", title: draft.title,
            participants: draft.participants.map { Person.ID($0.key) },
            household: kind.needsHousehold ? draft.household.map { Household.ID($0.key) } : nil)
        let host = draft.organization.map { [Candidate(key: $0.digits, name: draft.organizationName)] } ?? []
        let household = draft.household.map { [$0] } ?? []
        let near = draft.near ?? draft.organization?.branch
        let fields = activityFields(
            blank, host: host, participants: draft.participants, household: household, near: near,
            proposing: draft.heldOn == nil ? context.proposedDay : nil, after: last)
        if !draft.hosts.isEmpty { return recordEach(blank, by: draft.hosts, fields, context) }
        let subject = ((host + household).map(\.key) + [draft.original?.text].compactMap(\.self)).joined(separator: " ")
        let form = Form(
            title: localized("记活动：\(kind.rawValue)", "Record: \(kind.title)"),
            rule: context.requirements.rule(of: kind, on: context.asOf), subject: subject, fields: fields
        ) {
            answers throws(FieldErrors) in
            // Its number is given by the ledger.
            let activity = try blank.setting(answers)
            let details = try VisitDetails.blank.setting(answers)
            return details.isEmpty ? .recordActivity(activity) : .recordVisit(activity, details)
        }.dated(by: .heldOn)
        return draft.original == nil ? form : form.starting(at: .heldOn)
    }

    /// The form for the activities of several branches or groups that differ in nothing else.
    private static func recordEach(
        _ blank: Activity, by hosts: [Candidate], _ fields: [Field], _ context: Context
    ) -> Form {
        let kind = blank.kind
        return Form(
            title: localized("记活动：\(kind.rawValue)", "Record: \(kind.title)"),
            rule: context.requirements.rule(of: kind, on: context.asOf), names: hosts.map(\.name),
            fields: fields.filter { $0.key != FieldKey(.organization) }
        ) { answers throws(FieldErrors) in
            let activity = try blank.setting(answers)
            return hosts.map { host in
                var own = activity
                own.organization = Code(host.key)
                return PlannedRow(host.name, .recordActivity(own))
            }
        }.dated(by: .heldOn)
    }

    /// The form to correct an activity.
    static func correct(_ row: ActivityRow, _ requirements: Requirements) -> Form {
        let activity = row.activity
        let people = zip(activity.participants, row.participantNames).map { Candidate(key: $0.text, name: $1) }
        let fields = activityFields(
            activity, host: [Candidate(key: activity.organization.digits, name: row.organizationName)],
            participants: people, household: activity.household.map { [Candidate(key: $0.text, name: row.head)] } ?? [],
            near: activity.organization.branch, details: row.visit)
        var title: String {
            localized(
                "修改活动 \(activity.id)：\(activity.kind.rawValue)", "Edit activity \(activity.id): \(activity.kind.title)")
        }
        let rule = requirements.rule(of: activity.kind, on: activity.heldOn)
        let form = Form(title: title, rule: rule, fields: fields) { answers throws(FieldErrors) in
            let corrected = try activity.setting(answers)
            let details = try (row.visit ?? VisitDetails(activity: activity.id)).setting(answers)
            if details.isEmpty ? row.visit == nil : details == row.visit {
                return .correct(from: AnyRecord(activity), to: AnyRecord(corrected))
            }
            return .correctVisit(from: activity, to: corrected, details: row.visit, becoming: details)
        }.dated(by: .heldOn)
        // What is still open is most often opened to be resolved.
        let isOpen = activity.kind.countsWhenResolved && activity.resolvedOn == nil
        return isOpen ? form.starting(at: .resolvedOn) : form.startingAtFirst()
    }

    private static func activityFields(
        _ activity: Activity, host: [Candidate], participants: [Candidate], household: [Candidate],
        near: Code?, details: VisitDetails? = nil, proposing day: Day? = nil, after last: String? = nil
    ) -> [Field] {
        let kind = activity.kind
        let preferred: CandidateSource.Preference =
            kind == .researchVisit ? .committee : near.map { .branch($0) } ?? .none
        var fields = [
            Field(
                .organization, of: .activities, .pick(.hosts(kind, near: near), several: false),
                label: kind.isFiveOnes ? localized("党小组", "Party group") : localized("支部", "Branch"),
                chosen: host),
            Field(
                .heldOn, of: .activities, value: day == nil ? activity.heldOn.description : "",
                hint: localized("如 6-15、615、今天", "such as 6-15, 615, today"), proposing: day),
            title(of: activity, after: last),
        ]
        if kind.needsHousehold {
            fields.append(
                Field(
                    .householdID, of: .activities, .pick(.households(near: near), several: false),
                    label: localized("贫困户", "Household"), chosen: household
                ).required())
        }
        let who =
            kind.needsParticipants ? localized("可多人", "several may be chosen") : localized("可不填", "optional")
        let people = CandidateSource.servingPeople(first: preferred)
        fields.append(
            Field(.participants, of: .activities, .pick(people, several: true), chosen: participants, hint: who)
                .required(kind.needsParticipants))
        if kind == .homeVisit {
            let hints: [(PartyWork.Column, String)] = [
                (.findings, localized("看到的困难和需要，可不填", "difficulties and needs seen, optional")),
                (.measures, localized("正在办的措施，可不填", "measures under way, optional")),
                (.outcome, localized("办成了什么，可不填", "what came of them, optional")),
            ]
            for (column, hint) in hints { fields.append(Field(column, in: details ?? .blank, hint: hint)) }
        }
        if kind.countsWhenResolved || kind == .hazard {
            let hint =
                kind.countsWhenResolved
                ? localized("办结才计数；未办结留空", "counts when resolved; empty until then")
                : localized("整改完成的日期，可不填", "day it was put right, optional")
            fields.append(Field(.resolvedOn, in: activity, hint: hint))
        }
        fields.append(Field(.evidence, in: activity))
        fields.append(Field(.note, in: activity, hint: localized("可不填", "optional")))
        return fields
    }

    /// The field of what it is about: Enter in the empty field takes what the last one was about.
    private static func title(of activity: Activity, after last: String?) -> Field {
        guard let last, activity.title.isEmpty else { return Field(.title, in: activity) }
        let words = last.count > hintLength ? last.prefix(hintLength) + "…" : last[...]
        let hint = localized("Enter 用上次的“\(words)”", "Enter: \(words), as last time")
        return Field(.title, in: activity, hint: hint).offering(last)
    }

    /// So many characters of it have room beside the field.
    private static var hintLength: Int { 12 }

    /// What becomes of an activity that is voided.
    static var voidRule: String {
        localized(
            "作废的活动保留在台账里，不再计数；原因随记录保存",
            "A void activity stays in the ledger and counts no more; the reason is kept with it")
    }

    /// What is asked of whoever voids any.
    static func voidFields(_ context: Context) -> [Field] {
        [
            Field(.voidedOn, of: .activities, proposing: context.today).required(),
            Field(.voidReason, of: .activities).required(),
        ]
    }

    /// The form to void an activity.
    static func void(_ row: ActivityRow, _ context: Context) -> Form {
        let activity = row.activity
        let named = [
            Field(.number, in: activity, .fixed),
            Field(
                fixed: "\(activity.heldOn) \(activity.kind.title) \(activity.title)",
                label: PartyWork.Column.title.title),
        ]
        return Form(
            title: localized("作废活动 \(activity.id)", "Void activity \(activity.id)"), rule: voidRule,
            fields: named + voidFields(context)
        ) { answers throws(FieldErrors) in
            let after = try activity.setting(answers)
            return .voidActivity(activity.id, on: try answers.day(.voidedOn), reason: after.voidReason)
        }
    }
}

extension Requirements {
    /// What is asked of activities of a kind, in a sentence (口径); nil where nothing is.
    func rule(of kind: ActivityKind, on day: Day) -> String? {
        switch kind {
        case .researchVisit: rule(.visits, on: day)
        case .themeActivity: rule(.themeActivity, on: day)
        case .partyDay: rule(.partyDay, on: day)
        case .homeVisit: Definition.visited
        case .activist, .suggestion, .hazard, .dispute, .deed: fiveOnes(on: day).first { $0.kind == kind }?.rule
        }
    }
}
