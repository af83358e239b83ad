/// A period in which 主题党日 is asked of a branch, and whether it was held.
package struct AskedPeriod: Sendable, Hashable {
    package let span: Span
    package let progress: Progress

    /// Judges a period by the months of its year in which one was held.
    package init(_ span: Span, held months: [Int], asOf day: Day) {
        self.span = span
        let isHeld = months.contains { (span.first.month...span.last.month).contains($0) }
        progress = Progress(done: isHeld ? 1 : 0, of: 1, in: span, asOf: day)
    }

    package var isHeld: Bool { progress.state == .done }
    /// Whether it is missing and late, or nearly so.
    package var isMissing: Bool { progress.state.needsAction }

    /// What stands after the branch in a gap's subject: `2016-05` (CONTRACT section 4), `2016-Q2`, `2016`.
    package var token: String {
        switch span.period {
        case .quarter: "\(span.last.year)-Q\((span.last.month + 2) / 3)"
        case .year: String(span.last.year)
        case .month, .once: Month(span.last).description
        }
    }
}
