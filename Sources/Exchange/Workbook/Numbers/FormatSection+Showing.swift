import PartyWork

extension FormatSection {
    // MARK: Numbers

    /// A number in the places for its digits.
    func number(_ number: Double, signed: Bool) -> String {
        let point = parts.firstIndex(of: .point) ?? parts.count
        let whole = parts[..<point]
        let fraction = parts[point...].dropFirst()
        var digits = DecimalDigits(number.magnitude)
        digits.shift(2 * parts.count { $0 == .percent } - 3 * thousandsLeftOut(whole))
        digits.round(decimals: fraction.count(where: \.isDigit))
        let text = wholePart(whole, digits.whole) + fractionPart(point, fraction, digits)
        return signed && number < 0 && !digits.isZero ? "-" + text : text
    }

    /// Commas behind the last place for a digit: each leaves out three digits.
    private func thousandsLeftOut(_ whole: ArraySlice<Part>) -> Int {
        guard let last = whole.lastIndex(where: \.isDigit) else { return 0 }
        return whole[last...].count { $0 == .comma }
    }

    private func wholePart(_ whole: ArraySlice<Part>, _ digits: [Character]) -> String {
        let places = whole.filter(\.isDigit).count
        guard places > 0 else { return words(whole) + (parts.contains(where: \.isDigit) ? String(digits) : "") }
        let first = whole.firstIndex(where: \.isDigit) ?? whole.startIndex
        let last = whole.lastIndex(where: \.isDigit) ?? whole.startIndex
        let isGrouped = whole[first..<last].contains(.comma)
        var left = digits
        var text: [Character] = []
        var shown = 0
        func show(_ digit: Character) {
            if isGrouped, shown > 0, shown % 3 == 0 { text.append(",") }
            text.append(digit)
            shown += 1
        }
        // From the right, because a number fills its places from there; the first place takes all that is left.
        for index in whole.indices.reversed() {
            switch whole[index] {
            case .digit(let place):
                if let digit = left.popLast() { show(digit) } else if place != "#" { show(place == "?" ? " " : "0") }
                if index == first { while let digit = left.popLast() { show(digit) } }
            default: text += words(whole[index...index]).reversed()
            }
        }
        return String(text.reversed())
    }

    private func fractionPart(_ point: Int, _ fraction: ArraySlice<Part>, _ digits: DecimalDigits) -> String {
        guard point < parts.count else { return "" }
        var text = "."
        var place = 0
        for part in fraction {
            guard case .digit(let kind) = part else {
                text += words([part])
                continue
            }
            let digit = digits.decimal(place)
            let isOver = digits.isZero(from: place)
            if kind == "0" || !isOver { text.append(digit) } else if kind == "?" { text.append(" ") }
            place += 1
        }
        return text
    }

    private func words(_ parts: ArraySlice<Part>) -> String {
        parts.reduce(into: "") { text, part in
            switch part {
            case .literal(let words): text += words
            case .percent: text += "%"
            case .slash: text += "/"
            default: break
            }
        }
    }

    // MARK: Weekdays and times

    /// The name of the weekday, where there is nothing else.
    func weekday(_ serial: Double, from1904: Bool) -> String? {
        guard serial >= 0, serial < 2_958_466 else { return nil }
        // Both systems agree on what weekday a day of today is: day 1 of the one is a Sunday, day 0 of the other a Friday.
        let day = (Int(serial) + (from1904 ? 5 : 6)) % 7
        return parts.reduce(into: "") { text, part in
            switch part {
            case .weekday(isChinese: true, let isLong):
                text += (isLong ? "星期" : "") + String(Array("日一二三四五六")[day])
            case .weekday(isChinese: false, let isLong):
                let names = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"]
                text += isLong ? names[day] : String(names[day].prefix(3))
            case .literal(let words): text += words
            default: break
            }
        }
    }

    /// A time of day, `8:30`; with hours that are not carried over a length of time.
    func time(_ days: Double) -> String {
        let showsSeconds = parts.contains { if case .second = $0 { true } else { $0 == .elapsed("s") } }
        // Half a second is less than a cell can show; a minute that is not full does not count.
        let seconds = Int((days * 86_400 + (showsSeconds ? 0.5 : 0.01)).rounded(.down))
        let hasNoon = parts.contains { if case .noon = $0 { true } else { false } }
        let hour = seconds / 3_600 % 24
        return parts.reduce(into: "") { text, part in
            switch part {
            case .hour(let width): text += padded(hasNoon ? (hour + 11) % 12 + 1 : hour, width)
            case .minute(let width), .month(let width): text += padded(seconds / 60 % 60, width)
            case .second(let width): text += padded(seconds % 60, width)
            case .elapsed("h"): text += String(seconds / 3_600)
            case .elapsed("m"): text += String(seconds / 60)
            case .elapsed: text += String(seconds)
            case .noon(let first, let second): text += hour < 12 ? first : second
            default: text += words([part])
            }
        }
    }

    private func padded(_ number: Int, _ width: Int) -> String {
        width > 1 && number < 10 ? "0\(number)" : String(number)
    }
}

extension FormatSection.Part {
    fileprivate var isDigit: Bool { if case .digit = self { true } else { false } }
}
