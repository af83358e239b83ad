import PartyWork
import TerminalUI

extension Route {
    static var importing: Route { Route("importing") { ImportScreen() } }
}

extension ScreenKind {
    static let importing = ScreenKind(localized("导入文件", "Import files"), .importing)
}

/// 导入文件, in four steps: a file or folder is picked; how each file is understood is shown and corrected; what would
/// become of its rows is shown; the receipt.
///
/// Nothing is saved before the third step ends, and Esc goes back step by step.
///
/// It knows no files. What it shows is what the importer said of them, asked again after each correction.
struct ImportScreen: FileScreen {
    var step = Step.files {
        didSet { panes.focus = step.pane }
    }
    /// What the review speaks of.
    var order = ImportOrder(paths: [], changedRows: .leave)
    var review: ImportReview?
    /// The list of each step.
    var panes = Panes([
        FolderPane(.table),
        ToldPane(
            list: ColumnRow.list, nothing: localized("没有读出表格；原因见下一步，按 ^S", "No table was read; ^S shows why"),
            whole: { $0.details }), ToldPane(list: ChoiceRow.list),
        ToldPane(
            list: ImportRow.list.choosing { !$0.kinds.isEmpty },
            nothing: localized("文件里没有一行内容", "The files have no rows"), whole: { $0.details }),
    ])
    /// Only rows of this kind are shown; nil for all.
    var only: ImportRow.Kind?
    var work: FileWait?
    var message: String?

    /// Where the officer is.
    enum Step: Sendable, Hashable {
        case files
        case columns
        /// What a line of the columns is taken for is being chosen.
        case choosing(ColumnRow)
        case rows
        case receipt

        /// The pane of its list; that of the step before for the receipt, which has none.
        fileprivate var pane: Int {
            switch self {
            case .files: 0
            case .columns: 1
            case .choosing: 2
            case .rows, .receipt: 3
            }
        }
    }

    func title(_ context: Context) -> String {
        let name = localized("导入文件", "Import files")
        let position = panes.current.position
        if work != nil { return name }
        switch step {
        case .files: return localized("\(name) 1/4 选文件", "\(name) 1/4: pick") + "  \(position)"
        case .columns: return localized("\(name) 2/4 认列", "\(name) 2/4: columns") + "  \(position)"
        case .choosing(let row):
            return localized("\(name) 2/4 “\(target(row))”当作", "\(name) 2/4: \"\(target(row))\" is") + "  \(position)"
        case .rows: return localized("\(name) 3/4 核对各行", "\(name) 3/4: rows") + "  \(position)"
        case .receipt: return localized("\(name) 4/4 已导入", "\(name) 4/4: done")
        }
    }

    private func target(_ row: ColumnRow) -> String {
        if case .column(let column) = row.subject { column.name } else { row.source.place.words }
    }

    var hasList: Bool { work == nil && step != .receipt }

    var isModal: Bool {
        if case .choosing = step { return true }
        return work != nil
    }

    func definition(_ context: Context) -> String? {
        switch step {
        case _ where work != nil: nil
        case .files: localized("只列表格文件和文件夹；到第三步按 ^S 之前什么都不保存", "Nothing is saved before ^S in the third step")
        case .columns: localized("按表头认列；改认的下次照用。身份证号、银行账号、健康情况从不保存", "Corrections are kept for the next time")
        case .choosing(let row):
            if case .column = row.subject {
                localized("选这一列当作台账的哪一列", "Choose what it is in the ledger")
            } else {
                localized("选这张表是台账的哪张表；表头认错了行按 F9", "Choose which table it is; F9 if another row is the header")
            }
        case .rows:
            localized(
                "每种只列前 \(ImportReview.shown) 行，数的是全部；不对的行不留下就一行都不存",
                "All rows are counted, the first \(ImportReview.shown) of a kind listed; nothing is saved while one is wrong"
            )
        case .receipt: nil
        }
    }
}

// MARK: - What comes of tasks

extension ImportScreen {
    mutating func take(_ outcome: FileOutcome, of task: FileTask, _ context: Context) {
        if case .examined(let review) = outcome { return take(review, of: task) }
        guard case .imported(let review, _, let remark) = outcome else { return }
        self.review = review
        if case .carryOut(let order, _) = task { self.order = order }
        message = remark
        step = .receipt
    }

    private mutating func take(_ review: ImportReview, of task: FileTask) {
        self.review = review
        if case .examine(let order) = task { self.order = order }
        if case .carryOut = task {
            message = localized(
                "没有保存：核对之后文件或台账变了，请再看一遍", "Not saved: the files or the ledger have changed since; look again")
        }
        panes.load(ColumnRow.rows(of: review))
        panes.load(review.rows)
        if let only, review.count(only) == 0 { show(nil) }
        if step == .files { step = .columns }
        if case .choosing = step { step = .columns }
    }

    /// Has files examined, from the beginning.
    mutating func open(_ paths: [String]) {
        panes.change(listOf: ColumnRow.self) { $0 = ColumnRow.list }
        panes.change(listOf: ImportRow.self) { list in list = ImportRow.list.choosing { !$0.kinds.isEmpty } }
        only = nil
        begin(.examine(ImportOrder(paths: paths, changedRows: .leave)))
    }

    /// Shows only rows of a kind.
    mutating func show(_ kind: ImportRow.Kind?) {
        only = kind
        panes.change(listOf: ImportRow.self) { list in list.show { kind == nil || $0.kind == kind } }
    }
}
