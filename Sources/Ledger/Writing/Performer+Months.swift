import PartyWork

/// Reporting, accepting, returning and reopening months.
extension Performer {
    /// Takes a step with a month of branches: all or none.
    ///
    /// An acceptance keeps the figures of the moment.
    func take(_ step: MonthStep.Kind, of month: Month, _ codes: [Code], reason: String) throws -> Outcome {
        var names: [String] = []
        var keys: [RecordKey] = []
        try db.each(codes) { code in
            let branch = try db.branch(code)
            let report = try db.monthReport(branch, month, asOf: today)
            let last = report.steps.last
            let refusal = MonthRules.refusal(step, of: month, branch: branch.name, in: report.state, on: today)
            if let refusal { throw refusal }
            if step == .accept, permission.isLimited, last?.officer == officer.name {
                throw Refusal.ownMonth(branch: branch.name, month)
            }
            let new = try checked(
                MonthStep(
                    organization: code, month: month, position: (last?.position ?? 0) + 1, step: step, takenOn: today,
                    officer: officer.name, reason: reason, figures: step == .accept ? report.figures : nil))
            try entry.add(new)
            names.append(branch.name)
            keys.append(new.key)
        }
        return Outcome(
            .tookStep(step, month, names, reason: CellRules.trimmed(reason)), key: keys.count == 1 ? keys[0] : nil)
    }

    // MARK: - Undo

    /// The change that stands in the way of taking a step back: the one that brought in the step after it.
    func laterStep(than change: JournalChange, _ current: AnyRecord?) throws -> JournalChange? {
        guard let step = current?.record as? MonthStep, change.before == nil else { return nil }
        let steps = try db.steps(of: step.month, in: Scope(step.organization))
        return steps.first { $0.position > step.position }.map { later in
            JournalChange(table: .monthSteps, key: later.key, before: nil, after: .gone)
        }
    }

    /// Refuses to take back a step that led to an acceptance: what was signed would stand without it.
    func refuseSigned(_ target: Int, _ change: JournalChange, _ current: AnyRecord?) throws {
        guard let step = current?.record as? MonthStep, change.before == nil else { return }
        let later = try db.steps(of: step.month, in: Scope(step.organization)).filter { $0.position > step.position }
        guard later.contains(where: { $0.step == .accept }) else { return }
        throw Refusal.signedSince(entry: target, branch: try db.branch(step.organization).name, step.month)
    }

    /// Refuses to do a step again after the month went another way, or a signature over figures that have changed
    /// since: one that is given again, and one that holds again because the reopening after it is taken back.
    func refuseStaleStep(_ change: JournalChange) throws {
        if case .record(let record) = change.after, let step = record.record as? MonthStep {
            let (branch, report) = try month(of: step)
            if report.state == .accepted, !report.shifted.isEmpty {
                throw Refusal.signedOtherwise(branch: branch.name, step.month)
            }
        }
        guard let step = change.before?.record as? MonthStep else { return }
        let (branch, report) = try month(of: step)
        let earlier = report.steps.filter { $0.position < step.position }
        let state = MonthState(after: earlier.last?.step)
        if earlier.count != step.position - 1 || !state.next.contains(step.step) {
            throw Refusal.stepOutOfOrder(branch: branch.name, step.month, state, step.step)
        }
        if let signed = step.figures, signed != report.figures {
            throw Refusal.signedOtherwise(branch: branch.name, step.month)
        }
    }

    private func month(of step: MonthStep) throws -> (branch: Organization, report: MonthReport) {
        let branch = try db.branch(step.organization)
        return (branch, try db.monthReport(branch, step.month, asOf: today))
    }
}

extension JournalChange {
    /// The step whose month is open once the change is taken back: an acceptance, which stays with what it signed and is
    /// followed by a reopening, or a reopening done again.
    func openingStep(over current: AnyRecord?) -> MonthStep? {
        switch (before?.record, current?.record) {
        case (nil, let step as MonthStep) where step.step == .accept: step
        case (let step as MonthStep, nil) where step.step == .reopen: step
        // Anything else leaves signed months signed.
        default: nil
        }
    }
}
