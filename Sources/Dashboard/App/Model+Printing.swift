import PartyWork
import TerminalUI

// Printing in the dashboard: from the key to what came of it.

extension Model {
    /// What the screen in sight has to print.
    var printout: Printout { top?.screen.printout(context) ?? Printout() }

    /// Asks what to print, and then how and where; only the latter where there is one thing.
    mutating func askToPrint() -> [Effect] {
        let items = printout.items
        guard items.count > 1 else { return items.first.map { show(.printing($0, context)) } ?? [] }
        return run(.menu(.printing(items, context)))
    }

    /// Writes again what a question was about; the form below waits.
    mutating func print(_ job: PrintJob) -> [Effect] {
        changePrintForm { $0.isSaving = true }
        return [.print(job)]
    }

    /// Says what came of it; until something is written the form stays, with all that was typed.
    mutating func finish(_ job: PrintJob, _ outcome: PrintOutcome) -> [Effect] {
        // The journal has an entry of every unmasked printing.
        if job.isUnmasked { revision += 1 }
        switch outcome {
        case .written(let path, let remark, let sent): return close(job, path, remark, sent)
        case .exists(let path):
            changePrintForm { $0.isSaving = false }
            return run(.confirm(.replacing(path, job)))
        case .failed(let text):
            changePrintForm { $0.fail(text) }
            if !isPrinting { notice = Notice(text: text, isWarning: true) }
            return []
        }
    }

    private mutating func close(_ job: PrintJob, _ path: String, _ remark: String, _ sent: String) -> [Effect] {
        if isPrinting, case .form(let form)? = overlays.popLast() { drafts[form.identity] = nil }
        let more = [sent, remark].filter { !$0.isEmpty }.map { localized("；\($0)", "; \($0)") }.joined()
        notice = Notice(
            text: localized("已写入 \(path)", "Written: \(path)") + more, isWarning: !remark.isEmpty,
            path: path)
        guard job.folder != context.preferences.printFolder else { return [] }
        context.preferences.printFolder = job.folder
        return [.keep(.printFolder(job.folder))]
    }

    private var isPrinting: Bool {
        if case .form(let form)? = overlays.last { form.isPrinting } else { false }
    }

    private mutating func changePrintForm(_ change: (inout Form<Filing>) -> Void) {
        guard case .form(var form)? = overlays.last, form.isPrinting else { return }
        change(&form)
        overlays[overlays.count - 1] = .form(form)
    }
}

extension Confirmation {
    /// The question before a file is replaced.
    fileprivate static func replacing(_ path: String, _ job: PrintJob) -> Confirmation {
        var job = job
        job.replaces = true
        return Confirmation(
            title: localized("已有同名文件，换成新的？", "There is a file of this name. Replace it?"),
            lines: [
                path,
                localized(
                    "替换以后，原来那一份就没有了。不替换就回到表里，可以改文件名。", "The old one is then gone. Otherwise you can change the name."),
            ],
            verb: localized("替换", "replace"), choice: .print(job))
    }
}
