import PartyWork
import TerminalUI

// What screens and menus want done.

extension Model {
    /// Does what a screen or a menu wants.
    mutating func run(_ command: Command) -> [Effect] {
        switch command {
        case .open(let route) where isCounty && !catalogue.holds(route):
            notice = Notice(
                text: localized("请先选一个乡镇，按 Enter 打开", "First select a town and press Enter"), isWarning: true)
        // Whoever asks by name for what is in sight has it.
        case .open(let route): if top?.route != route { stacks[tab, default: []].append(Visit(route)) }
        case .back: return goBack()
        case .form(let form): return show(form)
        case .menu(let menu): overlays.append(.menu(menu))
        case .confirm(let confirmation): overlays.append(.confirm(confirmation))
        case .effect(.files(let task)): return hand(task)
        case .effect(let effect): return [effect]
        case .after(let query, let follow):
            awaiting = Inquiry(query: query) { model, answered in
                follow(answered, model.context).flatMap { model.run($0) }
            }
            return [.ask([query])]
        case .several(let commands): return commands.flatMap { run($0) }
        case .undo(let entry): return inquire(JournalCardQuery(entry: entry)) { $0.run($0.askToUndo($1)) }
        case .commit(let act): return commit(act)
        case .print(let job): return print(job)
        case .remind(let audience, let key): return remind(audience, key)
        case .copy(let text): return copy(text)
        case .notice(let text): notice = Notice(text: text, isWarning: false)
        case .record(let draft): return record(draft)
        case .enter(let register, let subject): return enter(register, about: subject)
        case .step(let key): return step(key)
        case .perform(let action): return take(action)
        case .fill(let key, let text): return fill(key, text)
        case .read(let title, let text): overlays.append(.page(Page(title: title, text: text)))
        case .tab(let tab): return openRoot(of: tab)
        case .search(let route, let text, let organization): search(route, text, organization)
        case .asOf(let day): context.asOf = min(day, context.today)
        case .settle(let saved, let keepingMine): settle(saved, keepingMine: keepingMine)
        case .prefer(let preference, let forGood): return prefer(preference, forGood: forGood)
        case .suspend: return suspend()
        case .arrange(let change): arrange(change)
        case .view(let view): open(view)
        case .keepView(let name): return keepView(name)
        case .forgetView(let view): return forget(view)
        case .scope(let scope, let name):
            context.scope = scope
            context.scopeName = name
        }
        return []
    }

    /// Opens a place where a text is being searched for.
    mutating func search(_ route: Route, _ text: String, _ organization: Code?) {
        if let organization, !context.scope.contains(organization) {
            context.scope = context.fullScope
            context.scopeName = fullScopeName
        }
        var visit = Visit(route)
        _ = visit.screen.perform(.find, context)
        _ = visit.screen.handle(.paste(text), context)
        stacks[tab, default: []].append(visit)
    }

    mutating func show(_ form: Form<Filing>) -> [Effect] {
        let form = drafts[form.identity].map { form.resuming($0, context) } ?? form
        overlays.append(.form(form))
        return askForPickers()
    }

    /// Puts what was chosen into a field of the form in sight.
    private mutating func fill(_ key: FieldKey, _ text: String) -> [Effect] {
        guard case .form(var form)? = overlays.last else { return [] }
        form.type(text, into: key)
        overlays[overlays.count - 1] = .form(form)
        note(form)
        return askForPickers()
    }

    /// Asks what the pickers of the form in sight need, as far as that was not asked for yet.
    mutating func askForPickers() -> [Effect] {
        guard case .form(var form)? = overlays.last else { return [] }
        // An empty ledger has nothing to choose from.
        if isBeginning { form.learnOfEmptyLedger() }
        let queries = isBeginning ? [] : form.newQueries(context)
        overlays[overlays.count - 1] = .form(form)
        return queries.isEmpty ? [] : [.ask(queries)]
    }

    /// The form of a known kind, or first the menu of kinds, those that belong to the organization first.
    mutating func record(_ draft: ActivityDraft) -> [Effect] {
        if let kind = draft.kind { return show(.record(kind, draft, after: lastTitles[kind], context)) }
        let items = ActivityKind.allCases.map { kind in
            var draft = draft
            draft.kind = kind
            if !draft.hosts.isEmpty { return Menu.Item(ofEach: draft, kind) }
            draft.near = draft.organization?.branch
            if let code = draft.organization, !kind.isFiveOnes, code.level == .group {
                draft.organization = code.branch
                draft.organizationName = ""
            }
            if draft.organization.map({ kind.isFiveOnes != ($0.level == .group) }) ?? false {
                draft.organization = nil
                draft.organizationName = ""
            }
            let name = draft.organizationName.isEmpty ? localized("所属支部", "its branch") : draft.organizationName
            let place = draft.organization == nil ? "" : localized("记在 \(name)", "at \(name)")
            return Menu.Item(kind.title, detail: place, .record(draft))
        }
        let last =
            lastRegister.isEmpty
            ? []
            : [
                Menu.Item(
                    localized("登记：\(lastRegister)", "Enter: \(lastRegister)"),
                    detail: localized("上次用的登记簿", "the register used last"), .enter(lastRegister, about: nil))
            ]
        overlays.append(
            .menu(
                Menu(
                    title: localized("记活动：选类型（数字键）", "Record an activity: choose its kind (a digit)"),
                    items: items + last))
        )
        return []
    }

    /// The form for a new entry of a register, about what the screen speaks of where nothing else is said.
    private mutating func enter(_ register: String, about subject: Candidate?) -> [Effect] {
        let draft = top?.screen.draft(context)
        return inquire(RegisterBookQuery()) { model, book in
            guard let register = book[register] else { return [] }
            return model.show(.enter(register, about: subject ?? draft?.subject(of: register), model.context))
        }
    }

    /// The menu of the steps that an entry may take.
    private mutating func step(_ entry: RecordKey) -> [Effect] {
        let query = EntryQuery(
            register: entry.parts[0], number: entry.parts[1], asOf: context.asOf, today: context.today,
            isRestrictedSeen: true)
        return inquire(query) { model, card in
            if card.next.isEmpty {
                model.notice = Notice(text: localized("已是最后一步", "It has taken its last step"), isWarning: false)
                return []
            }
            return model.run(.menu(.steps(of: card, model.context)))
        }
    }

    /// Asks something that is for no screen; what follows is done once it is answered, unless something else was asked meanwhile.
    mutating func inquire<Q: Query>(
        _ query: Q, then follow: @escaping @Sendable (inout Model, Q.Answer) -> [Effect]
    ) -> [Effect] {
        awaiting = Inquiry(query: AnyQuery(query)) { model, answered in
            answered.answer(to: query).map { follow(&model, $0) } ?? []
        }
        return [.ask([AnyQuery(query)])]
    }

    /// Both versions, to choose one; the form stays below.
    mutating func showConflict(_ saved: SavedQuery.Answer) -> [Effect] {
        guard case .form(let form)? = overlays.last, let record = saved.record,
            let conflict = form.conflict(with: record, by: saved.entry)
        else { return [] }
        overlays.append(.menu(conflict.menu(context)))
        return []
    }

    mutating func settle(_ saved: AnyRecord, keepingMine: Bool) {
        guard case .form(var form)? = overlays.last else { return }
        form.settle(on: saved, keepingMine: keepingMine)
        overlays[overlays.count - 1] = .form(form)
        note(form)
        let text =
            keepingMine
            ? localized(
                "你填的都在，别的已换成对方的：核对后按 ^S 保存", "What you typed is kept, the rest is theirs now: check it and press ^S")
            : localized("已换成对方保存的内容，再改或按 Esc 返回", "It is what they saved now: edit it or press Esc")
        notice = Notice(text: text, isWarning: false)
    }

    mutating func askForScopes() -> [Effect] {
        inquire(OrganizationsQuery(scope: context.fullScope, asOf: context.asOf)) { $0.showScopes($1) }
    }

    private mutating func showScopes(_ rows: [OrganizationRow]) -> [Effect] {
        overlays.append(
            .menu(
                Menu(
                    title: localized("范围：所有数字和列表只算选中的部分", "Scope: every figure and list covers what is chosen here"),
                    items: scopeItems(rows))))
        return []
    }

    func scopeItems(_ rows: [OrganizationRow]) -> [Menu.Item] {
        let branches = rows.filter { $0.organization.kind.isBranch && $0.exists }
        let all = Menu.Item(fullScopeName, detail: context.fullScope.prefix, .scope(context.fullScope, fullScopeName))
        return [all]
            + branches.map { row in
                let code = row.organization.code
                return Menu.Item(row.organization.name, detail: code.digits, .scope(Scope(code), row.organization.name))
            }
    }
}

extension Menu.Item {
    /// The item of a kind for several hosts at once; it keeps its digit where they cannot hold one.
    fileprivate init(ofEach draft: ActivityDraft, _ kind: ActivityKind) {
        guard draft.fitsEach(kind) else {
            let reason =
                kind.needsHousehold
                ? localized("一户一条，不能一起记", "one for each household, not together")
                : localized("选中的单位不记这一类", "not held by what is chosen")
            self.init(
                kind.title, detail: reason, .notice(localized("“\(kind.title)”：\(reason)", "\(kind.title): \(reason)")))
            return
        }
        let count = draft.hosts.count
        self.init(kind.title, detail: localized("选中的 \(count) 个各记一条", "one for each of \(count)"), .record(draft))
    }
}
