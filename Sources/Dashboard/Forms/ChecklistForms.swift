import PartyWork

/// Forms for checklists: a new one, a corrected one, its end, ticks, waivers.
extension Form {
    /// The form for a new checklist; its number follows those there are.
    static func newChecklist(after numbers: [String], _ context: Context) -> Form {
        var list = Checklist.blank
        list.id = Checklist.ID(NextNumber.after(numbers.max { $0.count < $1.count } ?? "Q00", in: numbers))
        list.startsOn = context.asOf.firstOfYear
        let form = Form(
            title: "新清单", rule: "一次：截止日期前办完；每月、每季、每年：各期都要办，截止日期后不再要求。计数活动留空则逐个勾选",
            fields: fields(list, isNew: true)
        ) { cells, _ throws(RecordFaults) in .add(try AnyRecord.read(.checklists, from: cells)) }
        return form.starting(at: .name)
    }

    /// The form to correct a checklist.
    static func correct(_ list: Checklist) -> Form {
        Form(title: "修改清单 \(list.id)", rule: "改动后各期数字按新的要求重算", fields: fields(list, isNew: false)) {
            cells, _ throws(RecordFaults) in
            .correct(from: .checklist(list), to: .checklist(try list.setting(cells)))
        }
    }

    /// The form to end a checklist. It is kept, and so are its ticks.
    static func end(_ list: Checklist, _ context: Context) -> Form {
        let fields = [
            Field(.name, .fixed, value: list.name),
            Field(.dueOn, .day, value: (list.endsOn ?? context.proposedDay).description, hint: "必填，最后一天"),
        ]
        let rule = list.period == .once ? "截止日期是最后一天，之后未办的算逾期" : "截止日期以后不再要求；以前各期的数字不变"
        return Form(title: "截止：\(list.name)", rule: rule, fields: fields) { cells, _ throws(RecordFaults) in
            let ended = try list.setting(cells.filter { $0.key == .dueOn })
            if ended.endsOn == nil { throw RecordFaults([FieldFault(.dueOn, .missing)]) }
            return .correct(from: .checklist(list), to: .checklist(ended))
        }
    }

    private static func fields(_ list: Checklist, isNew: Bool) -> [Field] {
        func field(_ column: PartyWork.Column, _ kind: Field.Kind, hint: String = "") -> Field {
            Field(column, kind, value: list.text(column), hint: hint)
        }
        let organizations = list.organizations.map { Candidate(key: $0.digits, name: "") }
        return [
            field(.checklistID, isNew ? .text : .fixed, hint: "必填，不与别的重复"), field(.name, .text, hint: "必填，如 不忘初心回乡走访"),
            field(.subject, .choice(ChecklistSubject.choices)), field(.count, .number, hint: "每期几次，必填"),
            field(.period, .choice(Requirement.Period.choices)), field(.startedOn, .day, hint: "必填，如 1-1、今天"),
            field(.dueOn, .day, hint: "一次的必填，如 7-1"),
            field(.countedKind, .text, hint: "如 帮扶走访；逐个勾选的留空"),
            Field(.appliesTo, .pick(.anyOrganization, several: true), chosen: organizations, hint: "不填即全部"),
            field(.remark, .text, hint: "可不填"),
        ]
    }

    /// The form that ticks obligations on a day.
    static func tick(_ obligations: [Obligation], _ context: Context) -> Form {
        let fields = [
            Field(.subjectID, .fixed, label: "对象", value: preview(obligations)),
            Field(.heldOn, .day, value: context.proposedDay.description, hint: "哪天办的，如 6-15、今天"),
            Field(.note, .text, hint: "可不填"),
        ]
        return Form(title: "勾选 \(obligations.count) 项：\(name(obligations))", rule: rule(obligations), fields: fields) {
            cells, _ throws(RecordFaults) in
            let given = cells.filter { $0.key != .subjectID }
            var ticks: [Tick] = []
            for obligation in obligations {
                let tick = Tick(checklist: obligation.checklist.id, subject: obligation.subject, on: .earliest)
                ticks.append(try tick.setting(given))
            }
            return .tick(ticks)
        }
    }

    /// The form that waives obligations, with a reason.
    static func waive(_ obligations: [Obligation], _ context: Context) -> Form {
        let isOnce = obligations.first?.checklist.period == .once
        let fields =
            [
                Field(.subjectID, .fixed, label: "对象", value: preview(obligations)),
                Field(.reason, .text, hint: "必填，如 在外务工、年老多病"),
            ] + (isOnce ? [] : [Field(.within, .choice(["这一期", "长期"]), label: "免除", value: "这一期")])
        return Form(
            title: "免除 \(obligations.count) 项：\(name(obligations))", rule: "免除的不算完成，另列一栏，原因留在台账", fields: fields
        ) {
            cells, _ throws(RecordFaults) in
            let isForGood = isOnce || cells[.within] == "长期"
            var waivers: [Waiver] = []
            for obligation in obligations {
                let waiver = Waiver(
                    checklist: obligation.checklist.id, subject: obligation.subject, reason: "",
                    within: isForGood ? nil : obligation.span.first)
                let new = try waiver.setting([.reason: cells[.reason] ?? ""])
                if !waivers.contains(new) { waivers.append(new) }
            }
            return .waive(waivers)
        }
    }

    private static func name(_ obligations: [Obligation]) -> String { obligations.first?.checklist.name ?? "" }
    private static func rule(_ obligations: [Obligation]) -> String? { obligations.first?.checklist.rule }

    /// Whom it is about, before it is done: how many, and their names.
    private static func preview(_ obligations: [Obligation]) -> String {
        "\(obligations.count) 个：" + obligations.prefix(30).map(\.name).joined(separator: "、")
    }
}

extension Confirmation {
    /// Asks before what ticks or waives an obligation is taken away.
    static func unmark(_ obligation: Obligation, _ context: Context) -> Confirmation {
        let what = obligation.waiver.map { "免除（\($0)）" } ?? "\(obligation.progress.done) 次勾选"
        return Confirmation(
            title: "取消勾选或免除？",
            lines: ["\(obligation.name)，\(obligation.span.title)：\(what)", "取消后仍留在流水里，也可以撤销。"], verb: "取消它",
            command: .effect(.perform(.unmark([obligation], asOf: context.asOf))))
    }
}
