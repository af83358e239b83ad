import ChineseNames
import PartyWork
import TerminalUI

/// Everything in a scope that has a name, with the registers and some entries of each.
struct PaletteQuery: Query {
    let scope: Scope
    let asOf: Day

    func answer(from ledger: any LedgerReading) throws -> PaletteNames {
        PaletteNames(
            things: try ledger.names(in: scope, asOf: asOf),
            registers: try ledger.registers().registers.filter { !$0.isRetired(on: asOf) },
            entries: try ledger.entryNames(in: scope, asOf: asOf, atMost: PaletteNames.mostEntries))
    }
}

/// What the palette knows by name.
struct PaletteNames: Sendable {
    let things: [NamedThing]
    /// Those in use.
    let registers: [RegisterDefinition]
    let entries: [EntryName]

    /// So many entries of each register; all of them are in its list.
    static let mostEntries = 100
}

/// Everything that can be done or opened from here, found by typing: the actions of the screen, the screens, and whatever
/// has a name in the ledger.
package struct Palette: Sendable {
    /// What brings the names; asked once, when the palette is opened.
    let query: PaletteQuery
    /// What is listed before anything is typed.
    private(set) var items: [Item]
    private var names = Names()
    /// How many items there are beside those of registers.
    private let ownItems: Int
    /// What is being asked for, to do something with it, and how the thing to be done is called; nil while that is looked for.
    private var asked: (name: String, sought: PaletteTask.Sought)?
    private var text = TextField(limit: 60)
    private var found: [Hit]
    private var state = ListState()

    /// A line of the palette.
    struct Item: Sendable {
        let name: String
        /// The key that does the same, or what kind of thing it is.
        let sign: String
        /// What it means, or why it cannot be done now.
        let detail: String
        /// What else it is found by, as officers say it.
        var words: [String] = []
        var rank = Rank.page
        let way: PaletteTask.Way

        init(
            name: String, sign: String, detail: String, words: [String] = [], rank: Rank = .page, command: Command
        ) {
            self.init(name: name, sign: sign, detail: detail, words: words, rank: rank, way: .now(command))
        }

        init(
            name: String, sign: String, detail: String, words: [String] = [], rank: Rank = .page, way: PaletteTask.Way
        ) {
            (self.name, self.sign, self.detail, self.words, self.rank, self.way) = (
                name, sign, detail, words, rank, way
            )
        }

        /// Whether the sign is a key.
        var isKeyed: Bool {
            switch way {
            case .now(.perform), .now(.tab): true
            default: false
            }
        }
    }

    /// What goes before what where a text fits both alike.
    enum Rank: Int, CaseIterable, Sendable {
        case page
        case task
        case register
        case branch
        case group
        case cooperative
        case person
        case household
        case activity
    }

    /// What was found: one of the items, one of the names, or the search among all activities.
    private enum Hit: Sendable {
        case item(Int)
        case name(Int)
        case activities
    }

    init(_ items: [Item], _ context: Context) {
        query = PaletteQuery(scope: context.fullScope, asOf: context.asOf)
        self.items = items
        ownItems = items.count
        found = items.indices.map { .item($0) }
    }

    /// Takes the names that the ledger knows.
    mutating func learn(_ known: PaletteNames) {
        names = Names(known.things, known.entries)
        items = Array(items.prefix(ownItems)) + known.registers.flatMap { [Item(register: $0), Item(entering: $0)] }
        search()
    }

    private var sought: NameQuery { NameQuery(text.text) }

    /// Pages and tasks first, then names; of each the best first.
    ///
    /// Who types for a task must not look for it behind all people whose initials are the same.
    private mutating func search() {
        let query = sought
        if let asked {
            found = names(fitting: query, for: asked.sought)
            return
        }
        guard !query.isEmpty else {
            found = items.indices.map { .item($0) }
            return
        }
        var own = [[Hit]](repeating: [], count: NameMatch.elsewhere + 1)
        for (index, item) in items.enumerated().sorted(by: { $0.element.rank.rawValue < $1.element.rank.rawValue }) {
            let rank =
                query.match(item.name)?.rank
                ?? item.words.compactMap { query.match($0)?.rank }.min().map(Palette.behind)
            if let rank { own[rank].append(.item(index)) }
        }
        found = own.joined() + names(fitting: query) + [.activities]
    }

    /// The names that a query fits, the best first; those only that can be meant where a task asks for one, all of them before
    /// anything is typed.
    private func names(fitting query: NameQuery, for sought: PaletteTask.Sought? = nil) -> [Hit] {
        var ranks = [[Hit]](repeating: [], count: NameMatch.elsewhere + 1)
        for index in 0..<names.count {
            if let sought, !(names.thing(index).map(sought.fits) ?? false) { continue }
            let rank = query.isEmpty ? 0 : names.rank(of: index, query)
            if let rank { ranks[rank].append(.name(index)) }
        }
        return Array(ranks.joined())
    }

    /// The rank of what is found by another word than its name: behind the names that fit as well.
    private static func behind(_ rank: Int) -> Int { min(rank + 1, NameMatch.elsewhere) }

    private func item(_ hit: Hit) -> Item {
        switch hit {
        case .item(let index): items[index]
        case .name(let index): names.item(index)
        case .activities: .activities(named: text.text)
        }
    }
}

// MARK: - Keys

extension Palette {
    /// Acts on a key.
    mutating func handle(_ key: Key, _ context: Context) -> Menu.Outcome {
        state = state(in: context)
        if state.handle(key) { return .stay }
        switch key {
        case .escape: return goBack()
        case .enter: return found.isEmpty ? .stay : choose(found[state.selected])
        default:
            guard text.handle(key) else { return .unused }
            search()
            state.select(0)
            return .stay
        }
    }

    /// Goes back from the thing to what is to be done with it.
    private mutating func goBack() -> Menu.Outcome {
        if asked == nil { return .cancel }
        ask(nil)
        return .stay
    }

    private mutating func choose(_ hit: Hit) -> Menu.Outcome {
        if let asked, case .name(let index) = hit, let thing = names.thing(index) {
            return .chosen(asked.sought.then(thing))
        }
        let item = item(hit)
        switch item.way {
        case .now(let command): return .chosen(command)
        case .about(let sought): ask((item.name, sought))
        }
        return .stay
    }

    private mutating func ask(_ asked: (name: String, sought: PaletteTask.Sought)?) {
        self.asked = asked
        text = TextField(limit: 60)
        search()
        state.select(0)
    }

    private func state(in context: Context) -> ListState {
        var state = state
        state.update(count: found.count, page: max(1, context.body.rows - 1))
        return state
    }

    /// What was found, as far as it is in sight.
    func rows(_ context: Context) -> SeenRows {
        let state = state(in: context)
        return SeenRows(rows: state.visible, top: 1, selected: found.isEmpty ? nil : state.selected)
    }

    /// Selects one of what was found, by its number.
    mutating func select(_ row: Int, _ context: Context) {
        state = state(in: context)
        state.select(row)
    }

    /// One of what was found, as it is read out.
    func spoken(_ row: Int) -> String {
        let item = item(found[row])
        return "\(item.name)  \(item.sign)  \(item.detail)"
    }
}

// MARK: - Drawing

extension Palette {
    /// Draws what is typed and below it what was found; on a broad screen beside it what the selected one does, in full.
    func draw(_ context: Context) -> Frame {
        guard context.breadth != nil, !context.isPlain else { return drawFound(context) }
        let part = PaneLayout.besidePreview(context.body)
        let list = drawFound(context.within(part))
        var frame = context.emptyBody
        frame.blit(list, row: 0, column: 0)
        frame.cursor = list.cursor
        let state = state(in: context)
        guard found.indices.contains(state.selected) else { return frame }
        var beside = Frame(
            Size(columns: context.body.columns - part.columns - 4, rows: context.body.rows - 1),
            textWidth: context.textWidth)
        page(of: item(found[state.selected])).draw(on: &beside, context)
        frame.blit(beside, row: 1, column: part.columns + 3)
        return frame
    }

    private func drawFound(_ context: Context) -> Frame {
        var frame = context.emptyBody
        let state = state(in: context)
        let query = sought
        for (line, index) in state.visible.enumerated() {
            draw(item(found[index]), query, isSelected: index == state.selected, on: &frame, row: line + 1, context)
        }
        drawText(on: &frame, context)
        return frame
    }

    /// What one of those found is, what comes of Enter, and by what else it is found.
    private func page(of item: Item) -> GlancePage {
        let sign = item.isKeyed ? localized("按键", "Key") : localized("种类", "Kind")
        let enter =
            switch item.way {
            case .now: asked == nil ? localized("就做或打开", "does or opens it") : localized("就用它", "takes it")
            case .about(let sought): localized("先问：", "asks first: ") + sought.prompt
            }
        return GlancePage(sections: [
            GlancePage.Section(
                title: item.name,
                lines: (item.sign.isEmpty ? [] : [.fact(sign, item.sign)]) + [
                    .fact(localized("说明", "What"), item.detail), .fact("Enter", enter),
                ] + (item.words.isEmpty ? [] : [.fact(localized("也叫", "Also"), item.words.listed)]))
        ])
    }

    private func draw(
        _ item: Item, _ query: NameQuery, isSelected: Bool, on frame: inout Frame, row: Int, _ context: Context
    ) {
        let width = min(34, frame.size.columns / 3)
        let sign = 2 + width + 2
        if isSelected { frame.put(">", row: row, column: 0, style: context.style(.keyName)) }
        frame.put(
            item.name, row: row, column: 2, width: width, alignment: .left,
            style: context.style(isSelected ? .selection : .text))
        frame.highlight(query, in: item.name, row: row, column: 2, width: width)
        frame.put(item.sign, row: row, column: sign, maxWidth: 9, style: context.style(item.isKeyed ? .keyName : .text))
        let room = frame.size.columns - sign - 11
        frame.put(item.detail, row: row, column: sign + 10, width: room, alignment: .left, style: context.style(.muted))
        if !item.isKeyed { frame.highlight(query, in: item.detail, row: row, column: sign + 10, width: room) }
    }

    private func drawText(on frame: inout Frame, _ context: Context) {
        let label =
            asked.map { "\($0.name) \($0.sought.prompt)" }
            ?? localized("输入汉字、拼音或首字母：", "Type a name, pinyin or initials: ")
        let start = frame.put(label, row: 0, column: 0, style: context.style(.fieldLabel))
        let (shown, column) = text.shown(frame.size.columns - start - 2, textWidth: context.textWidth)
        frame.put(shown, row: 0, column: start, style: context.style(.field))
        frame.cursor = Cursor(row: 0, column: start + column, visible: true)
    }
}
