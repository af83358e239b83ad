/// Why the ledger does not do what was asked. Data when thrown; `text` says it in Chinese: what is wrong, what to do next.
package enum Refusal: Error, Hashable, Sendable {
    /// Fields that break a rule.
    case faults([FieldFault])
    /// A record with the key is there already.
    case keyTaken(Table, RecordKey)
    /// No record has the key.
    case notFound(Table, RecordKey)
    /// The key of a record may not be changed.
    case keyChanged(Column)
    /// Someone changed the record after the officer opened it.
    case changedMeanwhile(Table, RecordKey)
    /// The act would leave everything as it is.
    case nothingChanged
    /// The day lies after today.
    case inFuture(Column, Day)
    /// The person does not serve on the day.
    case helperGone(name: String, leftOn: Day)
    /// The household is closed on the day.
    case householdClosed(head: String, closedOn: Day)
    /// The two are paired already on the day.
    case alreadyPaired(head: String, helper: String, since: Day)
    /// The two are not paired on the day.
    case notPaired(household: String, helper: String, on: Day)
    /// A helper cannot take over from themselves.
    case replacesSelf(name: String)
    /// What happened to a household cannot have happened so.
    case household(HouseholdObstacle)
    /// 不脱贫不脱钩.
    case leavesPoorHousehold(Household.ID, head: String, on: Day)
    /// 录入有误 asks for a sentence.
    case sentenceMissing
    /// The activity is void already.
    case voidedAlready(Activity.ID, on: Day)
    /// What recurs is in effect no longer on the day.
    case checklistOver(String, on: Day)
    /// There are ticks or waivers of the checklist, to which the column belongs.
    case checklistInUse(Column)
    /// Someone ticked the subject for the day already, or waived it.
    case markedAlready(String, subject: String)
    /// There is nothing to take back.
    case nothingToUndo
    /// The journal has no entry of the number.
    case noEntry(Int)
    /// The entry was taken back already.
    case undoneAlready(entry: Int)
    /// A later entry changed one of the entry's rows.
    case changedSince(entry: Int, by: Int, summary: String)
    /// Later rows refer to a row that would go.
    case stillReferenced(entry: Int, what: String)
    /// The step cannot follow the state the month is in.
    case stepOutOfOrder(branch: String, Month, MonthState, MonthStep.Kind)
    /// The step is too early.
    case monthNotOver(Month, MonthStep.Kind, from: Day)
    /// What is written would change what counts in a signed month of the branch.
    case monthLocked(branch: String, Code, Month, officer: String, on: Day)
    /// A step of a month is never corrected.
    case stepIsFixed
    /// A signature cannot be restored over figures that have changed since.
    case signedOtherwise(branch: String, Month)
    /// The scope covers no organization.
    case emptyScope(String)
    /// There is no township, or several that share no county, so that a scope must be named.
    case noStandardScope

    /// What is wrong and what to do next.
    package var text: String {
        switch self {
        case .faults(let faults): faults.map(\.text).joined(separator: "；")
        case .keyTaken(.pairings, let key): "结对“\(key)”已登记过，同一天不能再登记一次；请换一个开始日期"
        case .keyTaken(let table, let key): "\(table.title)“\(key)”已存在，请换一个编号，或打开原记录修改"
        case .notFound(let table, let key): "找不到\(table.title)“\(key)”，请核对编号"
        case .keyChanged(let column): "「\(column.rawValue)」是编号，不能修改；如登记错了，请另外登记一条"
        case .changedMeanwhile(let table, let key): "\(table.title)“\(key)”刚被别人改过，未保存；请对照两边的内容后再存"
        case .nothingChanged: "没有改动，什么都没有保存"
        case .inFuture(let column, let day): "「\(column.rawValue)」\(day) 晚于今天，请填今天或以前的日期"
        case .helperGone(let name, let day): "\(name) 自 \(day) 起已离开，不能作帮扶人，请另选"
        case .householdClosed(let head, let day): "\(head) 户已于 \(day) 销户，不能再结对"
        case .alreadyPaired(let head, let helper, let day): "\(helper) 与 \(head) 户自 \(day) 起已结对，不必重复"
        case .notPaired(let household, let helper, let day): "户 \(household) 与 \(helper) 在 \(day) 没有结对，请核对编号和日期"
        case .replacesSelf(let name): "接替人不能是 \(name) 本人，请另选"
        case .household(let obstacle): obstacle.text
        case .leavesPoorHousehold(_, let head, let day):
            "不脱贫不脱钩：\(head) 户 \(day) 仍未脱贫，结束后没有在岗帮扶人；请同时指定接替人"
        case .sentenceMissing: "“录入有误”须用一句话说明原因"
        case .voidedAlready(let id, let day): "活动 \(id) 已于 \(day) 作废"
        case .checklistOver(let name, let day): "清单《\(name)》\(day) 已截止，请填截止以前的日期，或先修改截止日期"
        case .checklistInUse(let column): "此清单已有勾选或免除，不能再改「\(column.rawValue)」；请把它截止，另立一份清单"
        case .markedAlready(let name, let subject): "清单《\(name)》里“\(subject)”已有同一天的勾选或同一期间的免除，不必重复"
        case .nothingToUndo: "没有可以撤销的操作"
        case .noEntry(let entry): "流水没有第 \(entry) 条"
        case .undoneAlready(let entry): "流水第 \(entry) 条已经撤销过了"
        case .changedSince(let entry, let later, let summary):
            "不能撤销第 \(entry) 条：之后第 \(later) 条又改过同一内容（\(summary)），请先撤销后者"
        case .stillReferenced(let entry, let what): "不能撤销第 \(entry) 条：\(what)"
        case .stepOutOfOrder(let branch, let month, let state, let step):
            "\(branch) \(month.title)\(state.title)，"
                + "现在只能\(state.next.map(\.rawValue).joined(separator: "、"))，不能\(step.rawValue)"
        case .monthNotOver(let month, let step, let day): "\(month.title)还没过完，\(day) 起才能\(step.rawValue)"
        case .monthLocked(let branch, let code, let month, let officer, let day):
            "\(branch) \(month.title)的月报已由 \(officer) 于 \(day) 接收并锁定；要改先重开，写明原因：看板“9 月报”按 ^W，"
                + "或 zhibu month reopen \(code) \(month) --reason 原因"
        case .stepIsFixed: "月报的步骤不能修改，请撤销，或办下一步"
        case .signedOtherwise(let branch, let month): "\(branch) \(month.title)的数字在撤销后变过，不能恢复原来的签收；请重新接收"
        case .emptyScope(let scope): "范围“\(scope)”内没有任何组织，请核对编码"
        case .noStandardScope: "无法确定默认范围（台账为空，或各乡镇不属同一省市县），请用 --scope 指明编码"
        }
    }
}
