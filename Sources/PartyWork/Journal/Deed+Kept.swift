/// A deed as the journal keeps it: a list that begins with its word. The words and the order of what follows never change.
extension Deed {
    private enum Word: String {
        case recorded, added, voided, edited, paired, ended, moved, household, month, ticked, waived, unmarked, printed
        case together, undone, redone, imported, joined, absorbed, merged, cleared, tookBack
    }

    /// What the journal keeps.
    package var kept: String {
        if case .words(let words) = self { words } else { list.json }
    }

    /// Reads what `kept` wrote; words stay as they are.
    ///
    /// - Parameter tables: those of the ledger.
    /// - Returns: nil for a list of another program, or one that names a table that is not there.
    package init?(kept: String, of tables: [TableSchema]) {
        guard kept.utf8.first == UInt8(ascii: "[") else {
            self = .words(kept)
            return
        }
        guard let list = JSONTree(json: kept), let deed = try? Deed(DeedReader(list, tables)) else { return nil }
        self = deed
    }

    private var list: JSONTree {
        func list(_ word: Word, _ rest: JSONTree...) -> JSONTree { .list([.text(word.rawValue)] + rest) }
        func day(_ day: Day) -> JSONTree { .text(day.description) }
        func number(_ number: Int) -> JSONTree { .text(String(number)) }
        return switch self {
        case .words(let words): .text(words)
        case .recorded(let row): list(.recorded, row.kept)
        case .added(let row): list(.added, row.kept)
        case .voided(let row, let reason): list(.voided, row.kept, .text(reason))
        case .edited(let row, let edits): list(.edited, row.kept, .list(edits.map(\.kept)))
        case .paired(let pair, let from): list(.paired, pair.kept, day(from))
        case .ended(let endings): list(.ended, .list(endings.map(\.kept)))
        case .moved(let person, let on, let branch, let since):
            list(.moved, person.kept, day(on), .text(branch), day(since))
        case .household(let deed):
            list(
                .household, .text(deed.kind.rawValue), deed.household.kept, day(deed.on), JSONTree(deed.remark.words),
                number(deed.ended), number(deed.begun))
        case .tookStep(let step, let month, let branches, let reason):
            list(.month, .text(step.rawValue), .text(month.description), JSONTree(branches), .text(reason))
        case .ticked(let marked, let on): list(.ticked, marked.kept, day(on))
        case .waived(let marked, let reason): list(.waived, marked.kept, .text(reason))
        case .unmarked(let marked): list(.unmarked, marked.kept)
        case .tookBack(let row): list(.tookBack, row.kept)
        case .printed(let what): list(.printed, .text(what))
        case .together(let kind, let count, let first):
            list(.together, .text(kind.rawValue), number(count), .list(first.map(\.list)))
        case .undone(let entry, let deed, let isRedone, let reason):
            list(isRedone ? .redone : .undone, number(entry), deed.list, .text(reason))
        case .imported(let rows): list(.imported, .list(rows.map(\.kept)))
        case .joined(let gone, let kept, let count): list(.joined, gone.kept, kept.kept, number(count))
        case .absorbed(let gone, let kept, let on, let rows):
            list(.absorbed, gone.kept, kept.kept, day(on), .list(rows.map(\.kept)))
        case .merged(let deed):
            list(
                .merged, .text(deed.copy), number(deed.after), number(deed.upTo), .text(deed.seal), .text(deed.place),
                JSONTree(deed.officers), .list(deed.rows.map(\.kept)))
        case .cleared(let entry, let later): list(.cleared, number(entry), number(later))
        }
    }

    private init(_ list: DeedReader) throws(DeedReader.Unreadable) {
        if case .text(let words) = list.value {
            self = .words(words)
            return
        }
        let word: Word = try list[0].word()
        self =
            switch word {
            case .recorded: .recorded(try Caption(list[1]))
            case .added: .added(try Caption(list[1]))
            case .voided: .voided(try Caption(list[1]), reason: try list[2].text)
            case .edited: .edited(try Caption(list[1]), try list[2].items.map(Edit.init))
            case .paired: .paired(try Pair(list[1]), from: try list[2].day)
            case .ended: .ended(try list[1].items.map(Ending.init))
            case .moved: .moved(try Caption(list[1]), on: try list[2].day, to: try list[3].text, since: try list[4].day)
            case .household:
                .household(
                    HouseholdDeed(
                        try Caption(list[2]), on: try list[3].day,
                        HouseholdRemark(try list[1].word(), try list[4].texts), ended: try list[5].number,
                        begun: try list[6].number))
            case .month: .tookStep(try list[1].word(), try list[2].month, try list[3].texts, reason: try list[4].text)
            case .ticked: .ticked(try Marked(list[1]), on: try list[2].day)
            case .waived: .waived(try Marked(list[1]), reason: try list[2].text)
            case .unmarked: .unmarked(try Marked(list[1]))
            case .tookBack: .tookBack(try Caption(list[1]))
            case .printed: .printed(try list[1].text)
            case .together: .together(try list[1].word(), try list[2].number, try list[3].items.map(Deed.init))
            case .undone, .redone:
                .undone(try list[1].number, try Deed(list[2]), isRedone: word == .redone, reason: try list[3].text)
            case .imported: .imported(try list[1].items.map(ImportedRows.init))
            case .joined: .joined(try Caption(list[1]), into: try Caption(list[2]), try list[3].number)
            case .absorbed:
                .absorbed(
                    try Caption(list[1]), into: try Caption(list[2]), on: try list[3].day,
                    try list[4].items.map(ImportedRows.init))
            case .merged:
                .merged(
                    MergeDeed(
                        copy: try list[1].text, after: try list[2].number, upTo: try list[3].number,
                        seal: try list[4].text, place: try list[5].text, officers: try list[6].texts,
                        rows: try list[7].items.map(ImportedRows.init)))
            case .cleared: .cleared(try list[1].number, later: try list[2].number)
            }
    }
}

/// A part of what the journal keeps, read as what it should be.
private struct DeedReader {
    let value: JSONTree
    private let tables: [TableSchema]

    /// The journal holds something else.
    struct Unreadable: Error {}

    init(_ value: JSONTree, _ tables: [TableSchema]) {
        self.value = value
        self.tables = tables
    }

    var items: [DeedReader] {
        get throws(Unreadable) {
            guard case .list(let items) = value else { throw Unreadable() }
            return items.map { DeedReader($0, tables) }
        }
    }

    subscript(place: Int) -> DeedReader {
        get throws(Unreadable) {
            guard case .list(let items) = value, place < items.count else { throw Unreadable() }
            return DeedReader(items[place], tables)
        }
    }

    var text: String {
        get throws(Unreadable) {
            guard case .text(let text) = value else { throw Unreadable() }
            return text
        }
    }

    var texts: [String] { get throws(Unreadable) { try items.map { (item) throws(Unreadable) in try item.text } } }
    var number: Int { get throws(Unreadable) { try known(Int(text)) } }
    var day: Day { get throws(Unreadable) { try known(Day(text)) } }
    var month: Month { get throws(Unreadable) { try known(Month(text)) } }
    var table: TableSchema {
        get throws(Unreadable) {
            let name = try text
            return try known(tables.named(name) ?? Entry.table(named: name))
        }
    }

    func word<W: RawRepresentable<String>>() throws(Unreadable) -> W { try known(W(rawValue: text)) }

    func known<T>(_ value: T?) throws(Unreadable) -> T {
        guard let value else { throw Unreadable() }
        return value
    }
}

// MARK: - Parts

extension Caption {
    fileprivate var kept: JSONTree { JSONTree([table.name] + words) }

    fileprivate init(_ list: DeedReader) throws(DeedReader.Unreadable) {
        self.init(try list[0].table, Array(try list.texts.dropFirst()))
    }
}

extension Deed.Edit {
    fileprivate var kept: JSONTree {
        .list([.text(table.name)] + cells.map { JSONTree([$0.column.header, $0.before, $0.after]) })
    }

    fileprivate init(_ list: DeedReader) throws(DeedReader.Unreadable) {
        let table = try list[0].table
        self.init(
            table,
            try list.items.dropFirst().map { (cell) throws(DeedReader.Unreadable) in
                // Fields of registers are columns of no table.
                let header = try Column(cell[0].text)
                let known = table == .entries ? header : table[header]?.column
                let column = try cell.known(known)
                return RowChange.Cell(column, before: try cell[1].text, after: try cell[2].text)
            })
    }
}

extension Deed.ImportedRows {
    fileprivate var kept: JSONTree { [.text(table.name), .text(String(count))] }

    fileprivate init(_ row: DeedReader) throws(DeedReader.Unreadable) { self.init(try row[0].table, try row[1].number) }
}

extension Deed.Pair {
    fileprivate var kept: JSONTree { JSONTree([household, head, helper]) }

    fileprivate init(_ list: DeedReader) throws(DeedReader.Unreadable) {
        self.init(head: try list[1].text, household: try list[0].text, helper: try list[2].text)
    }
}

extension Deed.Ending {
    fileprivate var kept: JSONTree {
        [pair.kept, .text(on.description), .text(reason.rawValue), .text(sentence), .text(successor)]
    }

    fileprivate init(_ list: DeedReader) throws(DeedReader.Unreadable) {
        self.init(
            try Deed.Pair(list[0]), on: try list[1].day, try list[2].word(), sentence: try list[3].text,
            successor: try list[4].text)
    }
}

extension Deed.Marked {
    fileprivate var kept: JSONTree { [.text(checklist), .text(String(count)), JSONTree(names)] }

    fileprivate init(_ list: DeedReader) throws(DeedReader.Unreadable) {
        self.init(try list[0].text, try list[1].number, try list[2].texts)
    }
}
