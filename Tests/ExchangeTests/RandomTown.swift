import PartyWork

@testable import Exchange

/// Towns with random texts in every column that takes any.
enum RandomTown {
    private static let pieces = [
        "张", "𠮷", "é", "e\u{301}", ",", "\"", "'", "=", " ", "a", "1", "；", "\u{301}", "🇨🇳", "ＡＢ",
    ]

    /// Files for all six tables.
    static func files(_ random: inout SplitMix) -> [String] {
        var organizations = [["422801100", "镇", "乡镇党委", "", "", "", "", ""]]
        for number in 100..<104 { organizations.append(branch("422801100\(number)", "村党组织", &random)) }
        organizations.append(branch("422801100901", "联合支部", &random))
        organizations.append(["42280110010001", text(&random), "党小组", "", "P0", "", "", ""])
        var people: [[String]] = []
        var households: [[String]] = []
        var pairings: [[String]] = []
        var cooperatives: [[String]] = []
        var activities: [[String]] = []
        for number in 0..<12 {
            people.append([
                "P\(number)", text(&random), "422801100", word(PersonCategory.self, &random), any(&random),
                ["是", "否", ""].randomElement(using: &random) ?? "", "422801100100；422801100101", "", "",
                any(&random), any(&random), any(&random),
            ])
            households.append([
                "H\(number)", text(&random), "422801100100", "0\(number + 1)", any(&random), day(&random, year: 2014),
                day(&random, year: 2015), "", "", any(&random),
            ])
            pairings.append(["H\(number)", "P\(number)", day(&random, year: 2015), "", ""])
            cooperatives.append([
                text(&random) + "\(number)", text(&random), "422801100901", any(&random), "", "", "", "\(number)",
                "P1;P2",
            ])
            activities.append([
                "A\(number)", day(&random, year: 2016), "安全隐患", "42280110010001", text(&random), "P\(number)", "", "",
                word(Evidence.self, &random), any(&random) + "\n" + text(&random), "", "",
            ])
        }
        let tables = [organizations, people, households, pairings, cooperatives, activities]
        return zip(TableSchema.builtIn, tables).map { table, rows in
            Town.header(table) + "\r\n" + rows.map(CSVText.line).joined()
        }
    }

    private static func branch(_ code: String, _ kind: String, _ random: inout SplitMix) -> [String] {
        [code, text(&random), kind, "422801100100", "P1", any(&random), "", day(&random, year: 2030)]
    }

    private static func text(_ random: inout SplitMix) -> String {
        "x"
            + (0..<Int.random(in: 0..<6, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }
            .joined()
    }

    private static func any(_ random: inout SplitMix) -> String { Bool.random(using: &random) ? "" : text(&random) }

    private static func word<W: Word>(_: W.Type, _ random: inout SplitMix) -> String {
        W.choices.randomElement(using: &random) ?? ""
    }

    private static func day(_ random: inout SplitMix, year: Int) -> String {
        let (month, day) = (Int.random(in: 1...12, using: &random), Int.random(in: 1...28, using: &random))
        let forms = ["\(year)/\(month)/\(day)", "\(year).\(month).\(day)", "\(year)年\(month)月\(day)日"]
        return forms.randomElement(using: &random) ?? ""
    }
}
