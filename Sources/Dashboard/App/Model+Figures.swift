import PartyWork

extension Model {
    private var figuresQuery: StatusQuery { StatusQuery(scope: context.scope, asOf: context.asOf) }

    /// Asks for the figures before an act that may move them, unless they are known.
    mutating func askingFigures(before effects: [Effect]) -> [Effect] {
        let isActing = effects.contains { if case .perform(let act) = $0 { act.movesFigures } else { false } }
        guard isActing, !isBeginning, !figures.knows(figuresQuery, at: revision) else { return effects }
        return [.ask([AnyQuery(figuresQuery)])] + effects
    }

    /// Keeps the figures as they are, for the effect of an act that was just saved.
    mutating func awaitEffect(of act: Act) {
        guard act.movesFigures else { return }
        figures.hold(figuresQuery, at: revision)
    }

    /// What is to be asked for the figures after an act, where the screen in sight does not ask for them itself.
    mutating func effectQueries() -> [AnyQuery] {
        guard let query = figures.queryToAsk().map({ AnyQuery($0) }), !(top?.asked.contains(query) ?? false) else {
            return []
        }
        return [query]
    }

    /// Learns the figures and the scope's name, and tells what an act made of them while it is still being told that it was saved.
    mutating func learn(_ report: StatusReport, to query: StatusQuery) {
        if report.scope == context.scope { learnName(of: report) }
        let changes = figures.take(report, to: query, at: revision)
        guard !changes.isEmpty, notice?.isOfSaving ?? false else { return }
        notice?.text += localized("；", "; ") + changes.joined(separator: localized("，", ", "))
    }
}

extension Act {
    /// Whether figures of branches may be others after it.
    var movesFigures: Bool {
        switch self {
        case .tick, .waive, .unmark, .takeBack, .takeMonthStep, .enter, .step, .adopt, .found, .printUnmasked, .look:
            false
        case .together(let acts): acts.contains(where: \.movesFigures)
        case .recordActivity, .add, .correct, .recordVisit, .correctVisit, .changeHousehold, .move, .voidActivity,
            .pair,
            .endPairings, .join, .absorb, .merge, .undo, .clearSample:
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
