import PartyWork
import TerminalUI

/// The hints at the foot: as many as have room, those that everyone needs always among them.
struct Footer {
    let overlay: Overlay?
    let offers: [Offer]
    /// Whether there is nothing to go back to, so that the way out is told instead.
    let isTop: Bool
    /// Whether a search is being typed, so that letters are text.
    let isSearching: Bool

    /// The hints that fit into a width; 返回, 帮助 and 命令 are never left out.
    func line(width: Int, _ context: Context) -> HintLine {
        let all = all
        return HintLine(all, by: byWeight(all), width: width, context)
    }

    /// The places of the hints, those first that go before others: looking back gives way to the months, and so do sorting by
    /// columns and choosing rows where a list can be put worst first.
    private func byWeight(_ hints: [Hint]) -> [Int] {
        let order = Array(hints.indices)
        guard let months = hints.firstIndex(where: { $0.key == Footer.monthKeys }) else { return order }
        let actions = offers.contains { $0.action == .worst } ? Footer.givingWay : []
        let labels =
            actions.map(\.label) + [
                Meaning.compareDays.label, Meaning.trend.label, Meaning.changesOfCard.label, Meaning.lacking.label,
            ]
        let yielding = order.prefix(months).filter { labels.contains(hints[$0].label) }
        return order.prefix(months).filter { !yielding.contains($0) } + [months] + yielding
            + order.dropFirst(months + 1)
    }

    private static let givingWay: [Action] = [.remind, .sort, .choose, .chooseRange, .chooseAll]

    /// Actions whose key is told with another's.
    private static let twins: [Action] = [.previousCard, .nextMonth, .moveRight, .previousPane, .previousTab, .reverse]

    /// Actions that are about the terminal, and hiding what is in sight: the help tells them.
    private static let quiet: [Action] = [.preview, .grow, .settings, .mouse, .suspend]

    private static let untold = twins + quiet

    fileprivate static let monthKeys = "[ ]"
    private static let backKey = "Esc"
    private static var leaving: Hint { Hint("q", Action.quit.label, isEssential: true) }

    fileprivate static let essential: Set<Action> = [.back, .help, .palette]

    private var all: [Hint] {
        switch overlay {
        case .form(let form):
            [
                Hint("Tab", localized("下一项", "next field")), Hint("Enter", localized("下一项/选定", "next/choose")),
                Hint("^S", form.isPrinting ? localized("写入", "write") : Action.save.label), back, help,
                Hint("", localized("（返回后填过的还在）", "(typing is kept)")),
            ]
        case .menu:
            [
                Hint(localized("数字", "Digits"), localized("直接选", "choose at once")),
                Hint("Enter", localized("选定", "choose")), back, help,
            ]
        case .confirm:
            [
                Hint(localized("左右键", "Left Right"), localized("选择", "select")),
                Hint("Enter", localized("确定", "confirm")), back, help,
            ]
        case .palette:
            [
                Hint("Enter", localized("做或打开", "do or open")),
                Hint(localized("上下键", "Up Down"), localized("选", "select")), Hint("^U", localized("清空", "clear")), back,
                help,
            ]
        case .preview(let preview):
            [
                preview.saving.map { Hint("^S", $0) }, Hint(localized("上下键", "Up Down"), localized("滚动", "scroll")),
                back, help,
            ].compactMap { $0 }
        case .page(let page):
            page.isHelp
                ? [
                    Hint(localized("上下键", "Up Down"), localized("滚动", "scroll")),
                    Hint("F1", localized("关闭帮助", "close help")), back,
                ] : [Hint(localized("上下键", "Up Down"), localized("滚动", "scroll")), back]
        case nil where isSearching: searching
        case nil:
            hints(for: offers.filter { isTold($0) && !(isTop && $0.action == .quit) }).map {
                isTop && $0.key == Footer.backKey ? Footer.leaving : $0
            }
        }
    }

    private func isTold(_ offer: Offer) -> Bool { offer.unavailable == nil && !Footer.untold.contains(offer.action) }

    private var searching: [Hint] {
        let opening = offers.first { $0.action == .open && $0.unavailable == nil }.map { hint(for: $0) }
        return [
            opening, Hint(localized("上下键", "Up Down"), localized("选", "select")),
            Hint("Esc", localized("退出查找", "leave search"), isEssential: true), help,
        ].compactMap { $0 }
    }

    private var back: Hint { hint(for: Offer(.back)) }
    private var help: Hint { hint(for: Offer(.help)) }

    private func hint(for offer: Offer) -> Hint { hints(for: [offer])[0] }

    private func hints(for offers: [Offer]) -> [Hint] {
        let usual = Footer.usual[Language.current] ?? [:]
        return offers.map { offer in
            guard let usual = usual[offer.action] else { return Hint(for: offer) }
            return offer.ownLabel.map { Hint(usual.key, $0, isEssential: usual.isEssential) } ?? usual
        }
    }

    /// The hints in either language, made and measured once, because every key draws some of them; none of their
    /// characters is of ambiguous width.
    private static let usual: [Language: [Action: Hint]] = Dictionary(
        uniqueKeysWithValues: Language.allCases.map { language in
            (
                language,
                Language.$current.withValue(language) {
                    Dictionary(uniqueKeysWithValues: Action.allCases.map { ($0, Hint(for: Offer($0)).measured) })
                }
            )
        })
}

extension Hint {
    /// The two keys of the months are one hint, and those of moving.
    fileprivate init(for offer: Offer) {
        switch offer.action {
        case .previousMonth: self.init(Footer.monthKeys, localized("换月", "month"))
        case .moveLeft: self.init(localized("左右键", "Left Right"), localized("移动", "move"))
        default: self.init(offer.action.keys[0].name, offer.label, isEssential: Footer.essential.contains(offer.action))
        }
    }
}
