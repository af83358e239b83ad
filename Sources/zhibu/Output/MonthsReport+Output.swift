import PartyWork
import TerminalUI

/// As `zhibu month` prints it: a row per branch, its figures now and as signed.
extension MonthsReport: ListReport {
    var title: String { localized("月报 \(month)", "Month \(month)") }
    var rows: [MonthReport] { branches }
    static var isCounted: Bool { false }
    static var nothing: String { localized("没有支部。", "No branch.") }
    static var key: String { "branches" }
    var leading: [JSONValue.Member] { [.init("month", .string(month.description))] }
}

extension MonthReport: ReportRow {
    static var columns: [(title: String, alignment: Alignment)] {
        [
            (localized("编码", "code"), .left), (localized("支部", "branch"), .left), (localized("月报", "month"), .left),
            (localized("当月", "work"), .left), (localized("党日", "party days"), .right),
            (localized("主题活动", "theme"), .right),
            (localized("受访", "visits"), .right),
            (localized("走访", "home"), .right), (localized("五个一", "five ones"), .right),
            (localized("待补", "papers"), .right), (localized("补录", "late"), .right),
            (localized("户结对", "households"), .right), (localized("走访户", "visited"), .right),
            (localized("党员结对", "members"), .right), (localized("签收后变动", "shifted since signed"), .right),
        ]
    }

    var cells: [String] {
        let ones = ActivityKind.fiveOnes.reduce(0) { $0 + figures[MonthFigure($1)] }
        let signed =
            self.signed == nil
            ? "" : shifted.isEmpty ? localized("没有", "none") : localized("\(shifted.count) 处", "\(shifted.count)")
        let numbers = [
            figures[.partyDay], figures[.themeActivity], figures[.researchVisit], figures[.homeVisit], ones,
            figures[.papersMissing], figures[.late],
        ]
        return [code.digits, name, state.title, figures.work.title] + numbers.map { String($0) } + [
            figures.households.fraction, String(figures[.householdsVisited]), figures.members.fraction, signed,
        ]
    }

    /// `signed` is empty for a month that was never accepted.
    var json: JSONValue {
        [
            "code": .string(code.digits), "name": .string(name), "state": .string(state.rawValue),
            "work": .string(figures.work.rawValue), "figures": figures.json,
            "signed": signed.map { step in
                [
                    "on": .string(step.takenOn.description), "officer": .string(step.officer),
                    "figures": (step.figures ?? MonthFigures()).json,
                ]
            } ?? .object([]),
        ]
    }

    static var keys: [String] {
        let figures = MonthFigure.allCases.map { "\($0)" }
        return ["code", "name", "state", "work"] + figures + ["signed.on"] + figures.map { "signed." + $0 }
    }

    var lines: [[String]] {
        let signed = signed?.figures
        let row =
            [code.digits, name, state.rawValue, figures.work.rawValue]
            + MonthFigure.allCases.map { String(figures[$0]) } + [self.signed?.takenOn.description ?? ""]
            + MonthFigure.allCases.map { figure in signed.map { String($0[figure]) } ?? "" }
        return [row]
    }
}

extension MonthFigures {
    fileprivate var json: JSONValue {
        .object(MonthFigure.allCases.map { JSONValue.Member("\($0)", .number(self[$0])) })
    }
}
