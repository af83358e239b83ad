import PartyWork
import TerminalUI

extension Facts {
    /// What is known of a household.
    init(_ card: HouseholdCard) {
        let (row, household) = (card.row, card.household)
        self.init([
            .init(localized("户主", "Head"), card.head), .init(localized("户编号", "Household"), household.id.text),
            .init(localized("村", "Village"), card.villageName),
            .init(localized("人口", "People"), localized("\(household.headcount) 人", "\(household.headcount)")),
            .init(localized("致贫原因", "Cause"), household.cause), .init(localized("最近走访", "Last visit"), row.lastVisit),
            .init(localized("状态", "State"), card.state, isWide: true),
            .init(
                localized("帮扶人", "Helpers"),
                row.isGap ? localized("缺口：\(card.helpers)", "gap: \(card.helpers)") : card.helpers,
                element: row.isGap ? .uncovered : .text, isWide: true),
        ])
    }
}

extension HouseholdCard {
    fileprivate var state: String {
        let earlier = cycles.count
        let isIdentified = row.state != nil
        let days: [(Day?, String)] = [
            (earlier == 0 && isIdentified ? household.identifiedOn : nil, localized("识别", "identified")),
            (household.liftedOn, localized("脱贫", "lifted")),
            (household.returnedOn, localized("返贫", "returned")),
            (
                household.closedOn,
                household.closedReason.isEmpty
                    ? localized("销户", "closed")
                    : localized("销户（\(household.closedReason)）", "closed (\(household.closedReason))")
            ),
        ]
        let history = days.compactMap { day, word in day.map { (day: $0, text: "\($0) \(word)") } }
        let ordered =
            history.sorted { $0.day < $1.day }.map(\.text)
            + (earlier == 0 ? [] : [localized("以前另有 \(earlier) 段经过", "and \(plural(earlier, "earlier cycle"))")])
        return "\(row.stateTitle)  \(ordered.joined(separator: localized("，", ", ")))"
    }

    fileprivate var helpers: String {
        row.helpers.isEmpty ? localized("没有帮扶人", "no helper") : row.helperNames
    }
}
