import PartyWork
import TerminalUI

/// A side of a branch's pairing: rows that are paired, with their gaps.
protocol PairedPane: RowPane {
    /// The branch.
    var code: Code { get }
    var branch: String { get }
    /// Whether only rows with a gap are shown.
    var onlyGaps: Bool { get set }
    /// Whether a row has a gap.
    var isGap: @Sendable (Row) -> Bool { get }
    /// What stands where the branch has no row.
    var nothing: String { get }
    /// What its list is called on paper.
    var paperTitle: String { get }
    /// The forms of the selected row and of all.
    func forms(_ context: Context) -> [Printout.Item]
}

extension PairedPane {
    /// Whether rows are chosen for an act on many.
    var isChoosing: Bool { !list.chosen.isEmpty }

    mutating func show(onlyGaps: Bool) {
        self.onlyGaps = onlyGaps
        list.show(only: onlyGaps ? isGap : nil)
    }

    func empty(_ context: Context) -> String {
        onlyGaps ? localized("没有缺口；按 ^E 看全部", "No gap; ^E shows all") : nothing
    }

    /// The list, and the forms of the selected row and of the branch.
    func printed(_ context: Context) -> [Printout.Item] {
        let filters = [onlyGaps ? localized("只看缺口", "gaps only") : ""]
        return [
            list.printed(paperTitle, of: branch, scope: Scope(code), filters: filters, rule: definition(context))
        ] + forms(context)
    }
}
