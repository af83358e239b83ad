import PartyWork
import TerminalUI

/// A row behind a figure, or missing from it.
struct FigureRow: Sendable {
    let key: String
    let standing: Standing
    /// What its columns say, after the one that says whether it counts.
    let cells: [String]
    /// What Enter does.
    let opens: Command
    /// What is known of an activity recorded from it.
    var draft = ActivityDraft()
    /// How much it adds to the figure where it counts.
    var weight = 1
    /// The household or person that it is, where an act can be done to many of them.
    var household: HouseholdRow?
    var person: PersonRow?

    /// What the figure makes of it.
    enum Standing: Sendable, Hashable {
        case counted
        case missing
        /// Does not count, and is not missing yet.
        case pending
    }

    fileprivate func word(_ kind: Figure.Kind) -> String {
        switch standing {
        case .counted: "计入"
        case .missing: kind.gapWord
        case .pending: "未到期"
        }
    }
}

extension RowList where Row == FigureRow {
    /// The list behind a kind of figure, its columns in the order of the rows' cells.
    static func behind(_ kind: Figure.Kind) -> Self {
        let standing = Column(
            TableColumn("计入否", minimum: 6), by: { $0.standing == .counted ? 1 : 0 },
            element: { $0.standing == .counted ? .done : $0.standing == .missing ? .uncovered : .muted },
            text: { $0.word(kind) })
        let others = kind.columns.enumerated().map { index, layout in
            Column(layout, by: { SortKey($0.cells[index]) }, text: { $0.cells[index] })
        }
        return RowList([standing] + others, identity: \.key, searched: { $0.cells.joined(separator: " ") })
    }
}

/// Orders cells by the number they begin with, then as text.
private struct SortKey: Comparable {
    let number: Int
    let text: String

    init(_ cell: String) {
        let digits = cell.prefix { $0.isASCII && $0.isNumber }
        number = digits.count == cell.count || cell.dropFirst(digits.count).first == "/" ? Int(digits) ?? 0 : 0
        text = cell
    }

    static func < (left: SortKey, right: SortKey) -> Bool {
        (left.number, left.text) < (right.number, right.text)
    }
}

extension Figure.Kind {
    fileprivate var columns: [TableColumn] {
        switch self {
        case .visitors:
            [
                TableColumn("班子成员", minimum: 10, ideal: 14), TableColumn("今年次数", minimum: 8),
                TableColumn("情况", minimum: 8),
            ]
        case .themeVillages:
            [TableColumn("支部", minimum: 12, ideal: 20), TableColumn("今年次数", minimum: 8), TableColumn("情况", minimum: 8)]
        case .visits, .visitsReceived, .themeActivities:
            [
                TableColumn("日期", minimum: 10), TableColumn("支部", minimum: 10, ideal: 14),
                TableColumn("主题", minimum: 16, ideal: 28, share: 1), TableColumn("材料", minimum: 4),
            ]
        case .fiveOnes:
            [
                TableColumn("支部", minimum: 8, ideal: 20), TableColumn("党小组", minimum: 10, ideal: 20, share: 1),
                TableColumn("项目", minimum: 12, ideal: 14), TableColumn("情况", minimum: 8),
            ]
        case .partyDay: [TableColumn("支部", minimum: 12, ideal: 20), TableColumn("月份", minimum: 6)]
        case .partyDays: [TableColumn("支部", minimum: 12, ideal: 20), TableColumn("月份", minimum: 6)]
        case .households, .visited:
            [
                TableColumn("户编号", minimum: 9), TableColumn("户主", minimum: 8),
                TableColumn("村", minimum: 8, ideal: 16), TableColumn("帮扶人", minimum: 12, ideal: 16, share: 1),
                TableColumn("最近走访", minimum: 10),
            ]
        case .members:
            [
                TableColumn("人员编号", minimum: 8), TableColumn("姓名", minimum: 8),
                TableColumn("组织", minimum: 14, ideal: 24, share: 1), TableColumn("类别", minimum: 8),
                TableColumn("结对户", minimum: 6, alignment: .right),
            ]
        case .cooperatives, .memberFounded, .householdsLed:
            [
                TableColumn("名称", minimum: 18, ideal: 30, share: 1), TableColumn("支部", minimum: 8, ideal: 18),
                TableColumn("领办党员", minimum: 8, ideal: 16), TableColumn("带动户", minimum: 6, alignment: .right),
            ]
        case .month:
            [
                TableColumn("日期", minimum: 10), TableColumn("类型", minimum: 8, ideal: 12),
                TableColumn("内容", minimum: 16, ideal: 28, share: 1), TableColumn("材料", minimum: 4),
            ]
        case .founders:
            [TableColumn("领办党员", minimum: 8, ideal: 12), TableColumn("领办的合作社", minimum: 20, ideal: 40, share: 1)]
        }
    }
}
