/// How many posts are held in a scope at a day, and how many were taken up and given up since another: stock and flow
/// of 三个一批, by 职务 and by 来源.
///
/// Memberships (党员关系) are no posts.
package struct PostReport: Sendable, Hashable {
    package let scopeName: String
    package let scope: Scope
    /// The first day of the period.
    package let from: Day
    /// The last day of the period, on which the stock is counted.
    package let asOf: Day
    /// By 职务, in the order of the list; those that never occur are left out.
    package let kinds: [Line]
    /// By 来源, in the order of 三个一批; posts without one last.
    package let sources: [Line]

    /// A line of counts.
    package struct Line: Sendable, Hashable {
        fileprivate let group: Group
        /// Held on the last day.
        package let held: Int
        /// Begun in the period.
        package let begun: Int
        /// Ended in the period: the first day on which it was no longer held lies in it.
        package let ended: Int

        fileprivate enum Group: Hashable, Sendable {
            case kind(PostKind)
            case source(PostSource?)
        }

        /// What officers call those counted.
        package var title: String {
            switch group {
            case .kind(let kind): kind.title
            case .source(let source): source?.title ?? localized("来源未填", "no source")
            }
        }
    }

    /// How many are held whose holders came from a source, by its word.
    package func held(from source: String) -> Int {
        guard let source = PostSource(rawValue: source) else { return 0 }
        return sources.first { $0.group == .source(source) }?.held ?? 0
    }

    /// Counts the posts of a scope.
    package init(_ posts: [Post], scope: Scope, scopeName: String, from: Day, asOf: Day) {
        self.scope = scope
        self.scopeName = scopeName
        self.from = from
        self.asOf = asOf
        let posts = posts.filter { $0.kind != .membership }
        func line(_ group: Line.Group, _ counted: (Post) -> Bool) -> Line? {
            let own = posts.filter(counted)
            let line = Line(
                group: group, held: own.count { $0.isHeld(on: asOf) },
                begun: own.count { $0.startedOn >= from && $0.startedOn <= asOf },
                ended: own.count { $0.endedOn.map { $0 >= from && $0 <= asOf } ?? false })
            return own.isEmpty ? nil : line
        }
        kinds = PostKind.allCases.compactMap { kind in line(.kind(kind)) { $0.kind == kind } }
        sources =
            PostSource.allCases.compactMap { source in line(.source(source)) { $0.source == source } }
            + [line(.source(nil)) { $0.source == nil }].compactMap { $0 }
    }
}
