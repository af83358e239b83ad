import PartyWork
import TerminalUI

/// Forms for checklists: a new one, a corrected one, its end, ticks, waivers.
extension Form<Filing> {
    /// The form for a new checklist; its number follows those there are.
    static func newChecklist(after numbers: [String], _ context: Context) -> Form {
        var list = Checklist.blank
        list.id = Checklist.ID(NextNumber.after(numbers.max { $0.count < $1.count } ?? "Q00", in: numbers))
        list.startsOn = context.asOf.firstOfYear
        let form = Form(
            title: localized("新清单", "New checklist"),
            rule: localized(
                "一次：截止日期前办完；每月、每季、每年：各期都要办，截止日期后不再要求。计数活动留空则逐个勾选",
                "once: by the due day; monthly, quarterly, yearly: in each period, until the due day. Without a counted activity each is ticked"
            ), fields: Checklist.table.columns.map { Field($0, in: list, kinds[$0], hint: hints[$0] ?? "") }
        ) { answers throws(FieldErrors) in .add(try AnyRecord.read(.checklists, from: answers)) }
        return form.starting(at: .name)
    }

    /// The form to correct a checklist.
    static func correct(_ list: Checklist) -> Form {
        correct(
            list, hints: hints, kinds: kinds, title: localized("修改清单 \(list.id)", "Edit checklist \(list.id)"),
            rule: localized("改动后各期数字按新的要求重算", "Figures of all periods follow the new requirement"))
    }

    /// The form to end a checklist; it is kept, and so are its ticks.
    static func end(_ list: Checklist, _ context: Context) -> Form {
        let fields = [
            Field(.name, in: list, .fixed),
            Field(
                .dueOn, in: list, kinds[.dueOn], hint: localized("最后一天", "the last day"),
                proposing: context.proposedDay
            ).required(),
        ]
        let rule =
            list.period == .once
            ? localized("截止日期是最后一天，之后未办的算逾期", "The due day is the last one; what is open after it is overdue")
            : localized("截止日期以后不再要求；以前各期的数字不变", "Not asked after the due day; figures of earlier periods stay")
        return Form(title: localized("截止：\(list.name)", "End: \(list.name)"), rule: rule, fields: fields) {
            answers throws(FieldErrors) in
            let act = try Act.correct(list, answers)
            _ = try answers.filled(FieldKey(.dueOn))
            return act
        }
    }

    /// What fields of a checklist take, where that is not what their columns hold: days still to come, and a word of many.
    private static var kinds: [PartyWork.Column: Field.Kind] {
        let planned = Field.Kind.typed(.day(isPlanned: true))
        return [.startedOn: planned, .dueOn: planned, .countedKind: .typed(.word(ActivityKind.choices))]
    }

    private static var hints: [PartyWork.Column: String] {
        [
            .checklistID: localized("不与别的重复", "unlike any other"),
            .name: localized("如 不忘初心回乡走访", "such as home visits of summer"),
            .count: localized("每期几次", "times a period"),
            .startedOn: localized("如 1-1、今天", "such as 1-1, today"),
            .dueOn: localized("一次的必填，如 7-1", "required for once, such as 7-1"),
            .countedKind: localized("如 帮扶走访；逐个勾选的留空", "such as home visit; empty where ticked"),
            .appliesTo: localized("不填即全部", "empty for all"), .remark: localized("可不填", "optional"),
        ]
    }

    /// The form that ticks obligations on a day.
    static func tick(_ obligations: [Obligation], _ context: Context) -> Form {
        let fields = [
            subjects(obligations),
            Field(
                .heldOn, of: .ticks, hint: localized("哪天办的，如 6-15、今天", "the day it was done, such as 6-15, today"),
                proposing: context.proposedDay),
            Field(.note, of: .ticks, hint: localized("可不填", "optional")),
        ]
        return Form(
            title: localized(
                "勾选 \(obligations.count) 项：\(name(obligations))", "Tick \(obligations.count): \(name(obligations))"),
            rule: rule(obligations), fields: fields
        ) {
            answers throws(FieldErrors) in
            var ticks: [Tick] = []
            for obligation in obligations {
                let tick = Tick(checklist: obligation.checklist.id, subject: obligation.subject.token, on: .earliest)
                ticks.append(try tick.setting(answers))
            }
            return .tick(ticks)
        }.starting(at: .heldOn)
    }

    /// The form that waives obligations, with a reason.
    static func waive(_ obligations: [Obligation], _ context: Context) -> Form {
        let isOnce = obligations.first?.checklist.period == .once
        let fields =
            [
                subjects(obligations),
                Field(
                    .reason, of: .waivers,
                    hint: localized("如 在外务工、年老多病", "such as works elsewhere, old or ill")),
            ]
            + (isOnce
                ? []
                : [
                    Field(
                        .howLong, .choice(WaiverWord.period, .forGood), label: localized("免除", "Waive"),
                        value: WaiverWord.period.rawValue)
                ])
        return Form(
            title: localized(
                "免除 \(obligations.count) 项：\(name(obligations))", "Waive \(obligations.count): \(name(obligations))"),
            rule: localized(
                "免除的不算完成，另列一栏，原因留在台账", "What is waived is not done: it has a column of its own, and the reason is kept"),
            fields: fields
        ) {
            answers throws(FieldErrors) in
            let isForGood = isOnce || answers[.howLong] == WaiverWord.forGood.rawValue
            var waivers: [Waiver] = []
            for obligation in obligations {
                let waiver = Waiver(
                    checklist: obligation.checklist.id, subject: obligation.subject.token, reason: "",
                    within: isForGood ? nil : obligation.span.first)
                let new = try waiver.setting(answers)
                if !waivers.contains(new) { waivers.append(new) }
            }
            return .waive(waivers)
        }
    }

    private static func subjects(_ obligations: [Obligation]) -> Field {
        Field(fixed: preview(obligations), label: localized("对象", "Subjects"))
    }

    private static func name(_ obligations: [Obligation]) -> String { obligations.first?.checklist.name ?? "" }
    private static func rule(_ obligations: [Obligation]) -> String? { obligations.first?.checklist.rule }

    /// Whom it is about, before it is done: how many, and their names.
    private static func preview(_ obligations: [Obligation]) -> String {
        localized("\(obligations.count) 个：", "\(obligations.count): ")
            + obligations.prefix(30).map(\.name).joined(separator: localized("、", ", "))
    }
}

extension FieldKey {
    /// How long something is waived.
    fileprivate static let howLong = FieldKey("免除")
}

/// The words of how long something is waived.
private enum WaiverWord: String, Titled {
    case period = "这一期"
    case forGood = "长期"

    var english: String {
        switch self {
        case .period: "this period"
        case .forGood: "for good"
        }
    }
}

extension Confirmation {
    /// Asks before what ticks or waives an obligation is taken away.
    static func unmark(_ obligation: Obligation, _ context: Context) -> Confirmation {
        let what =
            obligation.waiver.map { localized("免除（\($0)）", "waived (\($0))") }
            ?? localized("\(obligation.progress.done) 次勾选", "\(plural(obligation.progress.done, "tick"))")
        return Confirmation(
            title: localized("取消勾选或免除？", "Take the tick or waiver away?"),
            lines: [
                localized(
                    "\(obligation.name)，\(obligation.span.title)：\(what)",
                    "\(obligation.name), \(obligation.span.title): \(what)"),
                localized("取消后仍留在流水里，也可以撤销。", "It stays in the journal and can be undone."),
            ], verb: localized("取消它", "take it away"),
            choice: .effect(.perform(.unmark([obligation], asOf: context.asOf))))
    }
}
