import PartyWork
import TerminalUI

/// What belongs to the officer's terminal and not to the ledger.
package struct Preferences: Hashable, Sendable {
    /// How wide characters of ambiguous width are; nil goes by what the terminal says of itself.
    package var ambiguous: AmbiguousWidth?
    /// Whether clicks and the wheel come to the program; the terminal's own selecting then needs Shift.
    package var mouse = false
    /// Whether screens are read out in lines instead of drawn (TERMINAL, requirement 26).
    package var isPlain = false
    /// What the screens speak.
    package var language = Language.chinese
    /// Where lists and forms were written the last time.
    package var printFolder = ""
    /// The colours.
    package var theme = ThemeChoice.auto
    /// How bars and columns are drawn.
    package var drawing = DrawingChoice.auto
    /// The words at the beginning of reminders; empty for the usual ones.
    package var greeting = ""
    /// The breadths of screens on which the preview is hidden.
    package var hiddenPreviews: Set<Breadth> = []
    /// The breadths of screens on which the pane with the keys has the place of all.
    package var grownPanes: Set<Breadth> = []

    /// What is set: widths as the terminal says, no mouse, Chinese, no folder, the terminal's colours, unless told otherwise.
    package init(
        ambiguous: AmbiguousWidth? = nil, mouse: Bool = false, isPlain: Bool = false, language: Language = .chinese,
        printFolder: String = "", theme: ThemeChoice = .auto, drawing: DrawingChoice = .auto,
        hiddenPreviews: Set<Breadth> = [],
        grownPanes: Set<Breadth> = [],
        greeting: String = ""
    ) {
        self.greeting = greeting
        self.hiddenPreviews = hiddenPreviews
        self.grownPanes = grownPanes
        self.ambiguous = ambiguous
        self.mouse = mouse
        self.isPlain = isPlain
        self.language = language
        self.printFolder = printFolder
        self.theme = theme
        self.drawing = drawing
    }
}

/// One of the ``Preferences`` with its new value.
package enum Preference: Hashable, Sendable {
    case ambiguous(AmbiguousWidth?)
    case mouse(Bool)
    case language(Language)
    case printFolder(String)
    case theme(ThemeChoice)
    case drawing(DrawingChoice)
    case preview(Breadth, isShown: Bool)
    case panes(Breadth, areGrown: Bool)
    case greeting(String)
}

/// How broad a screen is that has room for a preview, by its fewest columns.
package enum Breadth: Int, Sendable, CaseIterable {
    case broad = 120
    case broadest = 160

    /// That of so many columns; nil for a screen without room.
    init?(columns: Int) {
        guard let last = Breadth.allCases.last(where: { $0.rawValue <= columns }) else { return nil }
        self = last
    }
}

/// What an officer may choose for the colours of a terminal.
package enum ThemeChoice: String, Hashable, Sendable, CaseIterable {
    /// As the terminal says of itself.
    case auto
    case dark
    case light
    /// High contrast: every word with a colour is bold.
    case strong
    case mono

    /// The theme on a terminal with such colours; one without any has none to choose.
    func theme(on colours: Theme) -> Theme {
        switch self {
        case .auto: colours
        case .dark: Theme(colours.palette, on: .dark)
        case .light: Theme(colours.palette, on: .light)
        case .strong: Theme(colours.palette == .none ? .none : .eight, on: colours.ground, isStrong: true)
        case .mono: .mono
        }
    }

    /// What it is called.
    var title: String {
        switch self {
        case .auto: localized("由程序判断", "as the terminal says")
        case .dark: localized("深色背景", "dark ground")
        case .light: localized("浅色背景", "light ground")
        case .strong: localized("高对比", "high contrast")
        case .mono: localized("不用颜色", "no colours")
        }
    }

    /// The one after it, the first after the last.
    var next: ThemeChoice { nextCase }
}

/// What an officer may choose for how bars and columns are drawn on a terminal.
package enum DrawingChoice: String, Hashable, Sendable, CaseIterable {
    /// With thin lines and parts of cells where the terminal is known to draw them.
    case auto
    /// With filled cells alone, which are right on every terminal.
    case safe
    /// With thin lines and parts of cells.
    case fine

    /// Whether thin lines and parts of cells are drawn on a terminal.
    func isFine(on abilities: Abilities) -> Bool {
        switch self {
        case .auto: abilities.drawsLines
        case .safe: false
        case .fine: true
        }
    }

    /// What it is called.
    var title: String {
        switch self {
        case .auto: localized("由程序判断", "as the terminal is known")
        case .safe: localized("稳妥", "safe")
        case .fine: localized("精细", "fine")
        }
    }

    /// The one after it, the first after the last.
    var next: DrawingChoice { nextCase }
}

extension CaseIterable where Self: Equatable, AllCases == [Self] {
    fileprivate var nextCase: Self {
        let all = Self.allCases
        return all[((all.firstIndex(of: self) ?? 0) + 1) % all.count]
    }
}
