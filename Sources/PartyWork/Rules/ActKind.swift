/// The kinds of acts by the word that the journal keeps.
package enum ActKind: String, CaseIterable, Sendable, Hashable {
    case record
    case add
    case correct
    case void
    case pair
    case unpair
    case undo
    case move
    case household
    case month
    case tick
    case waive
    case unmark
    case print
    case imported = "import"

    /// What officers call it.
    package var title: String {
        switch self {
        case .record: "记活动"
        case .add: "登记"
        case .correct: "修改"
        case .void: "作废"
        case .pair: "结对"
        case .unpair: "结束结对"
        case .undo: "撤销重做"
        case .imported: "导入"
        case .move: "转支部"
        case .household: "户变动"
        case .month: "月报"
        case .tick: "勾选"
        case .waive: "免除"
        case .unmark: "取消勾免"
        case .print: "打印"
        }
    }
}

extension Act {
    /// What kind of act it is.
    package var kind: ActKind {
        switch self {
        case .recordActivity, .recordVisit: .record
        case .add: .add
        case .correct, .correctVisit: .correct
        case .move: .move
        case .changeHousehold: .household
        case .voidActivity: .void
        case .pair: .pair
        case .endPairings: .unpair
        case .takeMonthStep: .month
        case .tick: .tick
        case .waive: .waive
        case .unmark: .unmark
        case .printUnmasked: .print
        case .together(let acts): acts.first?.kind ?? .correct
        case .undo: .undo
        }
    }
}

/// From where an act came, as the journal keeps it.
package enum Origin: String, CaseIterable, Sendable, Hashable {
    case dashboard = "看板"
    case commandLine = "命令行"
    case imported = "导入"
}
