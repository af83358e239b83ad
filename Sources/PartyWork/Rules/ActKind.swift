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
    case takeBack = "takeback"
    case step
    case adopt
    case found
    case print
    case join
    case absorb
    case merge
    case imported = "import"

    /// What officers call it.
    package var title: String {
        switch self {
        case .record: localized("记活动", "record")
        case .add: localized("登记", "add")
        case .correct: localized("修改", "edit")
        case .void: localized("作废", "void")
        case .pair: localized("结对", "pair")
        case .unpair: localized("结束结对", "end pairing")
        case .undo: localized("撤销重做", "undo")
        case .imported: localized("导入", "import")
        case .move: localized("转支部", "move branch")
        case .household: localized("户变动", "household")
        case .month: localized("月报", "month")
        case .tick: localized("勾选", "tick")
        case .waive: localized("免除", "waive")
        case .unmark: localized("取消勾免", "untick")
        case .takeBack: localized("收回跟进", "take back")
        case .adopt: localized("采用体系", "adopt")
        case .found: localized("建登记簿", "new register")
        case .step: localized("办步骤", "step")
        case .print: localized("打印", "print")
        case .join: localized("合并", "join")
        case .absorb: localized("撤并", "merge villages")
        case .merge: localized("并入副本", "merge")
        }
    }
}

extension Act {
    /// What kind of act it is.
    package var kind: ActKind {
        switch self {
        case .recordActivity, .recordVisit: .record
        case .add, .enter: .add
        case .step: .step
        case .adopt: .adopt
        case .found: .found
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
        case .takeBack: .takeBack
        case .printUnmasked, .look: .print
        case .join: .join
        case .absorb: .absorb
        case .merge: .merge
        case .together(let acts): acts.first?.kind ?? .correct
        case .undo, .clearSample: .undo
        }
    }
}

/// From where an act came, as the journal keeps it.
package enum Origin: String, CaseIterable, Sendable, Hashable {
    case dashboard = "看板"
    case commandLine = "命令行"
    case imported = "导入"
}
