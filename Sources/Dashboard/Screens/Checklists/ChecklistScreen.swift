import PartyWork
import TerminalUI

extension Place {
    /// Whom a checklist asks.
    static func checklist(_ id: Checklist.ID) -> Place { Place("checklist", [id.text]) { ChecklistScreen(id) } }
}

extension ScreenKind {
    static let checklist = ScreenKind(
        localized("一份清单", "One checklist"), like: .checklist("Q01"), of: { .checklist(Checklist.ID($0)) })
}

/// One checklist: the figures of each branch, and whom it asks, the most urgent first. Rows are chosen one by one or all at
/// once, and ticked or waived together.
struct ChecklistScreen: Screen {
    private let id: Checklist.ID
    private var sheet: ChecklistSheet?
    private var onlyOpen = false
    /// The branch whose rows are shown; nil for all.
    private var branch: Code?
    private var lists = ListPair(
        RowList(BranchRow.columns, identity: \.code.digits, searched: { "\($0.code) \($0.name)" }),
        RowList(SubjectRow.columns, identity: \.id, searched: \.searched).choosing(\.obligation.state.isOpen),
        titles: (localized("支部", "Branches"), localized("对象", "Subjects")), isStacked: false)

    init(_ id: Checklist.ID) {
        self.id = id
        lists.isSecond = true
    }

    func title(_ context: Context) -> String { "\(sheet?.checklist.name ?? id.text)  \(lists.position)" }

    func questions(_ context: Context) -> [Question] { [.checklist(id, context.scope, asOf: context.asOf)] }

    mutating func receive(_ answer: Answer, _ context: Context) {
        guard case .checklist(let sheet) = answer else { return }
        self.sheet = sheet
        load()
    }

    private mutating func load() {
        guard let sheet else { return }
        lists.first.load(sheet.line.branches.keys.sorted().map { BranchRow($0, of: sheet) })
        lists.second.load(sheet.obligations.map { SubjectRow($0, of: sheet) })
        let (branch, onlyOpen) = (branch, onlyOpen)
        lists.second.show { row in
            let isOfBranch = branch.map { row.obligation.branch == $0 } ?? true
            return isOfBranch && (!onlyOpen || row.obligation.state.isOpen)
        }
    }

    mutating func handle(_ key: Key, _ context: Context) -> Bool {
        if lists.handle(key, area: ChecklistScreen.area(context)) { return true }
        // Esc leaves the branch before it leaves the screen.
        guard key == .escape, branch != nil else { return false }
        branch = nil
        load()
        return true
    }

    var isTyping: Bool { lists.isTyping }

    mutating func endSearch() { lists.endSearch() }

    var notes: Notes {
        var notes = Notes()
        notes[is: "open"] = onlyOpen
        lists.keep(in: &notes)
        return notes
    }

    mutating func restore(_ notes: Notes) {
        lists.restore(from: notes)
        onlyOpen = notes[is: "open"]
        load()
    }

    func definition(_ context: Context) -> String? { sheet?.checklist.rule }

    func draft(_ context: Context) -> ActivityDraft {
        ActivityDraft(organization: lists.second.selected?.obligation.branch)
    }
}

// MARK: - Actions

extension ChecklistScreen {
    func offers(_ context: Context) -> [Offer] {
        guard lists.isSecond else {
            return [
                Offer(
                    .open, localized("看对象", "subjects"),
                    unavailable: lists.first.selected == nil ? localized("没有支部", "no branch") : nil), Offer(.edit),
            ]
                + lists.offers
        }
        let row = lists.second.selected
        let nothing = row == nil ? localized("没有选中的行", "no row selected") : nil
        let counts = sheet?.checklist.counts.map {
            localized("按活动“\($0.title)”自动计数，请记活动（F2）", "counted from activities (\($0.title)); record those (F2)")
        }
        let isOpen = acted.isEmpty ? localized("没有未办的行可选", "no open row to choose") : nil
        let unmarked = row.map { $0.obligation.waiver == nil && $0.obligation.progress.done == 0 } ?? true
        let method =
            sheet?.checklist.isMethod == true
            ? localized(
                "这是工作法的要求，免除个别户请另立清单（0 清单，F5）", "A method's requirement; to waive some, make a checklist (0, F5)") : nil
        let own = [
            Offer(.add, localized("勾选", "tick"), unavailable: counts ?? isOpen), Offer(.choose, unavailable: nothing),
            Offer(.mark, localized("免除", "waive"), unavailable: method ?? isOpen),
            Offer(
                .end, localized("取消勾免", "untick"),
                unavailable: unmarked ? localized("还没有勾选或免除", "neither ticked nor waived") : nil),
            Offer(.chooseAll, localized("全选未办", "all open")),
            Offer(.filter, onlyOpen ? localized("看全部", "all") : localized("只看未办", "open")),
            Offer(.open, unavailable: nothing), Offer(.edit, localized("改清单", "edit list"), unavailable: method),
        ]
        return own + lists.offers.filter { shared in !own.contains { $0.action == shared.action } }
    }

    /// What ticking and waiving is about: the chosen rows, or the one under the cursor.
    private var acted: [Obligation] {
        let rows = lists.second.chosenRows.map(\.obligation)
        if !rows.isEmpty { return rows }
        return [lists.second.selected?.obligation].compactMap { $0 }.filter(\.state.isOpen)
    }

    mutating func perform(_ action: Action, _ context: Context) -> [Command] {
        guard let checklist = sheet?.checklist else { return [] }
        switch action {
        case .edit: return [.form(.correct(checklist))]
        case .open where !lists.isSecond: enter()
        case .open: return lists.second.selected.map { [.open($0.obligation.place)] } ?? []
        case .add: return [.form(.tick(acted, context))]
        case .mark: return [.form(.waive(acted, context))]
        case .end: return lists.second.selected.map { [.confirm(.unmark($0.obligation, context))] } ?? []
        case .filter:
            onlyOpen.toggle()
            load()
        default: return lists.perform(action) ?? []
        }
        return []
    }

    /// Shows the rows of the selected branch.
    private mutating func enter() {
        branch = lists.first.selected?.code
        lists.isSecond = true
        load()
    }
}

extension Obligation {
    /// The branch of the subject; the township of those at the township itself.
    var branch: Code { organization.branch ?? organization }

    /// Where the subject is shown.
    fileprivate var place: Place {
        switch checklist.subject {
        case .member, .committeeMember: .person(Person.ID(subject))
        case .household: .household(Household.ID(subject))
        case .branch, .group: .branch(branch)
        }
    }
}

// MARK: - Drawing

extension ChecklistScreen {
    private static let figureRows = 1

    private static func area(_ context: Context) -> Int { context.body.rows - figureRows }

    func draw(_ context: Context) -> Frame {
        var frame = context.emptyBody
        guard let sheet else { return frame }
        let figures = sheet.line.figures
        let share = Coverage(covered: figures.done, inScope: figures.total - figures.waived)
        var words = [
            localized("完成 \(share.figure)", "done \(share.figure)"),
            localized("免除 \(figures.waived)", "waived \(figures.waived)"),
            localized("未办 \(figures.open)", "open \(figures.open)"), sheet.line.standing,
        ]
        if let branch {
            words.append(
                localized(
                    "只看 \(sheet.names[branch] ?? branch.digits)（Esc 看全部）",
                    "only \(sheet.names[branch] ?? branch.digits) (Esc shows all)"))
        }
        frame.put(words.joined(separator: "  "), row: 0, column: 2, style: context.style(.of(figures.state)))
        lists.draw(
            on: &frame, top: ChecklistScreen.figureRows, rows: ChecklistScreen.area(context), context,
            empty: (
                localized("这个范围内没有要办的支部；按 ^G 换范围", "No branch is asked in this scope; ^G changes the scope"),
                onlyOpen
                    ? localized("都办了；按 ^E 看全部", "All done; ^E shows all")
                    : localized(
                        "这个范围和日期内没有要办的对象；按 ^G 换范围", "Nobody is asked in this scope on this day; ^G changes the scope")
            ))
        return frame
    }
}

// MARK: - Printing

extension ChecklistScreen {
    func printout(_ context: Context) -> Printout {
        guard let sheet else { return Printout() }
        let filters =
            lists.isSecond
            ? [branch.map { sheet.names[$0] ?? $0.digits } ?? "", onlyOpen ? localized("只看未办", "open only") : ""] : []
        return Printout([
            lists.printed(
                sheet.checklist.name, of: "", scope: context.scope, filters: filters, rule: sheet.checklist.rule)
        ])
    }
}
