import PartyWork
import TerminalUI

// What keys do in the form, menu, question or help over the screen.

extension Model {
    mutating func pressOverlay(_ key: Key) -> [Effect] {
        switch overlays.last {
        case .form(var form):
            let before = form
            let outcome = form.handle(key, formContext)
            if case .unused = outcome { return mean(nothing: key) }
            return goOn(with: form, from: before) + follow(outcome, form)
        case .menu(var menu):
            let outcome = menu.handle(key, context)
            overlays[overlays.count - 1] = .menu(menu)
            return follow(outcome, key)
        case .confirm(var confirmation):
            let outcome = confirmation.handle(key, context)
            overlays[overlays.count - 1] = .confirm(confirmation)
            return follow(outcome, key)
        case .page(var page):
            let outcome = page.handle(key, context)
            overlays[overlays.count - 1] = .page(page)
            switch outcome {
            case .stay: break
            case .unused: return mean(nothing: key)
            case .close: overlays.removeLast()
            case .more: return [.readHandbook(topic)]
            }
            return []
        case .palette(var palette):
            let outcome = palette.handle(key, context)
            overlays[overlays.count - 1] = .palette(palette)
            return follow(outcome, key)
        case .preview(var preview):
            let outcome = preview.handle(key, context)
            overlays[overlays.count - 1] = .preview(preview)
            return follow(outcome, key)
        case nil: return []
        }
    }

    /// Shows the form in sight as it is now, and asks what its pickers need where the day that they look at is another one.
    mutating func goOn(with form: Form<Filing>, from before: Form<Filing>) -> [Effect] {
        overlays[overlays.count - 1] = .form(form)
        guard form.focus != before.focus else {
            let isTried = form.trialQueries(context) != before.trialQueries(context)
            return form.isReading || isTried ? askForPickers() : []
        }
        // A crash then loses at most the field being typed (RELIABILITY, drafts).
        note(form)
        return askForPickers()
    }

    /// The palette of what is offered here; the names it asks for come after its first frame.
    mutating func openPalette() -> [Effect] {
        let palette = Palette(
            Palette.items(
                PaletteTask.all(top?.screen.draft(context) ?? ActivityDraft(), context), offers, catalogue, context)
                + views.map { Palette.Item(view: $0) } + Palette.Item.clearing(context.clearableSample)
                + Palette.Item.handbook,
            context)
        overlays.append(.palette(palette))
        return [.ask([AnyQuery(palette.query)])]
    }

    /// The keys of what lies over the screen; a page that is being read is closed instead.
    mutating func help(on overlay: Overlay) -> [Effect] {
        if let page = Page.help(on: overlay) { overlays.append(.page(page)) } else { overlays.removeLast() }
        return []
    }

    mutating func follow(_ outcome: Form<Filing>.Outcome, _ form: Form<Filing>) -> [Effect] {
        switch outcome {
        case .stay, .unused: return []
        case .save(let effect):
            note(form)
            // The same thing twice is asked about before it is saved; the form waits for the answer. What is sent again is not: it
            // may be there already, and its mark tells.
            if case .perform(let act) = effect, act.mayDouble, !form.wasSent(act) {
                return inquire(TwinsQuery(act: act)) { $0.save(act, beside: $1) }
            }
            if case .files(let task) = effect { return hand(task, from: form) }
            return [effect]
        case .done(let command):
            overlays.removeLast()
            drafts[form.identity] = nil
            return run(command)
        case .preview(let rows):
            note(form)
            return preview(rows, of: form)
        case .menu(let menu):
            overlays.append(.menu(menu))
            return []
        case .startOver:
            note(form)
            return []
        case .cancel:
            overlays.removeLast()
            note(form)
            if form.isChanged {
                notice = Notice(
                    text: localized(
                        "未保存；填过的内容还在，再打开“\(form.title)”可接着填",
                        "Not saved; what you typed is kept for when you open it again: \(form.title)"), isWarning: false
                )
            }
            return []
        }
    }

    mutating func follow(_ outcome: Menu.Outcome, _ key: Key) -> [Effect] {
        switch outcome {
        case .stay: return []
        case .unused: return mean(nothing: key)
        case .cancel:
            overlays.removeLast()
            return []
        case .chosen(let command):
            overlays.removeLast()
            return run(command)
        }
    }
}
