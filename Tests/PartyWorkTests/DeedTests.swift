import PartyWork
import Testing

@Suite("What the journal tells")
struct DeedTests {
    private static let household = Caption(.households, ["H1", "张德富", "甲村"])
    private static let visit = Caption(.activities, ["A1", "甲村", "2016-06-01", "帮扶走访", "看\"房\"\n\u{20000}"])
    private static let pair = Deed.Pair(head: "张德富", household: "H1", helper: "李四")
    private static let paired = Deed.paired(pair, from: Day("2016-06-01") ?? .earliest)
    private static let headcount = Deed.Edit(
        .households, [.init(.headcount, before: "3", after: "4"), .init(.closedReason, before: "", after: "迁出")])
    private static let outcome = Deed.Edit(.visits, [.init(.outcome, before: "", after: "好")])

    /// Each with its sentences in Chinese and English.
    private static let deeds: [(Deed, String, String)] = [
        (.words("登记贫困户 H1"), "登记贫困户 H1", "登记贫困户 H1"),
        (.added(household), "登记贫困户 H1 张德富（甲村）", "added household H1 张德富 (甲村)"),
        (
            .recorded(visit), "记 A1 甲村 2016-06-01 帮扶走访《看\"房\"\n\u{20000}》",
            "recorded A1 甲村 2016-06-01 home visit \"看\"房\"\n\u{20000}\""
        ),
        (
            .voided(Caption(.people, ["P1", "李四", ""]), reason: "重复"), "作废 人员 P1 李四（）：重复",
            "voided person P1 李四 (): 重复"
        ),
        (
            .edited(household, [headcount]), "修改贫困户 H1 张德富（甲村）：「人口」3 → 4，「销户原因」（空） → 迁出",
            "edited household H1 张德富 (甲村): \"People\" 3 → 4, \"Closed because\" (empty) → 迁出"
        ),
        (
            .edited(
                Caption(.organizations, ["1", "甲"]),
                [.init(.organizations, [.init(.kind, before: "联合支部", after: "机关支部")]), outcome]),
            "修改组织 1 甲：「类型」联合支部 → 机关支部；「成效」（空） → 好",
            "edited organization 1 甲: \"Kind\" joint branch → office branch; \"Outcome\" (empty) → 好"
        ),
        (.cleared(1, later: 0), "清掉示例：撤销第 1 条", "cleared the sample: undid entry 1"),
        (
            .cleared(1, later: 12), "清掉示例：撤销第 1 条和以后的 12 条",
            "cleared the sample: undid entry 1 and 12 acts after it"
        ),
        (paired, "结对 张德富（H1）与 李四，自 2016-06-01 起", "paired 张德富 (H1) and 李四, from 2016-06-01"),
        (
            .ended([
                .init(pair, on: Day("2016-06-02") ?? .earliest, .enteredInError, sentence: "录错", successor: ""),
                .init(pair, on: Day("2016-06-03") ?? .earliest, .reassigned, sentence: "", successor: "王五"),
            ]),
            "结束 2 户结对：结束结对 张德富（H1）与 李四，自 2016-06-02 起，录入有误：录错；结束结对 张德富（H1）与 李四，自 2016-06-03 起，调整，由 王五 接替",
            "ended 2 pairings: ended the pairing of 张德富 (H1) and 李四, from 2016-06-02, entered in error: 录错; "
                + "ended the pairing of 张德富 (H1) and 李四, from 2016-06-03, reassigned, succeeded by 王五"
        ),
        (
            .moved(
                Caption(.people, ["P1", "李四", "甲村"]), on: Day("2016-06-02") ?? .earliest, to: "乙村",
                since: Day("2015-01-01") ?? .earliest),
            "转移 人员 P1 李四（甲村），2016-06-02 转入乙村；原党员关系自 2015-01-01 起",
            "moved person P1 李四 (甲村), on 2016-06-02 to 乙村; the former membership from 2015-01-01"
        ),
        (
            .household(
                HouseholdDeed(
                    household, on: Day("2016-06-20") ?? .earliest, .init(.split, ["张德富", "H1", "2", "张小", "H2"]),
                    ended: 1, begun: 2
                )),
            "分户 贫困户 H1 张德富（甲村），自 2016-06-20 起：张小（H2）等 2 人由 张德富（H1）另立一户；结束结对 1；新结对 2",
            "split: household H1 张德富 (甲村), from 2016-06-20: 张小 (H2), 2 people, from 张德富 (H1); 1 pairing ended; 2 pairings begun"
        ),
        (
            .tookStep(.giveBack, Month(Day("2016-05-01") ?? .earliest), ["甲村", "乙村"], reason: "缺材料"),
            "退回月报 2016-05：甲村、乙村，缺材料",
            "return 2016-05: 甲村, 乙村; 缺材料"
        ),
        (
            .ticked(.init("回访", 1, ["甲"]), on: Day("2016-06-01") ?? .earliest), "清单《回访》勾选 甲，2016-06-01",
            "ticked in \"回访\": 甲, on 2016-06-01"
        ),
        (
            .waived(.init("回访", 6, ["甲", "乙"]), reason: "外出"), "清单《回访》免除 6 个：甲、乙等：外出",
            "waived in \"回访\": 6: 甲, 乙, …; 外出"
        ),
        (
            .unmarked(.init("回访", 2, ["甲", "乙"])), "清单《回访》取消 2 个：甲、乙 的勾选或免除",
            "took back the tick or waiver in \"回访\": 2: 甲, 乙"
        ),
        (
            .tookBack(Caption(.followUps, ["结对", "张德富", "H1", "李四", "2016-07-10", "先问村里"])),
            "收回跟进 张德富（H1）结对，交 李四，2016-07-10 前：先问村里",
            "took back follow-up of 张德富 (H1), pairing, by 李四 until 2016-07-10: 先问村里"
        ),
        (.printed("名册"), "打印未遮盖的名册", "printed unmasked: 名册"),
        (
            .together(.pair, 2, [paired]), "结对 2 行：结对 张德富（H1）与 李四，自 2016-06-01 起；等",
            "pair 2 rows: paired 张德富 (H1) and 李四, from 2016-06-01; …"
        ),
        (
            .undone(3, paired, isRedone: false, reason: "重复"), "撤销第 3 条：结对 张德富（H1）与 李四，自 2016-06-01 起；原因：重复",
            "undid entry 3: paired 张德富 (H1) and 李四, from 2016-06-01; because: 重复"
        ),
        (.undone(3, .words("登记"), isRedone: true, reason: ""), "重做第 3 条：登记", "redid entry 3: 登记"),
        (.imported([.init(.people, 3), .init(.posts, 1)]), "导入：人员 3，任职 1", "Import: people 3, posts 1"),
        (
            .joined(Caption(.households, ["H2", "张德富", "甲村"]), into: household, 3),
            "合并 贫困户 H2 张德富（甲村） 到 贫困户 H1 张德富（甲村），改记 3 行",
            "joined household H2 张德富 (甲村) into household H1 张德富 (甲村), 3 rows moved"
        ),
        (
            .merged(
                MergeDeed(
                    copy: "ab", after: 12, upTo: 19, seal: "cd", place: "甲村", officers: ["王五", "李四"],
                    rows: [.init(.people, 3)])),
            "并入“甲村”的副本（副本流水第 13–19 条，经手人 王五、李四）：人员 3",
            "brought back the copy of 甲村 (its entries 13–19, by 王五, 李四): people 3"
        ),
    ]

    @Test("is said in the language of whoever reads it", arguments: deeds)
    func said(deed: Deed, chinese: String, english: String) {
        #expect(deed.text == chinese)
        #expect(Language.$current.withValue(.english) { deed.text } == english)
    }

    @Test("comes back from the journal as it was", arguments: deeds)
    func kept(deed: Deed, chinese: String, english: String) {
        #expect(Deed(kept: deed.kept, of: TableSchema.builtIn) == deed)
    }

    @Test("is kept in words that never change")
    func words() {
        #expect(
            DeedTests.paired.kept == #"["paired",["H1","张德富","李四"],"2016-06-01"]"#)
        #expect(
            Deed.edited(DeedTests.household, [DeedTests.headcount]).kept
                == #"["edited",["households","H1","张德富","甲村"],[["households",["人口","3","4"],["销户原因","","迁出"]]]]"#)
    }

    @Test(
        "is not guessed from what this program did not write",
        arguments: [
            #"["baked",["H1"]]"#, #"["added",["lendings","J1"]]"#, #"["added"]"#, #"["added",["people","P1"]"#,
            #"["imported",[["people","many"]]]"#, #"["edited",["people","P1"],[["people",["身高","",""]]]]"#, "[1]",
        ])
    func unreadable(kept: String) {
        #expect(Deed(kept: kept, of: TableSchema.builtIn) == nil)
    }
}
