import PartyWork
import TerminalUI

/// The rows of a figure, made from the answers to its questions. They hold to the counts: the tests compare every figure with
/// the rows behind it, on the sample and on random towns.
struct FigureRows: Sendable {
    let figure: Figure
    let asOf: Day
    private let requirements: Requirements
    private(set) var rows: [FigureRow] = []
    private var branchNames: [Code: String] = [:]
    /// How each branch stands with its five ones.
    private var fiveOnesStates: [Code: ProgressState] = [:]
    private var groups: [BranchReport.Group] = []
    private var kinds: [Code: OrganizationKind] = [:]
    private var activities: [ActivityRow] = []

    init(_ figure: Figure, _ context: Context) {
        self.figure = figure
        asOf = context.asOf
        requirements = context.requirements
    }

    /// The figure itself: what its counted rows add up to.
    var done: Int { rows.reduce(0) { $0 + ($1.standing == .counted ? $1.weight : 0) } }
    /// Of how many; nil where no share is asked.
    var target: Int? {
        // An activity too many counts, and does not raise what was asked for.
        switch figure.kind {
        case .visits: asked(.visits)
        case .themeActivities: branchTarget
        default: figure.kind.isShare ? rows.count : nil
        }
    }

    private var branchTarget: Int? {
        guard case .branch(let code, _) = figure.subject, OrganizationKind.village.accepts(code) else { return nil }
        return asked(.themeActivity)
    }

    /// How many a method asks for; nil where it asks for none.
    private func asked(_ method: PartyWork.Method) -> Int? {
        let count = requirements.target(of: method, on: asOf).count
        return count > 0 ? count : nil
    }

    /// Takes an answer.
    mutating func receive(_ answer: Answer) {
        switch answer {
        case .status(let report): take(report)
        case .groups(let groups): self.groups = groups
        case .households(let list):
            rows = list.filter { $0.state == .poor && isAsked($0.household.village) }.map { row($0) }
        case .people(let list): rows = list.filter { $0.isInScope && isAsked($0.organization) }.map { row($0) }
        case .cooperatives(let all):
            let list = all.filter { isAsked($0.cooperative.organization) && isAsked($0.cooperative.trade) }
            rows = figure.kind == .founders ? founders(list) : cooperatives(list)
        case .month(let details): rows = month(details)
        case .activities(let list): rows = filled(list.filter { counts($0.activity) })
        case .organizations(let list):
            kinds = list.reduce(into: [:]) { $0[$1.organization.code] = $1.organization.kind }
        case .person(let card): activities = card.activities
        default: break
        }
        // Two answers make these, in either order.
        if figure.kind == .fiveOnes { rows = fiveOnes }
        if figure.kind == .visits { rows = filled(activities.filter { isVisit($0.activity) }) }
        rows = [.missing, .pending, .counted].flatMap { standing in rows.filter { $0.standing == standing } }
    }

    private mutating func take(_ report: StatusReport) {
        fiveOnesStates = Dictionary(report.lines.map { ($0.code, $0.fiveOnes.state) }) { first, _ in first }
        branchNames = Dictionary(report.lines.map { ($0.code, $0.name) }) { first, _ in first }
        switch figure.kind {
        case .visitors: rows = report.committee.map { row($0) }
        case .themeVillages: rows = report.branches.filter { $0.kind == .village }.map { row($0) }
        case .partyDay:
            rows = report.branches.compactMap { branch in
                branch.partyDays.last { $0.span.last >= asOf }.map { partyDay(branch, $0) }
            }
        case .partyDays: rows = report.branches.flatMap { branch in branch.partyDays.map { partyDay(branch, $0) } }
        default: break
        }
    }
}

// MARK: - Committee members, branches, groups

extension FigureRows {
    private func row(_ member: StatusReport.CommitteeStatus) -> FigureRow {
        FigureRow(
            key: member.id.text, standing: member.visits.isMet ? .counted : .missing,
            cells: [member.name, member.visits.fraction, member.visits.state.title],
            opens: .open(.figure(Figure(kind: .visits, subject: .person(member.id, name: member.name)))),
            draft: ActivityDraft(
                kind: .researchVisit, participants: [Candidate(key: member.id.text, name: member.name)]),
            state: .init(member.visits.state))
    }

    private func row(_ village: StatusReport.BranchStatus) -> FigureRow {
        FigureRow(
            key: village.code.digits, standing: village.themeActivity.isMet ? .counted : .missing,
            cells: [village.name, village.themeActivity.fraction, village.themeActivity.state.title],
            opens: .open(.figure(Figure(kind: .themeActivities, subject: .branch(village.code, name: village.name)))),
            draft: ActivityDraft(kind: .themeActivity, organization: village.code, organizationName: village.name),
            state: .init(village.themeActivity.state))
    }

    private func partyDay(_ branch: StatusReport.BranchStatus, _ period: AskedPeriod) -> FigureRow {
        let (isHeld, month) = (period.isHeld, period.span.last.month)
        // In its own month every branch without one is missing from the figure; due or not is the worklist's.
        let standing: FigureRow.Standing =
            isHeld ? .counted : period.isMissing || figure.kind == .partyDay ? .missing : .pending
        let draft = ActivityDraft(
            kind: .partyDay, organization: branch.code, organizationName: branch.name,
            heldOn: min(period.span.last, asOf))
        let held = ActivityFilter(
            organization: branch.code, organizationName: branch.name, kinds: [.partyDay],
            month: period.span.period == .month ? month : nil)
        return FigureRow(
            key: "\(branch.code)/\(month)", standing: standing, cells: [branch.name, period.span.title],
            opens: isHeld ? .open(.activities(held)) : .record(draft), draft: draft, state: .init(period.progress.state)
        )
    }

    private var fiveOnes: [FigureRow] {
        guard let target = asked(.fiveOnes) else { return [] }
        return groups.flatMap { group in
            ActivityKind.fiveOnes.enumerated().map { index, kind in
                let (count, open) = (group.counts[index], group.open[index])
                let isMet = count >= max(target, 1)
                let progress = Progress(done: count, ofYearly: target, asOf: asOf)
                let branch = group.code.branch.flatMap { branchNames[$0] } ?? ""
                let draft = ActivityDraft(kind: kind, organization: group.code, organizationName: group.name)
                let recorded = ActivityFilter(organization: group.code, organizationName: group.name, kinds: [kind])
                return FigureRow(
                    key: "\(group.code)/\(kind.rawValue)", standing: isMet ? .counted : .missing,
                    cells: [
                        branch, group.name.name(in: branch), kind.title,
                        isMet
                            ? localized("完成 \(count)", "done \(count)")
                            : count > 0
                                ? "\(count)/\(target)"
                                : open > 0 ? localized("在办 \(open)", "open \(open)") : localized("未办", "none"),
                    ],
                    opens: count + open > 0 ? .open(.activities(recorded)) : .record(draft), draft: draft,
                    state: .init(progress.part(of: group.code.branch.flatMap { fiveOnesStates[$0] }).state))
            }
        }
    }
}

// MARK: - Households, members, cooperatives

extension FigureRows {
    private func row(_ household: HouseholdRow) -> FigureRow {
        let isVisited = household.lastVisitOn.map { $0 >= asOf.firstOfMonth } ?? false
        let isCounted = figure.kind == .visited ? isVisited : household.isCovered
        let id = household.household.id
        return FigureRow(
            key: id.text, standing: isCounted ? .counted : .missing,
            cells: [
                id.text, household.head, household.villageName, household.helperNames, household.lastVisit,
            ],
            opens: .open(.household(id)), draft: ActivityDraft(visitTo: household),
            state: figure.kind == .households ? .init(Gap.State.uncovered) : nil, household: household)
    }

    private func row(_ member: PersonRow) -> FigureRow {
        let person = member.person
        return FigureRow(
            key: person.id.text, standing: member.isGap ? .missing : .counted,
            cells: [
                person.id.text, person.name, member.organizationName, person.category.title,
                String(member.households),
            ],
            opens: .open(.person(person.id)), draft: ActivityDraft(participants: [Candidate(member)]),
            state: .init(Gap.State.uncovered), person: member)
    }

    /// Whether an organization belongs to the branch of which the figure speaks; of a township its own only.
    private func isAsked(_ organization: Code) -> Bool {
        guard case .branch(let code, _) = figure.subject else { return true }
        return (organization.branch ?? organization) == code
    }

    private func isAsked(_ trade: String) -> Bool {
        guard case .trade(let asked) = figure.subject else { return true }
        return asked == trade
    }

    private func cooperatives(_ list: [CooperativeRow]) -> [FigureRow] {
        list.filter { $0.isActive || figure.kind == .cooperatives }.map { row in
            let cooperative = row.cooperative
            let isCounted =
                switch figure.kind {
                case .memberFounded: !cooperative.founders.isEmpty
                case .householdsLed: cooperative.householdsLed > 0
                default: row.isActive
                }
            return FigureRow(
                key: cooperative.id.text, standing: isCounted ? .counted : .missing,
                cells: [
                    cooperative.name, row.organizationName, row.founderNames.joined(separator: localized("、", ", ")),
                    String(cooperative.householdsLed),
                ],
                opens: .form(.correct(AnyRecord(cooperative))),
                draft: ActivityDraft(organization: cooperative.organization, organizationName: row.organizationName),
                weight: figure.kind == .householdsLed ? cooperative.householdsLed : 1)
        }
    }

    private func founders(_ list: [CooperativeRow]) -> [FigureRow] {
        var names: [Person.ID: (name: String, led: [String])] = [:]
        for row in list where row.isActive {
            for (id, name) in zip(row.cooperative.founders, row.founderNames) {
                names[id, default: (name, [])].led.append(row.cooperative.name)
            }
        }
        return names.sorted { $0.key < $1.key }.map { id, founder in
            FigureRow(
                key: id.text, standing: .counted,
                cells: [founder.name, founder.led.joined(separator: localized("、", ", "))], opens: .open(.person(id)))
        }
    }
}

// MARK: - Activities

extension FigureRows {
    private func counts(_ activity: Activity) -> Bool {
        guard case .branch(let code, _) = figure.subject, activity.organization == code else { return false }
        let kind: ActivityKind = figure.kind == .themeActivities ? .themeActivity : .researchVisit
        return activity.kind == kind && isInWindow(activity)
    }

    private func isVisit(_ activity: Activity) -> Bool {
        let host = kinds[activity.organization]
        return activity.kind == .researchVisit && isInWindow(activity) && (host == .village || host == .joint)
    }

    private func isInWindow(_ activity: Activity) -> Bool {
        activity.countingDate.map { $0 >= asOf.firstOfYear && $0 <= asOf } ?? false
    }

    /// The activities that count, and a row for each that is still to be held.
    private func filled(_ activities: [ActivityRow]) -> [FigureRow] {
        let held = activities.map { row in
            FigureRow(
                key: row.activity.id.text, standing: .counted,
                cells: [
                    row.activity.heldOn.description, row.organizationName, row.activity.title,
                    row.activity.evidence.title,
                ],
                opens: .form(.correct(row, requirements)), draft: draft)
        }
        guard let target, held.count < target else { return held }
        let state = Progress(done: held.count, ofYearly: target, asOf: asOf).state
        let wanted = (held.count + 1...target).map { number in
            FigureRow(
                key: "\(number)", standing: .missing,
                cells: ["", "", localized("第 \(number) 次，按 Enter 记", "no. \(number), Enter records it"), ""],
                opens: .record(draft), draft: draft, state: .init(state))
        }
        return held + wanted
    }

    private var draft: ActivityDraft {
        switch figure.subject {
        case .scope, .trade: ActivityDraft()
        case .month(let code, let name, let month):
            ActivityDraft(organization: code, organizationName: name, heldOn: min(month.last, asOf))
        case .branch(let code, let name):
            ActivityDraft(
                kind: figure.kind == .themeActivities ? .themeActivity : .researchVisit, organization: code,
                organizationName: name)
        case .person(let id, let name):
            ActivityDraft(kind: .researchVisit, participants: [Candidate(key: id.text, name: name)])
        }
    }
}

// MARK: - Months

extension FigureRows {
    private func month(_ details: MonthDetails) -> [FigureRow] {
        let held = details.activities.map { row in
            FigureRow(
                key: row.activity.id.text, standing: .counted,
                cells: [
                    row.activity.heldOn.description, row.activity.kind.title, row.activity.title,
                    row.activity.evidence.title,
                ],
                opens: .form(.correct(row, requirements)), draft: draft)
        }
        return MonthLack.all(of: details).compactMap { lack($0, details.report) } + held
    }

    /// What was entered late is there, and lacks nothing.
    private func lack(_ lack: MonthLack, _ report: MonthReport) -> FigureRow? {
        if case .late = lack { return nil }
        return FigureRow(
            key: "\(lack.title)/\(lack.key)", standing: .missing, cells: [lack.days, lack.kind, lack.what, ""],
            opens: lack.command(requirements, today: asOf), draft: draft, state: .init(lack))
    }
}
