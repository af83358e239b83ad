import PartyWork
import TerminalUI

extension Model {
    /// The forms that were filled and not saved, by identity.
    package var unfinished: [String: Draft] { drafts }

    /// Puts the form in sight aside with what was typed so far, as before the program ends.
    package mutating func putAside() {
        for case .form(let form) in overlays { note(form) }
    }

    /// Takes up what was typed in earlier runs, and says so.
    package mutating func resume(_ drafts: [Draft]) {
        guard let first = drafts.first, top?.route != .welcome else { return }
        for draft in drafts { self.drafts[draft.identity] = draft }
        let others = drafts.count > 1 ? localized("等 \(drafts.count) 张表", " and others, \(drafts.count) in all") : ""
        notice = Notice(
            text: localized(
                "上次没填完：“\(first.title)”\(others)；再打开它就接着填",
                "Left unfinished: \(first.title)\(others); open it again to go on"), isWarning: false)
    }

    /// The mark under which an act is sent: that of the form it is of, which keeps it with what was typed until it is saved.
    package mutating func mark(_ act: Act, orElse fresh: ActMark) -> ActMark {
        guard let index = overlays.lastIndex(where: { if case .form(let form) = $0 { form.isSaving } else { false } }),
            case .form(var form) = overlays[index]
        else { return fresh }
        let mark = form.mark(act, orElse: fresh)
        overlays[index] = .form(form)
        note(form)
        return mark
    }

    /// Says what could not be read of the last run.
    package mutating func warn(_ text: String) { notice = Notice(text: text, isWarning: true) }

    /// Keeps what was typed in a form, or forgets it where nothing is left of it.
    mutating func note(_ form: Form<Filing>) { drafts[form.identity] = form.draft }
}
