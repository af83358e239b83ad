import PartyWork
import TerminalUI

extension Route {
    /// The entries of a register.
    static func entries(of register: String) -> Route {
        Route("entries", [register]) { SoloScreen(EntriesPane(register)) }
    }

    /// The entries behind a figure of a register, and those missing from it.
    static func entries(of register: String, figure: RegisterFigure) -> Route {
        entries(of: register, figure.name, figure.condition)
    }

    fileprivate static func entries(of register: String, _ name: String, _ condition: String) -> Route {
        Route("entries", [register, name, condition]) {
            SoloScreen(EntriesPane(register, figure: .init(name: name, condition: condition)))
        }
    }
}

extension ScreenKind {
    static let entries = ScreenKind(localized("一本登记簿", "One register"), like: .entries(of: "登记簿")) { words in
        switch words.count {
        case 1: .entries(of: words[0])
        case 3: .entries(of: words[0], words[1], words[2])
        // Words of another version.
        default: nil
        }
    }.telling(
        localized(
            "一本登记簿的条目：登记、改正、办下一步，按状态和条件挑着看",
            "the entries of a register: entered, corrected, taken a step further, chosen by state"))
}

/// The entries of a register: a column for each field, by state in sections; one after the other or many together go to their next
/// state.
struct EntriesPane: SoloPane {
    private let register: String
    /// The figure whose rows are looked at; nil for none.
    private let figure: Figure?
    private var sheet: RegisterSheet?
    fileprivate var section = Section.all
    /// Whether the officer looks at a restricted register, which the journal tells.
    private var isRestrictedSeen = false
    /// The condition by which the list is narrowed.
    fileprivate var filter = ConditionLine()
    /// Whether the states stand beside one another.
    fileprivate(set) var isBoard = false
    /// What was kept of the list, until its columns are known.
    private var restored = KeptWords()
    var list = RowList<ShownEntry>([], identity: \.entry.number, searched: { _ in "" })

    /// A figure by which entries are parted into those in it and those missing from it.
    struct Figure: Sendable, Hashable {
        let name: String
        let condition: String
    }

    /// Which entries are shown.
    fileprivate enum Section: Hashable, Sendable {
        case all
        case counted
        case missing
        case open
        case overdue
        case dueSoon
        case state(String)

        var title: String {
            switch self {
            case .all: localized("全部", "all")
            case .counted: localized("计入的", "counted")
            case .missing: localized("未计入", "not counted")
            case .open: localized("未结", "open")
            case .overdue: ProgressState.overdue.title
            case .dueSoon: ProgressState.dueSoon.title
            case .state(let name): name
            }
        }

        func contains(_ row: ShownEntry, _ counted: Set<String>?) -> Bool {
            switch self {
            case .all: true
            case .counted: counted?.contains(row.entry.number) ?? true
            case .missing: !(counted?.contains(row.entry.number) ?? true)
            case .open: row.isOpen
            case .overdue: row.row.due?.state == .overdue
            case .dueSoon: row.row.due?.state == .dueSoon
            case .state(let name): row.row.standing?.state.hasSameCodePoints(as: name) ?? false
            }
        }

        /// The word by which the memory knows it.
        var word: String { if case .state(let name) = self { "=" + name } else { "\(self)" } }
    }

    init(_ register: String, figure: Figure? = nil) {
        self.register = register
        self.figure = figure
        if let figure { section = figure.condition.isEmpty ? .all : .counted }
    }

    /// The board has the room for itself.
    var hasGlances: Bool { !isBoard }
    func glance(_ context: Context) -> (any Glance)? {
        list.selected.map { EntryGlance($0, isSeen: isRestrictedSeen) }
    }

    var definition: RegisterDefinition? { sheet?.register }
    private var isHidden: Bool { (definition?.isRestricted ?? false) && !isRestrictedSeen }

    func title(_ context: Context) -> String {
        let figure = figure.map { localized("：\($0.name)", ": \($0.name)") } ?? ""
        return "\(register)\(figure)  \(isHidden ? Secrecy.restricted.title : position)"
    }

    func empty(_ context: Context) -> String {
        if !filter.text.isEmpty {
            return localized("没有符合条件的条目；按 ^E 改条件", "No entry fulfils the condition; ^E changes it")
        }
        return isHidden
            ? localized("这本登记簿限阅：按 ^V 查看，查看记入流水", "Restricted: ^V shows it, which the journal tells")
            : localized("没有条目；按 F5 登记一条", "No entry: F5 enters one")
    }

    func needs(_ context: Context) -> [Need<Self>] {
        let query = EntriesQuery(
            register: register, condition: figure?.condition ?? "", filter: filter.asked,
            scope: context.scope, asOf: context.asOf, isRestrictedSeen: isRestrictedSeen)
        return [
            Need(query) { pane, sheet in
                pane.take(sheet)
                // A board is not read out.
                if context.isPlain { pane.isBoard = false }
            }
        ]
    }

    private mutating func take(_ sheet: RegisterSheet) {
        let isNew = self.sheet.map { $0.register.fields != sheet.register.fields } ?? true
        self.sheet = sheet
        if isNew {
            let words = restored.words.isEmpty ? keptOfList : restored
            list = RowList(
                ShownEntry.columns(of: sheet.register), identity: \.entry.number, searched: \.searched
            ).choosing()
            list.restore("list", from: words)
        }
        list.load(sheet.rows)
        showSection()
    }

    // MARK: Sections

    private var sections: [Section] {
        guard let sheet else { return [.all] }
        let parted: [Section] = sheet.selected == nil ? [] : [.counted, .missing]
        if sheet.register.states.isEmpty { return parted + [.all] }
        return parted + [.all, .open] + (sheet.register.hasDeadlines ? [.overdue, .dueSoon] : [])
            + sheet.register.states.map { .state($0.name) }
    }

    private mutating func step(by step: Int) -> [Command] {
        let sections = sections
        let index = sections.firstIndex(of: section) ?? 0
        section = sections[(index + step + sections.count) % sections.count]
        showSection()
        return []
    }

    fileprivate mutating func showSection() {
        let (section, counted) = (section, sheet?.selected)
        list.show { section.contains($0, counted) }
    }

    /// The sections, the condition, what is wrong with it.
    func headingRows(_ context: Context) -> Int {
        2 + (filter.isShown ? 1 : 0) + (filter.isShown && filter.fault(definition) != nil ? 1 : 0)
    }

    func drawHeading(on frame: inout Frame, _ context: Context) -> Bool {
        guard let sheet else { return false }
        // What is not shown is not counted as nothing.
        if isHidden { return true }
        let sections = sections
        SectionHeading(
            sections: sections.map { section in
                (section.title, sheet.rows.count { section.contains($0, sheet.selected) })
            }, current: sections.firstIndex(of: section) ?? 0
        ).draw(on: &frame, context)
        filter.draw(on: &frame, row: 2, definition, context)
        return true
    }

    // MARK: Keys

    func bindings(_ context: Context) -> [Binding<Self>] {
        let (row, definition) = (list.selected, definition)
        let nothing = localized("没有选中的行", "no row selected")
        let reading = localized("正在读取", "still being read")
        let retired = definition?.isRetired(on: context.today) ?? false
        let seen = isRestrictedSeen
        let open = Binding<Self>(.open, on: row, orElse: nothing) { [.open(.entry($0.entry, isSeen: seen))] }
        let reveal = Binding<Self>(.reveal, .restricted) { pane in
            pane.isRestrictedSeen = true
            return [.effect(.perform(.look(at: [pane.register], "条目")))]
        }
        if isHidden { return [reveal] + listBindings }
        let narrow = Binding<Self>(.filter, .condition, unavailable: definition == nil ? reading : nil) { pane in
            pane.filter.begin()
            return []
        }
        return [
            open,
            Binding(
                .add, .enter, on: definition, orElse: reading,
                unavailable: retired ? localized("这本登记簿已停用", "the register is out of use") : nil
            ) { [.form(.enter($0, about: nil, context))] },
            Binding(.nextPane, .entryState, unavailable: noSections) { $0.step(by: 1) },
            Binding(.datedChange, .takeStep, on: row, orElse: nothing, unavailable: noFlow) { pane in
                list.chosenRows.isEmpty ? [.step(pane.entry.stored.key)] : [.menu(.steps(of: list.chosenRows, context))]
            },
            narrow, board(context),
        ] + listBindings[.find] + [
            Binding(.edit, on: row, orElse: nothing) { [.form(.correct($0))] },
            Binding(.end, .strike, on: row, orElse: nothing) { [.form(.strike($0, context))] },
        ] + listBindings.without(listBindings[.find]) + [
            Binding(.previousPane, .previousEntryState, unavailable: noSections) { $0.step(by: -1) }
        ]
    }

    private var noFlow: String? {
        definition?.states.isEmpty ?? true ? localized("这本登记簿没有流转", "the register has no flow") : nil
    }

    /// Why there is no state to go to; nil where there is.
    private var noSections: String? { sections.count > 1 ? nil : noFlow }

    func definition(_ context: Context) -> String? {
        guard let definition else { return nil }
        if let figure, !figure.condition.isEmpty {
            let sentence = Condition.readable(figure.condition, of: definition)?.sentence ?? figure.condition
            return localized("\(figure.name)：计 \(sentence)", "\(figure.name): where \(sentence)")
        }
        return definition.remark.isEmpty ? nil : definition.remark
    }

    mutating func expect(_ added: RecordKey, in table: TableSchema) {
        if table == .entries, added.parts.first.map({ $0.hasSameCodePoints(as: register) }) ?? false {
            list.expect(added.parts.last ?? "")
        } else if table.name == definition?.table.name {
            list.expect(added.text)
        }
    }

    func printed(_ context: Context) -> [Printout.Item] {
        if isHidden { return [] }
        let words = filter.text.isEmpty ? "" : localized("条件：\(filter.text)", "where \(filter.text)")
        let condition = [figure?.condition ?? "", filter.text].filter { !$0.isEmpty }.joined(separator: ";")
        return [
            list.printed(register, filters: [section == .all ? "" : section.title, words], rule: definition(context))
        ]
            + Printout.papers(ofRegister: register, where: condition, isSeen: isRestrictedSeen, context)
            + [Printout.template(ofRegister: register)]
    }

    func keep(_ name: String, in kept: inout KeptWords) {
        kept[name + ".section"] = section.word
        kept[name + ".filter"] = filter.text
        kept[is: name + ".board"] = isBoard
        list.keep(name, in: &kept)
    }

    private var keptOfList: KeptWords {
        var kept = KeptWords()
        list.keep("list", in: &kept)
        return kept
    }

    mutating func restore(_ name: String, from kept: KeptWords) {
        if let word = kept[name + ".section"] {
            section =
                ([.all, .open, .overdue, .dueSoon] + (figure == nil ? [] : [.counted, .missing]))
                .first { $0.word == word } ?? (word.hasPrefix("=") ? .state(String(word.dropFirst())) : section)
        }
        filter = ConditionLine(kept[name + ".filter"] ?? "")
        isBoard = kept[is: name + ".board"]
        restored = kept.of(name, called: "list")
    }
}

// MARK: - Typing and the board

extension EntriesPane {
    var isTyping: Bool { filter.isTyping || list.isTyping }

    mutating func endSearch() {
        filter.cancel()
        list.endSearch()
    }

    mutating func handle(_ key: Key, in size: Size, _ context: Context) -> Bool {
        if filter.isTyping { return filter.handle(key, definition) }
        if !list.isTyping, let board = board(in: size), let number = board.number(after: key, from: list.selected) {
            list.select { $0.entry.number == number }
            return true
        }
        return list.handle(key, page: list.page(in: size.rows))
    }

    /// The board; nil where the list stands in its place.
    private func board(in size: Size) -> EntryBoard? {
        guard isBoard, let definition, EntryBoard.fits(definition, size.columns) else { return nil }
        return EntryBoard(definition, list.visibleRows)
    }

    func rows(in size: Size) -> SeenRows {
        guard !list.isTyping, let board = board(in: size) else { return list.seen(in: size.rows) }
        return board.seen(in: size, selected: list.selected).rows
    }

    mutating func select(_ row: Int, in size: Size) {
        guard !list.isTyping, let board = board(in: size) else { return list.select(row, in: size.rows) }
        let numbers = board.seen(in: size, selected: list.selected).numbers
        list.select { $0.entry.number == numbers[row] }
    }

    func draw(on frame: inout Frame, focused: Bool, _ context: Context) {
        guard !list.isTyping, let board = board(in: frame.size), list.count > 0 else {
            return drawList(on: &frame, focused: focused, context)
        }
        board.draw(on: &frame, selected: list.selected, context)
    }

    /// From the list to the board and back.
    fileprivate func board(_ context: Context) -> Binding<Self> {
        let isNarrow = definition.map { !EntryBoard.fits($0, context.body.columns) } ?? true
        let why =
            definition?.states.isEmpty ?? true
            ? localized("这本登记簿没有流转", "the register has no flow")
            : localized("看板要 \(EntryBoard.least) 列宽的终端", "the board needs \(EntryBoard.least) columns")
        return Binding(
            .figures, isBoard && !isNarrow ? .listAgain : .board, unavailable: isNarrow || context.isPlain ? why : nil
        ) { pane in
            pane.isBoard.toggle()
            pane.section = .all
            pane.showSection()
            return []
        }
    }
}
