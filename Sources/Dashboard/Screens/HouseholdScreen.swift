import PartyWork
import TerminalUI

/// The card of a household: what is known of it, its helpers of all times, the visits it received.
struct HouseholdScreen: CardScreen {
    private let id: Household.ID
    private var card: HouseholdCard?
    var lists = CardLists(
        RowList(
            PairingRow.columns(of: .household), identity: \.identity, searched: { "\($0.helperName) \($0.situation)" }),
        RowList(ActivityRow.visitColumns, identity: \.activity.id.text, searched: \.searched),
        titles: (localized("结对", "Pairings"), localized("走访", "Visits")))

    init(_ id: Household.ID) {
        self.id = id
    }

    private var row: HouseholdRow? { card?.row }

    func title(_ context: Context) -> String {
        localized(
            "\(card?.head ?? id.text) 户  \(lists.position)", "Household \(card?.head ?? id.text)  \(lists.position)")
    }

    func questions(_ context: Context) -> [Question] { [.household(id, asOf: context.asOf)] }

    mutating func receive(_ answer: Answer, _ context: Context) {
        guard case .household(let card) = answer else { return }
        self.card = card
        lists.timeline.load(card.timeline)
        lists.first.load(card.pairings.activeFirst)
        lists.second.load(card.visits)
    }

    func definition(_ context: Context) -> String? { lists.isSecond ? Definition.visited : Definition.noRelease }

    func draft(_ context: Context) -> ActivityDraft { row.map { ActivityDraft(visitTo: $0) } ?? ActivityDraft() }

    func draw(_ context: Context) -> Frame {
        guard row != nil else { return context.emptyBody }
        let empty = (
            localized("还没有帮扶人；按 F5 结对", "No helper yet: F5 pairs"),
            localized("还没有走访记录；按 F2 记一次走访", "No visit yet: F2 records one")
        )
        return lists.card(facts, context, empty: empty)
    }
}

// MARK: - The card

extension HouseholdScreen {
    var facts: Facts {
        guard let card, let row else { return Facts([]) }
        let household = card.household
        return Facts([
            .init(localized("户主", "Head"), card.head), .init(localized("户编号", "Household"), household.id.text),
            .init(localized("村", "Village"), card.villageName),
            .init(localized("人口", "People"), localized("\(household.headcount) 人", "\(household.headcount)")),
            .init(localized("致贫原因", "Cause"), household.cause), .init(localized("最近走访", "Last visit"), row.lastVisit),
            .init(localized("状态", "State"), state(household), isWide: true),
            .init(
                localized("帮扶人", "Helpers"), row.isGap ? localized("缺口：\(helpers)", "gap: \(helpers)") : helpers,
                element: row.isGap ? .uncovered : .text, isWide: true),
        ])
    }

    private func state(_ household: Household) -> String {
        let earlier = card?.cycles.count ?? 0
        let isIdentified = row?.state != nil
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
        return "\(row?.stateTitle ?? "")  \(ordered.joined(separator: localized("，", ", ")))"
    }

    private var helpers: String {
        guard let row, !row.helpers.isEmpty else { return localized("没有帮扶人", "no helper") }
        return row.helperNames
    }
}

// MARK: - Actions

extension HouseholdScreen {
    func offers(_ context: Context) -> [Offer] {
        let nothing = row == nil ? localized("正在读取", "still being read") : nil
        let closed = row?.state == .closed ? localized("已销户", "closed") : nil
        let noPairing = pairing == nil ? localized("先按 Tab 到“结对”栏选一条", "choose one under Pairings (Tab) first") : nil
        let notActive =
            noPairing ?? (pairing?.isActive == false ? localized("这条结对已经结束", "this pairing has ended") : nil)
        return [
            Offer(.add, localized("结对", "pair"), unavailable: nothing ?? closed),
            Offer(.end, localized("结束", "end"), unavailable: notActive),
            Offer(.record, localized("记走访", "visit"), unavailable: nothing),
            Offer(.mark, localized("变动", "changes"), unavailable: nothing),
            lists.opening(localized("帮扶人", "Helpers"), unavailable: noPairing),
        ] + lists.offers + [Offer(.edit, unavailable: nothing), Offer(.handOver, unavailable: notActive)]
    }

    mutating func perform(_ action: Action, _ context: Context) -> [Command] {
        if let commands = lists.perform(action) { return commands }
        guard let row else { return [] }
        switch action {
        case .open: return lists.open(pairing.map { .person($0.pairing.helper) }, context)
        case .add: return [.form(.pair(row, context))]
        case .end:
            let parties = pairing?.parties(row.household.village, row.villageName)
            return parties.map { [.form(.end($0, context))] } ?? []
        case .handOver: return pairing.map { [.open(.handOver($0.pairing.helper))] } ?? []
        case .record: return [.record(draft(context))]
        case .mark: return [.menu(.happened(to: row, context))]
        case .edit: return [.form(.edit(row))]
        default: return []
        }
    }
}

// MARK: - Printing

extension HouseholdScreen {
    /// The household's card, and the list with the keys.
    func printout(_ context: Context) -> Printout {
        guard let row else { return Printout() }
        let scope = Scope(row.household.village)
        return Printout([
            Printout.card(of: row, context),
            lists.printed(of: card?.head ?? "", scope: scope, rule: definition(context)),
        ])
    }
}
