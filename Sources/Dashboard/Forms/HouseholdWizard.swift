import PartyWork

// The household wizard: what happened to this household? Seven answers, a form for each, then what would be changed.

extension Menu {
    /// What may have happened to a household, each with what it does, or why it cannot have.
    static func happened(to row: HouseholdRow, _ context: Context) -> Menu {
        let items = HouseholdEvent.Kind.allCases.map { kind in
            guard let obstacle = HouseholdRules.obstacle(to: kind, row.household) else {
                return Item(kind.rawValue, detail: kind.explanation, .form(.happened(kind, to: row, context)))
            }
            let reason = "现在不能：\(obstacle.text)"
            return Item(kind.rawValue, detail: reason, .notice("“\(kind.rawValue)”\(reason)"))
        }
        return Menu(
            title: "\(row.household.head)（\(row.household.id)）：这户发生了什么？",
            lines: [row.standing + (row.helpers.isEmpty ? "" : "，帮扶人 \(row.helperNames)")], items: items)
    }
}

extension HouseholdRow {
    /// Where it lives, its state and its people, in a line.
    fileprivate var standing: String { "\(villageName)，\(stateTitle)，\(household.headcount) 人" }
}

extension Form {
    /// The form for one of the seven; saving shows first what would be changed.
    static func happened(_ kind: HouseholdEvent.Kind, to row: HouseholdRow, _ context: Context) -> Form {
        let household = row.household
        let former = row.helpers.filter(\.serves).map { Candidate(key: $0.id.text, name: $0.name) }
        let own = Field(.name, .fixed, label: "这一户", value: "\(household.head)，\(row.standing)")
        let day = Field(
            kind.dayColumn, .day, label: "\(kind.dayWord)日期", value: context.proposedDay.description,
            hint: "第一天算新情况，如 6-15、今天")
        let title = "\(kind.rawValue)：\(household.head)（\(household.id)）"
        return Form(
            title: title, rule: kind.rule, fields: [own] + fields(of: kind, row, former, day), isPreviewed: true
        ) { cells, _ throws(RecordFaults) in
            let read = EventCells(cells: cells, household: household, former: former.map { Person.ID($0.key) })
            return .changeHousehold(try read.change(kind))
        }
    }

    private static func fields(
        of kind: HouseholdEvent.Kind, _ row: HouseholdRow, _ former: [Candidate], _ day: Field
    ) -> [Field] {
        let household = row.household
        let helping = Field.Kind.pick(.helpers(of: household.village, besides: nil), several: true)
        func helpers(_ column: PartyWork.Column, _ label: String) -> Field {
            Field(column, helping, label: label, chosen: former, hint: "退格去掉，输入加人")
        }
        switch kind {
        case .newHead:
            return [
                Field(.head, .text, label: "新户主", hint: "必填"),
                Field(.headcount, .number, label: "现在人口", value: String(household.headcount), hint: "原户主不在了就减 1"),
                day, Field(.reason, .text, hint: "如 去世、外出，可不填"),
            ]
        case .split:
            return [
                Field(.householdID, .text, label: "新户编号", value: "\(household.id)-2", hint: "可改，不能与别户相同"),
                Field(.head, .text, label: "新户户主", hint: "必填"),
                Field(.headcount, .number, label: "分出人口", hint: "1 至 \(household.headcount - 1)"),
                day, helpers(.personID, "原户帮扶人"), helpers(.participants, "新户帮扶人"),
            ]
        case .merged:
            let others = Field.Kind.pick(.mergers(with: household), several: false)
            return [
                Field(.householdID, others, label: "并入哪一户", hint: "必填"), day,
                Field(.endReason, .choice(HelperWord.merging), label: "原帮扶人", value: HelperWord.follow),
            ]
        case .moved:
            return [
                Field(.village, .pick(.villages, several: false), label: "迁到", hint: "必填"), day,
                helpers(.personID, "帮扶人"),
            ]
        case .lifted:
            return [day, Field(.endReason, .choice(HelperWord.lifting), label: "结对", value: HelperWord.keep)]
        case .returned: return [day, helpers(.personID, "帮扶人")]
        case .closed: return [day, Field(.closedReason, .text, hint: "如 死亡、迁出本镇")]
        }
    }
}

/// The words of what becomes of the helpers.
private enum HelperWord {
    static let keep = "保留"
    static let end = "结束"
    static let follow = "转帮并入户"
    static let lifting = [keep, end]
    static let merging = [follow, end]
}

extension HouseholdEvent.Kind {
    /// What follows from it, in a sentence.
    var rule: String {
        switch self {
        case .newHead: "户编号、结对、以前的记录都不变；变更日期记入流水"
        case .split: "新户自分户日起计入，村、致贫原因和状态与原户相同；每位帮扶人可留在原户、去新户或两户都帮；未脱贫户须一直有在岗帮扶人"
        case .merged: "这户自并户日起销户，人口加到并入的户；它的结对当天结束"
        case .moved: "户编号不变；各村的数字按现在的村计，已签收的月份不变。须一直有在岗帮扶人"
        case .lifted: "脱贫日起不再计入未脱贫户；结对可以保留；以前脱贫又返贫的经过转入户状态"
        case .returned: "返贫日起重新计入未脱贫户，须有在岗帮扶人；原脱贫日期保留"
        case .closed: "销户日起不再计入任何数字，记录保留；在帮扶的结对当天结束，原因“销户”"
        }
    }

    fileprivate var dayWord: String { self == .newHead ? "变更" : rawValue }
}

/// The cells of a wizard's form, read into a change.
private struct EventCells {
    let cells: [PartyWork.Column: String]
    let household: Household
    /// The helpers that the form was opened with.
    let former: [Person.ID]

    func change(_ kind: HouseholdEvent.Kind) throws(RecordFaults) -> HouseholdChange {
        let (event, helpers) = try event(kind)
        let day = try CellRules.required(kind.dayColumn, in: cells)
        return HouseholdChange(household, event, on: day, helpers: helpers)
    }

    private func event(_ kind: HouseholdEvent.Kind) throws(RecordFaults) -> (HouseholdEvent, [Person.ID]?) {
        switch kind {
        case .newHead:
            let read = try household.setting(only([.head, .headcount]))
            return (.newHead(read.head, headcount: read.headcount, reason: try text(.reason)), nil)
        case .split:
            let read = try Household.blank.setting(only([.householdID, .head, .headcount]))
            let part = HouseholdEvent.Part(
                id: read.id, head: read.head, headcount: read.headcount, helpers: people(.participants))
            return (.split(part), staff)
        case .merged:
            let id = Household.ID(try filled(.householdID))
            return (.merged(into: id, helpersFollow: cells[.endReason] == HelperWord.follow), nil)
        case .moved: return (.moved(to: Code(try filled(.village))), staff)
        case .lifted: return (.lifted, cells[.endReason] == HelperWord.end ? [] : nil)
        case .returned: return (.returned, staff)
        case .closed: return (.closed(reason: try text(.closedReason)), nil)
        }
    }

    /// The helpers of the household; nil where the field was left alone.
    private var staff: [Person.ID]? {
        let chosen = people(.personID)
        return chosen == former ? nil : chosen
    }

    private func people(_ column: PartyWork.Column) -> [Person.ID] {
        (cells[column] ?? "").split(separator: ";").map { Person.ID(String($0)) }
    }

    private func only(_ columns: Set<PartyWork.Column>) -> [PartyWork.Column: String] {
        cells.filter { columns.contains($0.key) }
    }

    private func filled(_ column: PartyWork.Column) throws(RecordFaults) -> String {
        guard let cell = cells[column], !cell.isEmpty else { throw RecordFaults([FieldFault(column, .missing)]) }
        return cell
    }

    private func text(_ column: PartyWork.Column) throws(RecordFaults) -> String {
        let cell = cells[column] ?? ""
        if let fault = CellRules.fault(in: cell, of: column) { throw RecordFaults([FieldFault(column, fault)]) }
        return cell
    }
}
