import PartyWork

/// The figures as the ledger told them last. An act asks for them before and after, and the difference is told with 已保存:
/// what was saved for a figure is seen to be in it.
struct KnownFigures: Sendable {
    /// The question that was answered last, at which revision of the ledger, and what it brought.
    private var told: (question: Question, revision: Int, report: StatusReport)?
    /// The figures before an act whose effect is still to be told, what is to be asked for those after it, and at which
    /// revision that is.
    private var before: (report: StatusReport, question: Question, revision: Int)?

    /// Whether what came after was asked for.
    private var isAsked = false

    /// What is to be asked for the effect of an act, once; nil for nothing.
    mutating func questionToAsk() -> Question? {
        defer { isAsked = true }
        return isAsked ? nil : before?.question
    }

    /// Whether the figures of a revision are known.
    func knows(_ question: Question, at revision: Int) -> Bool {
        told?.question == question && told?.revision == revision
    }

    /// Keeps what is known of a revision as the figures before the act that makes the next.
    mutating func hold(_ question: Question, at revision: Int) {
        let known = knows(question, at: revision) ? told?.report : nil
        before = known.map { (report: $0, question: question, revision: revision + 1) }
        isAsked = false
    }

    /// Takes an answer; gives what the act changed, where that was waited for.
    mutating func take(_ report: StatusReport, to question: Question, at revision: Int) -> [String] {
        told = (question: question, revision: revision, report: report)
        guard let before, before.question == question else { return [] }
        self.before = nil
        return before.revision == revision ? report.changes(since: before.report) : []
    }
}

extension StatusReport {
    /// The most figures that are told one by one.
    private static let mostChanges = 3

    /// What is other than in an earlier report of the same day and scope: `主题活动 4/4 → 5/4`. Of several branches each figure
    /// is told with the branch.
    func changes(since before: StatusReport) -> [String] {
        let earlier = before.figuresBySubject
        let changed = named.flatMap { name, figures -> [(name: String, text: String)] in
            figures.compactMap { figure in
                guard let was = earlier[figure.figure], was != figure.value else { return nil }
                return (name: name, text: "\(figure.figure.kind.title) \(was) → \(figure.value)")
            }
        }
        let isOne = Set(changed.map(\.name)).count == 1
        let texts = changed.map { isOne ? $0.text : "\($0.name) \($0.text)" }
        let more = texts.count - StatusReport.mostChanges
        return texts.prefix(StatusReport.mostChanges)
            + (more > 0 ? [localized("另有 \(more) 项", "\(more) more")] : [])
    }

    /// The figures of each branch and of each committee member.
    private var named: [(name: String, figures: [ShownFigure])] {
        branches.map { (name: $0.name, figures: $0.figures) }
            + committee.map { (name: $0.name, figures: [$0.figure]) }
    }

    private var figuresBySubject: [Figure: String] {
        Dictionary(named.flatMap(\.figures).map { ($0.figure, $0.value) }, uniquingKeysWith: { first, _ in first })
    }
}

// MARK: - The model's

extension Model {
    private var figuresQuestion: Question { .status(context.scope, asOf: context.asOf) }

    /// Asks for the figures before an act that may move them, unless they are known.
    mutating func askingFigures(before effects: [Effect]) -> [Effect] {
        let isActing = effects.contains { if case .perform(let act) = $0 { act.movesFigures } else { false } }
        guard isActing, !isBeginning, !figures.knows(figuresQuestion, at: revision) else { return effects }
        return [.ask(figuresQuestion)] + effects
    }

    /// Keeps the figures as they are, for the effect of an act that was just saved.
    mutating func awaitEffect(of act: Act) {
        guard act.movesFigures else { return }
        figures.hold(figuresQuestion, at: revision)
    }

    /// Asks for the figures after an act, where the screen in sight does not ask for them itself.
    mutating func askForEffect() -> [Effect] {
        guard let question = figures.questionToAsk(), !(top?.asked.contains(question) ?? false) else { return [] }
        return [.ask(question)]
    }

    /// Learns the figures, and tells what the act made of them while it is still being told that it was saved.
    mutating func learn(_ report: StatusReport, to question: Question) {
        let changes = figures.take(report, to: question, at: revision)
        guard !changes.isEmpty, notice?.isOfSaving ?? false else { return }
        notice?.text += localized("；", "; ") + changes.joined(separator: localized("，", ", "))
    }
}

extension Act {
    /// Whether figures of branches may be others after it.
    fileprivate var movesFigures: Bool {
        switch self {
        case .tick, .waive, .unmark, .takeMonthStep, .printUnmasked: false
        case .together(let acts): acts.contains(where: \.movesFigures)
        case .recordActivity, .add, .correct, .recordVisit, .correctVisit, .changeHousehold, .move, .voidActivity,
            .pair,
            .endPairings, .undo:
            true
        }
    }

    /// Why an activity that was just saved counts nowhere yet; nil where it does, and for any other act.
    func standing(_ context: Context) -> String? {
        guard let activity = savedActivity, activity.voidedOn == nil else { return nil }
        guard let day = activity.countingDate else {
            return localized("未办结，暂不计数", "not resolved, not counted yet")
        }
        return day > context.asOf
            ? localized("晚于截至日 \(context.asOf)，暂不计数", "after \(context.asOf), not counted yet") : nil
    }

    private var savedActivity: Activity? {
        switch self {
        case .recordActivity(let activity), .recordVisit(let activity, _), .correctVisit(_, let activity, _, _):
            activity
        case .correct(_, let record): record.record as? Activity
        // No other act saves one activity.
        default: nil
        }
    }
}
