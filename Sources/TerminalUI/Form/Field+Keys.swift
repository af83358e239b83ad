extension Form.Field {
    /// Acts on a key; false for one that is not for a field, such as Tab.
    mutating func handle(_ key: Key, candidates: Form.Hits, page: Int, _ context: Form.Context) -> Bool {
        switch kind {
        case .fixed: false
        case .choice(let choices): choose(key, among: choices)
        case .pick(_, let several): pick(key, candidates, several: several, page: page, context)
        case .typed(let entry): type(key, entry.beginning, context)
        }
    }

    private mutating func type(_ key: Key, _ beginning: FieldBeginning, _ context: Form.Context) -> Bool {
        switch key {
        case .text, .paste:
            if beginning == .isReplaced, isWhole { text.replace(with: "") }
        default: break
        }
        if key == .enter, let offer, text.isEmpty {
            text = TextField(offer, limit: limit)
            error = nil
            return true
        }
        guard text.handle(key) else { return false }
        aside = nil
        if beginning == .isCompleted, !original.isEmpty, text.text.hasPrefix(original + original) {
            text.replace(with: String(text.text.dropFirst(original.count)))
        }
        error =
            text.refused
            ? context.said("最多 \(text.limit) 字，多出的没有输入", "at most \(text.limit) characters, the rest was not taken")
            : nil
        return true
    }

    /// Whether the text that the form came with still stands there, with the cursor behind it.
    private var isWhole: Bool { !text.isEmpty && text.text == original && text.insertion == original.count }

    private mutating func choose(_ key: Key, among choices: [FieldChoice]) -> Bool {
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

    private mutating func set(_ choice: FieldChoice) {
        text.replace(with: choice.token)
        error = nil
    }

    private mutating func pick(
        _ key: Key, _ candidates: Form.Hits, several: Bool, page: Int, _ context: Form.Context
    ) -> Bool {
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
            error = undecided(among: candidates, context)
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

    /// The candidate to which a key moves; nil for a key that does not move among so many.
    ///
    /// The ends stay, but from the first one up leads back to where nothing is typed.
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

    /// Makes a choice of what is typed before the cursor leaves, so that no text stays that looks like a value: the
    /// only candidate that fits is taken, or the only one that is called so.
    ///
    /// False where there are several or none, which is said.
    ///
    /// - Parameter isSaving: whether nobody sees the choice before it is saved: then only a whole name is one.
    mutating func decide(_ candidates: Form.Hits, _ context: Form.Context, isSaving: Bool = false) -> Bool {
        guard isUndecided, case .pick(_, let several) = kind else { return true }
        let offers = offered(candidates)
        let called = offers.filter { $0.name == text.text }
        let only = called.count == 1 ? called.first : offers.count == 1 && !isSaving ? offers.first : nil
        guard let only else {
            error = undecided(among: candidates, context)
            return false
        }
        take(only, several: several)
        error = nil
        return true
    }

    /// Why what is typed is no choice yet.
    ///
    /// - Parameter candidates: those of the field; nil where they are not looked at, because the cursor is elsewhere.
    func undecided(among candidates: Form.Hits?, _ context: Form.Context) -> String {
        if let candidates, !candidates.isRead {
            return context.said(
                "正在查找“\(text.text)”：名单还没有读完，稍候再按 Enter",
                "looking for \(text.text): the list is still being read, press Enter again in a moment")
        }
        return candidates.map { offered($0).isEmpty } ?? false
            ? context.said(
                "没有符合“\(text.text)”的，还没有选：换几个字再找，^U 清空",
                "nothing fits \(text.text), nothing is chosen: try other words, ^U clears")
            : context.said(
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
