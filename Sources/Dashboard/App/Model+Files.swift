import PartyWork

extension Model {
    /// Has done what the screen in sight wants with files, once.
    mutating func beginFileTask() -> [Effect] {
        guard var pane = stacks[tab]?.last, pane.screen.fileTask != pane.fileTask else { return [] }
        pane.fileTask = pane.screen.fileTask
        replaceTop(pane)
        return pane.fileTask.map { [.files($0)] } ?? []
    }

    /// Tells the screens what came of a task; a form that asked for a path is closed, or says what was wrong with it.
    mutating func learn(_ task: FileTask, _ outcome: FileOutcome) {
        if case .form(let form)? = overlays.last, form.isSaving, case .list = task {
            if case .failed(let text) = outcome { return fail(text) }
            drafts[form.identity] = nil
            overlays.removeLast()
        }
        for tab in stacks.keys {
            for index in stacks[tab]?.indices ?? 0..<0 {
                let isInSight = tab == self.tab && index == (stacks[tab]?.count ?? 0) - 1
                guard isInSight || stacks[tab]?[index].fileTask == task else { continue }
                stacks[tab]?[index].screen.learn(task, outcome, context)
            }
        }
        if case .imported(_, let scope, _) = outcome { takeIn(scope) }
    }

    /// The ledger has more in it: every screen asks again; one that was empty is begun, with the receipt in sight.
    private mutating func takeIn(_ scope: Scope?) {
        revision += 1
        guard isBeginning, let receipt = top, let scope else { return }
        reload("", scope)
        notice = nil
        stacks[.overview]?.append(receipt)
    }

    /// Whether a task with files is under way for the screen in sight.
    package var isAtFiles: Bool { top?.screen.fileTask != nil }

    /// Whether the ledger is still empty, so that there is nothing to show but ways to begin.
    var isBeginning: Bool { stacks[.overview]?.first?.route == .welcome }
}
