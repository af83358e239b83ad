import ArgumentParser
import Glibc
import Ledger
import PartyWork

/// `zhibu merge`.
struct MergeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "merge", abstract: localized("把带出去的副本里做的并入台账", "Bring back what was done in a copy of the ledger"),
        discussion: localized(
            """
            副本用 zhibu backup --for 编码 文件 做出，带到没有网络的村里用。并入时逐栏与分开时比较：只有一边改过的照改，两边都改过的列出两边的内容，\
            由 --take 或 --mine、--theirs 选定。按本台账的规则和月报锁定检查；全部并入，或什么都不保存；记流水一条，可以撤销。再并一次什么都不会变。
            """,
            """
            zhibu backup --for CODE FILE makes the copy, for work in a village without a network. Each column is compared with what it was when \
            the copy parted: what one side changed holds; where both did, both are shown, and --take, --mine or --theirs decides. The rules and \
            signed months of this ledger hold; all is saved or nothing, as one entry of the journal that can be undone. Doing it twice changes \
            nothing.
            """))

    @Argument(help: .taking(.file, localized("副本文件", "the copy")), completion: .file())
    var file: String

    @Flag(name: .customLong("dry-run"), help: localized("只看会怎样，不保存", "only show what would be changed"))
    var dryRun = false

    @Option(
        help: .taking(
            localized("哪边", "side"),
            localized("两边都改过的，照哪边：mine 本台账，theirs 副本", "which side holds where both changed: mine or theirs")))
    var take: MergeSide?

    @Option(
        help: .taking(
            .key, localized("这一行照本台账，副本里改的不并入；写行首的编号，可写多次", "keep the row of this key as it is here; may be repeated")))
    var mine: [String] = []

    @Option(
        help: .taking(
            .key, localized("这一行两边都改过的照副本；可写多次", "take the copy's side in the row of this key; may be repeated")))
    var theirs: [String] = []

    @OptionGroup var place: LedgerOptions

    func run() throws {
        guard access(file, R_OK) == 0 else {
            throw Failure(
                .refused,
                localized(
                    "找不到或不能读文件 \(file.safe)，请核对", "There is no file \(file.safe) that can be read; check the name"))
        }
        let copy = try Signals.unstopped { try Ledger.opened(at: file).partedCopy() }
        let order = try order(of: copy)
        let review = try place.use(needing: [.keep]) { try $0.desk.review(merging: order) }
        try StandardStream.output.write(review.lines.map { $0.safe + "\n" }.joined())
        for remark in review.remarks { tell(remark) }
        guard review.isSettled else { throw Refusal.unsettledMerge(review.count(.conflict) + review.count(.refused)) }
        if dryRun {
            return try StandardStream.output.write(
                localized("--dry-run 只检查，没有保存\n", "--dry-run only checks, nothing was saved\n"))
        }
        guard review.changesAnything else {
            return try StandardStream.output.write(
                localized("副本里没有要并入的\n", "Nothing in the copy is to be brought back\n"))
        }
        try place.carryOut(.merge(order))
    }

    /// What is chosen for the rows that are named by their keys.
    private func order(of copy: PartedCopy) throws -> MergeOrder {
        var order = MergeOrder(copy, side: take)
        for (key, side) in mine.map({ ($0, MergeSide.mine) }) + theirs.map({ ($0, .theirs) }) {
            let rows = copy.rows.filter { $0.key.description == key }
            if rows.isEmpty {
                throw Failure(
                    .refused,
                    localized("副本没有改过“\(key)”这一行，请核对编号", "The copy did not change a row \"\(key)\"; check the key"))
            }
            for row in rows { order.choices[MergeOrder.RowName(row.table, row.key)] = side }
        }
        return order
    }

    private func tell(_ remark: String) {
        StandardStream.error.tell(localized("zhibu：注意：\(remark.safe)\n", "zhibu: note: \(remark.safe)\n"))
    }
}

extension MergeSide: ExpressibleByArgument {}

extension MergeReview {
    /// What it is about, and each row with what there is to say of it.
    fileprivate var lines: [String] { [heading] + rows.flatMap(\.told) }
}

extension MergeReview.Row {
    fileprivate var told: [String] {
        let side = side.map { localized("（照\($0.title)）", " (\($0.title))") } ?? ""
        return ["\(kind.title)\(side)  \(name.table.rowTitle) \(name.key)  \(caption)"] + lines.map { "  " + $0 }
    }
}
