import PartyWork
import TerminalUI

extension Place {
    /// The rows behind a figure.
    static func figure(_ figure: Figure) -> Place { Place("figure", figure.words) { FigureScreen(figure) } }
}

extension ScreenKind {
    static let figure = ScreenKind(
        localized("数字", "Figure"),
        like: .figure(
            Figure(kind: .households, subject: .branch("422801100211", name: localized("店子槽村", "Dianzicao")))),
        read: { Figure(words: $0).map { .figure($0) } })
}

/// The rows behind a figure and those missing from it, the counting rule above them.
struct FigureScreen: Screen {
    private let figure: Figure
    private var shows: Figure.Shows
    private var rows: FigureRows?
    private var list: RowList<FigureRow>

    init(_ figure: Figure) {
        self.figure = figure
        shows = figure.shows
        list = RowList.behind(figure.kind)
        if figure.kind.isOfMany { list = list.choosing() }
        narrow()
    }

    func title(_ context: Context) -> String {
        let name = figure.subjectName.isEmpty ? "" : " \(figure.subjectName)"
        return "\(figure.kind.title)\(name) \(value)  \(list.position)"
    }

    /// The figure as the screen before shows it.
    var value: String {
        guard let rows else { return "" }
        return rows.target.map { "\(rows.done)/\($0)" } ?? String(rows.done)
    }

    func questions(_ context: Context) -> [Question] { figure.questions(context) }

    mutating func receive(_ answer: Answer, _ context: Context) {
        var rows = rows.flatMap { $0.asOf == context.asOf ? $0 : nil } ?? FigureRows(figure, context)
        rows.receive(answer)
        self.rows = rows
        list.load(rows.rows)
    }

    // MARK: Keys

    func offers(_ context: Context) -> [Offer] {
        let next = shows.next
        return [
            Offer(.open, unavailable: list.selected == nil ? localized("没有选中的行", "no row selected") : nil),
            Offer(
                .filter,
                next == .all
                    ? localized("看全部", "all")
                    : next == .missing ? localized("只看缺口", "missing") : localized("只看计入", "counted")), Offer(.record),
        ] + manyOffers + list.offers
    }

    /// What can be done to the chosen rows.
    private var manyOffers: [Offer] {
        guard figure.kind.isOfMany else { return [] }
        let none = list.chosen.isEmpty ? localized("先按空格选几行", "choose rows with Space first") : nil
        return figure.kind == .members
            ? [Offer(.mark, unavailable: none)] : [Offer(.add, localized("结对", "Pair"), unavailable: none)]
    }

    mutating func unchoose() { list.unchoose() }

    mutating func perform(_ action: Action, _ context: Context) -> [Command] {
        switch action {
        case .add where figure.kind.isOfMany: return [.form(.pair(list.chosenRows.compactMap(\.household), context))]
        case .mark where figure.kind.isOfMany: return [.menu(.marks(of: list.chosenRows.compactMap(\.person), context))]
        case .open: return list.selected.map { [$0.opens] } ?? []
        case .record: return [.record(draft(context))]
        case .filter:
            shows = shows.next
            narrow()
            return []
        default: return list.perform(action) ?? []
        }
    }

    private mutating func narrow() {
        switch shows {
        case .all: list.show(only: nil)
        case .missing: list.show { $0.standing == .missing }
        case .counted: list.show { $0.standing == .counted }
        }
    }

    mutating func handle(_ key: Key, _ context: Context) -> Bool {
        list.handle(key, page: list.page(in: context.body.rows - heading(context).count))
    }

    var isTyping: Bool { list.isTyping }

    mutating func endSearch() { list.endSearch() }

    func draft(_ context: Context) -> ActivityDraft { list.selected?.draft ?? ActivityDraft() }

    var notes: Notes {
        var notes = Notes()
        notes[number: "shows"] = shows.rawValue
        list.keep("list", in: &notes)
        return notes
    }

    mutating func restore(_ notes: Notes) {
        shows = notes[number: "shows"].flatMap(Figure.Shows.init) ?? shows
        list.restore("list", from: notes)
        narrow()
    }

    // MARK: Drawing

    private func heading(_ context: Context) -> [String] {
        context.textWidth.wrap(localized("口径：", "Rule: ") + figure.kind.rule(context), to: context.body.columns - 4) + [
            words, "",
        ]
    }

    /// How many rows there are of each standing, and which of them are seen.
    private var words: String {
        let all = rows?.rows ?? []
        let missing = all.count { $0.standing == .missing }
        let pending = all.count { $0.standing == .pending }
        let seen = [localized("全部", "all"), localized("只看缺口", "missing"), localized("只看计入", "counted")][shows.rawValue]
        let parts = [
            "[\(seen)]",
            localized(
                "计入 \(all.count { $0.standing == .counted }) 行", "counted \(all.count { $0.standing == .counted })"),
            localized("\(figure.kind.gapWord) \(missing) 行", "\(figure.kind.gapWord) \(missing)"),
            pending > 0 ? localized("未到期 \(pending) 行", "not due yet \(pending)") : "",
        ]
        return parts.filter { !$0.isEmpty }.joined(separator: "  ")
    }

    func draw(_ context: Context) -> Frame {
        var frame = context.emptyBody
        guard rows != nil else { return frame }
        let heading = heading(context)
        for (row, line) in heading.enumerated() {
            frame.put(line, row: row, column: 2, maxWidth: frame.size.columns - 3)
        }
        let empty =
            shows == .missing
            ? localized("没有缺口；按 ^E 看别的行", "Nothing is missing; ^E shows the other rows")
            : shows == .counted
                ? localized("没有计入的行；按 ^E 看别的行", "Nothing is counted; ^E shows the other rows")
                : localized("这个数字后面没有行", "There are no rows behind this figure")
        list.draw(on: &frame, top: heading.count, rows: frame.size.rows - heading.count, context, empty: empty)
        return frame
    }
}

extension Figure.Shows {
    fileprivate var next: Figure.Shows { Figure.Shows(rawValue: (rawValue + 1) % Figure.Shows.allCases.count) ?? .all }
}

extension Figure.Kind {
    /// Whether its rows are households or people, to whom one act can be done together.
    fileprivate var isOfMany: Bool { self == .households || self == .members }
}

// MARK: - Printing

extension FigureScreen {
    func printout(_ context: Context) -> Printout {
        let scope: Scope? = if case .branch(let code, _) = figure.subject { Scope(code) } else { nil }
        let title = [figure.kind.title, value].filter { !$0.isEmpty }.joined(separator: " ")
        return Printout([
            list.printed(
                figure.kind.title, of: figure.subjectName, scope: scope, filters: [title, words],
                rule: figure.kind.rule(context))
        ])
    }
}

// MARK: - What outlives a run

extension Figure {
    /// The figure as words that outlive a run.
    fileprivate var words: [String] {
        let words = [kind.rawValue, String(shows.rawValue)]
        return switch subject {
        case .scope: words
        case .branch(let code, let name): words + ["branch", code.digits, name]
        case .person(let id, let name): words + ["person", id.text, name]
        case .trade(let trade): words + ["trade", trade, ""]
        case .month(let code, let name, let month): words + ["month \(month)", code.digits, name]
        }
    }

    /// The figure that `words` described; nil for anything else.
    fileprivate init?(words: [String]) {
        guard words.count >= 2, let kind = Kind(rawValue: words[0]), let shows = Int(words[1]).flatMap(Shows.init)
        else {
            return nil
        }
        self.init(kind: kind, shows: shows)
        guard words.count == 5 else { return }
        if words[2] == "person" { subject = .person(Person.ID(words[3]), name: words[4]) }
        if words[2] == "trade" { subject = .trade(words[3]) }
        if words[2].hasPrefix("month "), let month = Month(String(words[2].dropFirst(6))),
            let code = Place.code(words[3])
        {
            subject = .month(code, name: words[4], month)
        }
        if words[2] == "branch", let code = Place.code(words[3]) { subject = .branch(code, name: words[4]) }
    }
}
