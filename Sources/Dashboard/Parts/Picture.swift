import PartyWork
import TerminalUI

/// What shows a figure at a glance.
enum Picture: Sendable {
    case bar(Bar)
    /// The months of the year as a strip, `123-5-......`: a digit is held, `-` is missing, `.` is to come; and which month is running.
    case months(String, running: Int)

    /// The months in which a branch held its 主题党日.
    static func partyDays(of status: StatusReport.BranchStatus, asOf day: Day) -> Picture {
        let held = status.partyDayMonths
        let strip = (1...12).map { held.contains($0) ? String($0 % 10) : $0 > day.month ? "." : "-" }.joined()
        return .months(strip, running: day.month)
    }

    /// Draws it, a bar into so many cells.
    func draw(on frame: inout Frame, row: Int, column: Int, width: Int, _ theme: Theme) {
        switch self {
        case .bar(let bar): bar.draw(on: &frame, row: row, column: column, width: width, theme)
        case .months(let strip, let running):
            frame.put(strip, row: row, column: column)
            guard theme.palette == .many else { return }
            // A filled cell says that it is missing, and has room for its digit.
            for (place, sign) in strip.enumerated() where sign == "-" {
                let element: Element = place + 1 == running ? .cellDueSoon : .cellMissing
                frame.put(String((place + 1) % 10), row: row, column: column + place, style: theme.style(element))
            }
        }
    }
}
