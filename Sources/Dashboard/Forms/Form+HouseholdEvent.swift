import PartyWork
import TerminalUI

// The household wizard: what happened to this household? Seven answers, a form for each, then what would be changed.

extension Menu {
    /// What may have happened to a household, each with what it does, or why it cannot have.
    static func happened(to row: HouseholdRow, _ context: Context) -> Menu {
        let items = HouseholdEvent.Kind.allCases.map { kind in
            guard let obstacle = HouseholdRules.obstacle(to: kind, row.household) else {
                return Item(kind.title, detail: kind.explanation, .form(.happened(kind, to: row, context)))
            }
            let reason = localized("现在不能：\(obstacle.text)", "not now: \(obstacle.text)")
            return Item(
                kind.title, detail: reason,
                .notice(localized("“\(kind.rawValue)”\(reason)", "\(kind.title): \(reason)")))
        }
        return Menu(
            title: localized(
                "\(row.household.head)（\(row.household.id)）：这户发生了什么？",
                "\(row.household.head) (\(row.household.id)): what happened to this household?"),
            lines: [
                row.standing
                    + (row.helpers.isEmpty
                        ? "" : localized("，帮扶人 \(row.helperNames)", ", helped by \(row.helperNames)"))
            ], items: items + [joined(row.household.wrapped, near: row.household.village)])
    }
}

extension HouseholdRow {
    /// Where it lives, its state and its people, in a line.
    fileprivate var standing: String {
        localized(
            "\(villageName)，\(stateTitle)，\(household.headcount) 人",
            "\(villageName), \(stateTitle), \(plural(household.headcount, "person", "people"))")
    }
}

extension Form<Filing> {
    /// The form for one of the seven; saving shows first what would be changed.
    static func happened(_ kind: HouseholdEvent.Kind, to row: HouseholdRow, _ context: Context) -> Form {
        let household = row.household
        let former = row.helpers.filter(\.serves).map { Candidate(key: $0.id.text, name: $0.name) }
        let own = Field(
            fixed: localized("\(household.head)，\(row.standing)", "\(household.head), \(row.standing)"),
            label: localized("这一户", "Household"))
        let day = Field(
            FieldKey(kind.dayColumn), .day, label: localized("\(kind.dayWord)日期", "Day"),
            hint: localized("第一天算新情况，如 6-15、今天", "first day of the new state, such as 6-15, today"),
            proposing: context.proposedDay
        ).required()
        var title: String {
            localized(
                "\(kind.rawValue)：\(household.head)（\(household.id)）",
                "\(kind.title): \(household.head) (\(household.id))")
        }
        return Form(
            title: title, rule: kind.rule, fields: [own] + fields(of: kind, row, former, day), isPreviewed: true
        ) { answers throws(FieldErrors) in
            let read = EventAnswers(answers: answers, household: household, former: former.map { Person.ID($0.key) })
            return .changeHousehold(try read.change(kind))
        }.dated(by: kind.dayColumn).starting(at: kind.dayColumn)
    }

    private static func fields(
        of kind: HouseholdEvent.Kind, _ row: HouseholdRow, _ former: [Candidate], _ day: Field
    ) -> [Field] {
        let household = row.household
        let helping = Field.Kind.pick(.helpers(of: household.village, besides: nil), several: true)
        func helpers(_ key: FieldKey, _ label: String) -> Field {
            Field(
                key, helping, label: label, chosen: former,
                hint: localized("退格去掉，输入加人", "Backspace removes, typing adds"))
        }
        func asked(
            _ column: PartyWork.Column, _ label: String? = nil, value: String = "", hint: String = ""
        ) -> Field { Field(column, of: .households, label: label, value: value, hint: hint).required() }
        switch kind {
        case .newHead:
            return [
                day, asked(.head, localized("新户主", "New head")),
                asked(
                    .headcount, localized("现在人口", "People now"), value: String(household.headcount),
                    hint: localized("原户主不在了就减 1", "one less if the former head is gone")),
                Field(
                    .reason, .text, label: localized("原因", "Reason"),
                    hint: localized("如 去世、外出，可不填", "such as died, moved away, optional")),
            ]
        case .split:
            return [
                day,
                asked(
                    .householdID, localized("新户编号", "New number"), value: "\(household.id)-2",
                    hint: localized("可改，不能与别户相同", "may be changed, unlike any other")),
                asked(.head, localized("新户户主", "New head")),
                asked(
                    .headcount, localized("分出人口", "People leaving"),
                    hint: localized("1 至 \(household.headcount - 1)", "1 to \(household.headcount - 1)")),
                helpers(.helpers, localized("原户帮扶人", "Helpers here")),
                helpers(.partHelpers, localized("新户帮扶人", "Helpers there")),
            ]
        case .merged:
            return [
                day,
                Field(
                    .joined, .pick(.mergers(with: household), several: false),
                    label: localized("并入哪一户", "Merges into")
                ).required(),
                Field(
                    .fate, .choice(HelperWord.follow, .end), label: localized("原帮扶人", "Its helpers"),
                    value: HelperWord.follow.rawValue),
            ]
        case .moved:
            return [
                day, asked(.village, localized("迁到", "Moves to")), helpers(.helpers, localized("帮扶人", "Helpers")),
            ]
        case .lifted:
            return [
                day,
                Field(
                    .fate, .choice(HelperWord.keep, .end), label: localized("结对", "Pairings"),
                    value: HelperWord.keep.rawValue),
            ]
        case .returned: return [day, helpers(.helpers, localized("帮扶人", "Helpers"))]
        case .closed:
            return [day, asked(.closedReason, hint: localized("如 死亡、迁出本镇", "such as death, left the township"))]
        }
    }
}

extension FieldKey {
    /// Who helps the new household of a split.
    fileprivate static let partHelpers = FieldKey("新户帮扶人")
    /// What becomes of the helpers.
    fileprivate static let fate = FieldKey("原结对")
}

/// The words of what becomes of the helpers.
private enum HelperWord: String, Titled {
    case keep = "保留"
    case end = "结束"
    case follow = "转帮并入户"

    var english: String {
        switch self {
        case .keep: "kept"
        case .end: "end"
        case .follow: "go along"
        }
    }
}

extension HouseholdEvent.Kind {
    /// What follows from it, in a sentence.
    var rule: String {
        switch self {
        case .newHead:
            localized("户编号、结对、以前的记录都不变；变更日期记入流水", "Number, pairings and records stay; the day stands in the journal")
        case .split:
            localized(
                "新户自分户日起计入，村、致贫原因和状态与原户相同；每位帮扶人可留在原户、去新户或两户都帮；未脱贫户须一直有在岗帮扶人",
                "The new household counts from that day, in the same village and state; each helper stays, goes along or helps both; a poor household must have a serving helper"
            )
        case .merged:
            localized(
                "这户自并户日起销户，人口加到并入的户；它的结对当天结束",
                "This household closes that day, its people join the other, its pairings end")
        case .moved:
            localized(
                "户编号不变；各村的数字按现在的村计，已签收的月份不变。须一直有在岗帮扶人",
                "The number stays; figures follow the village of today, signed months stay. It must have a serving helper"
            )
        case .lifted:
            localized(
                "脱贫日起不再计入未脱贫户；结对可以保留；以前脱贫又返贫的经过转入户状态",
                "Not counted as poor from that day; pairings may stay; an earlier cycle is kept in household states")
        case .returned:
            localized(
                "返贫日起重新计入未脱贫户，须有在岗帮扶人；原脱贫日期保留",
                "Counted as poor again from that day, with a serving helper; the earlier lift is kept")
        case .closed:
            localized(
                "销户日起不再计入任何数字，记录保留；在帮扶的结对当天结束，原因“销户”",
                "In no figure from that day, records stay; its pairings end that day, reason: household closed")
        }
    }

    fileprivate var dayWord: String { self == .newHead ? localized("变更", "Changed") : rawValue }
}

/// The answers to a wizard's form, read into a change.
private struct EventAnswers {
    let answers: Answers
    let household: Household
    /// The helpers that the form was opened with.
    let former: [Person.ID]

    func change(_ kind: HouseholdEvent.Kind) throws(FieldErrors) -> HouseholdChange {
        let (event, helpers) = try event(kind)
        return HouseholdChange(household, event, on: try answers.day(kind.dayColumn), helpers: helpers)
    }

    private func event(_ kind: HouseholdEvent.Kind) throws(FieldErrors) -> (HouseholdEvent, [Person.ID]?) {
        switch kind {
        case .newHead:
            let read = try household.setting(answers)
            return (.newHead(read.head, headcount: read.headcount, reason: try answers.text(.reason)), nil)
        case .split:
            let read = try Household.blank.setting(answers)
            let part = HouseholdEvent.Part(
                id: read.id, head: read.head, headcount: read.headcount, helpers: answers.people(.partHelpers))
            return (.split(part), staff)
        case .merged:
            let id = Household.ID(try answers.filled(.joined))
            return (.merged(into: id, helpersFollow: answers[.fate] == HelperWord.follow.rawValue), nil)
        case .moved: return (.moved(to: Code(try answers.filled(FieldKey(.village)))), staff)
        case .lifted: return (.lifted, answers[.fate] == HelperWord.end.rawValue ? [] : nil)
        case .returned: return (.returned, staff)
        case .closed: return (.closed(reason: try answers.text(FieldKey(.closedReason))), nil)
        }
    }

    /// The helpers of the household; nil where the field was left alone.
    private var staff: [Person.ID]? {
        let chosen = answers.people(.helpers)
        return chosen == former ? nil : chosen
    }
}
