import PartyWork
import TerminalUI

// What keys do where no form, menu or question lies over the screen.

extension Model {
    mutating func press(_ key: Key) -> [Effect] {
        if case .mouse(let event) = key { return press(event) }
        clicked = nil
        if case .unreadable = key {
            notice = Notice(
                text: localized(
                    "收到无法识别的字节：请把终端的字符编码设为 UTF-8（或 GB18030 并设好 LANG）",
                    "Bytes came that are no text: set the terminal to UTF-8 (or GB18030, with LANG to match)"),
                isWarning: true)
            return []
        }
        notice = nil
        if key == .control("l") { return [.repaint] }
        if let overlay = overlays.last { return key == .function(1) ? help(on: overlay) : pressOverlay(key) }
        return pressScreen(key)
    }

    mutating func pressScreen(_ key: Key) -> [Effect] {
        guard var visit = top else { return [] }
        // Esc first undoes what is going on within the screen, such as a search; Enter ends a search and opens the hit.
        if visit.screen.isTyping || key == .escape {
            let isUsed = visit.screen.handle(key, context)
            replaceTop(visit)
            if isUsed { return [] }
        }
        if !visit.screen.isTyping, !visit.screen.isModal, !isBeginning, case .text(let typed) = key.asciiEquivalent,
            let digit = Int(typed), let tab = catalogue.tab(digit: digit)
        {
            return openRoot(of: tab)
        }
        if let action = Action.of(key, among: offers) { return take(action, by: key) }
        if isReadingFiles { return hold(key) }
        guard visit.screen.handle(key, context) else { return mean(nothing: key) }
        replaceTop(visit)
        return []
    }

    /// Says that a key means nothing here: nobody is to wonder whether it was heard.
    ///
    /// What the terminal tells by itself is no key.
    mutating func mean(nothing key: Key) -> [Effect] {
        switch key {
        case .focusIn, .focusOut, .cursorReport, .mouse, .unreadable: return []
        case _ where isSaving:
            notice = Notice(text: localized("正在保存，请稍候", "Saving, please wait"), isWarning: false)
        case .paste:
            notice = Notice(text: localized("此处不能粘贴", "Nothing can be pasted here"), isWarning: false)
        default:
            let next =
                if case .page? = overlays.last {
                    localized("上下键看，Esc 关闭", "Up and Down read on, Esc closes")
                } else {
                    localized("\(helpKey) 看帮助", "\(helpKey) for help")
                }
            notice = Notice(
                text: localized("此处没有「\(key.name)」键，\(next)", "No key \(key.name) here; \(next)"), isWarning: false)
        }
        return []
    }

    private var helpKey: String { overlays.isEmpty ? "?" : "F1" }

    /// Whether what the form in sight is about is on its way to the ledger.
    private var isSaving: Bool { if case .form(let form)? = overlays.last { form.isSaving } else { false } }

    /// Does what an action is bound to, or says why it cannot be done now.
    ///
    /// - Parameter key: the key that was pressed for it; nil where it was chosen by its name.
    mutating func take(_ action: Action, by key: Key? = nil) -> [Effect] {
        guard let binding = bindings(by: key)[action].first else { return [] }
        let offer = binding.offer
        if let reason = offer.unavailable {
            notice = Notice(
                text: localized("“\(offer.label)”现在不能用：\(reason)", "\(offer.label) is not possible now: \(reason)"),
                isWarning: true)
            return []
        }
        return binding.perform(&self).flatMap { run($0) }
    }

    /// What is told of the keys now.
    var offers: [Offer] {
        let own = ownOffers
        return (own + besides(own).map { $0.offer }).map { $0.limited(by: context.permission) }
    }

    private var ownOffers: [Offer] { top?.screen.offers(context) ?? [] }

    /// What the keys do now: the screen's own first, then those of every screen.
    func bindings(by key: Key? = nil) -> [Binding<Model>] {
        let own = ownOffers
        let all =
            own.map { offer in Binding<Model>(offer) { $0.performOnScreen(offer.action) } } + besides(own, by: key)
        return all.map { Binding($0.offer.limited(by: context.permission), perform: $0.perform) }
    }

    /// What the keys of every screen do beside its own.
    private func besides(_ own: [Offer], by key: Key? = nil) -> [Binding<Model>] {
        let everywhere = everywhere(by: key)
        if top?.screen.isModal ?? false { return everywhere[.help, .repaint, .quit] }
        return everywhere.filter { binding in !own.contains { $0.action == binding.offer.action } }
    }

    /// What keys do on every screen; over an empty ledger there is less.
    private func everywhere(by key: Key?) -> [Binding<Model>] {
        let always: [Binding<Model>] = [
            Binding(.back) { _ in [.back] },
            Binding(.help) { model in
                let purpose = model.top.map { model.catalogue.purpose(of: $0.route) } ?? ""
                let page = Page.help(
                    title: model.screenName, purpose: purpose, offers: model.offers, topic: model.topic)
                model.overlays.append(.page(page))
                return []
            },
            Binding(.repaint) { _ in [.effect(.repaint)] }, quitting,
        ]
        let turning: [Binding<Model>] = [
            Binding(.nextTab) { model in model.open(model.catalogue.tab(1, from: model.tab)).map { .effect($0) } },
            Binding(.previousTab) { model in
                model.open(model.catalogue.tab(-1, from: model.tab)).map { .effect($0) }
            },
        ]
        if isBeginning { return always }
        if isCounty { return moving + turning + always + arranging + ofTheTerminal }
        return [Binding(.record) { [.record($0.top?.screen.draft($0.context) ?? ActivityDraft())] }] + moving
            + always[.back, .help] + stepping + asking(by: key) + turning + always[.repaint, .quit] + ofTheTerminal
    }

    /// Moving the as-of date to the end of another month, never past today.
    private var moving: [Binding<Model>] {
        let isPresent = context.asOf == context.today ? localized("已经是今天", "It is today already") : nil
        func end(_ months: Int) -> Command { .asOf(context.asOf.firstOfMonth.adding(months: months).lastOfMonth) }
        return [
            Binding(.previousMonth) { _ in [end(-1)] }, Binding(.nextMonth, unavailable: isPresent) { _ in [end(1)] },
            Binding(.present, unavailable: isPresent) { [.asOf($0.context.today)] },
        ]
    }

    /// What opens something over the screen; a letter that was meant for a field takes nothing back: it asks first.
    private func asking(by key: Key?) -> [Binding<Model>] {
        let nothing = printout.items.isEmpty ? localized("这一页没有可打印的", "nothing to print here") : nil
        return previewing + arranging + [
            Binding(.palette) { $0.openPalette().map { .effect($0) } },
            Binding(.scope) { $0.askForScopes().map { .effect($0) } },
            Binding(.print, unavailable: nothing) { $0.askToPrint().map { .effect($0) } },
            Binding(.undo) { $0.askToUndo(asks: key?.isLetter ?? false).map { .effect($0) } },
            Binding(.redo) { $0.askToRedo().map { .effect($0) } },
        ]
    }

    /// Hiding the preview or showing it, growing a pane or putting the others back, on screens of this breadth.
    private var previewing: [Binding<Model>] {
        guard let breadth = context.breadth, let screen = top?.screen else { return [] }
        let (isHidden, isGrown) = (context.preferences.hiddenPreviews.contains(breadth), context.growsPanes)
        let hiding = Binding<Model>(.preview, isHidden ? .showPreview : nil) { _ in
            [.prefer(.preview(breadth, isShown: isHidden), forGood: true)]
        }
        let growing = Binding<Model>(.grow, isGrown ? .shrink : nil) { _ in
            [.prefer(.panes(breadth, areGrown: !isGrown), forGood: true)]
        }
        return (screen.canPreview(context) && !isGrown ? [hiding] : []) + (screen.canGrow(context) ? [growing] : [])
    }

    private var ofTheTerminal: [Binding<Model>] {
        let isThere = top?.route == .settings ? localized("这里就是设置", "These are the settings") : nil
        return [
            Binding(.settings, unavailable: isThere) { _ in [.open(.settings)] },
            Binding(.mouse) { [.prefer(.mouse(!$0.context.preferences.mouse), forGood: false)] },
            Binding(.suspend) { _ in [.suspend] },
        ]
    }

    private mutating func performOnScreen(_ action: Action) -> [Command] {
        guard var visit = top else { return [] }
        let commands = visit.screen.perform(action, context)
        replaceTop(visit)
        return commands
    }

    mutating func goBack() -> [Effect] {
        if var visit = top, let beneath = visit.screen.beneath {
            visit.screen = beneath
            replaceTop(visit)
            return []
        }
        if (stacks[tab]?.count ?? 0) > 1 {
            stacks[tab]?.removeLast()
            return []
        }
        if tab != .overview { return open(.overview) }
        notice = Notice(text: localized("这里已是最上一层；按 q 或 ^Q 退出", "This is the top; q or ^Q quits"), isWarning: false)
        return []
    }

    /// Shows the first screen of a tab, where its digit always leads.
    mutating func openRoot(of next: Tab) -> [Effect] {
        if var root = stacks[next]?.first {
            root.screen = root.screen.beneath ?? root.screen
            stacks[next] = [root]
        }
        return open(next)
    }

    /// Shows a tab as it was left, or for the first time.
    mutating func open(_ next: Tab) -> [Effect] {
        guard !isBeginning else { return [] }
        if stacks[next] == nil {
            guard let route = next.route(beside: top?.screen.branch(context)) else {
                notice = Notice(
                    text: localized("先在总览里选一个支部，按 Enter 打开", "First select a branch in the overview and press Enter"),
                    isWarning: false)
                return []
            }
            stacks[next] = [Visit(route)]
        }
        tab = next
        return []
    }
}

extension Key {
    /// Whether it types a character where there is a field.
    fileprivate var isLetter: Bool { if case .text = self { true } else { false } }
}
