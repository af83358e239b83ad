extension Figure {
    /// What is counted, as one value: how it is called, its rule in a sentence (口径), and the rows behind it.
    ///
    /// A figure is added by making one and listing it in `all`: the screens that open figures, `zhibu status --open` and the papers
    /// read it. Kinds are equal when their tokens are.
    package final class Kind: Sendable {
        /// A stable name: the key in the JSON of `zhibu status` where there is one.
        package let token: String
        private let name: @Sendable () -> String
        /// Its title in English in twelve cells, where that is not the whole one.
        private let short: String?
        private let gap: @Sendable () -> String
        private let rule: Rule
        /// Of whom it can be asked.
        package let asks: Asks
        /// Of how many it is.
        let measure: Measure
        private let makeColumns: @Sendable () -> [FigureColumn]
        /// The rows in scope, those that count and those that do not, in their order.
        let rows: @Sendable (Inquiry) throws -> [FigureRow]

        /// Where its rule stands.
        package enum Rule: Sendable {
            /// A method, whose number officers set by day.
            case method(PartyWork.Method)
            /// One of its own.
            case sentence(@Sendable () -> String)
        }

        /// Of whom a kind of figure speaks besides a scope.
        package enum Asks: Sendable {
            case scope
            /// A scope, or one trade in it.
            case trade
            /// One person.
            case person
            /// A month of one branch.
            case month
        }

        /// What a figure is a share of.
        package enum Measure: Sendable {
            /// Nothing: it is a count alone, and its rows that do not count are not wanting.
            case count
            /// All its rows.
            case share
            /// What is asked of whom it speaks, nil for nothing; more than that may count.
            case asked(@Sendable (Inquiry) -> Int?)
        }

        /// A kind of figure.
        ///
        /// - Parameters:
        ///   - short: Its title in English in twelve cells, where that is not the whole one.
        ///   - gap: What a row that does not count is called.
        ///   - rows: The rows in scope, those that count and those that do not, in their order.
        package init(
            _ token: String, _ name: @escaping @autoclosure @Sendable () -> String,
            short: String? = nil, rule: Rule, asks: Asks = .scope, measure: Measure = .share,
            gap: @escaping @autoclosure @Sendable () -> String = localized("未完成", "not done"),
            columns: @escaping @autoclosure @Sendable () -> [FigureColumn],
            rows: @escaping @Sendable (Inquiry) throws -> [FigureRow]
        ) {
            self.token = token
            self.name = name
            self.short = short
            self.rule = rule
            self.asks = asks
            self.measure = measure
            self.gap = gap
            makeColumns = columns
            self.rows = rows
        }

        /// What screens call the figure.
        package var title: String { name() }

        /// The title in twelve cells, for the head of the overview.
        package var shortTitle: String { localized(title, short ?? title) }

        /// What a row that does not count is called.
        package var gapWord: String { gap() }

        /// The columns of its rows, in the order of their cells.
        package var columns: [FigureColumn] { makeColumns() }

        /// The method whose number its rule is; nil where the rule is its own.
        package var method: PartyWork.Method? { if case .method(let method) = rule { method } else { nil } }

        /// The counting rule in a sentence (口径), as it is on a day.
        package func rule(_ requirements: Requirements, on day: Day) -> String {
            switch rule {
            case .method(let method): requirements.rule(method, on: day)
            case .sentence(let sentence): sentence()
            }
        }
    }
}

extension Figure.Kind: Hashable {
    package static func == (left: Figure.Kind, right: Figure.Kind) -> Bool {
        left === right || left.token == right.token
    }

    package func hash(into hasher: inout Hasher) { hasher.combine(token) }
}

extension Figure.Kind {
    /// The kinds of figures, in the order of `zhibu status` and then those of one person or month.
    package static let all: [Figure.Kind] = [
        .visitors, .themeVillages, .fiveOnes, .partyDay, .partyDays, .households, .members, .visited, .cooperatives,
        .memberFounded, .founders, .householdsLed, .visitsReceived, .themeActivities, .visits, .month,
    ]

    /// The kind of a token; nil if there is none.
    package static func named(_ token: some StringProtocol) -> Figure.Kind? { all.first { $0.token == token } }
}
