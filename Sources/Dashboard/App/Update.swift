import PartyWork
import TerminalUI

extension Model {
    /// What the dashboard wants first.
    package mutating func start() -> [Effect] { settle() }

    /// Changes the model by what happened, and says what is wanted outside.
    package mutating func update(_ message: Message) -> [Effect] {
        var effects: [Effect] = []
        if notice == .busy { notice = nil }
        switch message {
        case .key(let key): effects = press(key)
        case .resized(let size): resize(to: size)
        case .measured(let textWidth): context.textWidth = textWidth
        case .answered(let question, let answer): effects = receive(question, answer)
        case .unanswered(let question, let text): giveUp(question, text)
        case .done(let act, let receipt): effects = finish(act, receipt)
        case .refused(let act, let refusal): refuse(act, refusal)
        case .failed(let text): fail(text)
        case .loaded(let text, let scope): reload(text, scope)
        case .slow: notice = .busy
        }
        return effects + settle()
    }

    /// Asks what the screen in sight does not know yet.
    private mutating func settle() -> [Effect] {
        guard var pane = stacks[tab]?.last else { return [] }
        let questions = pane.screen.questions(context)
        guard pane.asked != questions || pane.revision != revision else { return [] }
        pane.asked = questions
        pane.revision = revision
        pane.answered = []
        replaceTop(pane)
        return questions.map { .ask($0) }
    }

    mutating func replaceTop(_ pane: Pane) {
        guard let last = stacks[tab]?.indices.last else { return }
        stacks[tab]?[last] = pane
    }

    private mutating func receive(_ question: Question, _ answer: Answer) -> [Effect] {
        if let awaiting, awaiting.question(self) == question {
            self.awaiting = nil
            return serve(awaiting, answer)
        }
        if case .status(let report) = answer, report.scope == context.scope { learnName(of: report) }
        for tab in stacks.keys {
            for index in stacks[tab]?.indices ?? 0..<0 where stacks[tab]?[index].asked.contains(question) ?? false {
                stacks[tab]?[index].answered.insert(question)
                stacks[tab]?[index].screen.receive(answer, context)
            }
        }
        if case .form(var form)? = overlays.last, form.questions(context).contains(question) {
            form.receive(answer)
            overlays[overlays.count - 1] = .form(form)
        }
        return []
    }

    /// The header calls the scope by its organization's name, or by its digits where it is none.
    private mutating func learnName(of report: StatusReport) {
        context.scopeName = report.scopeName.isEmpty ? report.scope.prefix : report.scopeName
        if report.scope == context.fullScope { fullScopeName = context.scopeName }
    }

    /// Nothing more comes for the question; what was shown before stays.
    private mutating func giveUp(_ question: Question, _ text: String) {
        if awaiting?.question(self) == question { awaiting = nil }
        notice = Notice(text: text, isWarning: true)
        guard let index = stacks[tab]?.indices.last else { return }
        stacks[tab]?[index].answered.insert(question)
    }

    // MARK: After an act

    private mutating func finish(_ act: Act, _ receipt: Receipt) -> [Effect] {
        if top?.place == .welcome, case .add(.organization(let first)) = act { return begin(with: first, receipt) }
        revision += 1
        if case .form(let form)? = overlays.last {
            drafts[form.identity] = nil
            overlays.removeLast()
            if let next = form.next { stacks[tab]?.append(Pane(next)) }
        }
        let warnings = receipt.warnings.map { "；注意：" + $0 }.joined()
        notice = Notice(
            text: "已保存：\(receipt.summary)\(warnings)", isWarning: !receipt.warnings.isEmpty, ending: "  ^Z 撤销")
        return []
    }

    /// An empty ledger has its township now: the officer goes on where branches are added.
    private mutating func begin(with township: Organization, _ receipt: Receipt) -> [Effect] {
        reload("已保存：\(receipt.summary)", Scope(township.code))
        context.scopeName = township.name
        fullScopeName = township.name
        notice?.ending = "；接着按 F5 登记支部"
        stacks[.registry] = [Pane(.registry(.organizations))]
        tab = .registry
        return []
    }

    private mutating func refuse(_ act: Act, _ refusal: Refusal) {
        guard case .form(var form)? = overlays.last, form.isSaving else {
            notice = Notice(text: refusal.text, isWarning: true)
            if var pane = top {
                pane.screen.refuse(refusal)
                replaceTop(pane)
            }
            return
        }
        form.refuse(refusal)
        overlays[overlays.count - 1] = .form(form)
    }

    private mutating func fail(_ text: String) {
        if case .form(var form)? = overlays.last, form.isSaving {
            let lines = text.split(separator: "\n")
            form.fail(lines.first.map(String.init) ?? text)
            overlays[overlays.count - 1] = .form(form)
            if lines.count > 2 { overlays.append(.page(Page(title: "没有保存：\(form.title)", text: text))) }
        } else {
            notice = Notice(text: text, isWarning: true)
        }
    }

    private mutating func reload(_ text: String, _ scope: Scope) {
        let size = size
        let context = Context(
            today: context.today, asOf: context.asOf, scope: scope, scopeName: scope.prefix, body: context.body,
            textWidth: context.textWidth, colour: context.colour)
        self = Model(context, size: size, isEmpty: false, remark: remark)
        notice = Notice(text: text, isWarning: false)
    }
}

// MARK: - Keys

extension Model {
    private mutating func press(_ key: Key) -> [Effect] {
        if case .unreadable = key {
            notice = Notice(text: "收到无法识别的字节：请把终端的字符编码设为 UTF-8（或 GB18030 并设好 LANG）", isWarning: true)
            return []
        }
        notice = nil
        if key == .control("l") { return [.repaint] }
        if let overlay = overlays.last { return key == .function(1) ? help(on: overlay) : pressOverlay(key) }
        return pressScreen(key)
    }

    private mutating func pressScreen(_ key: Key) -> [Effect] {
        guard var pane = top else { return [] }
        // Esc first undoes what is going on within the screen, such as a search.
        if pane.screen.isTyping || key == .escape, pane.screen.handle(key, context) {
            replaceTop(pane)
            return []
        }
        if !pane.screen.isTyping, case .text(let typed) = key.asciiEquivalent, let number = Int(typed),
            let tab = Tab(rawValue: number)
        {
            return open(tab)
        }
        let offers = offers
        if let action = Action.of(key, among: offers.map(\.action)),
            let offer = offers.first(where: { $0.action == action })
        {
            if let reason = offer.unavailable {
                notice = Notice(text: "“\(offer.label)”现在不能用：\(reason)", isWarning: true)
                return []
            }
            return perform(action)
        }
        if pane.screen.handle(key, context) { replaceTop(pane) }
        return []
    }

    /// What the keys do now: the screen's actions, then those of every screen.
    var offers: [Offer] {
        let own = top?.screen.offers(context) ?? []
        if top?.screen.isModal ?? false { return own + [Offer(.help), Offer(.repaint), Offer(.quit)] }
        let taken = Set(own.map(\.action))
        return own + globalOffers.filter { !taken.contains($0.action) }
    }

    private var globalOffers: [Offer] {
        let isWelcome = top?.place == .welcome
        if isWelcome { return [Offer(.back), Offer(.help), Offer(.repaint), Offer(.quit)] }
        let isPresent = context.asOf == context.today
        return [
            Offer(.record), Offer(.previousMonth), Offer(.nextMonth, unavailable: isPresent ? "已经是今天" : nil),
            Offer(.present, unavailable: isPresent ? "已经是今天" : nil), Offer(.back), Offer(.help), Offer(.scope),
            Offer(.undo), Offer(.redo), Offer(.nextTab), Offer(.previousTab), Offer(.repaint), Offer(.quit),
        ]
    }

    private mutating func perform(_ action: Action) -> [Effect] {
        guard var pane = top else { return [] }
        if pane.screen.offers(context).contains(where: { $0.action == action }) {
            let commands = pane.screen.perform(action, context)
            replaceTop(pane)
            return commands.flatMap { run($0) }
        }
        return performGlobally(action)
    }

    private mutating func performGlobally(_ action: Action) -> [Effect] {
        switch action {
        case .record: return run(.record(top?.screen.draft(context) ?? ActivityDraft()))
        case .previousMonth: moveMonth(by: -1)
        case .nextMonth: moveMonth(by: 1)
        case .present: context.asOf = context.today
        case .back: return goBack()
        case .help: overlays.append(.page(.help(title: screenName, offers: offers)))
        case .scope: return inquire(.scopes)
        case .undo: return inquire(.undo)
        case .redo: return inquire(.redo)
        case .nextTab: return open(tab.stepped(by: 1))
        case .previousTab: return open(tab.stepped(by: -1))
        case .repaint: return [.repaint]
        case .quit: return [.quit]
        default: break
        }
        return []
    }

    /// To the end of another month, never past today.
    private mutating func moveMonth(by months: Int) {
        let end = context.asOf.firstOfMonth.adding(months: months).lastOfMonth
        context.asOf = min(end, context.today)
    }

    private mutating func goBack() -> [Effect] {
        if (stacks[tab]?.count ?? 0) > 1 {
            stacks[tab]?.removeLast()
            return []
        }
        if tab != .overview { return open(.overview) }
        notice = Notice(text: "这里已是最上一层；按 q 或 ^Q 退出", isWarning: false)
        return []
    }

    /// Shows a tab as it was left, or for the first time.
    private mutating func open(_ next: Tab) -> [Effect] {
        guard top?.place != .welcome else { return [] }
        if stacks[next] == nil {
            guard let place = next.place(beside: top?.screen.draft(context).organization?.branch) else {
                notice = Notice(text: "先在总览里选一个支部，按 Enter 打开", isWarning: false)
                return []
            }
            stacks[next] = [Pane(place)]
        }
        tab = next
        return []
    }
}

// MARK: - Commands

extension Model {
    /// Does what a screen or a menu wants.
    mutating func run(_ command: Command) -> [Effect] {
        switch command {
        case .open(let place): stacks[tab, default: []].append(Pane(place))
        case .back: return goBack()
        case .form(let form): return show(form)
        case .menu(let menu): overlays.append(.menu(menu))
        case .confirm(let confirmation): overlays.append(.confirm(confirmation))
        case .effect(let effect): return [effect]
        case .notice(let text): notice = Notice(text: text, isWarning: false)
        case .record(let draft): return record(draft)
        case .scope(let scope, let name):
            context.scope = scope
            context.scopeName = name
        }
        return []
    }

    private mutating func show(_ form: Form) -> [Effect] {
        let form = drafts[form.identity] ?? form
        overlays.append(.form(form))
        // An empty ledger has nothing to choose from.
        return top?.place == .welcome ? [] : form.questions(context).map { .ask($0) }
    }

    /// The form of a known kind, or first the menu of kinds, those that belong to the organization first.
    private mutating func record(_ draft: ActivityDraft) -> [Effect] {
        if let kind = draft.kind { return show(.record(kind, draft, context)) }
        let items = ActivityKind.allCases.map { kind in
            var draft = draft
            draft.kind = kind
            draft.near = draft.organization?.branch
            if let code = draft.organization, !kind.isFiveOnes, code.level == .group {
                draft.organization = code.branch
                draft.organizationName = ""
            }
            if draft.organization.map({ kind.isFiveOnes != ($0.level == .group) }) ?? false {
                draft.organization = nil
                draft.organizationName = ""
            }
            let name = draft.organizationName.isEmpty ? "所属支部" : draft.organizationName
            let place = draft.organization == nil ? "" : "记在 \(name)"
            return Menu.Item(kind.rawValue, detail: place, .record(draft))
        }
        overlays.append(.menu(Menu(title: "记活动：选类型（数字键）", items: items)))
        return []
    }

    private mutating func inquire(_ awaiting: Awaiting) -> [Effect] {
        self.awaiting = awaiting
        return [.ask(awaiting.question(self))]
    }

    private mutating func serve(_ awaiting: Awaiting, _ answer: Answer) -> [Effect] {
        switch (awaiting, answer) {
        case (.undo, .undoable(let row)): return undo(row)
        case (.redo, .journal(let rows)): return redo(rows)
        case (.scopes, .organizations(let rows)): showScopes(rows)
        default: break
        }
        return []
    }

    private mutating func undo(_ row: JournalRow?) -> [Effect] {
        guard let row else {
            notice = Notice(text: Refusal.nothingToUndo.text, isWarning: false)
            return []
        }
        // Taking back many rows at once, such as an import, is asked about; a single act is not.
        if row.rows <= 10 { return [.perform(.undo(entry: row.id))] }
        let lines = ["流水第 \(row.id) 条，\(row.officer)：\(row.summary)", "撤销将改回 \(row.rows) 行。"]
        return run(
            .confirm(
                Confirmation(
                    title: "撤销这次操作？", lines: lines, verb: "撤销", command: .effect(.perform(.undo(entry: row.id))))))
    }

    private mutating func redo(_ rows: [JournalRow]) -> [Effect] {
        guard let entry = JournalRow.redoable(in: rows) else {
            notice = Notice(text: "没有可以重做的操作", isWarning: false)
            return []
        }
        return [.perform(.undo(entry: entry))]
    }

    private mutating func showScopes(_ rows: [OrganizationRow]) {
        overlays.append(.menu(Menu(title: "范围：所有数字和列表只算选中的部分", items: scopeItems(rows))))
    }

    private func scopeItems(_ rows: [OrganizationRow]) -> [Menu.Item] {
        let branches = rows.filter { $0.organization.kind.isBranch && $0.exists }
        let all = Menu.Item(
            fullScopeName, detail: context.fullScope.prefix, .scope(context.fullScope, fullScopeName))
        return [all]
            + branches.map { row in
                let code = row.organization.code
                return Menu.Item(row.organization.name, detail: code.digits, .scope(Scope(code), row.organization.name))
            }
    }
}

// MARK: - Overlays

extension Model {
    private mutating func pressOverlay(_ key: Key) -> [Effect] {
        switch overlays.last {
        case .form(var form):
            let outcome = form.handle(key, context)
            overlays[overlays.count - 1] = .form(form)
            return follow(outcome, form)
        case .menu(var menu):
            let outcome = menu.handle(key, context)
            overlays[overlays.count - 1] = .menu(menu)
            return follow(outcome)
        case .confirm(var confirmation):
            let outcome = confirmation.handle(key)
            overlays[overlays.count - 1] = .confirm(confirmation)
            return follow(outcome)
        case .page(var page):
            let stays = page.handle(key, context)
            overlays[overlays.count - 1] = .page(page)
            if !stays { overlays.removeLast() }
            return []
        case nil: return []
        }
    }

    /// The keys of what lies over the screen; a page that is being read is closed instead.
    private mutating func help(on overlay: Overlay) -> [Effect] {
        if let page = Page.help(on: overlay) { overlays.append(.page(page)) } else { overlays.removeLast() }
        return []
    }

    private mutating func follow(_ outcome: Form.Outcome, _ form: Form) -> [Effect] {
        switch outcome {
        case .stay: return []
        case .save(let effect): return [effect]
        case .cancel:
            overlays.removeLast()
            if form.isChanged {
                drafts[form.identity] = form
                notice = Notice(text: "未保存；填过的内容还在，再打开“\(form.title)”可接着填", isWarning: false)
            }
            return []
        }
    }

    private mutating func follow(_ outcome: Menu.Outcome) -> [Effect] {
        switch outcome {
        case .stay: return []
        case .cancel:
            overlays.removeLast()
            return []
        case .chosen(let command):
            overlays.removeLast()
            return run(command)
        }
    }
}

extension Model.Awaiting {
    /// What is asked; the answer to it is not for a screen.
    func question(_ model: Model) -> Question {
        switch self {
        case .undo: .undoable
        case .redo: .journal(limit: 50)
        case .scopes: .organizations(model.context.fullScope, asOf: model.context.asOf)
        }
    }
}

extension Tab {
    /// The tab so many further on, round the end.
    fileprivate func stepped(by step: Int) -> Tab {
        let all = Tab.allCases
        let index = (rawValue - 1 + step + all.count) % all.count
        return all[index]
    }

    /// What a tab shows when it is opened for the first time; nil for a branch when none is selected.
    fileprivate func place(beside branch: Code?) -> Place? {
        switch self {
        case .overview: .overview
        case .branch: branch.map { .branch($0) }
        case .worklist: .worklist
        case .pairing: .pairing
        case .cooperatives: .cooperatives
        case .activities: .activities(ActivityFilter())
        case .registry: .registry(.people)
        case .journal: .journal
        }
    }
}

extension JournalRow {
    /// The undo that redoing takes back: the newest one that still stands, with no act after it.
    static func redoable(in newestFirst: [JournalRow]) -> Int? {
        let undone = Set(newestFirst.compactMap(\.undoes))
        let undos = Set(newestFirst.filter { $0.undoes != nil }.map(\.id))
        for row in newestFirst {
            guard let target = row.undoes else { return nil }
            let isRedo = undos.contains(target)
            if !isRedo, !undone.contains(row.id) { return row.id }
        }
        return nil
    }
}
