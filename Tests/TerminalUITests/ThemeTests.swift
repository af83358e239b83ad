import Testing

@testable import TerminalUI

@Suite("Themes")
struct ThemeTests {
    private static let all = [
        Theme.mono, Theme(.eight), Theme(.eight, on: .light), Theme(.many), Theme(.many, on: .light),
        Theme(.eight, isStrong: true),
    ]

    @Test("one without colours has none, one of eight only those that every terminal has")
    func palettes() {
        for element in Element.allCases {
            let mono = Theme.mono.style(element)
            #expect(mono.foreground == .standard && mono.background == .standard, "\(element)")
            for ground in Theme.Ground.allCases {
                let style = Theme(.eight, on: ground).style(element)
                #expect(style.foreground.code <= 8 && style.background.code <= 8, "\(element)")
            }
        }
    }

    @Test("what is late, or nobody's, differs from what is on course in every theme", arguments: all)
    func states(theme: Theme) {
        for element in [Element.behind, .overdue, .uncovered] {
            #expect(theme.style(element) != theme.style(.onTrack), "\(element)")
        }
    }

    @Test("high contrast makes every coloured word bold")
    func strong() {
        let theme = Theme(.eight, isStrong: true)
        #expect(theme.style(.behind).bold && theme.style(.dueSoon).bold && !theme.style(.text).bold)
    }

    /// The grounds that terminals have: black, two usual dark ones; white.
    private static let grounds: [(Theme.Ground, [Double])] = [
        (.dark, [0x0000_00, 0x10_1214, 0x2E_3440].map { luminance(UInt32($0)) }), (.light, [luminance(0xFF_FFFF)]),
    ]

    @Test("words can be read: WCAG's contrast of at least 4.5 on every usual ground")
    func contrast() {
        for (ground, usual) in ThemeTests.grounds {
            for element in Element.allCases {
                let style = Theme(.many, on: ground).style(element)
                guard style.foreground != .standard else { continue }
                let behind = style.background == .standard ? usual : [ThemeTests.luminance(style.background)]
                for luminance in behind {
                    let contrast = ThemeTests.contrast(ThemeTests.luminance(style.foreground), luminance)
                    #expect(contrast >= 4.5, "\(element) on \(ground): \(contrast)")
                }
            }
        }
    }

    private static func contrast(_ one: Double, _ other: Double) -> Double {
        (max(one, other) + 0.05) / (min(one, other) + 0.05)
    }

    /// xterm's palette above its first sixteen: a cube of six steps, then greys.
    private static func luminance(_ colour: Colour) -> Double {
        let number = UInt32(colour.code) - 1
        if number >= 232 { return luminance((8 + (number - 232) * 10) * 0x01_0101) }
        let steps: [UInt32] = [0, 95, 135, 175, 215, 255]
        let place = Int(number) - 16
        return luminance(steps[place / 36] << 16 | steps[place / 6 % 6] << 8 | steps[place % 6])
    }

    /// WCAG 2.1, relative luminance; the curve as a power of 2.2, which is within a hundredth of it.
    private static func luminance(_ rgb: UInt32) -> Double {
        let parts = [rgb >> 16, rgb >> 8 & 0xFF, rgb & 0xFF].map { power(Double($0) / 255) }
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
    }

    /// x to the power of 2.2: x² times its fifth root.
    private static func power(_ value: Double) -> Double {
        if value == 0 { return 0 }
        var root = value
        for _ in 0..<60 { root -= (root * root * root * root * root - value) / (5 * root * root * root * root) }
        return value * value * root
    }
}
