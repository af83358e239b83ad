import PartyWork
import TerminalUI

extension RowList where Row == FigureRow {
    /// The list behind a kind of figure, its columns in the order of the rows' cells.
    static func behind(_ kind: Figure.Kind) -> Self {
        let standing = Column(
            TableColumn(localized("计入否", "Counts"), minimum: localized(6, 9)), by: { $0.standing == .counted ? 1 : 0 },
            element: \.element, text: { $0.word(kind) })
        let others = kind.columns.enumerated().map { index, column in
            Column(
                TableColumn(column), named: column.holds == .people ? .person : .thing,
                element: { $0.cells[index] == .word(Evidence.pending.rawValue) ? .of(Evidence.pending) : .text }
            ) { $0.cells[index].text }
        }
        return RowList([standing] + others, identity: \.key, searched: { _ in "" })
    }
}

extension TableColumn {
    fileprivate init(_ column: FigureColumn) {
        self.init(
            column.title, minimum: column.width.lowerBound, ideal: column.width.upperBound,
            share: column.isWide ? 1 : 0,
            alignment: column.holds == .number ? .right : .left, dropOrder: column.isLesser ? 1 : 0)
    }
}

extension FigureCell {
    /// What stands in the cell, with the key where that helps.
    fileprivate var text: String {
        if case .next = self { return shown + localized("，按 Enter 记", ", Enter records it") }
        return shown
    }
}

extension FigureRow {
    fileprivate var element: Element {
        switch standing {
        case .counted: .text
        case .missing: state?.element ?? .text
        case .pending: .muted
        }
    }

    /// The household or person that it is, where an act can be done to many of them.
    var household: HouseholdRow? { if case .household(let row) = subject { row } else { nil } }
    var person: PersonRow? { if case .person(let row) = subject { row } else { nil } }
}

extension FigureRow.State {
    /// The look that the state has in every list.
    var element: Element {
        switch self {
        case .late(let state): .of(state)
        case .uncovered: .of(Gap.State.uncovered)
        case .papers: .pending
        }
    }
}

extension Figure.Kind {
    /// The counting rule in a sentence (口径), as it is on the as-of date.
    func rule(_ context: Context) -> String { rule(context.requirements, on: context.asOf) }
}

extension ShownFigure {
    /// What menus call it: a person's with the name, for it stands among those of a branch.
    fileprivate var title: String {
        if case .person(_, let name) = figure.subject { return "\(figure.kind.title) \(name)" }
        return figure.kind.title
    }
}

extension Menu {
    /// The figures of a screen, each to be opened.
    static func figures(_ figures: [ShownFigure]) -> Menu {
        Menu(
            title: localized("看数字：选一个，看它是哪些行算出来的", "Figures: choose one to see the rows behind it"),
            items: figures.map { Item($0.title, detail: $0.value, .open(.figure($0.figure))) })
    }
}
