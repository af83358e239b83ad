import PartyWork
import TerminalUI

extension Route {
    /// The rows behind a figure.
    static func figure(_ figure: Figure) -> Route { Route("figure", figure.words) { SoloScreen(FigurePane(figure)) } }
}

extension ScreenKind {
    static let figure = ScreenKind(
        localized("数字", "Figure"),
        like: .figure(Figure(.households, of: .branch("422801100211", name: localized("店子槽村", "Dianzicao")))),
        read: { Figure(words: $0).map { .figure($0) } }
    ).telling(
        localized(
            "一个数字是怎样数出来的：算进去的是哪些行，缺的是哪些",
            "how a figure was counted: the rows in it, and those missing"))
}

/// The rows behind a figure, and those missing from it.
struct FigureQuery: Query {
    let figure: Figure
    let scope: Scope
    let asOf: Day

    func answer(from ledger: any LedgerReading) throws -> FigureReport {
        try FigureReport(figure, in: scope, asOf: asOf, from: ledger)
    }
}

/// The rows behind a figure and those missing from it, the counting rule above them.
struct FigurePane: SoloPane {
    private let figure: Figure
    private var shows: Figure.Shows
    private var report: FigureReport?
    var list: RowList<FigureRow>

    init(_ figure: Figure) {
        self.figure = figure
        shows = figure.shows
        list = RowList.behind(figure.kind)
        if figure.kind.isOfMany { list = list.choosing() }
        narrow()
    }

    func title(_ context: Context) -> String {
        let name = figure.subjectName.isEmpty ? "" : " \(figure.subjectName)"
        return "\(figure.kind.title)\(name) \(value)  \(position)"
    }

    /// The figure as the screen before shows it.
    var value: String { report?.value ?? "" }

    func needs(_ context: Context) -> [Need<Self>] {
        [
            Need(FigureQuery(figure: figure, scope: context.scope, asOf: context.asOf)) { pane, report in
                pane.report = report
                pane.list.load(report.rows)
            }
        ]
    }

    // MARK: Keys

    func bindings(_ context: Context) -> [Binding<Self>] {
        let next = shows.next
        let filter = next == .all ? Meaning.everything : next == .missing ? .missing : .counted
        let report = report
        return [
            Binding(.open, on: list.selected, orElse: localized("没有选中的行", "no row selected")) { row in
                report.map { [$0.opens(row)] } ?? []
            },
            Binding(.filter, filter) { pane in
                pane.shows = next
                pane.narrow()
                return []
            },
            Binding(.record) { [.record($0.draft(context))] },
        ] + together(context) + listBindings
    }

    /// What is done to the chosen rows.
    private func together(_ context: Context) -> [Binding<Self>] {
        guard figure.kind.isOfMany else { return [] }
        let rows = list.chosenRows
        let none = rows.isEmpty ? localized("先按空格选几行", "choose rows with Space first") : nil
        return figure.kind == .members
            ? [
                Binding(.datedChange, unavailable: none) { _ in
                    [.menu(.datedChanges(of: rows.compactMap(\.person), context))]
                }
            ] : [Binding(.add, .pair, unavailable: none) { _ in [.form(.pair(rows.compactMap(\.household), context))] }]
    }

    private mutating func narrow() {
        switch shows {
        case .all: list.show(only: nil)
        case .missing: list.show { $0.standing == .missing }
        case .counted: list.show { $0.standing == .counted }
        }
    }

    func draft(_ context: Context) -> ActivityDraft {
        list.selected.flatMap { row in report?.draft(row) } ?? ActivityDraft()
    }

    func keep(_ name: String, in kept: inout KeptWords) {
        kept[number: name + ".shows"] = shows.rawValue
        list.keep(name, in: &kept)
    }

    mutating func restore(_ name: String, from kept: KeptWords) {
        shows = kept[number: name + ".shows"].flatMap(Figure.Shows.init) ?? shows
        list.restore(name, from: kept)
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
        let all = report?.rows ?? []
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

    func headingRows(_ context: Context) -> Int { heading(context).count }

    func drawHeading(on frame: inout Frame, _ context: Context) -> Bool {
        if report == nil { return false }
        for (row, line) in heading(context).enumerated() {
            frame.put(line, row: row, column: 2, maxWidth: frame.size.columns - 3)
        }
        return true
    }

    func empty(_ context: Context) -> String {
        switch shows {
        case .all: localized("这个数字后面没有行", "There are no rows behind this figure")
        case .missing: localized("没有缺口；按 ^E 看别的行", "Nothing is missing; ^E shows the other rows")
        case .counted: localized("没有计入的行；按 ^E 看别的行", "Nothing is counted; ^E shows the other rows")
        }
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

extension FigurePane {
    func printed(_ context: Context) -> [Printout.Item] {
        let scope: Scope? = if case .branch(let code, _) = figure.subject { Scope(code) } else { nil }
        let title = [figure.kind.title, value].filter { !$0.isEmpty }.joined(separator: " ")
        return [
            list.printed(
                figure.kind.title, of: figure.subjectName, scope: scope, filters: [title, words],
                rule: figure.kind.rule(context))
        ]
    }
}

// MARK: - What outlives a run

extension Figure {
    /// The figure as words that outlive a run.
    fileprivate var words: [String] {
        let words = [kind.token, String(shows.rawValue)]
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
        guard words.count >= 2, let kind = Kind.named(words[0]), let shows = Int(words[1]).flatMap(Shows.init) else {
            return nil
        }
        self.init(kind, shows: shows)
        guard words.count == 5 else { return }
        if words[2] == "person" { subject = .person(Person.ID(words[3]), name: words[4]) }
        if words[2] == "trade" { subject = .trade(words[3]) }
        if words[2].hasPrefix("month "), let month = Month(String(words[2].dropFirst(6))),
            let code = Code(word: words[3])
        {
            subject = .month(code, name: words[4], month)
        }
        if words[2] == "branch", let code = Code(word: words[3]) { subject = .branch(code, name: words[4]) }
    }
}
