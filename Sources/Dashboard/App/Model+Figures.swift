import PartyWork

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
