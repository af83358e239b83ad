import Glibc
import PartyWork

/// A number of a workbook as a text.
enum CellNumber {
    /// Spreadsheets keep fifteen digits; what follows in a longer number is lost.
    static let digitsKept = 1e15

    /// The number in plain digits: whole without a point, else fifteen significant digits, as spreadsheets show them: `0.1`, not
    /// `0.10000000000000001`.
    static func plain(_ number: Double) -> String {
        if let whole = Int(exactly: number) { return String(whole) }
        var text = [CChar](repeating: 0, count: 32)
        let count = withVaList([number]) { vsnprintf(&text, text.count, "%.15g", $0) }
        return String(decoding: text.prefix(Int(count)).map(UInt8.init(bitPattern:)), as: UTF8.self)
    }

    /// The day of a serial number, its time of day left out; nil where the system has none.
    ///
    /// In the system of 1900 day 60 is a 29 February that the calendar does not have: it stays that text, which no rule takes.
    static func date(_ serial: Double, from1904: Bool) -> String? {
        guard serial >= 0, serial < 2_958_466, let days = Int(exactly: serial.rounded(.down)) else { return nil }
        // Day 0 of the later system is 1904-01-01.
        if from1904 { return Day(daysAfterEarliest: days + 1_460)?.description }
        switch days {
        case 0: return nil
        case 60: return "1900-02-29"
        // Day 1 is 1900-01-01, and everything after the false day is one too high.
        default: return Day(daysAfterEarliest: days < 60 ? days - 1 : days - 2)?.description
        }
    }
}
