import PartyWork
import TerminalUI

/// Columns from zero, one for each month: filled cells where there are colours, `#` where there are none; to the eighth of a row where the
/// terminal is known to draw it.
///
/// The largest stands at the left of its top, and below every third month its number.
struct MonthChart: Sendable {
    let months: [Month]
    let values: [Int]
    /// What a filled cell means.
    let fill: Element
    /// The rows of the largest column.
    let height: Int

    /// The rows it takes with the numbers of the months.
    var rows: Int { height + 1 }

    private var largest: Int { max(1, values.max() ?? 1) }

    /// The rows of a value, or so many parts of a row: none only for zero, all only for the largest.
    func filled(_ value: Int, parts: Int) -> Int {
        let all = height * parts
        return value == largest
            ? all : value == 0 ? 0 : max(1, min(all - 1, (value * all * 2 + largest) / (largest * 2)))
    }

    /// The upper ends of columns, an eighth of a row to seven.
    private static let tops = ["▁", "▂", "▃", "▄", "▅", "▆", "▇"]

    /// Draws it into so many columns.
    func draw(on frame: inout Frame, row: Int, columns: Int, _ context: Context) {
        let scale = String(values.max() ?? 0)
        // At a fixed place, whatever the numbers.
        let left = max(4, scale.utf8.count + 1)
        let width = max(1, (columns - left) / max(1, months.count))
        frame.put(scale, row: row, column: left - 1 - scale.utf8.count, style: context.style(.muted))
        frame.put("0", row: row + height - 1, column: left - 2, style: context.style(.muted))
        let look = context.theme.style(fill)
        let isFilled = look.background != .standard
        // Narrow columns touch: a run across neighbours costs a tenth of the bytes of one for each.
        let text = String(repeating: isFilled ? " " : "#", count: width > 2 ? width - 1 : width)
        for (place, value) in values.enumerated() {
            let column = left + place * width
            let eighths = context.theme.isFine ? filled(value, parts: 8) : filled(value, parts: 1) * 8
            for line in 0..<eighths / 8 {
                frame.put(text, row: row + height - 1 - line, column: column, style: isFilled ? look : .plain)
            }
            if eighths % 8 > 0 {
                frame.put(
                    String(repeating: MonthChart.tops[eighths % 8 - 1], count: text.count),
                    row: row + height - 1 - eighths / 8, column: column, style: context.theme.line(fill))
            }
            if months[place].number % 3 == 1 {
                frame.put(String(months[place].number), row: row + height, column: column, style: context.style(.muted))
            }
        }
    }

    /// Draws one of a single row, a cell a month, each at most seven eighths high: a whole cell would grow into the row above.
    ///
    /// Only where the terminal is known to draw them, for digits say nothing at a glance.
    func drawInRow(on frame: inout Frame, row: Int, column: Int, _ theme: Theme) {
        for (place, value) in values.enumerated() {
            frame.put(
                MonthChart.tops[max(1, filled(value, parts: 7)) - 1], row: row, column: column + place,
                style: theme.line(value == 0 ? .barTrack : fill))
        }
    }
}

extension MonthChart {
    /// The columns of a measure of two years.
    init(_ report: TrendReport, _ measure: TrendReport.Measure, height: Int) {
        self.init(
            months: report.months, values: report.values(measure), fill: measure.isGap ? .barMissing : .bar,
            height: height)
    }

    /// Its last months.
    func last(_ count: Int) -> MonthChart {
        MonthChart(months: months.suffix(count), values: values.suffix(count), fill: fill, height: height)
    }
}
