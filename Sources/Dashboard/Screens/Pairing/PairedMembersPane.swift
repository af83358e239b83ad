import Papers
import PartyWork
import TerminalUI

/// The members and helpers of a branch with their households.
struct PairedMembersPane: PairedPane {
    let code: Code
    let branch: String
    var onlyGaps = false
    var list = RowList(PersonRow.columns, identity: \.person.id.text, searched: \.searched).choosing()

    init(of code: Code, _ branch: String) {
        self.code = code
        self.branch = branch
    }

    var name: String { localized("党员和帮扶人", "Members, helpers") }
    var hasGlances: Bool { true }
    func glance(_ context: Context) -> (any Glance)? { list.selected.map { PersonGlance($0) } }
    func definition(_ context: Context) -> String? { Definition.memberCoverage }
    var isGap: @Sendable (PersonRow) -> Bool { \.isGap }

    var nothing: String {
        localized(
            "这里没有登记党员：在名册（7）登记；按 Tab 看户",
            "No member here: add them in the registry (7); Tab shows the households")
    }

    func needs(_ context: Context) -> [Need<Self>] {
        [Need(PeopleQuery(scope: Scope(code), asOf: context.asOf)) { pane, rows in pane.list.load(rows.rankedByNeed) }]
    }

    func bindings(_ context: Context) -> [Binding<Self>] {
        let row = list.selected
        let nothing = localized("没有选中的行", "no row selected")
        let single =
            isChoosing
            ? localized(
                "多人一起办的只有标记（F9）；结对、结束、移交请按 Esc 全不选，一人一人办",
                "for several people only marks (F9); to pair, end or hand over, Esc chooses none, then one by one")
            : nil
        let free = row?.households == 0 ? localized("没有在帮扶的户", "helps no household") : nil
        let chosen = list.chosenRows
        return [
            Binding(.open, on: row, orElse: nothing) { [.open(.person($0.person.id))] },
            Binding(
                .add, .pair, on: row, orElse: nothing, unavailable: single ?? row?.service.absence
            ) { [.form(.pair($0, context))] },
            Binding(.end, .endPairing, on: row, orElse: nothing, unavailable: single ?? free) {
                [
                    .open(.person($0.person.id)),
                    .notice(localized("选中要结束的一户，再按 F8", "Select the household to end with and press F8")),
                ]
            },
            Binding(.handOver, on: row, orElse: nothing, unavailable: single ?? free) {
                [.open(.handOver($0.person.id))]
            },
            Binding(.datedChange, on: row, orElse: nothing) {
                [.menu(chosen.isEmpty ? .datedChanges(of: $0, context) : .datedChanges(of: chosen, context))]
            },
        ] + listBindings
    }

    func draft(_ context: Context) -> ActivityDraft {
        let participants = list.selected.map { [Candidate($0)] } ?? []
        return ActivityDraft(organization: code, organizationName: branch, participants: participants)
    }

    var paperTitle: String { localized("党员结对名单", "Members and their pairings") }

    func forms(_ context: Context) -> [Printout.Item] {
        let one = list.selected.flatMap { $0.households > 0 ? Printout.pairings(of: $0, context) : nil }
        let all = PaperRequest(.pairing, in: Scope(code), asOf: context.asOf)
        return [one, Printout.papers(all, of: branch, localized("\(branch)每个帮扶人一张", "one for each helper"))].compactMap(
            \.self)
    }
}
