import PartyWork
import TerminalUI

extension Route {
    static var refused: Route { Route("refused") { SoloScreen(RefusedPane()) } }
}

extension ScreenKind {
    static let refused = ScreenKind(localized("被拒绝的操作", "Refused attempts"), .refused)
}

/// What was refused for want of a right, the newest first.
struct RefusedQuery: Query {
    var right: Right? { .oversee }

    func answer(from ledger: any LedgerReading) throws -> [RefusedAttempt] { try ledger.refusedAttempts() }
}

/// An attempt with its place in the list, which tells it from others, and its time on the officer's clock.
struct RefusedItem: Sendable, Hashable {
    let number: Int
    let attempt: RefusedAttempt
    let time: String

    /// The right that was missing, as officers call it.
    var missing: String { attempt.right?.title ?? localized("没有登记为经办人", "is no officer") }
    var place: String { attempt.place?.digits ?? "" }
}

/// 被拒绝的操作: who tried what without the right for it, when and where; for whoever oversees the town.
struct RefusedPane: SoloPane {
    var list = RowList<RefusedItem>(
        RefusedPane.columns, identity: { String($0.number) },
        searched: {
            "\($0.time) \($0.attempt.account) \($0.attempt.officer) \($0.attempt.title) \($0.missing) \($0.place)"
        })

    // Made anew for each list: the headings are of the language in use.
    private static var columns: [RowList<RefusedItem>.Column] {
        [
            column(localized("时间", "Time"), 16, ideal: 16, drop: 0, \.time),
            column(localized("账号", "Account"), 8, ideal: 14, drop: 0, \.attempt.account),
            column(localized("姓名", "Name"), 6, ideal: 10, drop: 1, \.attempt.officer),
            column(localized("操作", "Attempt"), 10, ideal: 16, drop: 0, \.attempt.title),
            column(localized("缺的权限", "Right missing"), 12, ideal: 28, drop: 0, \.missing),
            column(localized("范围", "Range"), 12, ideal: 14, drop: 2, \.place),
        ]
    }

    private static func column(
        _ title: String, _ minimum: Int, ideal: Int, drop: Int, _ text: @escaping @Sendable (RefusedItem) -> String
    ) -> RowList<RefusedItem>.Column {
        RowList<RefusedItem>.Column(
            TableColumn(title, minimum: minimum, ideal: ideal, alignment: .left, dropOrder: drop), by: text, text: text)
    }

    var name: String { localized("被拒绝的操作", "Refused attempts") }

    func title(_ context: Context) -> String { "\(name)  \(position)" }

    var hasDetails: Bool { true }
    var details: String? {
        list.selected.map { item in
            let who =
                item.attempt.officer.isEmpty
                ? item.attempt.account : "\(item.attempt.officer)（\(item.attempt.account)）"
            let place = item.place.isEmpty ? "" : localized("，在 \(item.place)", ", at \(item.place)")
            return localized(
                "\(item.time) \(who) 想做：\(item.attempt.title)\(place)；缺：\(item.missing)",
                "\(item.time) \(item.attempt.account) tried: \(item.attempt.title)\(place); missing: \(item.missing)")
        }
    }

    func needs(_ context: Context) -> [Need<Self>] {
        [
            Need(RefusedQuery()) { pane, rows in
                pane.list.load(
                    rows.enumerated().map {
                        RefusedItem(
                            number: rows.count - $0, attempt: $1,
                            time: localTime($1.at, offset: context.clockOffset))
                    })
            }
        ]
    }

    func bindings(_ context: Context) -> [Binding<Self>] { listBindings }

    func definition(_ context: Context) -> String? {
        localized(
            "谁想做自己没有权限的事，服务器记下来，管理员和纪检可看；用 psql 试的在服务器自己的日志里",
            "The server keeps what somebody attempted without the right for it; what psql tries is in the server's own log"
        )
    }

    func empty(_ context: Context) -> String {
        localized("没有被拒绝的操作（台账是一个文件时不记）", "Nothing was refused (in a file it is not kept)")
    }

    func printed(_ context: Context) -> [Printout.Item] { [list.printed(name, rule: definition(context))] }
}
