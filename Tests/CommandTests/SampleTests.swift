import Foundation
import TestSupport
import Testing

/// The sample town with its registers: it comes in whole, and its figures are those that were published.
@Suite("The sample with its registers") struct SampleTests {
    private static let assets = URL(filePath: #filePath).appending(path: "../../../assets").standardizedFileURL.path

    /// A folder with the sample in its ledger.
    private static func imported() throws -> Folder {
        let folder = try Folder()
        folder.environment["ZHIBU_ASSETS"] = assets
        let outcome = try Program.run(["import", assets + "/longfeng"], in: folder)
        #expect(outcome.status == 0 && !outcome.errors.contains("登记簿"), "\(outcome.errors)")
        return folder
    }

    private static func rows(
        _ arguments: [String], _ key: String, in folder: Folder
    ) throws -> [[String: Any]] {
        let line = arguments + ["--as-of", "2016-06-30", "--format", "json"]
        let outcome = try Program.run(line, in: folder)
        #expect(outcome.status == 0, "\(outcome.errors)")
        let object = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any]
        return try #require(object?[key] as? [[String: Any]])
    }

    @Test("Every file of it comes in and goes out again byte by byte, and the ledger is sound")
    func roundTrip() throws {
        let folder = try Self.imported()
        let line = """
            zhibu export all --restricted >/dev/null && zhibu check >/dev/null
            for file in all/*; do cmp "$file" "\(Self.assets)/longfeng/${file#all/}"; done
            ls all | grep -c .; ls "\(Self.assets)/longfeng" | grep -c '[.]csv$'
            """
        let outcome = try Program.shell(line, in: folder)
        let counts = outcome.output.split(separator: "\n")
        #expect(outcome.status == 0 && outcome.errors.isEmpty && counts.count == 2 && counts[0] == counts[1])
    }

    @Test("The figures of its registers are those that were published")
    func published() throws {
        let folder = try Self.imported()
        var values: [String: Double] = [:]
        for register in try Self.rows(["registers"], "registers", in: folder) {
            for figure in try #require(register["figures"] as? [[String: Any]]) {
                values["\(register["name"] ?? "") \(figure["name"] ?? "")"] = figure["value"] as? Double
            }
        }
        let expected: [String: Double] = [
            "法律顾问 律师": 9, "审批事项 事项": 29, "带建结对 牵头学校": 11, "带建结对 受帮初中": 2, "带建结对 受帮小学": 10,
            "项目资金 各级财政": 40_800, "项目资金 社会资金": 59_600, "项目资金 三项合计": 90_360, "项目资金 全部资金": 100_400,
            "人才统计 领办人": 108, "人才统计 产业大户": 5126, "人才统计 种养能手": 10_340, "专家 专家": 54, "合作单位 高校": 5,
            "合作单位 科研机构": 2, "科研平台 博士工作站": 2, "科研平台 科研实训基地": 4, "互联网行动 行动": 7, "评选类别 名额": 50,
            "推荐对象 表彰": 50, "推荐对象 取消": 1,
        ]
        for (figure, value) in expected { #expect(values[figure] == value, "\(figure)") }
        let posts = try Self.rows(["posts"], "sources", in: folder)
        #expect(posts.first { $0["name"] as? String == "村医村教" }?["held"] as? Int == 23, "\(posts)")
    }

    @Test("Its selection has more candidates than places, one objection found true, and one who moved up")
    func selection() throws {
        let folder = try Self.imported()
        let categories = try Self.rows(["register", "评选类别"], "entries", in: folder)
        let nominees = try Self.rows(["register", "推荐对象"], "entries", in: folder)
        #expect(categories.compactMap { ($0["values"] as? [String: String])?["名额"] } == ["10", "10", "30"])
        for (category, numbers) in zip(categories, [(12, 10), (12, 10), (36, 30)]) {
            let own = nominees.filter { $0["subject"] as? String == category["number"] as? String }
            #expect(own.count == numbers.0 && own.count { $0["state"] as? String == "表彰" } == numbers.1)
        }
        let objections = try Self.rows(["register", "公示异议", "--where", "属实=是"], "entries", in: folder)
        #expect(objections.count == 1)
        let struck = nominees.first { $0["number"] as? String == objections.first?["subject"] as? String }
        #expect(struck?["state"] as? String == "取消")
        #expect(try Program.run(["export", "out"], in: folder).status == 0)
        #expect(try folder.read("out/steps.csv").contains(",2016-06-28,表彰,递补,示例\n"))
    }

    @Test("Its checklists, cards and deadlines have something of everything")
    func variety() throws {
        let folder = try Self.imported()
        let lists = try Self.rows(["checklist"], "checklists", in: folder)
        func counts(_ id: String) -> [Int?] {
            let list = lists.first { $0["id"] as? String == id }
            return ["done", "waived", "open"].map { list?[$0] as? Int }
        }
        #expect(counts("HX-1") == [47, 3, 0] && counts("XM-1") == [21, 0, 2], "\(lists)")
        let cards = try Program.run(
            ["registers", "--register", "廉政卡", "--restricted", "--as-of", "2016-06-30"], in: folder)
        #expect(cards.output.contains("黄色提醒卡 3张，橙色警示卡 1张，红色纠错卡 1张，绿色卡 1张"))
        let due = try Self.rows(["due"], "due", in: folder).compactMap { $0["dueState"] as? String }
        #expect(due.count { $0 == "overdue" } == 4 && due.count { $0 == "due-soon" } == 4)
    }

    @Test("The township's summary ends with the published figures beside those of the ledger and their rows")
    func compared() throws {
        let folder = try Self.imported()
        let paper = try Program.run(["form", "township", "--as-of", "2016-06-30"], in: folder).output
        let page = try #require(paper.range(of: "公开数据对照").map { paper[$0.lowerBound...] })
        let lines = page.split(separator: "\n").map { $0.split(separator: " ").joined(separator: " ") }
        for line in [
            "合作社 118 家 118 家 合作社 118 行", "党员领办的合作社 26 家 26 家 党员领办 26 行", "领办合作社的党员 53 名 53 名 领办党员 53 行",
            "进入村“两委”的村医村教 23 名 23 名 任职 23 行", "社会资金投入 近 6 亿元 59600 万元 项目资金（来源=社会资金） 5 条：",
            "投向基础设施、民生工程、产业发展 90% 90.0% 项目资金（用途=基础设施|民生工程|产业发展） 10 条：", "种养能手 10000 多人 10340 人 人才统计（类别=种养能手） 19 条：",
        ] {
            #expect(lines.contains { $0.hasPrefix(line) }, "\(line)\n\(page)")
        }
        #expect(lines.count { $0.contains(" 条：LF-R") || $0.hasSuffix(" 行") } == 22)
        // The same day of the year before stands beside, as the lists of both days count it.
        let before = try #require(paper.range(of: "四、与去年同日").map { paper[$0.lowerBound...] })
        let compared = before.split(separator: "\n").prefix(11).map { $0.split(separator: " ").joined(separator: " ") }
        func gaps(_ day: String) throws -> Int {
            try Program.shell("zhibu gaps --as-of \(day) --format json | grep -c '\"kind\": \"household\"'", in: folder)
                .output.split(separator: "\n").first.flatMap { Int($0) } ?? 0
        }
        let (old, new) = (try gaps("2015-06-30"), try gaps("2016-06-30"))
        #expect(compared.contains("户缺口 \(old) \(new) \(new - old)") && new == 33, "\(compared)")
        let village = try Program.run(
            ["form", "township", "--org", "422801100201", "--as-of", "2016-06-30"], in: folder)
        #expect(village.status == 0 && !village.output.contains("公开数据对照"))
    }
}
