import PartyWork
import TerminalUI

extension ListPane where Row == ShownEntry {
    /// 登记: what registers hold of the branch, of restricted ones nothing.
    static func entries(of code: Code) -> Self {
        ListPane(
            of: code, localized("登记", "Entries"),
            rule: localized("登记簿里关于这个支部的条目", "entries of registers about the branch"),
            empty: localized("登记簿里还没有；在“登记簿”里登记", "No register holds anything of it"),
            RowList(
                ShownEntry.mixedColumns, identity: { "\($0.entry.register.name) \($0.entry.number)" },
                searched: \.searched),
            from: .asked(
                { code, context in
                    Need(
                        SubjectEntriesQuery(subject: EntrySubject(.village, code.digits, name: ""), asOf: context.asOf)
                    ) { pane, entries in pane.load(entries.rows) }
                }, count: nil), place: { .entry($0.entry) })
    }
}
