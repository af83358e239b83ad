import ArgumentParser
import Ledger
import PartyWork

/// `zhibu posts`.
struct PostsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "posts",
        abstract: localized("任职：在任多少人，期间新任、卸任多少人", "Posts: how many are held, begun and ended in a period"),
        discussion: localized(
            "按职务和来源（三个一批）各列一表；党员关系不算任职。", "By post and by source of the holder; memberships are no posts."))

    @Option(
        help: .taking(
            .date,
            localized(
                "期间的第一天；默认截至日期当年 1 月 1 日", "first day of the period; by default 1 January of the as-of date's year")))
    var from: DayArgument?

    @OptionGroup var options: ReportOptions
    @OptionGroup var place: LedgerOptions

    func run() throws {
        try options.print({ try $0.posts(from: from?.day ?? $1.firstOfYear, asOf: $1, scope: $2) }, from: place)
    }
}
