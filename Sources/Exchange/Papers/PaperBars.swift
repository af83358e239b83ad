import Papers
import PartyWork

/// The bars of a paper's chart: names, values and lengths.
struct PaperBars {
    /// With a note where the axis does not begin at 0.
    let title: String
    let bars: [Bar]
    /// Where the axis of rates begins, 0 to 1.
    ///
    /// So near the least that differences are seen; other bars begin at 0.
    let least: Double

    /// A bar; `share` is its length as a part of the longest possible, 0 to 1, never 0 for what is more than nothing.
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
        let rates = rows.filter(\.value.isRate).compactMap { $0.value.length }
        // The whole ten per cent below the least, of rates that all lie high.
        let least = rates.min().map { $0 > 500 ? (($0 - 1) / 100).rounded(.down) / 10 : 0 } ?? 0
        let note = least > 0 ? "（横轴从 \(Int(least * 100))% 起，不从 0 起）" : ""
        return PaperBars(
            title: chart.title + note,
            bars: rows.compactMap { row in
                row.value.length.map { length in
                    let share = row.value.isRate ? (length / 1_000 - least) / (1 - least) : length / most
                    return PaperBars.Bar(name: row.name, shown: row.value.shown, share: share)
                }
            }, least: least)
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
