import PartyWork
import TerminalUI

/// The committee members of the scope, with their visits of the year.
struct TownCommitteePane: RowPane {
    var list = RowList<StatusReport.CommitteeStatus>.committee

    var name: String { localized("班子", "committee") }
    var hasGlances: Bool { true }
    func glance(_ context: Context) -> (any Glance)? { list.selected.map { PersonGlance($0.id) } }
    var title: String { localized("班子成员 \(list.total)", "Committee \(list.total)") }
    func definition(_ context: Context) -> String? { context.rule(.visits) }

    func empty(_ context: Context) -> String {
        localized(
            "这个范围内没有班子成员；在名册（7）登记人员时勾选班子成员",
            "No committee member in this scope; mark people as such in the registry (7)")
    }

    func bindings(_ context: Context) -> [Binding<Self>] {
        [
            Binding(.open, on: list.selected, orElse: localized("没有班子成员", "no committee member")) {
                [.open(.person($0.id))]
            }
        ] + listBindings + worst
    }

    func draft(_ context: Context) -> ActivityDraft {
        ActivityDraft(participants: list.selected.map { [Candidate(key: $0.id.text, name: $0.name)] } ?? [])
    }

    func printed(_ context: Context) -> [Printout.Item] {
        [list.printed(localized("班子成员专题调研", "Committee visits"), rule: context.rule(.visits))]
    }
}
