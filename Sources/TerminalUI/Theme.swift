/// How meanings look on a terminal: what its ground is, and how many colours it has.
package struct Theme: Hashable, Sendable {
    /// What stands behind the text where nothing else does.
    package enum Ground: String, Hashable, Sendable, CaseIterable {
        case dark
        case light
    }

    /// The colours that may be used.
    package enum Palette: Hashable, Sendable {
        /// None: weight, reversal and underline alone.
        case none
        /// The eight of every terminal with colours.
        case eight
        /// The 256 of xterm.
        case many
    }

    package let palette: Palette
    package let ground: Ground
    /// Whether words with a colour are bold too, for eyes or screens that need it.
    package let isStrong: Bool
    /// Whether thin lines and parts of a cell are drawn: the terminal is known to draw them whole and in one cell.
    package var isFine = false

    package init(_ palette: Palette, on ground: Ground = .dark, isStrong: Bool = false) {
        self.palette = palette
        self.ground = ground
        self.isStrong = isStrong
    }

    /// No colour at all.
    package static let mono = Theme(.none)

    /// Whether the row that the keys act on stands out as a whole; with eight colours a key would take up to 375 bytes, and may take 256.
    package var highlightsRows: Bool { palette == .many }

    /// How an element looks in a row that stands out as a whole.
    package func selected(_ element: Element) -> Style {
        // A cell keeps its fill, which says what the word says.
        if style(element).background != .standard { return style(element) }
        let ground = Colour.palette(ground == .dark ? 238 : 252)
        // On light ground, and for what is muted, no colour is left that could be read there.
        let isKept = self.ground == .dark && element != .muted
        return Style(foreground: isKept ? style(element).foreground : .standard, background: ground, bold: true)
    }

    /// How a line looks that stands for a fill, on some ground.
    package func line(_ element: Element, on ground: Style = .plain) -> Style {
        let colour: Colour =
            switch element {
            case .barTrack: .palette(self.ground == .dark ? 240 : 250)
            // A line needs no darker colour among its neighbours.
            case .barInRows: style(.bar).background
            default: style(element).background
            }
        return Style(foreground: colour, background: ground.background)
    }

    /// How an element looks.
    package func style(_ element: Element) -> Style {
        let look = element.look
        var style =
            switch (palette, ground) {
            case (.none, _): look.mono
            case (.eight, .dark): look.eight
            case (.eight, .light): look.eightOnLight
            case (.many, .dark): look.dark
            case (.many, .light): look.light
            }
        if isStrong, style.foreground != .standard { style.bold = true }
        return style
    }
}

/// The looks of an element: with 256 colours on dark and on light ground, with eight on both, and without any.
struct Look {
    let dark: Style
    let light: Style
    let eight: Style
    let eightOnLight: Style
    let mono: Style

    /// One look everywhere.
    init(_ style: Style) { self.init(style, style, style, mono: style) }

    /// A look; on light ground as on dark with eight colours where nothing else is said.
    init(_ dark: Style, _ light: Style, _ eight: Style, onLight eightOnLight: Style? = nil, mono: Style) {
        (self.dark, self.light, self.eight, self.mono) = (dark, light, eight, mono)
        self.eightOnLight = eightOnLight ?? eight
    }

    /// A word in a colour.
    static func word(
        _ dark: UInt8, _ light: UInt8, _ eight: Colour, onLight: Style? = nil, isBold: Bool = false,
        mono: Style = .plain
    ) -> Look {
        Look(
            Style(foreground: .palette(dark), bold: isBold), Style(foreground: .palette(light), bold: isBold),
            Style(foreground: eight), onLight: onLight, mono: mono)
    }

    /// A fill without text; characters stand for it where there is none.
    static func ground(_ dark: UInt8, _ light: UInt8, _ eight: Colour, onLight: Colour? = nil) -> Look {
        Look(
            Style(background: .palette(dark)), Style(background: .palette(light)), Style(background: eight),
            onLight: Style(background: onLight ?? eight), mono: .plain)
    }

    /// Text on a fill.
    static func fill(
        _ dark: (text: UInt8, ground: UInt8), _ light: (text: UInt8, ground: UInt8), _ eight: Style,
        onLight: Style? = nil, mono: Style
    ) -> Look {
        Look(
            Style(foreground: .palette(dark.text), background: .palette(dark.ground)),
            Style(foreground: .palette(light.text), background: .palette(light.ground)), eight, onLight: onLight,
            mono: mono)
    }
}

extension Element {
    /// The table of meanings to looks; two attributes in eight colours would cost twice the bytes on every row: there a colour alone.
    fileprivate var look: Look {
        // Yellow on white can hardly be read.
        let amber = Style(foreground: .black, background: .yellow)
        return switch self {
        case .text, .fieldLabel: Look(.plain)
        case .header: .fill((255, 24), (255, 24), .reversed, mono: .reversed)
        case .currentTab: .fill((16, 110), (255, 25), .reversed, mono: .reversed)
        case .screenTitle, .notice: Look(.bold)
        case .columnTitle:
            Look(
                Style(foreground: .palette(247), underline: true), Style(foreground: .palette(240), underline: true),
                Style(underline: true), mono: Style(underline: true))
        case .selection: Look(Style(bold: true, reverse: true))
        case .muted: Look(Style(foreground: .palette(247)), Style(foreground: .palette(240)), .plain, mono: .plain)
        // What is as it should be needs no eye.
        case .done, .onTrack: Look(.plain)
        case .bar: .ground(67, 67, .cyan, onLight: .blue)
        case .barInRows: .ground(24, 153, .cyan, onLight: .blue)
        case .barDueSoon: .ground(186, 143, .yellow)
        case .barBehind: .ground(178, 172, .yellow)
        case .barMissing: .ground(167, 167, .red)
        case .barTrack: .ground(236, 253, .standard)
        case .cellMissing:
            .fill((255, 124), (255, 124), Style(foreground: .white, background: .red), mono: .plain)
        case .markMissing:
            Look(
                Style(background: .palette(124)), Style(background: .palette(217)), Style(foreground: .red),
                mono: .plain)
        case .cellBehind:
            .fill((16, 178), (16, 172), Style(foreground: .black, background: .yellow), mono: .plain)
        case .cellDueSoon: .fill((16, 186), (16, 143), Style(foreground: .black, background: .yellow), mono: .plain)
        // A fill of its own would cost a slow line more than the word is worth.
        case .cellPapers: .fill((16, 137), (16, 222), .plain, mono: .plain)
        case .cellWhole: .fill((250, 236), (238, 254), .plain, mono: .plain)
        case .dueSoon, .pending: .word(186, 94, .yellow, onLight: amber)
        case .behind: .word(214, 130, .yellow, onLight: amber, mono: .bold)
        case .overdue, .uncovered, .refused, .fieldRequired: .word(210, 160, .red, isBold: true, mono: .bold)
        case .keyName:
            Look(
                Style(foreground: .palette(110), bold: true), Style(foreground: .palette(25), bold: true), .bold,
                mono: .bold)
        case .field: .fill((252, 236), (236, 254), Style(underline: true), mono: Style(underline: true))
        case .fieldInFocus: .fill((255, 24), (16, 153), .reversed, mono: .reversed)
        case .fieldError, .warning:
            Look(
                Style(foreground: .palette(210), bold: true), Style(foreground: .palette(160), bold: true),
                Style(foreground: .red, bold: true), mono: .bold)
        }
    }
}
