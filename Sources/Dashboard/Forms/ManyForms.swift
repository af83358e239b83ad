import PartyWork

/// Forms that change many chosen rows alike. Whether a row can be changed is said by the ledger's own rules, when it
/// rehearses the acts; only what the menu of a single row would not offer is left out here.
extension Form {
    /// The form for what happened to households on one day: lifted, returned or closed.
    static func happened(_ kind: HouseholdEvent.Kind, to rows: [HouseholdRow], _ context: Context) -> Form {
        let day = Field(
            kind.dayColumn, .day, hint: localized("如 6-15、615、今天", "such as 6-15, 615, today"),
            proposing: context.proposedDay)
        let reason = Field(.closedReason, .text, hint: localized("如 死亡、迁出本镇", "such as death, left the township"))
        return Form(
            title: kind.title, rule: kind.rule, names: rows.map(\.household.head),
            fields: kind == .closed ? [day, reason] : [day]
        ) { cells throws(RecordFaults) in
            let reason = try Household.blank.setting(cells.only([.closedReason])).closedReason
            let day = try CellRules.required(kind.dayColumn, in: cells)
            let event: HouseholdEvent =
                switch kind {
                case .lifted: .lifted
                case .returned: .returned
                default: .closed(reason: reason)
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
                .leftOn, .day, hint: localized("第一天不再在岗", "first day no longer serving"),
                proposing: context.proposedDay),
            Field(.leftReason, .text, hint: localized("如 调离、退休、去世", "such as transferred, retired, died")),
        ]
        return Form(
            title: localized("离开", "Left"), rule: localized("离开日起不再计为在岗", "Not serving from that day"),
            names: rows.map(\.person.name), fields: fields
        ) {
            cells throws(RecordFaults) in
            let read = try Person.blank.setting(cells.only([.leftOn, .leftReason]))
            let day = try required(.leftOn, in: read.leftOn)
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
        let fields = [Field(.exemption, .text, hint: localized("留空即不免", "empty for not exempt"))]
        let rule = localized(
            "写明原因（如年老、患病、外出）的党员不计入党员覆盖率", "Members with a reason (old, ill, away) are out of the members' coverage")
        return Form(title: localized("免结对", "Exempt"), rule: rule, names: rows.map(\.person.name), fields: fields) {
            cells throws(RecordFaults) in
            let reason = try Person.blank.setting(cells.only([.exemption])).exemption
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
                .endedOn, .day, label: localized("转入日期", "From"), hint: localized("新支部的第一天", "first day there"),
                proposing: context.proposedDay),
            Field(
                .organization, .pick(.anyOrganization, several: false), label: localized("转到", "Move to"),
                hint: localized("支部或党小组，必填", "branch or group")),
            Field(
                .startedOn, .day, label: localized("在原支部自", "Member since"),
                hint: localized("到岗日期没有填的人用它", "for those without an arrival date")),
        ]
        let rule = localized(
            "原支部的党员关系连同起止日期记入任职；转移以前各日的数字仍算原支部的",
            "The former membership is kept with its days; figures of days before stay with the former branch")
        let title = localized("转到别的支部或党小组", "Move to a branch or group")
        return Form(title: title, rule: rule, names: rows.map(\.person.name), fields: fields) {
            cells throws(RecordFaults) in
            guard let to = cells[.organization], !to.isEmpty else {
                throw RecordFaults([FieldFault(.organization, .missing)])
            }
            let read = try Post.blank.setting(cells.only([.startedOn, .endedOn]).filter { !$0.value.isEmpty })
            let day = try required(.endedOn, in: read.endedOn)
            let given = (cells[.startedOn] ?? "").isEmpty ? nil : read.startedOn
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
        let fields = [
            Field(.voidedOn, .day, proposing: context.today),
            Field(.voidReason, .text, hint: localized("必填", "required")),
        ]
        let rule = localized(
            "作废的活动保留在台账里，不再计数；原因随记录保存",
            "A void activity stays in the ledger and counts no more; the reason is kept with it")
        return Form(
            title: localized("作废活动", "Void activities"), rule: rule, names: rows.map(\.activity.id.text), fields: fields
        ) {
            cells throws(RecordFaults) in
            let read = try Activity.blank.setting(cells.only([.voidedOn, .voidReason]))
            let day = try required(.voidedOn, in: read.voidedOn)
            return rows.map {
                PlannedRow(
                    localized("\($0.activity.id)《\($0.activity.title)》", "\($0.activity.id) \($0.activity.title)"),
                    .voidActivity($0.activity.id, on: day, reason: read.voidReason))
            }
        }
    }

    /// The form for a dated change of organizations or cooperatives.
    static func mark(_ records: [AnyRecord], _ mark: Mark, _ context: Context) -> Form {
        let table = records.first?.table ?? .organizations
        let fields = mark.columns.map { column in
            Field(
                column, of: table, value: "", isKey: false,
                proposing: table[column]?.isDay ?? false ? context.proposedDay : nil)
        }
        return Form(title: mark.title, rule: mark.rule, names: records.map { Mark.name(of: $0) }, fields: fields) {
            cells throws(RecordFaults) in
            let given = cells.only(mark.columns)
            if let empty = mark.columns.first(where: { (given[$0] ?? "").isEmpty }) {
                throw RecordFaults([FieldFault(empty, .missing)])
            }
            var rows: [PlannedRow] = []
            for record in records {
                let name = localized(
                    "\(Mark.name(of: record))（\(record.key)）", "\(Mark.name(of: record)) (\(record.key))")
                let standing = mark.columns.compactMap { record.cells[$0] }.first { !$0.isEmpty }
                if let standing {
                    rows.append(
                        PlannedRow(
                            name, not: localized("已有\(mark.title)日期 \(standing)", "already has that day: \(standing)")))
                    continue
                }
                do throws(RecordFaults) {
                    rows.append(PlannedRow(name, .correct(from: record, to: try record.setting(given))))
                } catch {
                    rows.append(PlannedRow(name, not: Refusal.faults(error.faults).text))
                }
            }
            return rows
        }
    }

    /// What a column must hold.
    static func required<Value>(_ column: PartyWork.Column, in value: Value?) throws(RecordFaults) -> Value {
        guard let value else { throw RecordFaults([FieldFault(column, .missing)]) }
        return value
    }
}

extension [PartyWork.Column: String] {
    /// The cells of some columns.
    func only(_ columns: [PartyWork.Column]) -> [PartyWork.Column: String] { filter { columns.contains($0.key) } }
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
