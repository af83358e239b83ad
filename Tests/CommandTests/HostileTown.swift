import Foundation
import TestSupport

/// The small town with texts that were made to play with the terminal.
enum HostileTown {
    /// Texts that no import takes; each begins with a character by which a test finds it on a screen.
    static let forbidden = [
        "恶\u{1B}]0;标题\u{7}", "恶\u{1B}]52;c;cm0gLXJm\u{7}", "恶\u{1B}[2J\u{1B}[?1000h", "恶\u{9B}31m\u{90}\u{9C}",
        "恶\u{202E}反\u{2066}",
        "\u{FEFF}恶\u{200B}藏\u{200D}", "恶\t跳\t", "恶\n换行\r回车", "恶\u{8}\u{8}\u{8}盖\u{7F}",
        "恶a" + String(repeating: "\u{301}", count: 50),
        "恶\u{2028}\u{2029}\u{61C}\u{85}", "恶\u{E}\u{F}\u{0B}\u{0C}\u{5}",
    ]

    /// Texts that every import takes: odd, wide, narrow, of no or of disputed width.
    static let allowed = [
        "恶“三会一课”——…※①●", "恶\u{31350}\u{2EBF0}\u{20000}", "恶e" + String(repeating: "\u{301}\u{308}", count: 25),
        "\u{301}恶",
        "恶\u{AD}\u{34F}\u{115F}\u{3164}\u{180E}", "恶\u{FE0F}❤\u{FE0F}😀👍🏽",
        "恶\u{E0041}\u{E0020}\u{FFF9}\u{206A}\u{1D173}",
        "恶\u{E000}\u{F8FF}\u{FFFD}", "恶" + nonCharacters, "恶\u{3000}宽\u{A0}空", "恶אבג ابج", "恶=1+1;@x|%",
    ]

    private static let nonCharacters = [0xFFFE, 0xFDD0, 0x1_FFFF].compactMap(Unicode.Scalar.init).map { String($0) }
        .joined()

    /// The small town with the allowed texts in every column that takes a free text, imported as any town.
    static func imported() throws -> Folder {
        let folder = try Folder()
        for (name, text) in SmallTown.files { try folder.write("town/" + name, text) }
        let texts = allowed.map { $0.replacing(";", with: "，") }
        func rows(_ make: (Int, String) -> String) -> String {
            texts.enumerated().map { make($0 + 10, $1) + "\n" }.joined()
        }
        try folder.write(
            "town/x1.csv",
            "编码,名称,类型,产业链\n" + rows { "4228011002\($0),\($1),村党组织,\($1)" } + rows { "4228011002\($0)01,\($1),党小组," })
        try folder.write(
            "town/x2.csv",
            "人员编号,姓名,组织编码,类别,镇班子成员,职务,电话\n"
                + rows { "\($1)\($0),\($1),4228011002\($0),正式党员,\($0 % 2 == 0 ? "是" : "否"),\($1),\($1)" })
        try folder.write(
            "town/x3.csv",
            "户编号,户主,村编码,人口,致贫原因,识别日期\n" + rows { "\($1)\($0),\($1),4228011002\($0),3,\($1),2014-01-01" })
        try folder.write(
            "town/x4.csv", "户编号,人员编号,开始日期\n" + rows { "\($1)\($0),\($1)\($0),2015-01-01" })
        try folder.write(
            "town/x5.csv",
            "统一社会信用代码,名称,组织编码,产业,带动户数\n" + rows { "X\($0),\($1),4228011002\($0),\($1),9" })
        try folder.write(
            "town/x6.csv",
            "编号,日期,类型,组织编码,主题,备注\n"
                + rows { "\($1)\($0),2016-0\($0 % 6 + 1)-11,主题活动,4228011002\($0),\($1),\($1)" })
        let outcome = try Program.run(["import", "town"], in: folder)
        guard outcome.status == 0 else { throw SmallTown.Trouble(text: outcome.errors) }
        return folder
    }

    /// The same town, into which the forbidden texts were written behind the program's back.
    static func tampered() throws -> Folder {
        let folder = try imported()
        let raw = try RawDatabase(folder.database)
        try raw.run("BEGIN")
        for (index, text) in forbidden.enumerated() {
            let number = String(index + 10)
            for (table, columns, key) in [
                ("organization", ["name", "industry_chain"], "code GLOB '4228011002' || ? || '*'"),
                ("person", ["name", "post", "phone", "exemption"], "id GLOB '*' || ?"),
                ("household", ["head", "cause"], "id GLOB '*' || ?"),
                ("cooperative", ["name", "trade"], "code = 'X' || ?"),
                ("activity", ["title", "note"], "id GLOB '*' || ?"),
            ] {
                for column in columns where column != "exemption" || index % 2 == 0 {
                    try raw.run("UPDATE \(table) SET \(column) = ? WHERE \(key)", [text, number])
                }
            }
            try raw.run(
                """
                INSERT INTO journal (id, at, uid, officer, action, summary, row_count)
                SELECT max(id) + 1, ?, 0, ?, '恶', ?, 0 FROM journal
                """, [text, text, text])
        }
        try raw.run("UPDATE organization SET name = ? WHERE code = '422801100'", [forbidden[0]])
        try raw.run("COMMIT")
        return folder
    }
}
