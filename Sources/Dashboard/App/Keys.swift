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
        guard visit.screen.handle(key, context) else { return mean(nothing: key) }
        replaceTop(visit)
        return []
    }

    /// Says that a key means nothing here: nobody is to wonder whether it was heard. What the terminal tells by itself is no
    /// key.
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

    /// Does an action that is offered, or says why it cannot be done now.
    ///
    /// - Parameter key: the key that was pressed for it; nil where it was chosen by its name.
    mutating func take(_ action: Action, by key: Key? = nil) -> [Effect] {
        guard let offer = offers.first(where: { $0.action == action }) else { return [] }
        if let reason = offer.unavailable {
            notice = Notice(
                text: localized("“\(offer.label)”现在不能用：\(reason)", "\(offer.label) is not possible now: \(reason)"),
                isWarning: true)
            return []
        }
        return perform(action, by: key)
    }

    /// What the keys do now: the screen's actions, then those of every screen.
    var offers: [Offer] {
        let own = top?.screen.offers(context) ?? []
        if top?.screen.isModal ?? false { return own + [Offer(.help), Offer(.repaint), Offer(.quit)] }
        let taken = own.map(\.action)
        return own + globalOffers.filter { !taken.contains($0.action) }
    }

    var globalOffers: [Offer] {
        if isBeginning { return [Offer(.back), Offer(.help), Offer(.repaint), Offer(.quit)] }
        let isPresent = context.asOf == context.today
        return [
            Offer(.record), Offer(.previousMonth),
            Offer(.nextMonth, unavailable: isPresent ? localized("已经是今天", "It is today already") : nil),
            Offer(.present, unavailable: isPresent ? localized("已经是今天", "It is today already") : nil), Offer(.back),
            Offer(.help), Offer(.palette),
            Offer(.scope), Offer(.print, unavailable: printout.items.isEmpty ? nothingToPrint : nil),
            Offer(.undo), Offer(.redo), Offer(.nextTab), Offer(.previousTab), Offer(.repaint), Offer(.quit),
            Offer(
                .settings, unavailable: top?.place == .settings ? localized("这里就是设置", "These are the settings") : nil),
            Offer(.mouse), Offer(.suspend),
        ]
    }

    private var nothingToPrint: String { localized("这一页没有可打印的", "nothing to print here") }

    mutating func perform(_ action: Action, by key: Key? = nil) -> [Effect] {
        guard var visit = top else { return [] }
        if visit.screen.offers(context).contains(where: { $0.action == action }) {
            let commands = visit.screen.perform(action, context)
            replaceTop(visit)
            return commands.flatMap { run($0) }
        }
        return performGlobally(action, by: key)
    }

    mutating func performGlobally(_ action: Action, by key: Key? = nil) -> [Effect] {
        switch action {
        case .record: return run(.record(top?.screen.draft(context) ?? ActivityDraft()))
        case .previousMonth: moveMonth(by: -1)
        case .nextMonth: moveMonth(by: 1)
        case .present: context.asOf = context.today
        case .back: return goBack()
        case .help: overlays.append(.page(.help(title: screenName, offers: offers)))
        case .palette: return openPalette()
        case .scope: return inquire(.scopes)
        case .print: return askToPrint()
        // A letter that was meant for a field writes nothing: it asks first.
        case .undo: return inquire(.undo(asks: key?.isLetter ?? false))
        case .redo: return inquire(.redo)
        case .nextTab: return open(catalogue.tab(1, from: tab))
        case .previousTab: return open(catalogue.tab(-1, from: tab))
        case .repaint: return [.repaint]
        case .settings: return run(.open(.settings))
        case .mouse: return prefer(.mouse(!context.preferences.mouse), forGood: false)
        case .suspend: return suspend()
        case .quit: return [.quit]
        default: break
        }
        return []
    }

    /// To the end of another month, never past today.
    mutating func moveMonth(by months: Int) {
        let end = context.asOf.firstOfMonth.adding(months: months).lastOfMonth
        context.asOf = min(end, context.today)
    }

    mutating func goBack() -> [Effect] {
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
        if let root = stacks[next]?.first { stacks[next] = [root] }
        return open(next)
    }

    /// Shows a tab as it was left, or for the first time.
    mutating func open(_ next: Tab) -> [Effect] {
        guard !isBeginning else { return [] }
        if stacks[next] == nil {
            guard let place = next.place(beside: top?.screen.branch(context)) else {
                notice = Notice(
                    text: localized("先在总览里选一个支部，按 Enter 打开", "First select a branch in the overview and press Enter"),
                    isWarning: false)
                return []
            }
            stacks[next] = [Visit(place)]
        }
        tab = next
        return []
    }
}

extension Key {
    /// Whether it types a character where there is a field.
    fileprivate var isLetter: Bool { if case .text = self { true } else { false } }
}
