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

    func drawHeading(on frame: inout Frame, _ context: Context) -> Bool {
        if let work {
            work.draw(on: &frame, context)
            return false
        }
        for (row, line) in heading(context).enumerated() {
            frame.put(
                line.text, row: row, column: 2, maxWidth: frame.size.columns - 3, style: context.style(line.element))
        }
        return true
    }

    private func heading(_ context: Context) -> [(text: String, element: Element)] {
        let width = context.body.columns - 4
        let said = message.map {
            context.textWidth.wrap("! " + $0, to: width).prefix(3).map { ($0, Element.fieldError) }
        }
        if isPicking { return (said ?? []) + [(folder?.heading(context, width) ?? "", .text)] }
        let place = [order?.path.split(separator: "/").last.map(String.init), table?.sheet].compactMap(\.self)
        let unread = table?.unread ?? []
        let left = unread.isEmpty ? "" : localized("；不读：\(unread.listed)", "; not read: \(unread.listed)")
        let kept = order?.left.map { left in
            localized(
                "；留下 \(left.reasons.count) 行在 \(left.path)",
                "; \(plural(left.reasons.count, "row")) left in \(left.path)")
        }
        return (said ?? []) + [
            (
                localized(
                    "\(place.joined(separator: "，"))：\(table?.rows.count ?? 0) 行\(left)\(kept ?? "")",
                    "\(place.joined(separator: ", ")): \(plural(table?.rows.count ?? 0, "row"))\(left)\(kept ?? "")"),
                .text
            )
        ]
    }
}
