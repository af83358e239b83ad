import PartyWork
import TerminalUI

/// Where to start, in four lines on the first screen of a ledger in which little is yet: a key each, and what it is for.
enum FirstSteps {
    /// Whether a report is of such a ledger: nobody is paired, and nothing was held this year.
    static func are(of report: StatusReport, _ context: Context) -> Bool {
        let totals = report.totals
        let isQuiet = totals.visitsReceived + totals.themeActivities + totals.fiveOnes.done == 0
        return isQuiet && totals.households.covered + totals.members.covered == 0
            && report.branches.allSatisfy { $0.partyDayMonths.isEmpty } && context.asOf == context.today
            && context.scope == context.fullScope && hasRoom(context)
    }

    /// Whether a list of branches still has some lines below them.
    private static func hasRoom(_ context: Context) -> Bool {
        context.body.rows >= TownFiguresPane.headRows(context) + rows + 5
    }

    private static var steps: [(action: Action, text: String)] {
        [
            (
                .add,
                localized("搬家：乡镇和村、人员、贫困户、结对，还缺什么，怎么搬进来", "moving in: what the ledger still lacks, and how to bring it")
            ),
            (
                .record,
                localized(
                    "记第一条活动：选中支部，选类型，填表，^S 保存", "the first activity: select a branch, its kind, fill in, ^S saves")
            ),
            (.palette, localized("找不到就输入：人名、村名、要做的事，拼音首字母也行", "type what you look for: a name, a village, what to do")),
            (.help, localized("这一页的按键；在里面按 F2 看手册", "the keys of this screen; F2 there opens the handbook")),
        ]
    }

    /// The lines they take.
    static let rows = 4

    static func draw(on frame: inout Frame, row: Int, _ context: Context) {
        for (index, step) in steps.enumerated() {
            frame.put(step.action.keys[0].name, row: row + index, column: 2, style: context.style(.keyName))
            frame.put(step.text, row: row + index, column: 6, maxWidth: frame.size.columns - 7)
        }
    }
}
