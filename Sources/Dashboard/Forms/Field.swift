import ChineseNames
import PartyWork
import TerminalUI

/// One entry of a form: a column, what has been typed or chosen, and what is wrong with it.
package struct Field: Sendable {
    let column: PartyWork.Column
    let label: String
    let kind: Kind
    /// Whether its day may be still to come, as a due day: one without a year is then not the last one.
    let isPlanned: Bool
    /// What the field wants, beside the label while it has the cursor.
    let hint: String
    /// The most code points that can be typed.
    private let limit: Int
    private(set) var text: TextField
    private(set) var chosen: [Candidate]
    /// Which of the offered candidates the arrows stand on; -1 before anything was typed or the arrows were used, when
    /// Enter goes on to the next field.
    private(set) var highlighted = -1
    /// Whether the arrows moved last: the cursor then stands on the candidate, else where typing goes on.
    private(set) var isAmongCandidates = false
    /// What is wrong, beside the field.
    var error: String?
    /// What stood in it when the form was opened.
    private(set) var original: String
    private var opened: (text: String, chosen: [Candidate])
    /// Whether it was opened with a day that is only proposed, and is another one tomorrow.
    let isProposing: Bool

    /// What a field takes.
    enum Kind: Sendable, Hashable {
        case text
        case day
        case number
        /// One of a few, by arrows, space or digit; its text is the token of the one chosen.
        case choice([Choice])
        /// One or several of many, by searching.
        case pick(CandidateSource, several: Bool)
        /// Shown, not changed.
        case fixed

        /// One of a few closed words.
        static func words(_ words: [String]) -> Kind { .choice(words.map { Choice($0, ClosedWord.title(of: $0)) }) }
    }

    /// One of the few that a field offers: it is kept and compared by its token, in whatever language it is called by its title.
    struct Choice: Sendable, Hashable {
        let token: String
        let title: String

        init(_ token: String, _ title: String) {
            self.token = token
            self.title = title
        }

        /// A word as a choice.
        init(_ word: some Titled) { self.init(word.rawValue, word.title) }
    }

    /// A field about to be filled.
    ///
    /// - Parameters:
    ///   - value: what stands in it.
    ///   - proposing: the day that stands in it where there is no value yet.
    init(
        _ column: PartyWork.Column, _ kind: Kind, label: String? = nil, value: String = "", chosen: [Candidate] = [],
        hint: String = "", isPlanned: Bool = false, proposing proposal: Day? = nil, limit: Int? = nil
    ) {
        self.limit = limit ?? Field.limit(of: column)
        self.column = column
        isProposing = value.isEmpty && proposal != nil
        self.isPlanned = isPlanned
        self.label = label ?? column.title
        self.kind = kind
        self.hint = hint
        self.chosen = chosen
        let value = kind == .text ? Field.typed(value, in: column) : value.isEmpty ? proposal?.description ?? "" : value
        text = TextField(value, limit: self.limit)
        opened = (value, chosen)
        original = value + chosen.map(\.key).joined(separator: ";")
    }

    /// The day that it proposes, as long as nobody touched it.
    var proposal: Day? { isProposing && !isChanged ? Day(original) : nil }

    /// Proposes another day.
    mutating func propose(_ day: Day) {
        opened = (day.description, [])
        original = day.description
        reset()
    }

    /// Whether something else stands in it than when the form was opened.
    var isChanged: Bool { text.text + chosen.map(\.key).joined(separator: ";") != original }

    /// Puts in what was typed and chosen earlier; not what is none of a few.
    mutating func fill(text: String, chosen: [Candidate]) {
        if case .choice(let choices) = kind, !text.isEmpty, !choices.contains(where: { $0.token == text }) { return }
        self.text = TextField(text, limit: limit)
        self.chosen = chosen
    }

    /// Begins anew with the text of a cell.
    mutating func put(_ cell: String) {
        let keys = if case .pick = kind { cell.split(separator: ";").map(String.init) } else { [String]() }
        let cell = kind == .text ? Field.typed(cell, in: column) : cell
        opened = (keys.isEmpty ? cell : "", keys.map { Candidate(key: $0, name: "") })
        original = cell
        reset()
    }

    /// Back to what it was opened with.
    mutating func reset() {
        fill(text: opened.text, chosen: opened.chosen)
        highlighted = -1
        error = nil
    }

    /// What stands in it as screens say it.
    var title: String {
        guard case .choice(let choices) = kind else { return ClosedWord.title(of: text.text) }
        return choices.first { $0.token == text.text }?.title ?? text.text
    }

    /// Whether the cursor stops here.
    var isEditable: Bool { kind != .fixed }

    /// What is saved: words and texts trimmed, days in the contract's form, candidates by their keys.
    func cell(today: Day) -> String {
        switch kind {
        case .pick:
            return chosen.map(\.key).joined(separator: ";")
        case .day:
            let typed = CellRules.trimmed(text.text)
            return Day(entered: typed, today: today, isPlanned: isPlanned)?.description ?? typed
        case .number:
            return CellRules.trimmed(text.text).map { $0.wholeNumberValue.map(String.init) ?? String($0) }.joined()
        case .text:
            return Field.word(CellRules.trimmed(text.text), in: column)
        case .choice, .fixed:
            return CellRules.trimmed(text.text)
        }
    }

    /// The most code points of a column where no table says more.
    private static func limit(of column: PartyWork.Column) -> Int {
        for table in TableSchema.builtIn {
            if let field = table[column] { return field.limit }
        }
        return 200
    }

    /// What a day typed in short is taken for, with its year; nil where there is no more to say.
    func reading(today: Day) -> String? {
        kind == .day ? Day.reading(of: text.text, today: today, isPlanned: isPlanned) : nil
    }

    /// The words of a list that are typed and not chosen.
    private static func words(typedIn column: PartyWork.Column) -> [String] {
        switch column {
        case .countedKind: ActivityKind.choices
        case .source: PostSource.choices
        default: []
        }
    }

    /// A cell as it is typed, a word in the language spoken.
    private static func typed(_ cell: String, in column: PartyWork.Column) -> String {
        words(typedIn: column).contains(cell) ? ClosedWord.title(of: cell) : cell
    }

    /// What was typed as it is kept.
    private static func word(_ typed: String, in column: PartyWork.Column) -> String {
        words(typedIn: column).first { ClosedWord.title(of: $0) == typed.lowercased() } ?? typed
    }

    /// Whether it takes one only, and has it.
    var isSettled: Bool { if case .pick(_, several: false) = kind { !chosen.isEmpty } else { false } }

    /// Text that was searched for and not chosen; saving it silently would lose it.
    var isUndecided: Bool {
        if case .pick = kind { return !text.isEmpty }
        return false
    }

    /// What is looked for among the candidates.
    var query: NameQuery { NameQuery(text.text) }

    /// The candidates that match what is typed, those chosen left out.
    func offered(_ hits: CandidateHits) -> [Candidate] {
        chosen.isEmpty ? hits.ranked : hits.ranked.filter { !chosen.contains($0) }
    }

    /// Fills the names of candidates that are known by key only.
    mutating func name(from candidates: [Candidate]) {
        chosen = chosen.map { given in candidates.first { $0.key == given.key } ?? given }
    }

    // MARK: Keys

    /// Acts on a key; false for one that is not for a field, such as Tab.
    mutating func handle(_ key: Key, candidates: CandidateHits, page: Int) -> Bool {
        switch kind {
        case .fixed: return false
        case .choice(let choices): return choose(key, among: choices)
        case .pick(_, let several): return pick(key, candidates, several: several, page: page)
        case .text, .day, .number: return type(key)
        }
    }

    private mutating func type(_ key: Key) -> Bool {
        if case .text = key, isProposed { text.replace(with: "") }
        guard text.handle(key) else { return false }
        dropPrefix()
        error =
            text.refused
            ? localized("最多 \(text.limit) 字，多出的没有输入", "at most \(text.limit) characters, the rest was not taken") : nil
        return true
    }

    /// A code is filled in as far as its township goes: whoever types or pastes all of it replaces that.
    private mutating func dropPrefix() {
        guard column == .code, !original.isEmpty, text.text.hasPrefix(original + original) else { return }
        text.replace(with: String(text.text.dropFirst(original.count)))
    }

    /// Whether the day or number that the form came with still stands there whole: typing then begins another, as in a
    /// spreadsheet's cell.
    private var isProposed: Bool {
        (kind == .day || kind == .number) && !text.isEmpty && text.text == original && text.insertion == original.count
    }

    private mutating func choose(_ key: Key, among choices: [Choice]) -> Bool {
        let current = choices.firstIndex { $0.token == text.text }
        switch key.asciiEquivalent {
        case .left: set(choices[((current ?? 0) + choices.count - 1) % choices.count])
        case .right, .text(" "): set(choices[current.map { ($0 + 1) % choices.count } ?? 0])
        case .text(let typed):
            guard let digit = Int(typed), (1...choices.count).contains(digit) else { return false }
            set(choices[digit - 1])
        default: return false
        }
        return true
    }

    private mutating func set(_ choice: Choice) {
        text.replace(with: choice.token)
        error = nil
    }

    private mutating func pick(_ key: Key, _ candidates: CandidateHits, several: Bool, page: Int) -> Bool {
        let offers = offered(candidates)
        if let next = moved(by: key, among: offers.count, page: page) {
            highlighted = next
            isAmongCandidates = next >= 0
            error = nil
            return true
        }
        switch key {
        case .enter where offers.indices.contains(highlighted): take(offers[highlighted], several: several)
        case .enter where !text.isEmpty, .down where !text.isEmpty, .up where !text.isEmpty:
            error = undecided(among: candidates)
            return true
        case .backspace where text.isEmpty && !chosen.isEmpty: chosen.removeLast()
        default:
            guard text.handle(key) else { return false }
            highlighted = text.isEmpty ? -1 : 0
        }
        isAmongCandidates = false
        error = nil
        return true
    }

    /// The candidate to which a key moves; nil for a key that does not move among so many. The ends stay, but from the first
    /// one up leads back to where nothing is typed.
    private func moved(by key: Key, among count: Int, page: Int) -> Int? {
        guard count > 0 else { return nil }
        switch key {
        case .up where highlighted >= 0: return max(highlighted - 1, text.isEmpty ? -1 : 0)
        case .down: return min(highlighted + 1, count - 1)
        case .pageUp: return max(0, highlighted - page)
        case .pageDown: return min(count - 1, max(0, highlighted) + page)
        default: return nil
        }
    }

    /// Stands on a candidate of so many that is pointed at; false where there is none.
    mutating func point(at candidate: Int, of count: Int) -> Bool {
        guard (0..<count).contains(candidate) else { return false }
        highlighted = candidate
        isAmongCandidates = true
        return true
    }

    /// Makes a choice of what is typed before the cursor leaves, so that no text stays that looks like a value: the only
    /// candidate that fits is taken. False where there are several or none, which is said.
    mutating func decide(_ candidates: CandidateHits) -> Bool {
        guard isUndecided, case .pick(_, let several) = kind else { return true }
        let offers = offered(candidates)
        guard offers.count == 1 else {
            error = undecided(among: candidates)
            return false
        }
        take(offers[0], several: several)
        error = nil
        return true
    }

    /// Why what is typed is no choice yet.
    ///
    /// - Parameter candidates: those of the field; nil where they are not looked at, because the cursor is elsewhere.
    func undecided(among candidates: CandidateHits?) -> String {
        if let candidates, !candidates.isRead {
            return localized(
                "正在查找“\(text.text)”：名单还没有读完，稍候再按 Enter",
                "looking for \(text.text): the list is still being read, press Enter again in a moment")
        }
        return candidates.map { offered($0).isEmpty } ?? false
            ? localized(
                "没有符合“\(text.text)”的，还没有选：换几个字再找，^U 清空",
                "nothing fits \(text.text), nothing is chosen: try other words, ^U clears")
            : localized(
                "“\(text.text)”还没有选定：用上下键选中后按 Enter，^U 清空",
                "\(text.text) is not chosen yet: Up and Down, then Enter; ^U clears")
    }

    private mutating func take(_ candidate: Candidate, several: Bool) {
        chosen = several ? chosen + [candidate] : [candidate]
        text = TextField(limit: limit)
        highlighted = -1
        isAmongCandidates = false
    }
}
