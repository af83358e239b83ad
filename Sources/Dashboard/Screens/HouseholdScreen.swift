import PartyWork
import TerminalUI

extension Route {
    static func household(_ id: Household.ID) -> Route { Route("household", [id.text]) { HouseholdScreen(id) } }
}

extension ScreenKind {
    static let household = ScreenKind(
        localized("户", "Household"), like: .household("H"), of: { .household(Household.ID($0)) }
    ).telling(
        localized(
            "一户的卡片：状态、谁在帮、什么时候去过，和登记簿里的",
            "the card of a household: its state, helpers, visits, registers"))
}

/// A household's card.
struct HouseholdQuery: Query {
    let id: Household.ID
    let asOf: Day

    func answer(from ledger: any LedgerReading) throws -> HouseholdCard { try ledger.household(id, asOf: asOf) }
}

/// The card of a household: what is known of it, its helpers of all times, the visits it received.
struct HouseholdScreen: CardScreen {
    private let id: Household.ID
    private var card: HouseholdCard?
    var panes: Panes

    init(_ id: Household.ID) {
        self.id = id
        let noRow = Offer(
            .open, .helper,
            unavailable: localized("先按 Tab 到“结对”栏选一条", "choose one under Pairings (Tab) first"))
        panes = Panes([
            CardPairings(
                name: localized("结对", "Pairings"), nothing: localized("还没有帮扶人；按 F5 结对", "No helper yet: F5 pairs"),
                rule: Definition.noRelease,
                list: RowList(
                    PairingRow.columns(of: .household), identity: \.identity,
                    searched: { "\($0.helperName) \($0.situation)" }), noRow: noRow,
                other: { .person($0.pairing.helper) }),
            CardActivities(
                name: localized("走访", "Visits"),
                nothing: localized("还没有走访记录；按 F2 记一次走访", "No visit yet: F2 records one"), rule: Definition.visited,
                list: RowList(ActivityRow.visitColumns, identity: \.activity.id.text, searched: \.searched),
                noRow: noRow),
            SubjectEntriesPane(), CardJournal(table: .households, key: RecordKey(id.text)),
            CardTimeline(rule: Definition.noRelease, noRow: noRow),
        ])
    }

    private var row: HouseholdRow? { card?.row }

    func title(_ context: Context) -> String {
        let position = panes.current.position
        return localized("\(card?.head ?? id.text) 户  \(position)", "Household \(card?.head ?? id.text)  \(position)")
    }

    func ownNeeds(_ context: Context) -> [Need<Self>] {
        [
            Need(HouseholdQuery(id: id, asOf: context.asOf)) { screen, card in
                screen.card = card
                screen.tell(EntrySubject(.household, card.household.id.text, name: card.head))
                screen.load(card.pairings.activeFirst, card.visits, card.timeline)
            }
        ]
    }

    func draft(_ context: Context) -> ActivityDraft { row.map { ActivityDraft(visitTo: $0) } ?? ActivityDraft() }
}

// MARK: - The card

extension HouseholdScreen {
    var facts: Facts? { card.map { Facts($0) } }
}

// MARK: - What keys do

extension HouseholdScreen {
    func bindings(_ context: Context) -> [Binding<Self>] {
        if let entries = entryBindings(context) { return entries }
        let reading = localized("正在读取", "still being read")
        let closed = row?.state == .closed ? localized("已销户", "closed") : nil
        let noPairing = localized("先按 Tab 到“结对”栏选一条", "choose one under Pairings (Tab) first")
        let ended = pairing?.isActive == false ? localized("这条结对已经结束", "this pairing has ended") : nil
        let (own, tab) = (paneBindings(context), stepping())
        let row = row
        return [
            Binding(.add, .pair, on: row, orElse: reading, unavailable: closed) { [.form(.pair($0, context))] },
            Binding(.end, .endPairing, on: pairing, orElse: noPairing, unavailable: ended) { pairing in
                let parties = row.flatMap { pairing.parties($0.household.village, $0.villageName) }
                return parties.map { [.form(.end($0, context))] } ?? []
            },
            Binding(.record, .visit, on: row, orElse: reading) {
                [.record(ActivityDraft(visitTo: $0))]
            },
            Binding(.datedChange, .event, on: row, orElse: reading) {
                [.menu(.happened(to: $0, context))]
            },
        ] + own[.open] + [tab.next] + own.without(own[.open]) + [
            tab.previous, Binding(.edit, on: row, orElse: reading) { [.form(.edit($0))] },
            Binding(.handOver, on: pairing, orElse: noPairing, unavailable: ended) {
                [.open(.handOver($0.pairing.helper))]
            },
        ]
    }
}

// MARK: - Printing

extension HouseholdScreen {
    /// The household's card, and the list with the keys.
    func printout(_ context: Context) -> Printout {
        guard let row else { return Printout() }
        let list = printed(of: card?.head ?? "", scope: Scope(row.household.village), context)
        return Printout([Printout.card(of: row, context)] + [list].compactMap(\.self))
    }
}
