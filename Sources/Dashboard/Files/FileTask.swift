import PartyWork
import TerminalUI

/// What a screen wants done with files, which it does not know itself. One is under way at a time.
package enum FileTask: Hashable, Sendable {
    /// What is in a folder; of a file, in the folder it is in. Empty for where the program was started.
    case list(String)
    /// How files are understood and what an import would do; nothing is saved.
    case examine(ImportOrder)
    /// Imports files. Nothing is saved where it would come to anything else than what was reviewed.
    case carryOut(ImportOrder, reviewed: ImportReview)
}

/// What comes of a ``FileTask``.
package enum FileOutcome: Sendable {
    case listed(FolderListing)
    /// It takes a while; so far it has come.
    case progress(WorkProgress)
    case examined(ImportReview)
    /// All is saved; the whole of the ledger now, nil where that is not one area; what did not work besides.
    case imported(ImportReview, Scope?, remark: String?)
    /// It was given up as the officer wished; nothing was saved.
    case cancelled
    /// It could not be done; the sentence says why and what to do next.
    case failed(String)
}

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
    var isBeginning: Bool { stacks[.overview]?.first?.place == .welcome }
}

extension Form<Filing> {
    /// The form that asks for the path of a file or folder to import.
    static func importPath(_ folder: String) -> Form {
        let path = FieldKey("路径")
        func title() -> String { localized("导入：输入路径", "Import: type a path") }
        let field = Field(
            path, .text, label: localized("文件或文件夹", "File or folder"),
            hint: localized("如 ~/贫困户.xlsx，或相对于 \(folder)", "such as ~/list.xlsx, or from \(folder)"))
        return Form(
            title: title(),
            rule: localized(
                "表格文件直接核对，文件夹打开来选；这一步什么都不会保存",
                "A table is examined at once, a folder is opened; nothing is saved by this"),
            identity: identity(title), fields: [field],
            purpose: Filing(.effect { answers throws(FieldErrors) in .files(.list(try answers.filled(path))) }))
    }
}
