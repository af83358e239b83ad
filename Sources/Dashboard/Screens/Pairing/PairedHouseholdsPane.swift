import Papers
import PartyWork
import TerminalUI

/// The households of a branch with their helpers.
struct PairedHouseholdsPane: PairedPane {
    let code: Code
    let branch: String
    var onlyGaps = false
    var list = RowList(HouseholdRow.columns, identity: \.household.id.text, searched: \.searched).choosing()

    init(of code: Code, _ branch: String) {
        self.code = code
        self.branch = branch
    }

    var name: String { localized("户", "Households") }
    var hasGlances: Bool { true }
    func glance(_ context: Context) -> (any Glance)? { list.selected.map { HouseholdGlance($0) } }
    func definition(_ context: Context) -> String? { Definition.householdCoverage }
    var isGap: @Sendable (HouseholdRow) -> Bool { \.isGap }

    var nothing: String {
        localized(
            "这里没有登记贫困户：在名册（7）登记；按 Tab 看党员",
            "No household here: add them in the registry (7); Tab shows the members")
    }

    func needs(_ context: Context) -> [Need<Self>] {
        [
            Need(HouseholdsQuery(scope: Scope(code), asOf: context.asOf)) { pane, rows in
                pane.list.load(rows.filter(\.isKept).rankedByNeed)
            }
        ]
    }

    func bindings(_ context: Context) -> [Binding<Self>] {
        let row = list.selected
        let nothing = localized("没有选中的行", "no row selected")
        let open = Binding<Self>(.open, on: row, orElse: nothing) { [.open(.household($0.household.id))] }
        if isChoosing { return [open] + together(context) + listBindings }
        let closed = row?.state == .closed ? localized("已销户", "closed") : nil
        let alone = row?.helpers.isEmpty ?? true ? localized("没有在帮扶的人", "has no helper") : nil
        return [
            open, Binding(.add, .pair, on: row, orElse: nothing, unavailable: closed) { [.form(.pair($0, context))] },
            Binding(.end, .endPairing, on: row, orElse: nothing, unavailable: alone) { row in
                [
                    row.choosingHelper(localized("结束哪一位的结对？", "End whose pairing?")) {
                        .form(.end(row.parties($0), context))
                    }
                ]
            },
            Binding(.handOver, on: row, orElse: nothing, unavailable: alone) { row in
                [
                    row.choosingHelper(localized("移交哪一位的户？", "Hand over whose households?")) {
                        .open(.handOver($0.id))
                    }
                ]
            },
            Binding(.datedChange, row.map { _ in .event }, on: row, orElse: nothing) {
                [.menu(.happened(to: $0, context))]
            },
        ] + (row.map { [visiting($0)] } ?? []) + listBindings
    }

    private func visiting(_ row: HouseholdRow) -> Binding<Self> {
        Binding(.record, .visit) { _ in [.record(ActivityDraft(visitTo: row))] }
    }

    /// What is done to all chosen households.
    private func together(_ context: Context) -> [Binding<Self>] {
        let rows = list.chosenRows
        let alone =
            rows.allSatisfy(\.helpers.isEmpty)
            ? localized("选中的户都没有在帮扶的人", "none of the chosen households has a helper") : nil
        return [
            Binding(.add, .pair) { _ in [.form(.pair(rows, context))] },
            Binding(.end, .endPairing, unavailable: alone) { _ in [.form(.end(rows, context))] },
            Binding(.handOver, unavailable: alone) { _ in [.form(.handOver(rows, context))] },
            Binding(.datedChange) { _ in [.menu(.datedChanges(of: rows, context))] },
        ]
    }

    func draft(_ context: Context) -> ActivityDraft {
        list.selected.map { ActivityDraft(visitTo: $0) } ?? ActivityDraft(organization: code, organizationName: branch)
    }

    /// How many of the poor households had a visit this month; nil where there is no household.
    func visited(_ context: Context) -> String? {
        if list.total == 0 { return nil }
        let poor = list.allRows.filter { $0.state == .poor }
        let visited = poor.count { $0.lastVisitOn.map { $0 >= context.asOf.firstOfMonth } ?? false }
        let figure = Coverage(covered: visited, inScope: poor.count).figure
        return localized("本月走访 \(figure)", "visited \(figure)")
    }

    var paperTitle: String { localized("贫困户结对名单", "Households and their helpers") }

    func forms(_ context: Context) -> [Printout.Item] {
        let one = list.selected.map { Printout.card(of: $0, context) }
        let all = PaperRequest(.household, in: Scope(code), asOf: context.asOf)
        return [one, Printout.papers(all, of: branch, localized("\(branch)每户一张", "one for each household"))].compactMap(
            \.self)
    }
}

extension HouseholdRow {
    /// A command about one of the helpers: at once for the only one, by a menu for several.
    fileprivate func choosingHelper(_ title: String, _ command: (Helper) -> Command) -> Command {
        if helpers.count == 1 { return command(helpers[0]) }
        let items = helpers.map { Menu.Item($0.name, detail: $0.service.title, command($0)) }
        return .menu(Menu(title: title, items: items))
    }

    fileprivate func parties(_ helper: Helper) -> PairedParties {
        PairedParties(
            household: Candidate(self),
            helper: Candidate(key: helper.id.text, name: helper.name, detail: helper.service.absence ?? ""),
            village: household.village, reason: .likely(state, helperServes: helper.serves))
    }
}
