import PartyWork
import TerminalUI

/// What can be done with a branch's month: the bindings with their reasons.
struct MonthWay: Sendable {
    let code: Code
    let name: String
    let month: Month
    let state: MonthState
    let work: MonthWork

    /// What each action does with a month: one that is signed is given back by reopening it.
    private func step(_ action: Action) -> MonthStep.Kind? {
        switch action {
        case .submit: .submit
        case .accept: .accept
        case .giveBack: state == .accepted ? .reopen : .giveBack
        // The other actions take no step.
        default: nil
        }
    }

    private static let actions = [Action.submit, .accept, .giveBack]

    /// The steps, each with why it cannot be taken now.
    func bindings<Owner>(_ context: Context) -> [Binding<Owner>] {
        MonthWay.actions.compactMap { action in
            step(action).map { step in
                let refusal = MonthRules.refusal(step, of: month, branch: name, in: state, on: context.today)
                return Binding<Owner>(action, step == .reopen ? .reopen : nil, unavailable: refusal?.text) { _ in
                    [step.needsReason ? .form(.step(step, self)) : .confirm(.step(step, self))]
                }
            }
        }
    }

    /// The steps where no month is selected.
    static func none<Owner>(_ reason: String) -> [Binding<Owner>] {
        actions.map { Binding($0, unavailable: reason) { _ in [] } }
    }
}

extension Form<Filing> {
    /// The form for a step that needs a reason.
    fileprivate static func step(_ step: MonthStep.Kind, _ way: MonthWay) -> Form {
        let fields = [
            Field(fixed: "\(way.name) \(way.month.title)", label: localized("月报", "Month")),
            reason,
        ]
        let rule =
            step == .reopen
            ? localized(
                "重开后可以更正，更正完再上报、接收；原来签收的数字保留，与新的并列",
                "Once reopened it can be corrected, then submitted and accepted again; what was signed is kept beside it"
            ) : localized("退回后由支部改好再上报；原因支部看得到", "The branch mends it and submits again; it sees the reason")
        return Form(
            title: localized(
                "\(step.title)月报：\(way.name) \(way.month.title)", "Month, \(step.title): \(way.name) \(way.month.title)"
            ), rule: rule, fields: fields
        ) {
            answers throws(FieldErrors) in
            .takeMonthStep(step, of: way.month, [way.code], reason: try answers.reason())
        }
    }
}

extension Confirmation {
    /// The question before a month is reported or signed: what it lacks, and what follows.
    fileprivate static func step(_ step: MonthStep.Kind, _ way: MonthWay) -> Confirmation {
        let act = Act.takeMonthStep(step, of: way.month, [way.code], reason: "")
        let lines = [
            localized("这个月：\(way.work.title)。", "This month: \(way.work.title)."),
            step == .accept
                ? signing : localized("上报后还可以更正；镇里接收后才锁定。", "It can still be corrected; accepting locks it."),
        ]
        return Confirmation(
            title: localized(
                "\(step.title) \(way.name) \(way.month.title)的月报？",
                "Month of \(way.name), \(way.month.title): \(step.title)?"), lines: lines, verb: step.title,
            choice: .effect(.perform(act)))
    }

    /// The question before all that was reported of a month is accepted.
    static func acceptAll(_ branches: [MonthMap.Branch], of month: Month) -> Confirmation {
        let names = branches.map(\.name).joined(separator: localized("、", ", "))
        let act = Act.takeMonthStep(.accept, of: month, branches.map(\.code), reason: "")
        return Confirmation(
            title: localized("接收 \(month.title)所有已上报的月报？", "Accept all submitted months of \(month.title)?"),
            lines: [
                localized(
                    "将接收 \(branches.count) 个支部的月报：\(names)",
                    "To be accepted, \(plural(branches.count, "branch", "branches")): \(names)"), signing,
            ],
            verb: MonthStep.Kind.accept.title, choice: .effect(.perform(act)))
    }

    private static var signing: String {
        localized(
            "按此刻的数字签收；此后这个月计入的内容锁定，要改须先重开。",
            "Signed with the figures of now; what counts in the month is then locked until reopened.")
    }
}
