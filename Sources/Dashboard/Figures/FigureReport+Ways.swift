import PartyWork
import TerminalUI

// Where the rows of figures lead, whatever figure they are of.

extension FigureReport {
    /// What Enter does on a row.
    func opens(_ row: FigureRow) -> Command {
        switch row.subject {
        case .member(let member): .open(.figure(member.figure.figure))
        case .branch(let branch): .open(.figure(Figure(.themeActivities, of: branch.subject)))
        case .partyDay(let branch, let period):
            period.isHeld ? .open(.activities(period.held(by: branch))) : .record(draft(row))
        case .item(let group, let kind, let isRecorded):
            isRecorded
                ? .open(
                    .activities(ActivityFilter(organization: group.code, organizationName: group.name, kinds: [kind])))
                : .record(draft(row))
        case .household(let household): .open(.household(household.household.id))
        case .person(let person): .open(.person(person.person.id))
        case .cooperative(let cooperative): .form(.correct(AnyRecord(cooperative.cooperative)))
        case .founder(let id): .open(.person(id))
        case .activity(let activity): .form(.correct(activity, requirements))
        case .wanted: .record(draft(row))
        case .lack(let lack): lack.command(requirements, today: asOf)
        }
    }

    /// What is known of an activity recorded from a row.
    func draft(_ row: FigureRow) -> ActivityDraft {
        switch row.subject {
        case .member(let member):
            ActivityDraft(kind: .researchVisit, participants: [Candidate(key: member.id.text, name: member.name)])
        case .branch(let branch):
            ActivityDraft(kind: .themeActivity, organization: branch.code, organizationName: branch.name)
        case .partyDay(let branch, let period):
            ActivityDraft(
                kind: .partyDay, organization: branch.code, organizationName: branch.name,
                heldOn: min(period.span.last, asOf))
        case .item(let group, let kind, _):
            ActivityDraft(kind: kind, organization: group.code, organizationName: group.name)
        case .household(let household): ActivityDraft(visitTo: household)
        case .person(let person): ActivityDraft(participants: [Candidate(person)])
        case .cooperative(let row):
            ActivityDraft(organization: row.cooperative.organization, organizationName: row.organizationName)
        case .founder: ActivityDraft()
        case .activity(let row): draft(row.activity.kind)
        case .wanted(let kind, _): draft(kind)
        case .lack: draft(nil)
        }
    }

    /// An activity of whom the figure speaks; of a month's the kind is still to be chosen.
    private func draft(_ kind: ActivityKind?) -> ActivityDraft {
        switch figure.subject {
        case .scope, .trade: ActivityDraft()
        case .month(let code, let name, let month):
            ActivityDraft(organization: code, organizationName: name, heldOn: min(month.last, asOf))
        case .branch(let code, let name): ActivityDraft(kind: kind, organization: code, organizationName: name)
        case .person(let id, let name): ActivityDraft(kind: kind, participants: [Candidate(key: id.text, name: name)])
        }
    }
}

extension AskedPeriod {
    /// The activities by which it is met.
    fileprivate func held(by branch: StatusReport.BranchStatus) -> ActivityFilter {
        ActivityFilter(
            organization: branch.code, organizationName: branch.name, kinds: [.partyDay],
            month: span.period == .month ? span.last.month : nil)
    }
}
