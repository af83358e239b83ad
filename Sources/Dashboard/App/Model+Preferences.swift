import PartyWork
import TerminalUI

extension Model {
    /// What the screens speak.
    package var language: Language { context.preferences.language }

    /// Sets something and says so.
    mutating func prefer(_ preference: Preference, forGood: Bool) -> [Effect] {
        switch preference {
        case .ambiguous(let width): context.preferences.ambiguous = width
        case .mouse(let isOn): context.preferences.mouse = isOn
        case .language(let language): speak(language)
        case .printFolder(let folder): context.preferences.printFolder = folder
        case .theme(let theme): context.preferences.theme = theme
        case .drawing(let drawing): context.preferences.drawing = drawing
        case .greeting(let text): context.preferences.greeting = text
        case .preview(let breadth, isShown: true): context.preferences.hiddenPreviews.remove(breadth)
        case .preview(let breadth, isShown: false): context.preferences.hiddenPreviews.insert(breadth)
        case .panes(let breadth, areGrown: true): context.preferences.grownPanes.insert(breadth)
        case .panes(let breadth, areGrown: false): context.preferences.grownPanes.remove(breadth)
        }
        let told = Language.$current.withValue(language) { preference.told(forGood: forGood) }
        notice = Notice(text: told, isWarning: false)
        return [forGood ? .keep(preference) : .prefer(preference)]
    }

    /// Every list is made anew, at the same row: it has the headings that it was made with.
    private mutating func speak(_ language: Language) {
        context.preferences.language = language
        Language.$current.withValue(language) {
            stacks = stacks.mapValues { visits in
                visits.map { $0.route == .settings ? $0 : Visit($0.route, $0.screen.kept) }
            }
        }
    }

    /// The notice is read when the program goes on.
    mutating func suspend() -> [Effect] {
        notice = Notice(
            text: localized("挂起后已回来；下次在命令行输入 fg 也能回来", "Back from the shell; fg brings you back the next time too"),
            isWarning: false)
        return [.suspend]
    }
}

extension Preference {
    fileprivate func told(forGood: Bool) -> String {
        switch self {
        case .ambiguous(.none): localized("已改为由终端自己说这些字占几格", "The terminal says now how wide these characters are")
        case .ambiguous(.narrow):
            forGood
                ? localized("已记住：这些字在这台终端上占一格", "Kept: these characters take one cell on this terminal")
                : localized("这些字先按一格排，看看齐不齐", "These characters take one cell now: do they line up?")
        case .ambiguous(.wide):
            forGood
                ? localized("已记住：这些字在这台终端上占两格", "Kept: these characters take two cells on this terminal")
                : localized("这些字先按两格排，看看齐不齐", "These characters take two cells now: do they line up?")
        case .mouse(true):
            localized(
                "鼠标已打开\(forGood ? "，以后也开着" : "")：滚轮翻动，点一下选中，再点一下打开；复制文字请按住 Shift",
                "The mouse is on\(forGood ? ", and at the next start" : ""): wheel scrolls, click selects, again opens; Shift copies"
            )
        case .mouse(false):
            localized("鼠标已关上\(forGood ? "，以后也关着" : "")", "The mouse is off\(forGood ? ", and at the next start" : "")")
        case .language:
            localized(
                "界面已改为中文\(forGood ? "，以后也是" : "")",
                "The screens are in English now\(forGood ? ", and at the next start" : "")")
        case .printFolder(let folder): localized("以后写到 \(folder)", "Files go to \(folder) from now on")
        case .greeting(let text):
            text.isEmpty
                ? localized("催办的开头改回原来的话", "Reminders begin with the usual words again")
                : localized("已记住：以后的催办这样开头", "Kept: reminders begin with these words")
        case .preview(_, isShown: true): localized("预览已显示，这台终端以后都这样", "The preview is shown, and at the next start")
        case .preview(_, isShown: false):
            localized("预览已收起，这台终端以后都这样；再按一次显示", "The preview is hidden, and at the next start; again shows it")
        case .panes(_, areGrown: true):
            localized(
                "已放大：只看这一栏，Tab 换栏；这台终端以后都这样，再按一次还原",
                "Grown: this pane alone, Tab goes on; kept for this terminal, again puts the others back")
        case .panes(_, areGrown: false):
            localized("已还原：各栏一起看，这台终端以后都这样", "All panes again, and at the next start")
        case .drawing(let drawing):
            localized(
                "图形：\(drawing.title)\(forGood ? "，这台终端以后都这样" : "")",
                "Charts: \(drawing.title)\(forGood ? ", and at the next start on this terminal" : "")")
        case .theme(let theme):
            localized(
                "颜色：\(theme.title)\(forGood ? "，这台终端以后都这样" : "")",
                "Colours: \(theme.title)\(forGood ? ", and at the next start on this terminal" : "")")
        }
    }
}
