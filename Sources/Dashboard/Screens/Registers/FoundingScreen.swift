import PartyWork
import TerminalUI

extension Route {
    static var founding: Route { Route("founding") { FoundingScreen() } }
}

extension ScreenKind {
    static let founding = ScreenKind(localized("从表格建登记簿", "A register from a table"), .founding)
}

/// 从表格建登记簿: a file is picked; what its columns are taken for is shown and corrected, with what is wrong with its rows; then a form
/// asks for the rest, and one act makes the register and its entries.
///
/// File, sheet and corrections outlive a run.
struct FoundingScreen: FileScreen {
    var panes = Panes([
        FolderPane(.table), ToldPane(name: localized("栏目", "Fields"), list: SheetColumn.list),
        ToldPane(
            name: localized("各行", "Rows"), list: SheetLine.list, whole: { $0.fault.isEmpty ? $0.words : $0.fault }),
    ])
    var work: FileWait?
    var message: String?
    private(set) var order: SheetOrder?
    private(set) var table: SheetTable?
    private var known: KnownNames?
    private var draft: RegisterDraft?
    /// The rows that can be no entries.
    private var faults: [RegisterDraft.RowFault] = []

    var isPicking: Bool { panes.focus == 0 }

    func title(_ context: Context) -> String {
        let name = localized("从表格建登记簿", "A register from a table")
        if work != nil { return name }
        let step = isPicking ? localized("1/2 选文件", "1/2: pick") : localized("2/2 认栏目", "2/2: fields")
        return "\(name) \(step)  \(panes.current.position)"
    }

    func definition(_ context: Context) -> String? {
        if work != nil { return nil }
        return isPicking
            ? localized("只列表格文件和文件夹；按 ^S 核对以前什么都不保存", "Nothing is saved before ^S and its question")
            : localized(
                "类型是从各行猜的，可以改；身份证号、银行账号等不读", "Kinds are guessed from the rows; what is personal is not read")
    }

    func ownNeeds(_ context: Context) -> [Need<Self>] {
        if order == nil { return [] }
        return [
            Need(NamesQuery(scope: context.fullScope, asOf: context.asOf)) { screen, things in
                screen.known = KnownNames(things)
                screen.understand(context)
            }
        ]
    }

    // MARK: What comes of tasks

    mutating func open(_ paths: [String]) {
        if let path = paths.first { begin(.tabulate(SheetOrder(path: path))) }
    }

    mutating func take(_ outcome: FileOutcome, of task: FileTask, _ context: Context) {
        guard case .tabulated(let table) = outcome else { return }
        if case .tabulate(let order) = task {
            if order.path != self.order?.path || order.sheet != self.order?.sheet { known = nil }
            self.order = order
        }
        self.table = table
        if isPicking { panes.focus = 1 }
        understand(context)
    }

    /// Makes a draft of what was read, once it is known whom cells may name.
    private mutating func understand(_ context: Context) {
        guard let table, let order else { return }
        let draft = RegisterDraft(table, known ?? .none, order.corrections)
        self.draft = draft
        panes.load(draft.columns)
        faults = draft.faults(on: context.today)
        panes.load(SheetLine.lines(of: draft, faults))
    }

    // MARK: Keys

    func bindings(_ context: Context) -> [Binding<Self>] {
        if let work { return [giveUp(work)] }
        let list = paneBindings(context)
        if isPicking {
            return pickingBindings(.examine, list) + list[.sort, .reverse]
        }
        let column = panes.current(ToldPane<SheetColumn>.self)?.list.selected
        let sheets = table?.sheets ?? []
        let order = order ?? SheetOrder(path: "")
        let correct: [Binding<Self>] =
            panes.focus == 1
            ? [
                Binding(.open, .correctColumn, on: column, orElse: localized("没有选中的栏", "no column selected")) {
                    [.form(.correct($0, order))]
                }
            ] : []
        return correct + [
            Binding(.save, .found, unavailable: obstacle) { screen in
                screen.draft.map { [Command.form(.found($0, order, context))] } ?? []
            },
            tab(.nextPane), leaving(order),
            Binding(
                .datedChange, .anotherSheet,
                unavailable: sheets.count > 1 ? nil : localized("只有一张工作表", "there is one sheet only")
            ) { _ in [.menu(.sheets(sheets, order))] },
        ] + list.without(list[.choose, .chooseRange, .chooseAll]) + [
            tab(.previousPane),
            Binding(.back) { screen in
                screen.panes.focus = 0
                screen.message = nil
                return []
            },
        ]
    }

    /// Between columns and rows; the files are a step of their own.
    private func tab(_ action: Action) -> Binding<Self> {
        let other = panes.focus == 1 ? 2 : 1
        return Binding(action, leadingTo: panes.all[other].name) { screen in
            screen.panes.focus = other
            return []
        }
    }

    /// Leaves the rows out that can be no entries, into a workbook.
    private func leaving(_ order: SheetOrder) -> Binding<Self> {
        let count = faults.count
        let none =
            count == 0
            ? localized("没有不对的行", "no row is wrong")
            : count == draft?.table.rows.count ? localized("没有一行是对的：先改栏目", "no row is right: correct the fields") : nil
        return Binding(.end, .leaveWrong, unavailable: none) { screen in
            [.form(.leaving(screen.faults, order, proposing: screen.pathOfLeft))]
        }
    }

    /// Why no register can be made of it; nil if one can.
    private var obstacle: String? {
        guard let draft else { return localized("正在读取", "still being read") }
        if draft.table.isCut {
            return localized(
                "多于 \(SheetTable.mostRows) 行：先用前几行建，再导入",
                "more than \(SheetTable.mostRows) rows: import them afterwards")
        }
        if !draft.columns.contains(where: { $0.use.role == .field }) {
            return localized("没有一栏当作栏目", "no column is a field")
        }
        let wrong = faults.count
        return wrong > 0
            ? localized(
                "有 \(wrong) 行不对：改栏目的类型，或在文件里改好，或留下",
                "\(wrong) rows are wrong: correct the kind or the file, or leave them out")
            : nil
    }

    // MARK: Memory

    var kept: KeptWords {
        var kept = KeptWords()
        kept["folder"] = folder?.listing?.path
        kept["path"] = isPicking ? nil : order?.path
        kept["sheet"] = order?.sheet
        for (place, use) in order?.corrections ?? [:] { kept["column\(place)"] = use.word }
        return kept
    }

    mutating func restore(_ kept: KeptWords) {
        ask(for: kept["folder"] ?? "")
        guard let path = kept["path"] else { return }
        var order = SheetOrder(path: path, sheet: kept["sheet"])
        for (name, word) in kept.words where name.hasPrefix("column") {
            if let place = Int(name.dropFirst(6)), let use = SheetColumn.Use(word: word) {
                order.corrections[place] = use
            }
        }
        begin(.tabulate(order))
    }
}

extension SheetColumn.Use {
    /// As the memory keeps it.
    fileprivate var word: String { ([role.rawValue, name, kind.rawValue] + options).joined(separator: "\t") }

    fileprivate init?(word: String) {
        let words = word.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        guard words.count >= 3, let role = SheetColumn.Role(rawValue: words[0]),
            let kind = FieldKind(rawValue: words[2])
        else { return nil }
        self.init(role, words[1], kind, options: Array(words.dropFirst(3)))
    }
}

extension Menu {
    /// The sheets of a file.
    fileprivate static func sheets(_ names: [String], _ order: SheetOrder) -> Menu {
        Menu(
            title: localized("哪张工作表（数字键）", "Which sheet (a digit)"),
            items: names.map { Item($0, .effect(.files(.tabulate(SheetOrder(path: order.path, sheet: $0))))) })
    }
}
