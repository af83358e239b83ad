import PartyWork
import TerminalUI

// How the making of a register from a table is drawn.

extension FoundingScreen {
    func ownLayout(_ context: Context) -> PaneLayout {
        if work != nil { return PaneLayout() }
        let row = heading(context).count
        if isPicking { return .whole(0, row: row, context.body) }
        let top = row + 1
        let size = Size(
            columns: context.body.columns, rows: context.body.rows - top - Details.height(context))
        return PaneLayout(
            areas: [PaneLayout.Area(pane: panes.focus, row: top, column: 0, size: size)],
            names: [PaneLayout.Names(panes: [1, 2], row: row)])
    }

    func heading(_ context: Context) -> [HeadingLine] {
        let said = said(context)
        if isPicking { return said + [folderHeading(context)] }
        let place = [order?.path.split(separator: "/").last.map(String.init), table?.sheet].compactMap(\.self)
        let unread = table?.unread ?? []
        let left = unread.isEmpty ? "" : localized("；不读：\(unread.listed)", "; not read: \(unread.listed)")
        let kept = order?.left.map { left in
            localized(
                "；留下 \(left.reasons.count) 行在 \(left.path)",
                "; \(plural(left.reasons.count, "row")) left in \(left.path)")
        }
        return said + [
            (
                localized(
                    "\(place.joined(separator: "，"))：\(table?.rows.count ?? 0) 行\(left)\(kept ?? "")",
                    "\(place.joined(separator: ", ")): \(plural(table?.rows.count ?? 0, "row"))\(left)\(kept ?? "")"),
                .text
            )
        ]
    }
}
