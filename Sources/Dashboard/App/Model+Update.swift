import PartyWork
import TerminalUI

extension Model {
    /// What the dashboard wants first.
    package mutating func start() -> [Effect] {
        Language.$current.withValue(language) { settle(asking: [AnyQuery(RequirementsQuery())]) }
    }

    /// Changes the model by what happened, and says what is wanted outside.
    package mutating func update(_ message: Message) -> [Effect] {
        Language.$current.withValue(language) { change(by: message) }
    }

    private mutating func change(by message: Message) -> [Effect] {
        var effects: [Effect] = []
        if notice == .busy { notice = nil }
        defer { openLongNotice() }
        switch message {
        case .key(let key): effects = press(key)
        case .typedAhead(let key): effects = isAsking && key != .escape ? answer(tooEarlyBy: key) : press(key)
        case .resized(let size): resize(to: size)
        case .measured(let textWidth): context.textWidth = textWidth
        case .answered(let answered): effects = receive(answered)
        case .unanswered(let query, let text): giveUp(query, text)
        case .gone(let query, let table, let key): leave(query, table, key)
        case .rehearsed(let act, let outcome): effects = preview(act, outcome)
        case .rehearsedEach(let acts, let outcomes): learn(acts, outcomes)
        case .done(let act, let receipt): effects = finish(act, receipt)
        case .refused(let act, let refusal): effects = refuse(act, refusal)
        case .failed(let text): fail(text)
        case .loaded(let text, let scope): reload(text, scope)
        case .foundSample(let sample): learn(of: sample)
        case .handbook(let topic, let text): show(topic, text)
        case .systems(let systems): overlays.append(.menu(.systems(systems)))
        case .changedElsewhere(let newest): learnOfChange(newest)
        case .printed(let job, let outcome): effects = finish(job, outcome)
        case .slow: notice = .busy
        case .files(let task, let outcome):
            let wasEmpty = isBeginning
            learn(task, outcome)
            // The name of what was brought in is known to no screen yet.
            if wasEmpty, !isBeginning {
                effects = [.ask([AnyQuery(StatusQuery(scope: context.scope, asOf: context.asOf))])]
            }
            effects += pressHeld(after: outcome)
        case .dayBegan(let day): effects = begin(day)
        case .weighed(let acts, let consequence): learn(acts, consequence)
        case .rested: effects = rest()
        }
        return askingFigures(before: effects) + settle()
    }

    /// A key that came before the question could be read is no answer to it.
    mutating func answer(tooEarlyBy key: Key) -> [Effect] {
        notice = Notice(
            text: localized(
                "问题出现以前按的「\(key.name)」不算回答：请看清再答",
                "\(key.name) came before the question and is no answer: read it first"),
            isWarning: false)
        return []
    }

    /// Turns the preview to what the cursor is on, or weighs what a form would do.
    private mutating func rest() -> [Effect] {
        if !overlays.isEmpty { return weigh() }
        guard var visit = top else { return [] }
        visit.screen.rest(context)
        replaceTop(visit)
        return []
    }

    /// The clock shows another day: what spoke of today follows it, a day that was chosen stays.
    private mutating func begin(_ day: Day) -> [Effect] {
        let before = context
        context.today = day
        context.asOf = before.asOf == before.today ? day : min(before.asOf, day)
        for index in overlays.indices { overlays[index].follow(from: before, to: context) }
        return askForPickers()
    }

    /// Asks what the screen in sight does not know yet, of the ledger and of files; all of it is asked at once, with
    /// what else is wanted.
    mutating func settle(asking more: [AnyQuery] = []) -> [Effect] {
        let queries = newQueries() + effectQueries() + more
        return (queries.isEmpty ? [] : [.ask(queries)]) + beginFileTask()
    }

    private mutating func newQueries() -> [AnyQuery] {
        guard var visit = stacks[tab]?.last else { return [] }
        let queries = visit.screen.queries(context)
        guard visit.asked != queries || visit.revision != revision else { return [] }
        // What was asked of the same ledger, answered or still under way, is not asked again.
        let known = visit.revision == revision ? Set(visit.asked) : []
        visit.asked = queries
        visit.later = visit.screen.laterQueries(context)
        visit.revision = revision
        visit.answered.formIntersection(known.intersection(queries))
        replaceTop(visit)
        return queries.filter { !known.contains($0) }
    }

    /// Those of some queries without which the screen in sight is shown.
    package func later(_ queries: [AnyQuery]) -> [AnyQuery] {
        queries.filter { stacks[tab]?.last?.later.contains($0) ?? false }
    }

    mutating func replaceTop(_ visit: Visit) {
        guard let last = stacks[tab]?.indices.last else { return }
        stacks[tab]?[last] = visit
    }

    mutating func receive(_ answered: Answered) -> [Effect] {
        if let awaiting, awaiting.query == answered.query {
            self.awaiting = nil
            return awaiting.follow(&self, answered)
        }
        if let requirements = answered.requirements { context.requirements = requirements }
        if let query = answered.query.query as? StatusQuery, let report = answered.answer(to: query) {
            learn(report, to: query)
        }
        for tab in stacks.keys {
            for index in stacks[tab]?.indices ?? 0..<0
            where stacks[tab]?[index].asked.contains(answered.query) ?? false {
                stacks[tab]?[index].answered.insert(answered.query)
                stacks[tab]?[index].screen.receive(answered, context)
            }
        }
        for index in overlays.indices {
            guard case .palette(var palette) = overlays[index], let names = answered.answer(to: palette.query) else {
                continue
            }
            palette.learn(names)
            overlays[index] = .palette(palette)
        }
        if case .form(var form)? = overlays.last {
            form.receive(answered, context)
            overlays[overlays.count - 1] = .form(form)
        }
        return []
    }

    /// The header calls the scope by its organization's name, or by its digits where it is none.
    mutating func learnName(of report: StatusReport) {
        context.scopeName = report.scopeName.isEmpty ? report.scope.prefix : report.scopeName
        if report.scope == context.fullScope { fullScopeName = context.scopeName }
    }

    /// Nothing more comes for the query; what was shown before stays.
    mutating func giveUp(_ query: AnyQuery, _ text: String) {
        if awaiting?.query == query {
            awaiting = nil
            return fail(text)
        }
        notice = Notice(text: text, isWarning: true)
        if case .form(var form)? = overlays.last {
            form.giveUp(query)
            overlays[overlays.count - 1] = .form(form)
        }
        guard let index = stacks[tab]?.indices.last else { return }
        stacks[tab]?[index].answered.insert(query)
    }

    /// What the screen in sight is about is there no more, as after an undo: back to the one before, where it can be made again.
    private mutating func leave(_ query: AnyQuery, _ table: TableSchema, _ key: RecordKey) {
        guard let visits = stacks[tab], visits.count > 1, let visit = visits.last, overlays.isEmpty,
            visit.asked.contains(query), !visit.later.contains(query), awaiting?.query != query
        else { return giveUp(query, Refusal.notFound(table, key).text) }
        stacks[tab]?.removeLast()
        notice = Notice(
            text: localized(
                "\(table.title)“\(key)”已经没有了（撤销或合并），退回上一页；按 ^Y 重做，或到流水（8）里恢复",
                "The \(table.rowTitle) \"\(key)\" is there no more (undone or joined): ^Y does it again, the journal (8) restores it"
            ),
            isWarning: true)
    }

    // MARK: After an act

    mutating func finish(_ act: Act, _ receipt: Receipt) -> [Effect] {
        if isBeginning, case .add(let record) = act, let first = record.record as? Organization {
            return begin(with: first, receipt)
        }
        if case .clearSample = act, case .loaded(let sample) = context.sample {
            if sample.isAll {
                beginAnew(after: receipt)
                return []
            }
            context.sample = .absent
        }
        if case .enter(let entry) = act { lastRegister = entry.register }
        for activity in act.recorded { lastTitles[activity.kind] = activity.title }
        awaitEffect(of: act)
        revision += 1
        // Row by row it was shown before.
        var isSeen = isPreviewing
        if case .undo = act { isSeen = true }
        if isPreviewing { overlays.removeLast() }
        for index in stacks[tab]?.indices ?? 0..<0 { stacks[tab]?[index].screen.endSearch() }
        if act.isOfMany, var visit = top {
            visit.screen.unchoose()
            replaceTop(visit)
        }
        if case .form(var form)? = overlays.last {
            if let remark = form.remark(on: act, receipt) {
                form.fail(remark)
                form.isResumed = true
                overlays[overlays.count - 1] = .form(form)
                return []
            }
            drafts[form.identity] = nil
            overlays.removeLast()
            if let next = form.purpose.next ?? act.next { stacks[tab]?.append(Visit(next)) }
        }
        if let key = receipt.key, let table = act.addedTo, var visit = top {
            visit.screen.expect(key, in: table)
            replaceTop(visit)
        }
        if case .enter(let entry) = act, let number = receipt.key, var visit = top {
            visit.screen.expect(RecordKey(entry.register, number.text), in: .entries)
            replaceTop(visit)
        }
        let warnings = receipt.warnings.map { localized("；注意：", "; note: ") + $0 }.joined()
        let standing = act.standing(context).map { localized("；", "; ") + $0 } ?? ""
        let saved =
            receipt.isRepeated
            ? localized("先前已保存为第 \(receipt.entry) 条，没有再写", "Saved before as entry \(receipt.entry), not again")
            : localized("已保存", "Saved")
        notice = Notice(
            text: saved + localized("：", ": ") + (isSeen ? receipt.brief : receipt.summary) + standing + warnings,
            isWarning: !receipt.warnings.isEmpty, ending: act.takenBack, isOfSaving: true)
        return []
    }

    /// Someone else wrote: every screen asks again, and unless something else is being said, a line tells who did what.
    mutating func learnOfChange(_ newest: JournalRow?) {
        revision += 1
        guard notice?.isOfOthers ?? true else { return }
        notice = newest.map(news)
    }

    /// With the time, because the line may stand there for hours.
    private func news(_ newest: JournalRow) -> Notice {
        let time = localTime(newest.at, offset: context.clockOffset).suffix(5)
        return Notice(
            text: localized(
                "刚有改动：\(newest.officer) \(newest.summary)", "Just changed: \(newest.officer) \(newest.summary)"),
            isWarning: false, ending: localized("（\(time)）", " (\(time))"), isOfOthers: true)
    }

    /// An empty ledger has its township now: the officer goes on where branches are added.
    mutating func begin(with township: Organization, _ receipt: Receipt) -> [Effect] {
        leaveWelcome(localized("已保存：\(receipt.summary)", "Saved: \(receipt.summary)"), Scope(township.code))
        context.scopeName = township.name
        fullScopeName = township.name
        // Whoever goes by the steps goes on there.
        if top?.route == .movingIn { return [] }
        notice?.ending = localized("；接着按 F5 登记支部", "; F5 adds branches")
        stacks[.registry] = [Visit(.registry(.organizations))]
        tab = .registry
        return []
    }

    mutating func refuse(_ act: Act, _ refusal: Refusal) -> [Effect] {
        if isPreviewing { return refusePreview(refusal.text, isOutdated: true) }
        guard case .form(var form)? = overlays.last, form.isSaving else {
            notice = Notice(text: refusal.text, isWarning: true)
            if var visit = top {
                visit.screen.refuse(refusal)
                replaceTop(visit)
            }
            return []
        }
        form.refuse(refusal, context)
        overlays[overlays.count - 1] = .form(form)
        if case .changedMeanwhile(let table, let key) = refusal {
            return inquire(SavedQuery(table: table, key: key)) { $0.showConflict($1) }
        }
        openLongMessage(of: form)
        return []
    }

    mutating func fail(_ text: String) {
        if isPreviewing {
            failPreview(text)
        } else if case .form(var form)? = overlays.last, form.isSaving {
            form.fail(text)
            overlays[overlays.count - 1] = .form(form)
            openLongMessage(of: form)
        } else {
            notice = Notice(text: text, isWarning: true)
        }
    }

    /// Opens why a form was not saved as a page, where the form has no room for it.
    private mutating func openLongMessage(of form: Form<Filing>) {
        guard let text = form.longMessage(formContext), !context.isPlain else { return }
        overlays.append(.page(Page(title: localized("没有保存：\(form.title)", "Not saved: \(form.title)"), text: text)))
    }

    mutating func reload(_ text: String, _ scope: Scope, isEmpty: Bool = false) {
        let size = size
        let context = Context(
            today: context.today, clockOffset: context.clockOffset, asOf: context.asOf, scope: scope,
            scopeName: scope.prefix, body: context.body, textWidth: context.textWidth, colours: context.colours)
        let (before, views) = (self.context, self.views)
        self = Model(context, size: size, isEmpty: isEmpty, remark: ownRemark, catalogue: catalogue)
        (self.context.preferences, self.context.officer) = (before.preferences, before.officer)
        self.context.abilities = before.abilities
        self.context.sample = before.sample
        self.context.openedOn = before.openedOn
        self.views = views
        notice = Notice(text: text, isWarning: false)
    }
}

extension Act {
    /// How what was saved is taken back, after the sentence that says so.
    fileprivate var takenBack: String {
        switch self {
        case .takeMonthStep(.accept, _, _, _): ""
        case .undo: localized("  ^Y 重做", "  ^Y redoes")
        // As what a file brought in, it is taken back where it is read what that would change.
        case .merge: localized("  撤销：按 8，选中它，按 F8", "  to undo it: 8, select it, F8")
        default: localized("  ^Z 撤销", "  ^Z undoes")
        }
    }

    /// Where the work goes on with a register that it made: its entries where a table brought some, else its definition.
    fileprivate var next: Route? {
        let rows: [AnyRecord]
        switch self {
        case .found(let found): rows = found
        case .add(let record): rows = [record]
        default: return nil
        }
        guard let register = rows.first(where: { $0.table == .registers })?.key.text else { return nil }
        return rows.contains { $0.table == .entries } ? .entries(of: register) : .definition(of: register)
    }

    /// The table to which it added one record.
    fileprivate var addedTo: TableSchema? {
        switch self {
        case .add(let record): record.table
        case .recordActivity: .activities
        // Any other act adds none, or several.
        default: nil
        }
    }
}
