import PartyWork
import TerminalUI

/// What is known of one thing, as labels and values in two columns: the head of a card.
struct Facts {
    /// A label with its value.
    struct Fact {
        let label: String
        let value: String
        let element: Element
        /// Whether it has a line of its own.
        let isWide: Bool

        init(_ label: String, _ value: String, element: Element = .text, isWide: Bool = false) {
            self.label = label
            self.value = value.isEmpty ? "-" : value
            self.element = element
            self.isWide = isWide
        }
    }

    let facts: [Fact]

    init(_ facts: [Fact]) { self.facts = facts }

    /// How many lines they take.
    var rows: Int { lines.count }

    /// Draws them from a row on, so many lines at most.
    func draw(on frame: inout Frame, top: Int, atMost limit: Int = .max, _ context: Context) {
        let half = (frame.size.columns - 4) / 2
        for (number, line) in lines.prefix(limit).enumerated() {
            for (place, fact) in line.enumerated() {
                draw(fact, on: &frame, row: top + number, column: 2 + place * half, width: half, context)
            }
        }
    }

    private static var labelWidth: Int { localized(10, 12) }

    private func draw(_ fact: Fact, on frame: inout Frame, row: Int, column: Int, width: Int, _ context: Context) {
        if context.isPlain {
            frame.put("\(fact.label) \(fact.value)", row: row, column: column, maxWidth: width - 2)
            return
        }
        let room = (fact.isWide ? frame.size.columns - column : width) - Facts.labelWidth - 2
        frame.put(
            fact.label, row: row, column: column, width: Facts.labelWidth, alignment: .left,
            style: context.style(.fieldLabel))
        frame.put(
            context.textWidth.truncate(fact.value, to: room), row: row, column: column + Facts.labelWidth + 1,
            style: context.style(fact.element))
    }

    private var lines: [[Fact]] {
        var lines: [[Fact]] = []
        for fact in facts {
            if !fact.isWide, let last = lines.last, last.count == 1, !last[0].isWide {
                lines[lines.count - 1].append(fact)
            } else {
                lines.append([fact])
            }
        }
        return lines
    }
}
