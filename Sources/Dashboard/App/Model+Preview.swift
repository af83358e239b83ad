import PartyWork
import TerminalUI

extension Model {
    /// Shows what would be done to many rows; the form stays below.
    mutating func preview(_ rows: [PlannedRow], of form: Form<Filing>) -> [Effect] {
        let preview = Preview(title: localized("核对：\(form.title)", "Check: \(form.title)"), rows)
        overlays.append(.preview(preview))
        return [.rehearseEach(preview.acts)]
    }

    mutating func follow(_ outcome: Preview.Outcome, _ key: Key) -> [Effect] {
        switch outcome {
        case .stay: return []
        case .unused: return mean(nothing: key)
        case .save(let act): return [.perform(act)]
        case .cancel:
            closePreview()
            return []
        }
    }

    /// Goes back to the form below.
    mutating func closePreview() {
        overlays.removeLast()
        guard case .form(var form)? = overlays.last else { return }
        form.isSaving = false
        overlays[overlays.count - 1] = .form(form)
    }

    /// Nothing was saved; where a rule said no, the ledger has changed since it was asked, and is asked again.
    mutating func refusePreview(_ text: String, isOutdated: Bool) -> [Effect] {
        guard case .preview(var preview)? = overlays.last else { return [] }
        preview.refuse(text, isOutdated: isOutdated)
        overlays[overlays.count - 1] = .preview(preview)
        return isOutdated ? [.rehearseEach(preview.acts)] : []
    }

    /// Shows what several acts would come to.
    mutating func learn(_ acts: [Act], _ outcomes: [Result<String, Refusal>]) {
        guard case .preview(var preview)? = overlays.last, preview.acts == acts else { return }
        preview.learn(outcomes)
        overlays[overlays.count - 1] = .preview(preview)
    }

    /// A fault that no rule explains: nothing was saved, or nothing can be shown.
    mutating func failPreview(_ text: String) {
        guard case .preview(let preview)? = overlays.last else { return }
        if preview.isKnown {
            _ = refusePreview(text, isOutdated: false)
        } else {
            closePreview()
            notice = Notice(text: text, isWarning: true)
        }
    }

    /// Whether the overlay in sight shows what an act on many rows would do.
    var isPreviewing: Bool {
        if case .preview? = overlays.last { true } else { false }
    }
}
