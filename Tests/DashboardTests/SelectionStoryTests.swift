import Ledger
import PartyWork
import TerminalUI
import Testing

@testable import Dashboard

/// The selection of the sample by keys: two are recommended for one place, one objection is found true, and the other goes up on the wall.
@Suite("A selection played through")
struct SelectionStoryTests {
    /// The screen of a selection, and what an officer does on it.
    private struct Officer {
        var stage: Stage

        /// From any screen to the entries of a register.
        mutating func open(_ register: String) throws {
            try stage.press(.control("p"), .paste(register))
            for _ in 0..<20 where !stage.text.contains("> \(register) ") { try stage.press(.down) }
            try stage.press(.enter)
        }

        /// Opens one of the entries in sight by what it is called.
        mutating func open(entry name: String) throws {
            try stage.press(.function(3))
            try stage.press(.paste(name), .enter)
        }

        /// Fills fields one after the other and saves; an answer after ^ takes the place of what stands there.
        mutating func fill(_ answers: String...) throws {
            for (place, answer) in answers.enumerated() {
                if place > 0 { try stage.press(.tab) }
                if answer.hasPrefix("^") { try stage.press(.control("u")) }
                try stage.type(answer.filter { $0 != "^" })
            }
            try stage.press(.control("s"))
            #expect(stage.text.contains("已保存"), "\(stage.text)")
        }

        /// Takes a step with the entry in sight.
        mutating func step(to state: String, on day: String) throws {
            try stage.press(.function(9))
            let items = stage.text.split(separator: "\n").filter {
                $0.contains(" \(state) ") || $0.hasSuffix(" \(state)")
            }
            let digit = try #require(items.first?.first { $0.isNumber })
            try stage.press(.text(String(digit)), .control("u"))
            try stage.type(day)
            try stage.press(.control("s"))
        }
    }

    @Test("from nomination to notice, with an objection found true and a replacement") func story() throws {
        var officer = Officer(stage: try Stage(Longfeng.shared.get().copy(), size: Size(columns: 120, rows: 36)))
        // One place.
        try officer.open("评选类别")
        try officer.stage.press(.function(5), .backTab)
        try officer.fill("6-1", "补评", "1", "1")
        try officer.stage.press(.enter)
        #expect(officer.stage.text.contains("补评"), "\(officer.stage.text)")
        // Two for it: one of them first.
        for (name, rank) in [("补评甲", "1"), ("补评乙", "2")] {
            try officer.stage.press(.function(5), .backTab)
            try officer.fill("6-1", name, "", "", "", rank)
        }
        for name in ["补评甲", "补评乙"] {
            try officer.open("推荐对象")
            try officer.open(entry: name)
            try officer.step(to: "考察", on: "6-2")
            try officer.step(to: "征求意见", on: "6-3")
            // Who has not been asked cannot be shortlisted.
            try officer.stage.press(.up)
            #expect(officer.stage.text.contains("到“初步人选”还差"), "\(officer.stage.text)")
            try officer.stage.press(.function(5))
            if officer.stage.text.contains("登记到哪一本") {
                let line = officer.stage.text.split(separator: "\n").first { $0.contains("部门意见") }
                let digit = try #require(line?.first { $0.isNumber })
                try officer.stage.press(.text(String(digit)))
            }
            try officer.stage.press(.backTab)
            try officer.fill("6-3", "镇纪委", "6-3", "6-5", "1")
            try officer.step(to: "初步人选", on: "6-6")
            #expect(officer.stage.text.contains("初步人选（2016-06-06 起）"), "\(officer.stage.text)")
        }
        // The second cannot go up before the first, nor beside it.
        try officer.stage.press(.up)
        #expect(officer.stage.text.contains("到“公示”还差"), "\(officer.stage.text)")
        #expect(officer.stage.text.contains("按名次，补评甲（CK6VPC-"), "\(officer.stage.text)")
        try officer.open("推荐对象")
        try officer.open(entry: "补评甲")
        try officer.step(to: "公示", on: "6-7")
        try officer.open("推荐对象")
        try officer.open(entry: "补评乙")
        try officer.step(to: "公示", on: "6-7")
        #expect(officer.stage.text.contains("名额"), "\(officer.stage.text)")
        try officer.stage.press(.escape)
        try officer.step(to: "候补", on: "6-7")
        // An objection, found true: the first drops out, the second takes the place.
        try officer.open("推荐对象")
        try officer.open(entry: "补评甲")
        try officer.stage.press(.function(5))
        if officer.stage.text.contains("登记到哪一本") {
            let line = officer.stage.text.split(separator: "\n").first { $0.contains("公示异议") }
            let digit = try #require(line?.first { $0.isNumber })
            try officer.stage.press(.text(String(digit)))
        }
        try officer.stage.press(.backTab)
        try officer.fill("6-9", "长期不参加组织生活", "情况属实", "1")
        try officer.stage.press(.up)
        #expect(officer.stage.text.contains("到“表彰”还差"), "\(officer.stage.text)")
        try officer.step(to: "取消", on: "6-13")
        #expect(officer.stage.text.contains("取消（2016-06-13 起）"), "\(officer.stage.text)")
        try officer.open("推荐对象")
        try officer.open(entry: "补评乙")
        try officer.step(to: "公示", on: "6-13")
        #expect(officer.stage.text.contains("公示（2016-06-13 起）"), "\(officer.stage.text)")
        try officer.step(to: "表彰", on: "6-15")
        #expect(officer.stage.text.contains("2016-06-18"), "\(officer.stage.text)")
        try officer.stage.press(.escape)
        try officer.step(to: "表彰", on: "6-18")
        #expect(officer.stage.text.contains("表彰（2016-06-18 起）"), "\(officer.stage.text)")
        // The notice of those of this round who were put up.
        try officer.open("推荐对象")
        try officer.stage.press(.control("e"))
        try officer.stage.type("名称=补评乙")
        try officer.stage.press(.enter, .control("]"))
        let line = officer.stage.text.split(separator: "\n").first { $0.contains("登记簿公示") }
        let digit = try #require(line?.first { $0.isNumber })
        try officer.stage.press(.text(String(digit)), .control("s"))
        #expect("\(officer.stage.printed)".contains("名称=补评乙"), "\(officer.stage.text)")
    }

    @Test("a register of a kind nobody thought of is made from nothing: fields, flow, figure, an entry and its step")
    func lending()
        throws
    {
        var officer = Officer(stage: try Stage(Longfeng.six.get().copy(), size: Size(columns: 120, rows: 36)))
        try officer.stage.press(.control("b"), .function(5), .text("1"))
        try officer.fill("会议室借用", "后勤", "村")
        try officer.stage.press(.function(5))
        try officer.fill("借用人")
        try officer.stage.press(.function(5))
        try officer.fill("时段", "", "选项", "上午;下午;晚上")
        try officer.stage.press(.function(5))
        try officer.fill("归还日期", "", "日期")
        try officer.stage.press(.tab, .function(5))
        try officer.fill("归还", "2", "", "", "", "", "归还日期", "1")
        try officer.stage.press(.function(5))
        try officer.fill("借出", "1", "归还", "3")
        try officer.stage.press(.tab, .tab, .function(5))
        try officer.fill("晚上的", "", "", "", "时段=晚上")
        try officer.stage.press(.up)
        #expect(officer.stage.text.contains("有几条：时段是“晚上”"), "\(officer.stage.text)")
        // One is entered, and brought back.
        try officer.stage.press(.escape, .enter, .function(5))
        try officer.stage.type("店子槽")
        try officer.stage.press(.enter, .tab)
        try officer.fill("老年协会", "3")
        #expect(officer.stage.text.contains("老年协会") && officer.stage.text.contains("借出 1"), "\(officer.stage.text)")
        try officer.stage.press(.function(9), .text("1"), .tab, .tab)
        try officer.fill("6-30")
        #expect(officer.stage.text.contains("归还 1"), "\(officer.stage.text)")
        try officer.stage.press(.escape)
        #expect(officer.stage.text.contains("晚上的 1"), "\(officer.stage.text)")
    }
}
