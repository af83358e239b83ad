import TestSupport
import Testing

@testable import ChineseNames

/// How lists order names.
struct NameOrderTests {
    private func sorted(_ names: [String], _ kind: NameOrder.Kind, by collation: NameOrder.Collation = .pinyin)
        -> [String]
    {
        names.sorted { NameOrder($0, kind, by: collation) < NameOrder($1, kind, by: collation) }
    }

    @Test(
        "people stand by the reading of the surname, then by the given name",
        arguments: [
            ["区伟", "盖勇", "解珍", "朴正", "仇英", "覃塘", "任平", "单福", "查明", "曾国"].sortedAs(
                ["盖勇", "区伟", "朴正", "覃塘", "仇英", "任平", "单福", "解珍", "曾国", "查明"]),
            ["单于福", "单福", "尉迟恭", "尉国", "万俟丑", "万里"].sortedAs(["单于福", "万俟丑", "单福", "万里", "尉国", "尉迟恭"]),
            ["张三", "李四", "张二", "李三丰", "李三", "黎明"].sortedAs(["黎明", "李三", "李三丰", "李四", "张二", "张三"]),
            ["向　红", "向平", "向红", "向·安"].sortedAs(["向·安", "向　红", "向红", "向平"]),
        ])
    func people(names: Sorting) {
        #expect(sorted(names.given, .person) == names.expected)
    }

    @Test(
        "titles stand by pinyin, and numbers in them by value",
        arguments: [
            ["第十组", "第二组", "第二十一组", "第三组", "第一百零二组"].sortedAs(["第二组", "第三组", "第十组", "第二十一组", "第一百零二组"]),
            ["10组", "2组", "１组", "第10组", "第2组"].sortedAs(["１组", "2组", "10组", "第2组", "第10组"]),
            ["甲村十组", "甲村九组", "甲村二〇组"].sortedAs(["甲村九组", "甲村十组", "甲村二〇组"]),
            ["三家台村", "二台坪村", "一心村"].sortedAs(["二台坪村", "三家台村", "一心村"]),
            ["2016年第十期", "2016年第九期", "2015年第二十期"].sortedAs(["2015年第二十期", "2016年第九期", "2016年第十期"]),
        ])
    func titles(names: Sorting) {
        #expect(sorted(names.given, .thing) == names.expected)
    }

    @Test("in the name of a person a numeral is a character like others") func namePerson() {
        #expect(sorted(["张十", "张二", "张一", "张三"], .person) == ["张二", "张三", "张十", "张一"])
    }

    /// The order of official lists: by the number of strokes, of equal ones 横竖撇点折.
    @Test("on request people stand by strokes") func requestPeople() {
        #expect(
            sorted(["曾国", "丁一", "王五", "马三", "刘二", "于四", "田七", "叶八", "万九"], .person, by: .strokes)
                == ["丁一", "于四", "万九", "马三", "王五", "叶八", "田七", "刘二", "曾国"])
        #expect(sorted(["王伟", "王一", "王"], .person, by: .strokes) == ["王", "王一", "王伟"])
    }

    @Test("the order is one of all texts, by code point where nothing else tells") func orderAll() {
        var generator = SeededGenerator(seed: 12)
        for _ in 0..<300 {
            let names = (0..<3).map { _ in generator.hostileText() }
            for kind in [NameOrder.Kind.person, .thing] {
                let orders = names.map { NameOrder($0, kind) }
                for (one, other) in [(0, 1), (1, 2), (0, 2)] {
                    let before = [
                        orders[one] < orders[other], orders[other] < orders[one], orders[one] == orders[other],
                    ]
                    #expect(before.filter { $0 }.count == 1, "\(names)")
                }
            }
        }
        #expect(
            sorted(["李·四", "李四"], .person)
                == ["李·四", "李四"].sorted { $0.unicodeScalars.lexicographicallyPrecedes($1.unicodeScalars) })
    }
}

/// The tables by which names are ordered.
struct NameTableTests {
    @Test("every Han of the standard has its strokes and its reading") func everyHan() {
        for collation in [NameOrder.Collation.pinyin, .strokes] {
            let order = CharacterOrder.of(collation)
            let without = (0x4E00...0x9FA5).count {
                order.weight(UInt32($0)) == order.weight(0x2A6DF) - 0x2A6DF + UInt64($0)
            }
            #expect(without < 500)
        }
    }

    @Test(
        "characters of one line stand in the order of the standard's strokes",
        arguments: ["一乙二丁十", "三于土大上口千川马乡", "王天云木五太中手毛公文方火为", "玉古左石东北田四生丘白用印乐"])
    func charactersLine(line: String) {
        let order = CharacterOrder.of(.strokes)
        let weights = line.unicodeScalars.map { order.weight($0.value) }
        #expect(weights == weights.sorted())
    }
}

struct Sorting: Sendable, CustomTestStringConvertible {
    let given: [String]
    let expected: [String]
    var testDescription: String { expected.joined(separator: " ") }
}

extension [String] {
    fileprivate func sortedAs(_ expected: [String]) -> Sorting { Sorting(given: self, expected: expected) }
}
