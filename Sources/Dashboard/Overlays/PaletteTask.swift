import Papers
import PartyWork
import TerminalUI

/// A thing that officers want done, as they say it: what it is about is asked for by its name, and its form or question follows.
struct PaletteTask: Sendable {
    /// `某户脱贫…`.
    let name: String
    /// What is asked, and what comes of it.
    let detail: String
    /// What else it is found by.
    var words: [String] = []
    /// The rights of which one is needed.
    var rights: [Right] = [.record]
    let way: Way

    /// How it goes on.
    enum Way: Sendable {
        /// At once: its form asks what it needs.
        case now(Command)
        /// With something that has a name.
        case about(Sought)
    }

    /// What the palette asks for, to do something with it.
    struct Sought: Sendable {
        /// What is to be typed.
        let prompt: String
        /// Whether it can be a thing.
        let fits: @Sendable (NamedThing) -> Bool
        /// What is done with the one chosen.
        let then: @Sendable (NamedThing) -> Command
    }
}

extension PaletteTask.Sought {
    static func household(_ then: @escaping @Sendable (Household.ID) -> Command) -> Self {
        Self(
            prompt: localized("哪一户（户主、编号、村）：", "Which household: "), fits: { $0.kind == .household },
            then: { then(Household.ID($0.key)) })
    }

    static func person(_ then: @escaping @Sendable (Person.ID) -> Command) -> Self {
        Self(
            prompt: localized("哪个人（姓名、编号、支部）：", "Which person: "), fits: { $0.kind == .person },
            then: { then(Person.ID($0.key)) })
    }

    /// - Parameter kinds: those that it can be; nil for every branch.
    static func branch(
        only kinds: [OrganizationKind]? = nil, _ then: @escaping @Sendable (Code, String) -> Command
    ) -> Self {
        Self(
            prompt: localized("哪个支部（名称、编码）：", "Which branch: "),
            fits: { thing in
                let code = thing.organization
                return thing.kind == .organization && code.level == .branch
                    && kinds.map { $0.contains { $0.accepts(code) } } ?? true
            }, then: { then($0.organization, $0.name) })
    }
}

// MARK: - The tasks

extension PaletteTask {
    /// All of them, the most frequent first.
    ///
    /// - Parameter draft: what is known of an activity from the screen: several chosen hosts need not be asked for.
    static func all(_ draft: ActivityDraft, _ context: Context) -> [PaletteTask] {
        ActivityKind.allCases.map { recording($0, draft) } + months(context)
            + HouseholdEvent.Kind.allCases.map { happened($0, context) } + people(context) + papers(context)
            + definitions(context)
    }

    private static func recording(_ kind: ActivityKind, _ draft: ActivityDraft) -> PaletteTask {
        var own = ActivityDraft(kind: kind)
        if !draft.hosts.isEmpty, draft.fitsEach(kind) { own.hosts = draft.hosts }
        let hosts = own.hosts.map(\.name).listed
        let host = kind.isFiveOnes ? localized("选党小组", "choose the group") : localized("选支部", "choose the branch")
        return PaletteTask(
            name: localized("记\(kind.rawValue)…", "Record: \(kind.title)…"),
            detail: (hosts.isEmpty ? host : hosts) + localized("，填日期和主题", ", day and topic"), way: .now(.record(own)))
    }

    private static func happened(_ kind: HouseholdEvent.Kind, _ context: Context) -> PaletteTask {
        let day = context.asOf
        return PaletteTask(
            name: localized("某户\(kind.rawValue)…", "A household: \(kind.title)…"),
            detail: localized("选户，填日期；先列出会改哪些", "choose the household, the day; told first"),
            way: .about(
                .household { id in
                    .asking(HouseholdQuery(id: id, asOf: day)) { card, context in
                        let obstacle = HouseholdRules.obstacle(to: kind, card.household)
                        return [obstacle.map { .notice($0.text) } ?? .form(.happened(kind, to: card.row, context))]
                    }
                }))
    }

    private static func people(_ context: Context) -> [PaletteTask] {
        let day = context.asOf
        return [
            PaletteTask(
                name: localized("某户结对…", "Pair a household…"),
                detail: localized("选户，选帮扶人", "choose the household, then the helper"),
                words: [localized("帮扶人", "helper"), localized("缺口", "gap")],
                way: .about(
                    .household { id in
                        .asking(HouseholdQuery(id: id, asOf: day)) { [.form(.pair($0.row, $1))] }
                    })),
            PaletteTask(
                name: localized("某人离开并移交…", "Someone leaves, households handed over…"),
                detail: localized("选人，填离开日期和原因，再把帮扶的户移交", "choose the person, day and reason, then the successors"),
                words: localized(["调走", "退休", "去世", "辞职"], ["retired", "died", "transferred"]), rights: [.keep],
                way: .about(
                    .person { id in
                        .asking(PersonQuery(id: id, asOf: day)) { card, context in
                            [.form(.leave(card.row.person, handingOver: card.row.households > 0, context))]
                        }
                    })),
            PaletteTask(
                name: localized("某人的户移交…", "Hand over someone's households…"),
                detail: localized("选帮扶人，给每户选接替的人", "choose the helper, then who takes over"),
                words: [localized("换帮扶人", "successor")], way: .about(.person { .open(.handOver($0)) })),
        ]
    }

    private static func months(_ context: Context) -> [PaletteTask] {
        let steps: [(Action, MonthStep.Kind, Right)] = [
            (.submit, .submit, .submit), (.accept, .accept, .accept), (.giveBack, .giveBack, .accept),
        ]
        return steps.map { action, step, right in
            let month = MonthRules.month(for: step, on: context.asOf)
            return PaletteTask(
                name: localized("\(step.rawValue)月报…", "Month, \(step.title)…"),
                detail: localized("选支部，\(month.title)", "choose the branch, \(month.title)"), rights: [right],
                way: .about(
                    .branch { code, _ in
                        .asking(MonthQuery(branch: code, month: month, asOf: max(context.asOf, month.first))) {
                            MonthWay($0.report).commands(action, $1)
                        }
                    }))
        }
    }

    private static func papers(_ context: Context) -> [PaletteTask] {
        let (day, month) = (context.asOf, Month(context.asOf))
        let summary = Printout.papers(PaperRequest(.township, in: context.scope, asOf: day))
        return [
            PaletteTask(
                name: localized("打印支部的表…", "Print a branch's forms…"),
                detail: localized("选支部，选月报表或年度表", "choose the branch, the month or the year"), rights: [],
                way: .about(
                    .branch { code, name in
                        .menu(.printing(Printout.papers(ofBranch: code, name, month: month, context), context))
                    })),
            PaletteTask(
                name: localized("打印户的卡片…", "Print a household's card…"),
                detail: localized("选户", "choose the household"), rights: [],
                way: .about(
                    .household { id in
                        .asking(HouseholdQuery(id: id, asOf: day)) {
                            [.form(.printing(Printout.card(of: $0.row, $1), $1))]
                        }
                    })),
            PaletteTask(
                name: localized("打印全镇汇总…", "Print the township's summary…"),
                detail: context.scopeName, rights: [], way: .now(.form(.printing(summary, context)))),
            PaletteTask(
                name: localized("催办支部…", "Remind a branch…"),
                detail: localized("选支部，写成一段话：还欠什么、哪天前办", "choose the branch; what it owes, as a message"),
                words: localized(["通知", "提醒", "逾期", "欠"], ["overdue"]), rights: [],
                way: .about(.branch { code, _ in .remind(.branch, code.digits) })),
        ]
    }

    private static func definitions(_ context: Context) -> [PaletteTask] {
        let day = context.asOf
        return [
            PaletteTask(
                name: localized("新清单…", "New checklist…"),
                detail: localized("填名称、对象、次数和期限", "its name, whom it asks, how often, until when"),
                words: [localized("新任务", "new task")], rights: [.keep],
                way: .now(
                    .asking(ChecklistsQuery(scope: context.fullScope, asOf: day)) { reports, context in
                        [.form(.newChecklist(after: reports.lines.map(\.checklist.id.text), context))]
                    })),
            PaletteTask(
                name: localized("新登记簿…", "New register…"),
                detail: localized("空白的，照一张表格，或照已有的一本", "an empty one, from a sheet, or like one there is"),
                words: localized(["建登记簿", "新建", "台账"], ["make a register"]), rights: [.keep],
                way: .now(.asking(RegisterBookQuery()) { book, _ in [.menu(.newRegister(in: book))] })),
            PaletteTask(
                name: localized("采用体系…", "Adopt a system…"),
                detail: localized("随附的登记簿定义，只添没有的", "registers that come along; only what is missing is added"),
                rights: [.keep], way: .now(.effect(.readSystems))),
            PaletteTask(
                name: localized("某村撤并…", "A village is merged…"),
                detail: localized("选村，再选并入哪个村；先列出要动什么", "choose the village and the one it goes into; told first"),
                words: localized(["撤村", "并村", "合村"], ["dissolve"]), rights: [.keep],
                way: .about(
                    .branch(only: [.village]) { code, _ in
                        .asking(OrganizationsQuery(scope: Scope(code), asOf: day)) { rows, context in
                            rows.first { $0.organization.code == code }.map {
                                [.form(.absorbed($0.organization, on: context.asOf))]
                            } ?? []
                        }
                    })),
            PaletteTask(
                name: localized("备份…", "Back up…"),
                detail: localized("写成一个完整的台账文件，不覆盖已有的", "into a file that is a whole ledger; none is replaced"),
                rights: [.administer], way: .now(.several([.open(.merging), .form(.backup(context))]))),
        ]
    }
}

extension MonthRules {
    /// The latest month in which a step may be taken on a day: towards its end the running one.
    fileprivate static func month(for step: MonthStep.Kind, on day: Day) -> Month {
        let running = Month(day)
        return day < firstDay(step, of: running) ? Month(running.first.adding(days: -1)) : running
    }
}
