import PartyWork
import Testing

@testable import Exchange

/// Which fonts a PDF gets, by what is installed.
@Suite struct PDFFontsTests {
    private func chosen(_ installed: Set<String>, other: String? = nil) -> PDFFonts? {
        PDFFonts(isInstalled: installed.contains, orElse: { other })
    }

    @Test("Those of GB/T 9704 are taken where they are, and nothing is said")
    func own() throws {
        let fonts = try #require(chosen(["仿宋", "SimHei", "方正小标宋简体", "宋体", "WenQuanYi Zen Hei"]))
        #expect([fonts[.title], fonts[.heading], fonts[.body]] == ["方正小标宋简体", "SimHei", "仿宋"])
        #expect(fonts.remark == nil)
    }

    @Test("Where they are missing a heiti and a songti stand for them, which is said")
    func substitutes() throws {
        let fonts = try #require(chosen(["Noto Serif CJK SC", "Noto Sans CJK SC"]))
        #expect(
            [fonts[.title], fonts[.heading], fonts[.body]]
                == ["Noto Sans CJK SC", "Noto Sans CJK SC", "Noto Serif CJK SC"])
        #expect(
            fonts.remark
                == "这台电脑没有小标宋、仿宋字体，标题用了 Noto Sans CJK SC，正文用了 Noto Serif CJK SC；装上字体再写一次就会用上")
    }

    @Test("Where no family is known any font with Chinese serves; without one there is no PDF")
    func others() throws {
        let fonts = try #require(chosen([], other: "AR PL KaitiM GB"))
        #expect(fonts[.body] == "AR PL KaitiM GB" && fonts.remark?.contains("黑体") == true)
        #expect(chosen([]) == nil)
    }
}
