import PartyWork
import TerminalUI

extension Model {
    /// Has done what the screen in sight wants with files, once.
    mutating func beginFileTask() -> [Effect] {
        guard var pane = stacks[tab]?.last, pane.screen.fileTask != pane.fileTask else { return [] }
        pane.fileTask = pane.screen.fileTask
        replaceTop(pane)
        return pane.fileTask.map { [.files($0)] } ?? []
    }

    /// Hands a task that a form or a menu asks for to the screen below, which shows how far it has come; what was typed
    /// is kept until something has come of it.
    mutating func hand(_ task: FileTask, from form: Form<Filing>? = nil) -> [Effect] {
        if case .list = task { return [.files(task)] }
        if let form {
            overlays.removeLast()
            handed[task] = form.identity
        }
        stacks[tab]?.last.map { visit in
            var visit = visit
            visit.screen.learn(task, .wanted, context)
            replaceTop(visit)
        }
        return []
    }

    /// Forgets what was typed into the form from which a task came, once it is done.
    private mutating func forgetDraft(of task: FileTask, _ outcome: FileOutcome) {
        switch outcome {
        case .examined, .imported, .compared, .copied, .tabulated:
            handed.removeValue(forKey: task).map { drafts[$0] = nil }
        case .cancelled, .failed: handed[task] = nil
        case .wanted, .listed, .progress: break
        }
    }

    /// Tells the screens what came of a task; a form that asked for a path is closed, or says what was wrong with it.
    mutating func learn(_ task: FileTask, _ outcome: FileOutcome) {
        forgetDraft(of: task, outcome)
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
        guard isBeginning, let scope else { return }
        leaveWelcome("", scope)
        notice = nil
    }

    /// The ledger has something in it: the overview takes the place of the ways to begin, below what was opened from them.
    mutating func leaveWelcome(_ text: String, _ scope: Scope) {
        let opened = stacks[.overview]?.dropFirst() ?? []
        reload(text, scope)
        stacks[.overview]?.append(contentsOf: opened)
    }

    /// Whether the screen in sight waits for files that are only read.
    var isReadingFiles: Bool { (top?.screen.isModal ?? false) && top?.screen.fileTask?.onlyReads ?? false }

    /// Keeps a key until the files are read; one that would save is not kept: what it would save is to be seen first.
    mutating func hold(_ key: Key) -> [Effect] {
        if Action.save.keys.contains(key) { return mean(nothing: key) }
        switch key {
        case .focusIn, .focusOut, .cursorReport, .mouse, .unreadable: return []
        default: keysHeld.append(key)
        }
        notice = Notice(
            text: localized("「\(key.name)」等读完再算", "\(key.name) waits until the files are read"), isWarning: false)
        return []
    }

    /// Presses what was typed while files were read, once that is done; forgets it where they were given up.
    mutating func pressHeld(after outcome: FileOutcome) -> [Effect] {
        guard !isReadingFiles else { return [] }
        let keys = keysHeld
        keysHeld = []
        switch outcome {
        case .cancelled, .failed: return []
        case .wanted, .listed, .progress, .examined, .imported, .compared, .copied, .tabulated: break
        }
        return keys.flatMap { isAsking && $0 != .escape ? answer(tooEarlyBy: $0) : press($0) }
    }

    /// Whether a task with files is under way for the screen in sight.
    package var isAtFiles: Bool { top?.screen.fileTask != nil }

    /// Whether the ledger is still empty, so that there is nothing to show but ways to begin.
    var isBeginning: Bool { stacks[.overview]?.first?.route == .welcome }
}
