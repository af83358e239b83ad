/// How far a count has come towards its target at a date (CONTRACT section 2, state).
package enum ProgressState: String, Sendable, Hashable, CaseIterable {
    case done
    case onTrack = "on-track"
    case dueSoon = "due-soon"
    case behind
    case overdue
    case notApplicable = "not-applicable"

    /// The state as officers call it.
    package var title: String {
        switch self {
        case .done: localized("完成", "done")
        case .onTrack: localized("正常", "on track")
        case .dueSoon: localized("将到期", "due soon")
        case .behind: localized("滞后", "behind")
        case .overdue: localized("逾期", "overdue")
        case .notApplicable: localized("不考核", "not asked")
        }
    }

    /// The state in a letter behind a number, for lists; nothing where nothing is to be done or seen.
    package var mark: String {
        switch self {
        case .done: localized("完", " ok")
        case .dueSoon: localized("期", " due")
        case .behind: localized("滞", " lag")
        case .overdue: localized("逾", " late")
        case .onTrack, .notApplicable: ""
        }
    }

    /// Whether it is more than due soon: 滞后, or on the last day 逾期.
    package var isLate: Bool { self == .behind || self == .overdue }

    /// What those are in that are too late in a year: 滞后, on its last day 逾期 (CONTRACT section 2).
    package static func late(asOf day: Day) -> ProgressState { day == day.lastOfYear ? .overdue : .behind }

    /// Whether something must be done about it.
    package var needsAction: Bool { self == .overdue || self == .behind || self == .dueSoon }
}

/// A count against its target, judged at a date.
package struct Progress: Hashable, Sendable {
    package let done: Int
    package let target: Int
    package let state: ProgressState

    package init(done: Int, target: Int, state: ProgressState) {
        self.done = done
        self.target = target
        self.state = state
    }

    /// Judges a count against a target over the year of a date (CONTRACT section 2); a target of 0 asks for nothing.
    package init(done: Int, ofYearly target: Int, asOf day: Day) {
        self.init(done: done, of: target, in: .year(of: day), asOf: day)
    }

    /// Judges a count against a target over a span of days.
    package init(done: Int, of target: Int, in span: Span, asOf day: Day) {
        self.init(done: done, target: target, state: span.state(done, of: target, asOf: day))
    }

    /// The progress as a part of a sum: what is not done is behind where the sum is (CONTRACT section 4, fiveOnes).
    package func part(of sum: ProgressState?) -> Progress {
        sum == .behind && !isMet ? Progress(done: done, target: target, state: .behind) : self
    }

    /// Whether nothing is left to do: done, or not asked for.
    package var isMet: Bool { state == .done || state == .notApplicable }

    /// `2/4`; `2` where nothing is asked for.
    package var fraction: String { state == .notApplicable ? String(done) : "\(done)/\(target)" }
}

/// How many of those in scope are covered.
package struct Coverage: Hashable, Sendable {
    package let covered: Int
    package let inScope: Int

    package init(covered: Int, inScope: Int) {
        self.covered = covered
        self.inScope = inScope
    }

    package static let none = Coverage(covered: 0, inScope: 0)

    package static func + (left: Coverage, right: Coverage) -> Coverage {
        Coverage(covered: left.covered + right.covered, inScope: left.inScope + right.inScope)
    }

    /// Those missing.
    package var gap: Int { inScope - covered }

    /// `41/43`.
    package var fraction: String { "\(covered)/\(inScope)" }

    /// `41/43 95.3%`; `—` for no one in scope.
    package var figure: String { inScope == 0 ? percentage : "\(fraction) \(percentage)" }

    /// The rate in tenths of a per cent, cut and never rounded up: 999 for 99.97 %.
    ///
    /// Nil for no one in scope.
    package var permille: Int? { inScope > 0 ? covered * 1_000 / inScope : nil }

    /// `99.9%`, `100%` for all of them, `—` for no one in scope (CONTRACT section 2).
    package var percentage: String {
        guard let permille else { return "—" }
        return permille == 1_000 ? "100%" : "\(permille / 10).\(permille % 10)%"
    }
}
