import Papers
import PartyWork

/// The bars of a paper's chart: names, values and lengths.
struct PaperBars {
    let title: String
    let bars: [Bar]

    /// A bar; `share` is its length as a part of the longest possible, 0 to 1.
    struct Bar {
        let name: String
        let shown: String
        let share: Double
    }
}

extension Paper {
    /// The chart's bars; nil where there is none, or nothing to draw.
    var bars: PaperBars? {
        guard let chart, tables.indices.contains(chart.table) else { return nil }
        let rows = tables[chart.table].rows.map { (name: $0[chart.names].shown, value: $0[chart.values]) }
        let most = rows.compactMap { $0.value.length }.max() ?? 0
        guard most > 0 else { return nil }
        return PaperBars(
            title: chart.title,
            bars: rows.compactMap { row in
                row.value.length.map { length in
                    PaperBars.Bar(
                        name: row.name, shown: row.value.shown, share: length / (row.value.isRate ? 1_000 : most))
                }
            })
    }
}

extension PaperCell {
    /// A number, or a rate in tenths of a per cent; nil for what is neither.
    var length: Double? {
        switch self {
        case .number(let number): Double(number)
        case .rate(let coverage): coverage.permille.map { Double($0) }
        default: nil
        }
    }

    var isRate: Bool { if case .rate = self { true } else { false } }
}
