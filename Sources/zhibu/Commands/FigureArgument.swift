import ArgumentParser
import Ledger
import PartyWork

/// A figure on the command line: its kind by the token, and after a `/` of whom it is asked.
struct FigureArgument: ExpressibleByArgument {
    private let kind: Figure.Kind
    private let subject: String?

    init?(argument: String) {
        let parts = argument.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        guard let kind = parts.first.flatMap({ Figure.Kind.named($0) }) else { return nil }
        self.kind = kind
        subject = parts.count > 1 ? String(parts[1]) : nil
    }

    static var allValueStrings: [String] { Figure.Kind.all.map(\.token) }

    /// The figure of a scope at a day.
    ///
    /// - Throws: A `Failure` where it is not told of whom, or of what it cannot be asked; `Refusal.notFound`.
    func figure(in scope: Scope, asOf day: Day, _ ledger: Ledger) throws -> Figure {
        switch (kind.asks, subject) {
        case (.scope, nil), (.trade, nil): return Figure(kind)
        case (.trade, let trade?): return Figure(kind, of: .trade(trade))
        case (.person, let id?):
            let person = Person.ID(id)
            return Figure(kind, of: .person(person, name: try ledger.person(person, asOf: day).row.person.name))
        case (.month, let text):
            let code = Code(scope.prefix)
            guard code.level == .branch, let month = text.map({ Month($0) }) ?? Month(day) else { throw unasked }
            return Figure(kind, of: .month(code, name: try ledger.place(scope).name, month))
        case (.scope, _?), (.person, nil): throw unasked
        }
    }

    /// Says of whom the kind is asked.
    private var unasked: Failure {
        let token = kind.token
        let text =
            switch kind.asks {
            case .scope, .trade:
                localized(
                    "数字 \(token) 是整个范围的，后面不带 /",
                    "The figure \(token) is of the whole scope; leave out what follows the /")
            case .person: localized("请写明是谁的，如 --open \(token)/P0001", "Say of whom, such as --open \(token)/P0001")
            case .month:
                localized(
                    "请用 --scope 给出支部编码，月份写成 --open \(token)/2016-05",
                    "Give a branch with --scope, and the month such as --open \(token)/2016-05")
            }
        return Failure(.wrongUsage, text)
    }
}
