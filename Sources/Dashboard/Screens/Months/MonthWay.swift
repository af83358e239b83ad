import PartyWork
import TerminalUI

/// What can be done with a branch's month: the bindings with their reasons.
struct MonthWay: Hashable, Sendable {
    let code: Code
    let name: String
    let month: Month
    let state: MonthState
    let work: MonthWork

    /// What an action leads to, or why it cannot be done, where no key stands for it.
    func commands(_ action: Action, _ context: Context) -> [Command] {
        let all: [Binding<Void>] = bindings(context)
        guard let binding = all[action].first else { return [] }
        var nothing: Void = ()
        return binding.offer.unavailable.map { [.notice($0)] } ?? binding.perform(&nothing)
    }

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

    /// The steps of several branches at once: those that may take one, after a question that says why others may not.
    static func bindings<Owner>(_ ways: [MonthWay], _ context: Context) -> [Binding<Owner>] {
        let alone = localized("要逐个写明原因，请按 Esc 再选一个", "each needs its own reason: Esc, then one by one")
        return [(Action.submit, MonthStep.Kind.submit), (.accept, .accept)].map { action, step in
            let refusals = ways.map { way in
                MonthRules.refusal(step, of: way.month, branch: way.name, in: way.state, on: context.today)
            }
            let refused = zip(ways, refusals).compactMap { way, refusal in refusal.map { (way.name, $0.text) } }
            let fitting = zip(ways, refusals).filter { $0.1 == nil }.map(\.0)
            return Binding<Owner>(action, unavailable: fitting.isEmpty ? refused.first?.1 : nil) { _ in
                [.confirm(.step(step, fitting, refused: refused))]
            }
        } + [Binding<Owner>(.giveBack, unavailable: alone) { _ in [] }]
    }

    /// The steps where no month is selected.
    static func none<Owner>(_ reason: String) -> [Binding<Owner>] {
        actions.map { Binding($0, unavailable: reason) { _ in [] } }
    }
}

extension MonthWay {
    init(_ report: MonthReport) {
        self.init(
            code: report.code, name: report.name, month: report.month, state: report.state, work: report.figures.work)
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
                ? signing : correctable,
        ]
        return Confirmation(
            title: localized(
                "\(step.title) \(way.name) \(way.month.title)的月报？",
                "Month of \(way.name), \(way.month.title): \(step.title)?"), lines: lines, verb: step.title,
            choice: .effect(.perform(act)))
    }

    /// The question before a step with the month of several branches: which take it, which do not and why.
    fileprivate static func step(
        _ step: MonthStep.Kind, _ ways: [MonthWay], refused: [(name: String, reason: String)]
    ) -> Confirmation {
        let month = ways.first?.month.title ?? ""
        let act = ways.first.map { Act.takeMonthStep(step, of: $0.month, ways.map(\.code), reason: "") }
        let lines =
            ways.map { localized("\($0.name)：\($0.work.title)", "\($0.name): \($0.work.title)") }
            + [step == .accept ? signing : Confirmation.correctable]
            + refused.map { localized("! \($0.name) 不能\(step.title)：\($0.reason)", "! \($0.name), no: \($0.reason)") }
        return Confirmation(
            title: localized(
                "\(step.title)选中的 \(ways.count) 个支部 \(month)的月报？",
                "Months of \(month), \(plural(ways.count, "branch", "branches")): \(step.title)?"), lines: lines,
            verb: step.title, choice: act.map { .effect(.perform($0)) } ?? .back)
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

    private static var correctable: String {
        localized("上报后还可以更正；镇里接收后才锁定。", "It can still be corrected; accepting locks it.")
    }

    private static var signing: String {
        localized(
            "按此刻的数字签收；此后这个月计入的内容锁定，要改须先重开。",
            "Signed with the figures of now; what counts in the month is then locked until reopened.")
    }
}
