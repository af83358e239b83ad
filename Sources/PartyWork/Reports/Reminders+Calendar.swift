extension Reminders {
    /// The days by which things are due, as a calendar for telephones and mail programs (RFC 5545): an event of a whole day for
    /// each sort of thing and day.
    ///
    /// - Parameter instant: when it was made, as the journal writes instants: `2016-06-30T08:15:00Z`.
    package func calendar(madeAt instant: String) -> String {
        let stamp = instant.filter { $0 != "-" && $0 != ":" }
        let events = letters.flatMap { letter in
            letter.dated.flatMap { item in event(of: item, for: letter.addressee, stamp) }
        }
        let lines =
            ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//zhibu//zhibu//ZH", "CALSCALE:GREGORIAN", "METHOD:PUBLISH"]
            + events + ["END:VCALENDAR"]
        return lines.map { CalendarLine.folded($0) + "\r\n" }.joined()
    }

    private func event(of item: Reminder.Item, for addressee: Reminder.Addressee, _ stamp: String) -> [String] {
        guard let due = item.due else { return [] }
        let day = due.description.filter { $0 != "-" }
        // One that is sent again takes the place of the one before.
        let key = "\(addressee.key)-\(item.gaps[0].kind.rawValue)-\(item.title)-\(day)@zhibu"
        return [
            "BEGIN:VEVENT", "UID:\(CalendarLine.escaped(key))", "DTSTAMP:\(stamp)", "DTSTART;VALUE=DATE:\(day)",
            "SUMMARY:\(CalendarLine.escaped("\(addressee.name) \(item.title)"))",
            "DESCRIPTION:\(CalendarLine.escaped(item.sentence))", "TRANSP:TRANSPARENT", "END:VEVENT",
        ]
    }
}

/// How a line of a calendar is written (RFC 5545, sections 3.1 and 3.3.11).
enum CalendarLine {
    /// The octets of a line, without its end.
    private static let most = 75

    /// The text of a value: what has a meaning there is escaped.
    static func escaped(_ text: String) -> String {
        text.unicodeScalars.reduce(into: "") { escaped, scalar in
            switch scalar {
            case "\\": escaped += "\\\\"
            case ";": escaped += "\\;"
            case ",": escaped += "\\,"
            case "\n": escaped += "\\n"
            default: if scalar.value >= 0x20, scalar.value != 0x7F { escaped.unicodeScalars.append(scalar) }
            }
        }
    }

    /// The line in pieces of at most 75 octets, no character cut, each but the first behind a blank.
    static func folded(_ line: String) -> String {
        var (text, octets) = ("", 0)
        for scalar in line.unicodeScalars {
            let length = UTF8.width(scalar)
            if octets + length > most {
                text += "\r\n "
                octets = 1
            }
            text.unicodeScalars.append(scalar)
            octets += length
        }
        return text
    }
}
