/// A figure as something to be opened: what is counted, of whom, and which of its rows are wanted.
package struct Figure: Hashable, Sendable {
    package let kind: Kind
    package var subject: Subject
    package var shows: Shows

    package init(_ kind: Kind, of subject: Subject = .scope, shows: Shows = .all) {
        self.kind = kind
        self.subject = subject
        self.shows = shows
    }

    /// Of whom it speaks.
    package enum Subject: Hashable, Sendable {
        /// Everything in the scope that is set, or else in the ledger.
        case scope
        case branch(Code, name: String)
        case person(Person.ID, name: String)
        /// The cooperatives of a trade; empty for those that name none.
        case trade(String)
        /// The month of a branch.
        case month(Code, name: String, Month)
    }

    /// Which of its rows are shown first.
    package enum Shows: Int, CaseIterable, Sendable {
        case all
        /// Those that are missing from it.
        case missing
        /// Those that count.
        case counted
    }

    /// The figure beginning with what is missing from it.
    package var missing: Figure { Figure(kind, of: subject, shows: .missing) }

    /// The branch, person or trade it speaks of; empty for the scope, which the heading names.
    package var subjectName: String {
        switch subject {
        case .scope: ""
        case .branch(_, let name), .person(_, let name): name
        case .trade(let trade): trade.isEmpty ? localized("未填产业", "no trade") : trade
        case .month(_, let name, let month): "\(name) \(month.title)"
        }
    }

    /// The scope whose rows it counts, where another is set for what speaks of no branch.
    package func scope(in scope: Scope) -> Scope {
        switch subject {
        case .branch(let code, _), .month(let code, _, _): Scope(code)
        case .scope, .person, .trade: scope
        }
    }

    /// The name by which `zhibu status --open` takes it: `households`, `visits/P0001`, `month/2016-05`, `cooperatives/茶叶`.
    package var token: String {
        switch subject {
        case .scope, .branch: kind.token
        case .person(let id, _): "\(kind.token)/\(id)"
        case .trade(let trade): "\(kind.token)/\(trade)"
        case .month(_, _, let month): "\(kind.token)/\(month)"
        }
    }
}
