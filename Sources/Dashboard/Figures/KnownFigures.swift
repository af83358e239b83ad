import PartyWork

/// The figures as the ledger told them last; an act asks for them before and after, and the difference is told with
/// 已保存: what was saved for a figure is seen to be in it.
struct KnownFigures: Sendable {
    /// The query that was answered last, at which revision of the ledger, and what it brought.
    private var told: (query: StatusQuery, revision: Int, report: StatusReport)?
    /// The figures before an act whose effect is still to be told, what is to be asked for those after it, and at which
    /// revision that is.
    private var before: (report: StatusReport, query: StatusQuery, revision: Int)?

    /// Whether what came after was asked for.
    private var isAsked = false

    /// What is to be asked for the effect of an act, once; nil for nothing.
    mutating func queryToAsk() -> StatusQuery? {
        defer { isAsked = true }
        return isAsked ? nil : before?.query
    }

    /// Whether the figures of a revision are known.
    func knows(_ query: StatusQuery, at revision: Int) -> Bool { told?.query == query && told?.revision == revision }

    /// Keeps what is known of a revision as the figures before the act that makes the next.
    mutating func hold(_ query: StatusQuery, at revision: Int) {
        let known = knows(query, at: revision) ? told?.report : nil
        before = known.map { (report: $0, query: query, revision: revision + 1) }
        isAsked = false
    }

    /// Takes an answer; gives what the act changed, where that was waited for.
    mutating func take(_ report: StatusReport, to query: StatusQuery, at revision: Int) -> [String] {
        told = (query: query, revision: revision, report: report)
        guard let before, before.query == query else { return [] }
        self.before = nil
        return before.revision == revision ? report.changes(since: before.report) : []
    }
}

extension StatusReport {
    /// The most figures that are told one by one.
    private static let mostChanges = 3

    /// What is other than in an earlier report of the same day and scope: `主题活动 4/4 → 5/4`.
    ///
    /// Of several branches each figure is told with the branch.
    func changes(since before: StatusReport) -> [String] {
        let changed = changed(since: before)
        let isOne = Set(changed.map(\.name)).count == 1
        let texts = changed.map { (isOne ? "" : "\($0.name) ") + "\($0.title) \($0.was) → \($0.value)" }
        let more = texts.count - StatusReport.mostChanges
        return texts.prefix(StatusReport.mostChanges) + (more > 0 ? [localized("另有 \(more) 项", "\(more) more")] : [])
    }

    /// The figures that are other than in an earlier report of the same day and scope, each with whose it is.
    func changed(since before: StatusReport) -> [(name: String, title: String, was: String, value: String)] {
        let earlier = before.figuresBySubject
        return named.flatMap { name, figures in
            figures.compactMap { figure in
                guard let was = earlier[figure.figure], was != figure.value else { return nil }
                return (name: name, title: figure.figure.kind.title, was: was, value: figure.value)
            }
        }
    }

    /// The figures of each branch and of each committee member.
    private var named: [(name: String, figures: [ShownFigure])] {
        branches.map { (name: $0.name, figures: $0.figures) }
            + committee.map { (name: $0.name, figures: [$0.figure]) }
    }

    private var figuresBySubject: [Figure: String] {
        Dictionary(named.flatMap(\.figures).map { ($0.figure, $0.value) }, uniquingKeysWith: { first, _ in first })
    }
}
