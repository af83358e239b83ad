import PartyWork

extension Ledger {
    /// The figures that were published about the township of a scope, each beside what the ledger says; none for another scope, and
    /// where no register that they name is in the ledger.
    ///
    /// - Throws: `Refusal.emptyScope`; `LedgerError`.
    package func compared(_ figures: [PublishedFigure], in scope: Scope, asOf day: Day) throws -> [ComparedFigure] {
        let own = figures.filter { $0.township == Code(scope.prefix) }
        if own.isEmpty { return [] }
        return try snapshot {
            let book = try registers()
            let lines = try registers(nil, asOf: day, scope: scope, isRestrictedSeen: false).lines
            let rows = try own.map { figure -> ComparedFigure in
                guard let register = book[figure.register] else { return try compared(figure, in: scope, asOf: day) }
                if register.isRestricted { return ComparedFigure(figure, "", .restricted) }
                let line = lines.first { $0.name.hasSameCodePoints(as: register.name) }
                return try compared(figure, line?.figures ?? [], in: scope, asOf: day)
            }
            return rows.contains(where: \.isOfRegister) ? rows : []
        }
    }

    /// A figure of a register.
    private func compared(
        _ published: PublishedFigure, _ figures: [RegisterReport.FigureValue], in scope: Scope, asOf day: Day
    ) throws -> ComparedFigure {
        func value(_ name: String) -> RegisterReport.FigureValue? {
            figures.first { $0.figure.name.hasSameCodePoints(as: name) }
        }
        guard let part = value(published.figure) else { return ComparedFigure(published, "", .nowhere) }
        let text = value(published.whole).map { part.value.share(of: $0.value) } ?? "\(part.value) \(part.figure.unit)"
        let condition = part.figure.condition
        let list = try entries(
            of: published.register, where: condition, asOf: day, scope: scope, isRestrictedSeen: false)
        let numbers = list.rows.map(\.entry.number)
        return ComparedFigure(
            published, text, .entries(published.register, condition: condition, numbers: numbers))
    }

    /// A figure of what is built in: posts by source, or one of `zhibu status`.
    private func compared(
        _ published: PublishedFigure, in scope: Scope, asOf day: Day
    ) throws -> ComparedFigure {
        if published.register == TableSchema.posts.sheetName {
            let report = try posts(from: day.firstOfYear, asOf: day, scope: scope)
            let held = report.held(from: published.figure)
            return ComparedFigure(published, published.inUnit(held), .rows(published.register, held))
        }
        guard published.register.isEmpty, let kind = Figure.Kind.named(published.figure) else {
            return ComparedFigure(published, "", .nowhere)
        }
        let report = try FigureReport(Figure(kind), in: scope, asOf: day, from: self)
        let rows = report.rows.count { $0.standing == .counted }
        return ComparedFigure(published, published.inUnit(report.done), .rows(kind.title, rows))
    }
}

extension Amount {
    /// Its percentage of a whole, cut.
    fileprivate func share(of whole: Amount) -> String {
        Coverage(covered: Int(clamping: hundredths), inScope: Int(clamping: whole.hundredths)).percentage
    }
}
