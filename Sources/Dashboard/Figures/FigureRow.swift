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
    /// Its state where it is missing and late; nil where it has none but being missing.
    var state: State?
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

    /// A state in the word and the look that it has in every list.
    struct State: Sendable {
        let word: String
        let element: Element

        /// Nil for one that asks for nothing yet.
        init?(_ state: ProgressState) {
            guard state.needsAction else { return nil }
            (word, element) = (state.title, .of(state))
        }

        init(_ state: Gap.State) { (word, element) = (state.title, .of(state)) }

        init(_ lack: MonthLack) { (word, element) = (lack.title, lack.element) }
    }

    fileprivate var element: Element {
        switch standing {
        case .counted: .text
        case .missing: state?.element ?? .text
        case .pending: .muted
        }
    }

    fileprivate func word(_ kind: Figure.Kind) -> String {
        switch standing {
        case .counted: localized("计入", "counted")
        case .missing: state?.word ?? kind.gapWord
        case .pending: localized("未到期", "not due")
        }
    }
}

extension RowList where Row == FigureRow {
    /// The list behind a kind of figure, its columns in the order of the rows' cells.
    static func behind(_ kind: Figure.Kind) -> Self {
        let standing = Column(
            TableColumn(localized("计入否", "Counts"), minimum: localized(6, 9)), by: { $0.standing == .counted ? 1 : 0 },
            element: \.element,
            text: { $0.word(kind) })
        let others = kind.columns.enumerated().map { index, layout in
            Column(
                layout, named: kind.people.contains(index) ? .person : .thing,
                element: { $0.cells[index] == Evidence.pending.title ? .of(Evidence.pending) : .text }
            ) { $0.cells[index] }
        }
        return RowList([standing] + others, identity: \.key, searched: { _ in "" })
    }
}

extension Figure.Kind {
    /// The columns with the names of people, by their places.
    fileprivate var people: Set<Int> {
        switch self {
        case .visitors, .founders: [0]
        case .households, .visited: [1, 3]
        case .members: [1]
        case .cooperatives, .memberFounded, .householdsLed: [2]
        default: []
        }
    }

    fileprivate var columns: [TableColumn] {
        switch self {
        case .visitors:
            [
                TableColumn(localized("班子成员", "Committee member"), minimum: 10, ideal: 14),
                TableColumn(localized("今年次数", "This year"), minimum: 8),
                TableColumn(localized("情况", "State"), minimum: 8),
            ]
        case .themeVillages:
            [
                TableColumn(localized("支部", "Branch"), minimum: 12, ideal: 20),
                TableColumn(localized("今年次数", "This year"), minimum: 8),
                TableColumn(localized("情况", "State"), minimum: 8),
            ]
        case .visits, .visitsReceived, .themeActivities:
            [
                TableColumn(localized("日期", "Date"), minimum: 10),
                TableColumn(localized("支部", "Branch"), minimum: 10, ideal: 14),
                TableColumn(localized("主题", "Topic"), minimum: 16, ideal: 28, share: 1),
                TableColumn(localized("材料", "Papers"), minimum: 4),
            ]
        case .fiveOnes:
            [
                TableColumn(localized("支部", "Branch"), minimum: 8, ideal: 20),
                TableColumn(localized("党小组", "Group"), minimum: 10, ideal: 20, share: 1),
                TableColumn(localized("项目", "Item"), minimum: 12, ideal: 14),
                TableColumn(localized("情况", "State"), minimum: 8),
            ]
        case .partyDay:
            [
                TableColumn(localized("支部", "Branch"), minimum: 12, ideal: 20),
                TableColumn(localized("月份", "Month"), minimum: localized(6, 8)),
            ]
        case .partyDays:
            [
                TableColumn(localized("支部", "Branch"), minimum: 12, ideal: 20),
                TableColumn(localized("月份", "Month"), minimum: localized(6, 8)),
            ]
        case .households, .visited:
            [
                TableColumn(localized("户编号", "Household"), minimum: 9),
                TableColumn(localized("户主", "Head"), minimum: 8),
                TableColumn(localized("村", "Village"), minimum: 8, ideal: 16, dropOrder: 1),
                TableColumn(localized("帮扶人", "Helpers"), minimum: 12, ideal: 16, share: 1),
                TableColumn(localized("最近走访", "Last visit"), minimum: 10),
            ]
        case .members:
            [
                TableColumn(localized("人员编号", "Person no."), minimum: 8),
                TableColumn(localized("姓名", "Name"), minimum: 8),
                TableColumn(localized("组织", "Organization"), minimum: 14, ideal: 24, share: 1),
                TableColumn(localized("类别", "Category"), minimum: 8),
                TableColumn(localized("结对户", "Paired"), minimum: 6, alignment: .right),
            ]
        case .cooperatives, .memberFounded, .householdsLed:
            [
                TableColumn(localized("名称", "Name"), minimum: 18, ideal: 30, share: 1),
                TableColumn(localized("支部", "Branch"), minimum: 8, ideal: 18),
                TableColumn(localized("领办党员", "Founders"), minimum: 8, ideal: 16),
                TableColumn(localized("带动户", "Led"), minimum: 6, alignment: .right),
            ]
        case .month:
            [
                TableColumn(localized("日期", "Date"), minimum: 10),
                TableColumn(localized("类型", "Kind"), minimum: 8, ideal: localized(12, 16)),
                TableColumn(localized("内容", "What"), minimum: 16, ideal: 28, share: 1),
                TableColumn(localized("材料", "Papers"), minimum: localized(4, 8)),
            ]
        case .founders:
            [
                TableColumn(localized("领办党员", "Founders"), minimum: 8, ideal: 12),
                TableColumn(localized("领办的合作社", "Cooperatives founded"), minimum: 20, ideal: 40, share: 1),
            ]
        }
    }
}
