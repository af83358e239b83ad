import PartyWork
import TerminalUI

/// A screen that is panes and a layout for each width.
///
/// It says what stands above the panes and in which order the footer tells the keys; moving, searching, Tab, mouse,
/// plain reading, printing and what outlives a run follow from the panes.
protocol PanedScreen: Screen {
    var panes: Panes { get set }
    /// Where the panes stand in the body, while none of them is grown.
    func ownLayout(_ context: Context) -> PaneLayout
    /// Draws what stands above the panes; false where nothing is known yet, so that nothing is drawn.
    func drawHeading(on frame: inout Frame, _ context: Context) -> Bool
    /// What the screen itself must know, beside its panes.
    func ownNeeds(_ context: Context) -> [Need<Self>]
    /// Whether there is a preview beside the panes now, where there is room for one.
    var hasPreview: Bool { get }
    /// Whether a pane is asked for its rows now: where it is in sight, if the screen says nothing else.
    func asks(_ pane: Int, _ context: Context) -> Bool
}

extension PanedScreen {
    func drawHeading(on frame: inout Frame, _ context: Context) -> Bool { true }
    func ownNeeds(_ context: Context) -> [Need<Self>] { [] }
    func asks(_ pane: Int, _ context: Context) -> Bool { layout(context).area(of: pane) != nil }

    func needs(_ context: Context) -> [Need<Self>] {
        let asked = panes.all.indices.filter { asks($0, context) }
        let previewed = showsPreview(context) ? panes.preview.needs(context) : []
        return ownNeeds(context) + panes.needs(of: asked, context).map { $0.lifted { $1(&$0.panes) } }
            + previewed.map { $0.lifted { $1(&$0.panes.preview) } }
    }

    /// What keys do in a pane: in the one that has them, if no other is named.
    func paneBindings(of pane: Int? = nil, _ context: Context) -> [Binding<Self>] {
        panes.bindings(of: pane ?? panes.focus, context).map { $0.lifted { $1(&$0.panes) } }
    }

    func bindings(_ context: Context) -> [Binding<Self>] { paneBindings(context) }

    /// Tab and Shift-Tab, called by the panes that they lead to where `isNamed`.
    func stepping(isNamed: Bool = true) -> (next: Binding<Self>, previous: Binding<Self>) {
        (
            panes.next(isNamed: isNamed).lifted { $1(&$0.panes) },
            panes.previous(isNamed: isNamed).lifted { $1(&$0.panes) }
        )
    }

    /// Where the panes stand in the body.
    func layout(_ context: Context) -> PaneLayout {
        let own = ownLayout(context)
        return isGrown(context) ? own.growing(panes.focus, in: context.body) : own
    }

    func canGrow(_ context: Context) -> Bool {
        context.breadth != nil && !context.isPlain && !isModal
            && (hasPreview || ownLayout(context).areas.count { !$0.isHead } > 1)
    }

    /// Whether the pane with the keys has the place of all.
    func isGrown(_ context: Context) -> Bool { canGrow(context) && context.growsPanes }

    mutating func handle(_ key: Key, _ context: Context) -> Bool { handleInPane(key, context) }

    /// Moves within the pane that has the keys.
    mutating func handleInPane(_ key: Key, _ context: Context) -> Bool {
        let size = layout(context).area(of: panes.focus)?.size ?? context.body
        return panes.handle(key, in: size, context)
    }

    var isTyping: Bool { panes.current.isTyping }

    mutating func endSearch() { panes.endSearch() }

    var columns: ColumnSheet? { panes.current.columns }

    mutating func arrange(_ change: ColumnChange) -> Bool { panes.arrange(change) }

    func titlesWithoutRoom(_ context: Context) -> [String] {
        guard !context.isPlain, let area = layout(context).area(of: panes.focus) else { return [] }
        return panes.current.titlesWithoutRoom(in: area.size, context)
    }

    mutating func unchoose() { panes.unchoose() }

    mutating func expect(_ added: RecordKey, in table: TableSchema) { panes.expect(added, in: table) }

    func definition(_ context: Context) -> String? { panes.current.definition(context) }

    func draft(_ context: Context) -> ActivityDraft { panes.current.draft(context) }

    func printout(_ context: Context) -> Printout { Printout(panes.current.printed(context)) }

    var kept: KeptWords {
        var kept = KeptWords()
        panes.keep(in: &kept)
        return kept
    }

    mutating func restore(_ kept: KeptWords) { panes.restore(from: kept) }

    func draw(_ context: Context) -> Frame {
        var frame = context.emptyBody
        guard drawHeading(on: &frame, context) else { return frame }
        layout(context).draw(panes, on: &frame, context)
        // What a preview says beside the list is not said below it.
        if let details = panes.current.details, !showsPreview(context) {
            Details(text: details).draw(on: &frame, context)
        }
        return frame
    }
}

// MARK: - The preview

extension PanedScreen {
    var hasPreview: Bool { panes.current.hasGlances }

    func canPreview(_ context: Context) -> Bool {
        hasPreview && context.breadth != nil && !context.isPlain
    }

    func showsPreview(_ context: Context) -> Bool {
        canPreview(context) && !context.growsPanes
            && !(context.breadth.map { context.preferences.hiddenPreviews.contains($0) } ?? true)
    }

    func drawPreview(on frame: inout Frame, _ context: Context) {
        layout(context).drawPreview(panes, on: &frame, hasKeys: false, context)
    }

    func owesPreview(_ context: Context) -> Bool {
        showsPreview(context) && panes.preview.owes(panes.glance(context))
    }

    mutating func rest(_ context: Context) { panes.preview.show(panes.glance(context), context) }

    /// The part of the body that the lists have.
    func listBody(_ context: Context) -> Size {
        showsPreview(context) ? PaneLayout.besidePreview(context.body) : context.body
    }

    /// A layout in that part, with the preview beside it where that is in sight.
    func previewed(_ layout: PaneLayout, row: Int, foot: Int = 0, _ context: Context) -> PaneLayout {
        showsPreview(context) ? layout.withPreview(row: row, foot: foot, context.body) : layout
    }
}

// MARK: - The rows in sight

extension SeenRows {
    /// The rows where they stand in the body.
    func placed(in area: PaneLayout.Area, hasKeys: Bool = true) -> [SeenRow] {
        zip(rows, zip(lines, columns)).map { row, place in
            SeenRow(
                pane: area.pane, row: row, line: area.row + place.0, column: area.column + place.1,
                hasKeys: hasKeys && row == selected, size: area.size)
        }
    }
}

extension PanedScreen {
    func rowsInSight(_ context: Context) -> [SeenRow] {
        layout(context).areas.filter { !isModal || $0.pane == panes.focus }.flatMap { area in
            panes.all[area.pane].rows(in: area.size).placed(in: area, hasKeys: area.pane == panes.focus)
        }
    }

    mutating func select(_ place: SeenRow) { panes.select(place.row, of: place.pane, in: place.size) }

    func spoken(_ place: SeenRow) -> String? { panes.all[place.pane].spoken(place.row, isSelected: place.hasKeys) }

    var isOnCell: Bool { panes.current.isOnCell }
}
