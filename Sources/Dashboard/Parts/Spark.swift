import TerminalUI

/// Months in one row, each a part of a cell high: only where the terminal is known to draw them, for digits say nothing at a glance.
struct Spark: Sendable {
    let values: [Int]
    /// What a filled cell means.
    let fill: Element

    /// The cells of a year.
    static let width = 12

    /// The characters of so many eighths; a whole cell would grow into the row above.
    private static let parts = ["▁", "▁", "▂", "▃", "▄", "▅", "▆", "▇"]

    /// The character of a value: the highest only for the largest.
    static func part(of value: Int, largest: Int) -> String {
        guard value > 0 else { return parts[0] }
        return parts[value >= largest ? 7 : max(1, min(6, (value * 14 + largest) / (largest * 2)))]
    }

    func draw(on frame: inout Frame, row: Int, column: Int, _ theme: Theme) {
        let largest = values.max() ?? 0
        for (place, value) in values.enumerated() {
            frame.put(
                Spark.part(of: value, largest: largest), row: row, column: column + place,
                style: theme.line(value == 0 ? .barTrack : fill))
        }
    }
}
