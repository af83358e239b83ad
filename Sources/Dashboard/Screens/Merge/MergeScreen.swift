import PartyWork
import TerminalUI

extension Route {
    static var merging: Route { Route("merging") { MergeScreen() } }
}

extension ScreenKind {
    static let merging = ScreenKind(localized("并入副本", "Bring a copy back"), .merging)
}

/// What the newest entry of the journal is.
private struct NewestEntryQuery: Query {
    func answer(from ledger: any LedgerReading) throws -> Int? { try ledger.journal(limit: 1, before: nil).first?.id }
}

/// 并入副本: a copy that was worked in elsewhere is picked, compared and brought back as one act.
///
/// Where both sides changed the same, the officer chooses row by row. What is shown is compared anew after each choice, and whenever the
/// ledger changes.
struct MergeScreen: FileScreen {
    var panes = Panes([
        FolderPane(.ledger),
        ToldPane(
            list: MergeReview.list,
            nothing: localized("副本里做的都在台账里了：没有要并入的", "All that was done in the copy is in the ledger"),
            whole: { $0.details }),
    ])
    var work: FileWait?
    var message: String?
    /// What was done last that is no act, such as writing a copy.
    var told: String?
    var order: MergeOrder?
    var review: MergeReview?
    private var newestEntry: Int?
    /// Only rows of this kind are shown; nil for all.
    var only: MergeReview.Row.Kind?

    /// Whether a copy is compared.
    var isComparing: Bool { panes.focus == 1 }
    var rows: RowList<MergeReview.Row>? { panes.list(of: MergeReview.Row.self) }

    func title(_ context: Context) -> String {
        let name = localized("并入副本", "Bring a copy back")
        if work != nil { return name }
        let step = isComparing ? localized("2/2 对照", "2/2: compare") : localized("1/2 选副本", "1/2: pick")
        return "\(name) \(step)  \(panes.current.position)"
    }

    func definition(_ context: Context) -> String? {
        if work != nil { return nil }
        return isComparing
            ? localized(
                "只有一边改过的照改；两边都改过的由你选。本台账的规则、签收的月份都管用",
                "What one side changed holds, where both did you choose; rules and signed months hold")
            : localized("只列台账文件和文件夹；到下一步按 ^S 之前什么都不保存", "Nothing is saved before ^S in the next step")
    }

    func ownNeeds(_ context: Context) -> [Need<Self>] {
        [
            Need(NewestEntryQuery()) { screen, entry in
                let isNews = screen.newestEntry != nil && screen.newestEntry != entry
                screen.newestEntry = entry
                if isNews, screen.isComparing, let order = screen.order { screen.begin(.weigh(order)) }
            }
        ]
    }
}

// MARK: - What comes of tasks

extension MergeScreen {
    mutating func open(_ paths: [String]) {
        told = nil
        if let path = paths.first { begin(.read(copy: path)) }
    }

    mutating func take(_ outcome: FileOutcome, of task: FileTask, _ context: Context) {
        if case .compared(let order, let review) = outcome { return take(order, review) }
        guard case .copied(let path) = outcome else { return }
        told =
            if case .copy(nil, _) = task {
                localized("备份写好了：\(path)", "The backup is written: \(path)")
            } else {
                localized("副本写好了：\(path)", "The copy is written: \(path)")
            }
        ask(for: folder?.listing?.path ?? "")
    }

    private mutating func take(_ order: MergeOrder, _ review: MergeReview) {
        let isOther = self.order?.copy.parting != order.copy.parting
        let isNew = isOther || !isComparing
        (self.order, self.review) = (order, review)
        panes.change(listOf: MergeReview.Row.self) { list in
            if isNew { list = MergeReview.list }
            list.load(review.rows)
        }
        if let only, review.count(only) == 0 || isOther { show(nil) }
        panes.focus = 1
    }

    mutating func show(_ kind: MergeReview.Row.Kind?) {
        only = kind
        panes.change(listOf: MergeReview.Row.self) { list in list.show { kind == nil || $0.kind == kind } }
    }
}
