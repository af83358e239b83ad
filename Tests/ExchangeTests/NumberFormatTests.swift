import Testing

@testable import Exchange

@Suite("What a cell shows")
struct NumberFormatTests {
    @Test(
        "A number in the places of its format, with the words around it",
        arguments: [
            (##""H"0000"##, 1, "H0001"), (##""5123981"000"##, 614, "5123981614"), (##"0000"户""##, 2, "0002户"),
            ("000000", 12, "000012"),
            ("00-00", 14, "00-14"), ("000-0000-0000", 13_900_000_001, "139-0000-0001"), ("0.0", 15, "15.0"),
            ("0", 2.5, "3"),
            ("0.00", 1.005, "1.01"), ("0.00", -1.005, "-1.01"), ("0", -0.4, "0"), ("#,##0", 1_234_567, "1,234,567"),
            ("#,##0", 12, "12"),
            ("#,##0.00", 1234.5, "1,234.50"), ("0,", 1_234_567, "1235"), ("0%", 0.256, "26%"), ("0.0%", 0.256, "25.6%"),
            (##""¥"#,##0.00"##, 1234.5, "¥1,234.50"), ("[$¥-804]0", 3, "¥3"), (##"General"元""##, 2.5, "2.5元"),
            ("G/通用格式", 7, "7"), ("", 7, "7"),
            (##"_ * #,##0_ ;_ * -#,##0_ ;_ * "-"_ "##, 0, "-"), (##"_ * #,##0_ ;_ * -#,##0_ "##, -1234, "-1,234"),
            ("0;;", 0, ""),
            (##"[>=100]"多";"少""##, 99, "少"), (##"[>=100]"多";"少""##, 100, "多"), ("0_);(0)", -3, "(3)"),
            ("#.##", 0.5, ".5"), ("??0", 7, "7"),
            (##"0\K"##, 3, "3K"), ("[Red]0", 3, "3"), ("0.00E+00", 422_801_100_211, "422801100211"),
            ("# ?/?", 0.5, "0.5"),
            ("[DBNum1][$-804]General", 12, "12"), ("@", 7, "7"), (##"0"人""##, 99_999.5, "100000人"),
            ("0.###", 1.5, "1.5"),
        ] as [(String, Double, String)])
    func numbers(code: String, number: Double, shown: String) throws {
        guard case .number(let text, let plain) = NumberFormat(code: code).shown(number, from1904: false) else {
            Issue.record("no number")
            return
        }
        #expect(text.filter { $0 != " " } == shown)
        #expect(plain == CellNumber.plain(number))
    }

    @Test(
        "A day whole, a month or a year where no more is shown, a weekday or a time alone",
        arguments: [
            ("yyyy-mm-dd", "2016-06-30"), (##"e"年"m"月"d"日""##, "2016-06-30"), ("m/d/yy h:mm", "2016-06-30"),
            ("[DBNum1][$-804]yyyy年m月d日", "2016-06-30"), (##"m"月"d"日""##, "2016-06-30"), (##"yyyy"年"m"月""##, "2016年6月"),
            ("mmm-yy", "2016年6月"),
            (##"yyyy"年""##, "2016年"), (##""截至"yyyy"年""##, "2016年"), ("[$-804]aaaa;@", "星期四"), ("ddd", "Thu"),
            ("[$-804]dddd", "星期四"),
            ("h:mm", "20:45"), ("hh:mm:ss", "20:45:36"), ("h:mm AM/PM", "8:45 下午"), ("h:mm A/P", "8:45 P"),
            ("h:mm a/p", "8:45 p"), ("[h]:mm", "1021244:45"),
            ("mm:ss", "45:36"),
            (##"上午/下午h"时"mm"分""##, "下午8时45分"), ("yyyy/m/d;@", "2016-06-30"),
        ])
    func days(code: String, shown: String) {
        let number = 42551 + 20.76 / 24
        #expect(NumberFormat(code: code).shown(number, from1904: false) == .text(shown))
    }

    @Test("The formats without a code are those of Chinese systems")
    func builtIn() {
        let shown = [14, 22, 31, 58, 27, 36, 57, 17, 20, 49].map {
            NumberFormat.builtIn($0).shown(42551, from1904: false)
        }
        #expect(
            shown == [
                .text("2016-06-30"), .text("2016-06-30"), .text("2016-06-30"), .text("2016-06-30"), .text("2016年6月"),
                .text("2016年6月"),
                .text("2016年6月"), .text("2016年6月"), .text("0:00"), .number(shown: "42551", plain: "42551"),
            ])
        #expect([0, 1, 49].allSatisfy { NumberFormat.builtIn($0).showsDigits })
        #expect([2, 3, 9, 14].allSatisfy { !NumberFormat.builtIn($0).showsDigits })
    }

    @Test("Texts have a section of their own; what no spreadsheet keeps is lost; what is no day stays a number")
    func others() {
        #expect(NumberFormat(code: ##"@"村""##).shown("店子槽") == "店子槽村")
        #expect(NumberFormat(code: ##"0;0;0;"村"@"##).shown("店子槽") == "村店子槽")
        #expect(NumberFormat(code: "0;@").shown("店子槽") == nil)
        #expect(NumberFormat.general.shown(1e15, from1904: false) == .lost)
        #expect(NumberFormat(code: "yyyy").shown(-1, from1904: false) == .number(shown: "-1", plain: "-1"))
        #expect(NumberFormat(code: "yyyy-mm-dd").shown(0, from1904: true) == .text("1904-01-01"))
        #expect(NumberFormat(code: "aaaa").shown(0, from1904: true) == .text("星期五"))
    }

    @Test("No code of a format traps", arguments: 0..<40)
    func anyCode(seed: UInt64) {
        var random = SplitMix(seed)
        let pieces = [
            "0", "#", "?", ".", ",", "%", "E+", "/", "@", "y", "m", "d", "h", "s", "a", "[", "]", ";", "\"", "\\", "_",
            "*", "$", ">", "-", "G",
        ]
        for _ in 0..<50 {
            let code = (0..<Int.random(in: 0...12, using: &random)).map { _ in
                pieces.randomElement(using: &random) ?? ""
            }.joined()
            let format = NumberFormat(code: code)
            for number in [0, -1.5, 42551.75, 1e14, -1e300, 1e-300] { _ = format.shown(number, from1904: false) }
            _ = format.shown("x")
        }
    }
}
