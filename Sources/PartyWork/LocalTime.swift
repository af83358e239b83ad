/// An instant of the journal as a local date and time: `2016-06-30T08:15:00Z` is `2016-06-30 16:15` in China.
///
/// - Parameter offset: the minutes by which the local clock is ahead of UTC, 480 in China.
/// - Returns: the text as it is where it is no instant.
package func localTime(_ instant: String, offset: Int) -> String {
    let text = Array(instant.utf8)
    guard text.count >= 16, text[10] == UInt8(ascii: "T"), text[13] == UInt8(ascii: ":"),
        let day = Day(String(decoding: text[..<10], as: UTF8.self)),
        let hour = number(text[11..<13]), let minute = number(text[14..<16])
    else { return instant }
    let minutes = hour * 60 + minute + offset
    let days = (minutes < 0 ? minutes - 1_439 : minutes) / 1_440
    let rest = minutes - days * 1_440
    return "\(day.adding(days: days)) \(twoDigits(rest / 60)):\(twoDigits(rest % 60))"
}

private func number(_ digits: ArraySlice<UInt8>) -> Int? { Int(String(decoding: digits, as: UTF8.self)) }

private func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
