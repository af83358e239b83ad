/// How far a long work has come.
package struct WorkProgress: Hashable, Sendable {
    /// What was done so far, in rows or whatever the work counts.
    package let done: Int
    /// How much of the whole that is, 0 to 1; nil where the whole is unknown.
    package let share: Double?
    /// How much is done in a second; nil in the first moments.
    package let perSecond: Int?
    /// How many seconds are still needed, rounded up; nil where that is unknown.
    package let secondsLeft: Int?

    /// - Parameter seconds: how long the work has taken.
    package init(done: Int, share: Double?, seconds: Double) {
        let share = share.map { max(0, min(1, $0)) }
        self.done = done
        self.share = share
        perSecond = seconds > 0 && done > 0 ? Int(Double(done) / seconds) : nil
        // Below a hundredth the guess would jump about.
        secondsLeft = share.flatMap { $0 > 0.01 ? Int((seconds / $0 * (1 - $0)).rounded(.up)) : nil }
    }

    /// `12000 行，35%，每秒 40000 行，还要约 3 秒`, of a work that counts in a unit.
    package func text(_ unit: String) -> String {
        let parts = [
            "\(done) \(unit)", share.map { "\(Int($0 * 100))%" },
            perSecond.map { localized("每秒 \($0) \(unit)", "\($0) \(unit) a second") },
            secondsLeft.map {
                localized("还要约 \(WorkProgress.duration($0))", "about \(WorkProgress.duration($0)) left")
            },
        ]
        return parts.compactMap { $0 }.joined(separator: localized("，", ", "))
    }

    private static func duration(_ seconds: Int) -> String {
        if seconds < 100 { return localized("\(seconds) 秒", "\(seconds) s") }
        let minutes = (seconds + 59) / 60
        return localized("\(minutes) 分钟", "\(minutes) min")
    }
}
