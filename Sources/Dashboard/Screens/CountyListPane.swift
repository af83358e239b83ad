import PartyWork
import TerminalUI

/// A list of a town's, of which a county has one of all towns: the same columns behind the town (SERVER section 4).
protocol CountyListing: Hashable, Sendable {
    associatedtype Row: Sendable
    /// What the screen is called.
    var title: String { get }
    /// What stands where there is no row.
    var nothing: String { get }
    /// The rule of its figures.
    func definition(_ context: Context) -> String?
    /// The town's own list.
    var list: RowList<Row> { get }
    /// The rows of a town.
    func rows(of town: any LedgerReading, _ scope: Scope, asOf day: Day) throws -> [Row]
    /// The rows of all towns, which come by town.
    func arranged(_ rows: [TownRow<Row>]) -> [TownRow<Row>]
    /// What Enter opens in the town.
    func place(of row: Row, asOf day: Day) -> Route
}

extension CountyListing {
    func arranged(_ rows: [TownRow<Row>]) -> [TownRow<Row>] { rows }
}

/// What all towns that an officer may read have in a list.
struct CountyListQuery<Listing: CountyListing>: Query {
    let listing: Listing
    let officer: Officer
    let today: Day
    let asOf: Day

    /// Each town is asked for its own.
    var right: Right? { nil }

    func answer(from ledger: any LedgerReading) throws -> CountyAnswer<[Listing.Row]>? {
        try ledger.county(asOf: asOf, for: officer, on: today) { try listing.rows(of: $0, $1, asOf: asOf) }
    }
}

/// Such a list; Enter opens the town at the row.
struct CountyListPane<Listing: CountyListing>: SoloPane {
    private let listing: Listing
    private var answer: CountyAnswer<[Listing.Row]>?
    var list: RowList<TownRow<Listing.Row>>

    init(_ listing: Listing) {
        self.listing = listing
        let town = RowList<TownRow<Listing.Row>>.Column(
            TableColumn(localized("乡镇", "Town"), minimum: 8, ideal: 14), named: .thing, \.town)
        list = RowList(town, before: listing.list, of: \.row)
    }

    func title(_ context: Context) -> String {
        let left = answer?.leftOut.map { "\($0.code) \($0.obstacle?.title ?? "")" } ?? []
        let without =
            left.isEmpty
            ? "" : localized("  未计入 \(left.joined(separator: "、"))", "  without \(left.joined(separator: ", "))")
        return "\(listing.title)  \(position)\(without)"
    }

    func empty(_ context: Context) -> String { listing.nothing }

    func needs(_ context: Context) -> [Need<Self>] {
        let query = CountyListQuery(
            listing: listing, officer: context.officer, today: context.today, asOf: context.asOf)
        return [
            Need(query) { pane, answer in
                pane.answer = answer
                pane.list.load(pane.listing.arranged(answer?.rows(\.self) ?? []))
            }
        ]
    }

    func definition(_ context: Context) -> String? { listing.definition(context) }

    func bindings(_ context: Context) -> [Binding<Self>] {
        let open = Binding<Self>(.open, on: list.selected, orElse: localized("没有可打开的", "nothing to open")) { row in
            .openingTown(row.code, called: row.town, at: listing.place(of: row.row, asOf: context.asOf))
        }
        return [open] + listBindings
    }

    func drawHeading(on frame: inout Frame, _ context: Context) -> Bool { answer != nil }
}

extension [Command] {
    /// Opens a town of the county, which takes a moment.
    ///
    /// - Parameter place: a screen there; nil for where the town was left.
    static func openingTown(_ code: Code, called name: String, at place: Route? = nil) -> Self {
        [.notice(localized("正在打开 \(name)…", "Opening \(name)…")), .effect(.openTown(code, at: place))]
    }
}
