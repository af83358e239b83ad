import PartyWork
import TerminalUI

/// Forms that change many chosen rows alike. Whether a row can be changed is said by the ledger's own rules, when it
/// rehearses the acts; only what the menu of a single row would not offer is left out here.
extension Form<Filing> {
    /// The form for what happened to households on one day: lifted, returned or closed.
    static func happened(_ kind: HouseholdEvent.Kind, to rows: [HouseholdRow], _ context: Context) -> Form {
        let day = Field(
            kind.dayColumn, of: .households, hint: localized("如 6-15、615、今天", "such as 6-15, 615, today"),
            proposing: context.proposedDay
        ).required()
        let reason = Field(
            .closedReason, of: .households, hint: localized("如 死亡、迁出本镇", "such as death, left the township")
        ).required()
        return Form(
            title: kind.title, rule: kind.rule, names: rows.map(\.household.head),
            fields: kind == .closed ? [day, reason] : [day]
        ) { answers throws(FieldErrors) in
            let reason = try answers.text(FieldKey(.closedReason))
            let day = try answers.day(kind.dayColumn)
            let event: HouseholdEvent =
                switch kind {
                case .lifted: .lifted
                case .returned: .returned
                // The others happen to one household at a time and are not offered here.
                case .closed, .newHead, .split, .merged, .moved: .closed(reason: reason)
                }
            return rows.map { row in
                if let obstacle = HouseholdRules.obstacle(to: kind, row.household) {
                    return PlannedRow(row.named, not: obstacle.text)
                }
                return PlannedRow(row.named, .changeHousehold(HouseholdChange(row.household, event, on: day)))
            }
        }.starting(at: kind.dayColumn)
    }

    /// The form to say that people have left on a day.
    static func leave(_ rows: [PersonRow], _ context: Context) -> Form {
        let fields = [
            Field(
                .leftOn, of: .people, hint: localized("第一天不再在岗", "first day no longer serving"),
                proposing: context.proposedDay
            ).required(),
            Field(.leftReason, of: .people, hint: localized("如 调离、退休、去世", "such as transferred, retired, died")),
        ]
        return Form(
            title: localized("离开", "Left"), rule: localized("离开日起不再计为在岗", "Not serving from that day"),
            names: rows.map(\.person.name), fields: fields
        ) {
            answers throws(FieldErrors) in
            let read = try Person.blank.setting(answers)
            let day = try answers.day(.leftOn)
            return rows.map { row in
                if let left = row.person.leftOn {
                    return PlannedRow(row.named, not: localized("已于 \(left) 离开", "left on \(left) already"))
                }
                let households =
                    row.households > 0
                    ? localized(
                        "在帮扶 \(row.households) 户，之后要移交",
                        "helps \(plural(row.households, "household")), to be handed over") : ""
                return PlannedRow(
                    row.named,
                    .change(row.person) {
                        $0.leftOn = day
                        $0.leftReason = read.leftReason
                    }, remark: households)
            }
        }.starting(at: .leftOn)
    }

    /// The form to exempt members from being paired, for one reason, or to take that back.
    static func exempt(_ rows: [PersonRow]) -> Form {
        let fields = [Field(.exemption, of: .people, hint: localized("留空即不免", "empty for not exempt"))]
        let rule = localized(
            "写明原因（如年老、患病、外出）的党员不计入党员覆盖率", "Members with a reason (old, ill, away) are out of the members' coverage")
        return Form(title: localized("免结对", "Exempt"), rule: rule, names: rows.map(\.person.name), fields: fields) {
            answers throws(FieldErrors) in
            let reason = try Person.blank.setting(answers).exemption
            return rows.map { row in
                guard row.person.category.isPartyMember else {
                    return PlannedRow(row.named, not: localized("不是党员，不用免", "no member, nothing to exempt"))
                }
                return PlannedRow(row.named, .change(row.person) { $0.exemption = reason })
            }
        }
    }

    /// The form to move members to one branch or group; what they were members of before is kept with its days.
    static func move(_ rows: [PersonRow], _ context: Context) -> Form {
        let fields = [
            Field(
                .endedOn, of: .posts, label: localized("转入日期", "From"), hint: localized("新支部的第一天", "first day there"),
                proposing: context.proposedDay
            ).required(),
            Field(
                .organization, of: .posts, label: localized("转到", "Move to"),
                hint: localized("支部或党小组", "branch or group")),
            Field(
                .startedOn, of: .posts, label: localized("在原支部自", "Member since"),
                hint: localized("到岗日期没有填的人用它", "for those without an arrival date")
            ).required(false),
        ]
        let rule = localized(
            "原支部的党员关系连同起止日期记入任职；转移以前各日的数字仍算原支部的",
            "The former membership is kept with its days; figures of days before stay with the former branch")
        let title = localized("转到别的支部或党小组", "Move to a branch or group")
        return Form(title: title, rule: rule, names: rows.map(\.person.name), fields: fields) {
            answers throws(FieldErrors) in
            let to = try answers.filled(FieldKey(.organization))
            let day = try answers.day(.endedOn)
            let given = answers[.startedOn].isEmpty ? nil : try answers.day(.startedOn)
            return rows.map { row in
                guard row.person.category.isPartyMember else {
                    return PlannedRow(row.named, not: localized("不是党员，没有党员关系", "no member"))
                }
                guard let since = row.person.arrivedOn ?? given else {
                    return PlannedRow(
                        row.named, not: localized("没有到岗日期，请填“在原支部自”", "no arrival date; fill in Member since"))
                }
                return PlannedRow(row.named, .move(row.person, to: Code(to), on: day, since: since))
            }
        }.dated(by: .endedOn).starting(at: .endedOn)
    }

    /// The form to void activities on a day, for one reason.
    static func void(_ rows: [ActivityRow], _ context: Context) -> Form {
        Form(
            title: localized("作废活动", "Void activities"), rule: voidRule, names: rows.map(\.activity.id.text),
            fields: voidFields(context)
        ) {
            answers throws(FieldErrors) in
            let read = try Activity.blank.setting(answers)
            let day = try answers.day(.voidedOn)
            return rows.map {
                PlannedRow(
                    localized("\($0.activity.id)《\($0.activity.title)》", "\($0.activity.id) \($0.activity.title)"),
                    .voidActivity($0.activity.id, on: day, reason: read.voidReason))
            }
        }
    }

    /// The form for a dated change of organizations or cooperatives.
    static func datedChange(_ records: [AnyRecord], _ change: DatedChange, _ context: Context) -> Form {
        let table = records.first?.table ?? .organizations
        return Form(
            title: change.title, rule: change.rule, names: records.map { DatedChange.name(of: $0) },
            fields: change.fields(of: table, [:], context)
        ) { answers throws(FieldErrors) in
            for column in change.columns { _ = try answers.filled(FieldKey(column)) }
            return records.map { planned($0, change, answers) }
        }
    }

    private static func planned(_ record: AnyRecord, _ change: DatedChange, _ answers: Answers) -> PlannedRow {
        let called = DatedChange.name(of: record)
        let name = localized("\(called)（\(record.key)）", "\(called) (\(record.key))")
        if let standing = change.columns.map({ record.record.text($0) }).first(where: { !$0.isEmpty }) {
            return PlannedRow(
                name, not: localized("已有\(change.title)日期 \(standing)", "already has that day: \(standing)"))
        }
        do throws(FieldErrors) {
            return PlannedRow(name, try .correct(record, answers))
        } catch {
            return PlannedRow(name, not: error.errors.map(\.sentence).joined(separator: localized("；", "; ")))
        }
    }
}

extension Act {
    /// The correction of a person as they are seen.
    fileprivate static func change(_ person: Person, _ change: (inout Person) -> Void) -> Act {
        var after = person
        change(&after)
        return .correct(from: AnyRecord(person), to: AnyRecord(after))
    }
}

extension HouseholdRow {
    /// `张德富（H0001）`.
    var named: String { localized("\(household.head)（\(household.id)）", "\(household.head) (\(household.id))") }
}

extension PersonRow {
    /// `王建国（P0001）`.
    var named: String { localized("\(person.name)（\(person.id)）", "\(person.name) (\(person.id))") }
}
