/// What one addressee still owes, as sentences to be sent.
package struct Reminder: Sendable, Hashable {
    package let addressee: Addressee
    /// The worklist's rows, the most urgent first.
    package let gaps: [Gap]
    package let asOf: Day
    /// Who follows up what.
    package let followUps: FollowUps

    package init(to addressee: Addressee, _ gaps: [Gap], asOf day: Day, followUps: FollowUps = FollowUps()) {
        self.followUps = followUps
        self.addressee = addressee
        self.gaps = gaps
        asOf = day
    }

    /// A branch by its code, or a person by the number.
    package struct Addressee: Sendable, Hashable, Comparable {
        package let key: String
        package let name: String

        package init(key: String, name: String) {
            self.key = key
            self.name = name
        }

        package static func < (left: Addressee, right: Addressee) -> Bool {
            left.key == right.key ? left.name < right.name : left.key.precedesByCodePoint(right.key)
        }
    }

    /// What is owed of one sort: rows that are said in one sentence.
    package struct Item: Sendable, Hashable {
        package let gaps: [Gap]
        /// The last day on which they are in time; nil for what should be there on any day.
        package let due: Day?
        /// What it is, in a few words.
        package let title: String
        /// What is missing and by when, in a sentence.
        package let sentence: String
    }

    /// The rows by what they are said together with.
    package var items: [Item] { grouped { Sort($0, asOf: asOf, isByDay: false) } }

    /// The items by day, for a calendar, without what has no day.
    package var dated: [Item] { grouped { Sort($0, asOf: asOf, isByDay: true) }.filter { $0.due != nil } }

    private func grouped(_ sort: (Gap) -> Sort) -> [Item] {
        var (order, groups): ([Sort], [Sort: [Gap]]) = ([], [:])
        for gap in gaps {
            let sort = sort(gap)
            if groups[sort] == nil { order.append(sort) }
            groups[sort, default: []].append(gap)
        }
        return order.compactMap { sort in
            groups[sort].map { gaps in
                Item(
                    gaps: gaps, due: gaps.compactMap { $0.due(asOf: asOf) }.max(), title: gaps[0].sortTitle,
                    sentence: ReminderSentence(gaps, to: addressee.name, asOf: asOf).text + followers(of: gaps))
            }
        }
    }

    /// Who follows up some rows, and until when: `（跟进：李四 06-30 前）`.
    private func followers(of gaps: [Gap]) -> String {
        let said = gaps.compactMap { followUps.of($0, asOf: asOf)?.said(on: asOf) }
        let each = said.enumerated().filter { !said[..<$0].contains($1) }.map(\.element)
        return each.isEmpty ? "" : localized("（跟进：\(each.listed)）", " (followed up by \(each.listed))")
    }

    /// What tells the rows of one sentence from others.
    private struct Sort: Hashable {
        let kind: Gap.Kind
        let list: String
        let isLate: Bool
        let due: Day?

        init(_ gap: Gap, asOf day: Day, isByDay: Bool) {
            let due = gap.due(asOf: day)
            kind = gap.kind
            list = gap.sortTitle
            isLate = gap.state == .overdue
            // What a checklist or a register asks by different days is said day by day.
            self.due = isByDay || gap.kind == .checklist || gap.kind == .entry ? due : nil
        }
    }
}

extension Gap {
    /// What it is of: its kind, its checklist or its register.
    var sortTitle: String {
        switch subject {
        case .obligation(let obligation): obligation.checklist.name
        case .entry(let row): row.entry.register.name
        case .household, .member, .visitor, .branch, .partyDay, .item: kind.title
        }
    }
}

// MARK: - As text

extension Reminder {
    /// The words at the beginning unless an officer set others: `{名称}`, `{日期}` and `{项数}` stand for who is told, the day and how
    /// many things there are.
    package static var usualGreeting: String {
        localized(
            "{名称}：您好！截至 {日期}，还有 {项数} 项没有办，请按期办好并记入台账：",
            "{name}: as of {date} {count} to be done. Please see to them and have them recorded:")
    }

    /// The message: the greeting, and a numbered sentence for each sort of thing.
    ///
    /// - Parameter greeting: what an officer set; empty for the usual one.
    package func text(greeting: String = "") -> String {
        let count = gaps.count
        let values = [
            ("{名称}", addressee.name), ("{name}", addressee.name), ("{日期}", asOf.description),
            ("{date}", asOf.description), ("{项数}", String(count)),
            ("{count}", count == 1 ? "one thing is" : "\(count) things are"),
        ]
        let words = values.reduce(greeting.isEmpty ? Reminder.usualGreeting : greeting) { $0.filled($1.0, $1.1) }
        let lines = items.enumerated().map { "\($0 + 1). \($1.sentence)" }
        return ([words] + lines).joined(separator: "\n") + "\n"
    }
}

extension Reminders {
    /// All messages, a blank line between them; a sentence where nobody owes anything.
    package func text(greeting: String = "") -> String {
        letters.isEmpty
            ? localized("没有要提醒的：该办的都办了。\n", "Nobody is to be reminded: all is done.\n")
            : letters.map { $0.text(greeting: greeting) }.joined(separator: "\n")
    }
}

extension String {
    /// The text with every place of a mark filled.
    fileprivate func filled(_ mark: String, _ value: String) -> String {
        var (text, rest) = ("", self[...])
        while let place = rest.firstRange(of: mark) {
            text += rest[..<place.lowerBound] + value
            rest = rest[place.upperBound...]
        }
        return text + rest
    }
}
