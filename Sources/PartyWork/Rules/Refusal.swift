/// Why the ledger does not do what was asked.
///
/// Data when thrown; `text` says it: what is wrong, what to do next.
package enum Refusal: Error, Hashable, Sendable {
    /// Fields that break a rule.
    case faults([FieldFault])
    /// A record with the key is there already.
    case keyTaken(TableSchema, RecordKey)
    /// No record has the key.
    case notFound(TableSchema, RecordKey)
    /// The key of a record may not be changed.
    case keyChanged(Column)
    /// Someone changed the record after the officer opened it.
    case changedMeanwhile(TableSchema, RecordKey)
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
    case changedSince(entry: Int, by: Int, Deed)
    /// Later rows refer to a row that would go.
    case stillReferenced(entry: Int, what: String)
    /// The step cannot follow the state the month is in.
    case stepOutOfOrder(branch: String, Month, MonthState, MonthStep.Kind)
    /// The step is too early.
    case monthNotOver(Month, MonthStep.Kind, from: Day)
    /// What is written would change what counts in a signed month of the branch.
    case monthLocked(branch: String, Code, Month, officer: String, on: Day)
    /// Rows of the table are written by acts of their own.
    case hasOwnAct(TableSchema)
    /// A step of a month is never corrected.
    case stepIsFixed
    /// The step led to a signature, which stays whatever follows.
    case signedSince(entry: Int, branch: String, Month)
    /// A signature cannot be restored over figures that have changed since.
    case signedOtherwise(branch: String, Month)
    /// The file is no copy that was made to be brought back.
    case notParted
    /// The copy parted from another ledger, or from a past that this one does not have.
    case foreignCopy
    /// The ledger is the copy itself.
    case ownCopy
    /// Rows of a copy of which something is to be chosen, or that a rule refuses.
    case unsettledMerge(Int)
    /// The entry is not there on a day: not registered yet, struck, or one above it is.
    case entryGone(String, String, on: Day)
    /// An entry lacks what a state asks for.
    case stepLacks(String, String, String, [StepLack])
    /// The register is restricted, and that was not asked for.
    case restricted(String)
    /// The account has no row among the officers; whom to ask.
    case notAnOfficer(account: String, administrators: [String])
    /// The account lacks the right; who has it.
    case notPermitted(Right, holders: [String], administrators: [String] = [])
    /// The account has the right, but not there; who has it there.
    case outsideRange(Right, Code, holders: [String], administrators: [String] = [])
    /// Who submitted a month does not accept it.
    case ownMonth(branch: String, Month)
    /// Nobody would be left who may manage officers.
    case noAdministrator
    /// The scope covers no organization.
    case emptyScope(String)
    /// There is no township, or several that share no county, so that a scope must be named.
    case noStandardScope

    /// What is wrong and what to do next.
    package var text: String { text(.onScreens) }

    /// The sentence where words are typed as files have them, as on the command line.
    package func text(_ naming: Naming) -> String {
        switch self {
        case .faults(let faults): faults.map { $0.text(naming) }.joined(separator: localized("；", "; "))
        case .keyTaken(.pairings, let key):
            localized(
                "结对“\(key)”已登记过，同一天不能再登记一次；请换一个开始日期",
                "The pairing \"\(key)\" from that day exists already; choose another first day")
        case .keyTaken(let table, let key) where TableSchema.definitions.contains(table):
            localized(
                "\(table.title)“\(key)”已经有了，请换一个名称，或选中它按 F4 修改",
                "The \(table.rowTitle) \"\(key)\" is there already; choose another name, or edit that one")
        case .keyTaken(let table, let key):
            localized(
                "\(table.title)“\(key)”已存在，请换一个编号，或打开原记录修改",
                "The \(table.rowTitle) \"\(key)\" exists already; take another number, or edit that one")
        case .notFound(let table, let key):
            localized("找不到\(table.title)“\(key)”，请核对编号", "There is no \(table.rowTitle) \"\(key)\"; check the number")
        case .keyChanged(let column):
            localized(
                "「\(column.header)」是编号，不能修改；如登记错了，请另外登记一条",
                "\"\(column.title)\" identifies the row and cannot change; if it is wrong, add another")
        case .changedMeanwhile(let table, let key):
            localized(
                "\(table.title)“\(key)”刚被别人改过，未保存；请对照两边的内容后再存",
                "Not saved: someone just changed the \(table.rowTitle) \"\(key)\"; compare both, then save")
        case .nothingChanged: localized("没有改动，什么都没有保存", "Nothing was changed, so nothing was saved")
        case .inFuture(let column, let day):
            localized(
                "「\(column.header)」\(day) 晚于今天，请填今天或以前的日期",
                "\(column.title): \(day) is after today; give today or an earlier day")
        case .helperGone(let name, let day):
            localized("\(name) 自 \(day) 起已离开，不能作帮扶人，请另选", "\(name) left on \(day) and cannot help; choose another")
        case .householdClosed(let head, let day):
            localized("\(head) 户已于 \(day) 销户，不能再结对", "\(head)'s household was closed on \(day) and cannot be paired")
        case .alreadyPaired(let head, let helper, let day):
            localized(
                "\(helper) 与 \(head) 户自 \(day) 起已结对，不必重复",
                "\(helper) has been paired with \(head)'s household since \(day) already")
        case .notPaired(let household, let helper, let day):
            localized(
                "户 \(household) 与 \(helper) 在 \(day) 没有结对，请核对编号和日期",
                "Household \(household) and \(helper) are not paired on \(day); check numbers and date")
        case .replacesSelf(let name):
            localized("接替人不能是 \(name) 本人，请另选", "\(name) cannot be their own successor; choose another")
        case .household(let obstacle): obstacle.text
        case .leavesPoorHousehold(_, let head, let day):
            localized(
                "不脱贫不脱钩：\(head) 户 \(day) 仍未脱贫，结束后没有在岗帮扶人；请同时指定接替人",
                "\(head)'s household is still poor on \(day) and would have no serving helper; name a successor")
        case .sentenceMissing: localized("“录入有误”须用一句话说明原因", "\"Entered in error\" needs a sentence that says why")
        case .voidedAlready(let id, let day):
            localized("活动 \(id) 已于 \(day) 作废", "Activity \(id) was voided on \(day) already")
        case .checklistOver(let name, let day):
            localized(
                "清单《\(name)》\(day) 已截止，请填截止以前的日期，或先修改截止日期",
                "The checklist \"\(name)\" is over on \(day); give an earlier day, or first change its end")
        case .checklistInUse(let column):
            localized(
                "此清单已有勾选或免除，不能再改「\(column.header)」；请把它截止，另立一份清单",
                "\"\(column.title)\" cannot change: the list has ticks or waivers; end it, and make another")
        case .markedAlready(let name, let subject):
            localized(
                "清单《\(name)》里“\(subject)”已有同一天的勾选或同一期间的免除，不必重复",
                "\"\(subject)\" is ticked for the day or waived for the period already in \"\(name)\"")
        case .nothingToUndo: localized("没有可以撤销的操作", "There is nothing to undo")
        case .noEntry(let entry): localized("流水没有第 \(entry) 条", "The journal has no entry \(entry)")
        case .undoneAlready(let entry): localized("流水第 \(entry) 条已经撤销过了", "Entry \(entry) was undone already")
        case .changedSince(let entry, let later, let deed):
            localized(
                "不能撤销第 \(entry) 条：之后第 \(later) 条又改过同一内容（\(deed.text)），请先撤销后者",
                "Entry \(entry) cannot be undone: entry \(later) changed the same since (\(deed.text)); undo that first"
            )
        case .stillReferenced(let entry, let what):
            localized("不能撤销第 \(entry) 条：\(what)", "Entry \(entry) cannot be undone: \(what)")
        case .stepOutOfOrder(let branch, let month, let state, let step):
            localized(
                "\(branch) \(month.title)\(state.title)，现在只能\(state.next.map(\.title).listed)，不能\(step.title)",
                "\(branch) \(month.title) is \(state.title); next: \(state.next.map(\.title).listed), not \(step.title)"
            )
        case .monthNotOver(let month, let step, let day):
            localized(
                "\(month.title)还没过完，\(day) 起才能\(step.title)",
                "\(month.title) is not over yet: \(step.title) from \(day) on")
        case .monthLocked(let branch, let code, let month, let officer, let day):
            localized(
                "\(branch) \(month.title)的月报已由 \(officer) 于 \(day) 接收并锁定；要改先重开，写明原因：看板“9 月报”按 ^W，"
                    + "或 zhibu month reopen \(code) \(month) --reason 原因",
                "\(branch) \(month.title) was accepted by \(officer) on \(day) and is locked; reopen it first, with a reason: "
                    + "^W on the page of months (9), or zhibu month reopen \(code) \(month) --reason REASON")
        case .hasOwnAct(let table):
            localized(
                "\(table.title)有它自己的登记办法，不能直接新增", "A \(table.rowTitle) is not added by itself, but by an act of its own"
            )
        case .stepIsFixed:
            localized("月报的步骤不能修改，请撤销，或办下一步", "Steps of a month never change: undo the step, or take the next one")
        case .signedSince(let entry, let branch, let month):
            localized(
                "不能撤销第 \(entry) 条：\(branch) \(month.title)此后签收过，签收的数字要留着；要更正请重开，再上报、接收",
                "Entry \(entry) cannot be undone: \(branch) \(month.title) was accepted since, and what was signed is kept; "
                    + "reopen it, then submit and accept it again")
        case .signedOtherwise(let branch, let month):
            localized(
                "\(branch) \(month.title)的数字在重开后变过，不能恢复原来的签收；请重新接收",
                "The figures of \(branch) \(month.title) have changed since they were signed; accept them anew")
        case .notParted:
            localized(
                "这不是带出去用的副本；副本用 zhibu backup --for 编码 文件 做出",
                "This is no copy made to be brought back; zhibu backup --for CODE FILE makes one")
        case .foreignCopy:
            localized(
                "这个副本不是从本台账分出去的，或分出去以后本台账已恢复成更早的备份；不能并入",
                "The copy did not part from this ledger, or this one was restored to a time before; it cannot be brought back"
            )
        case .ownCopy:
            localized("打开的就是这个副本；请打开它分出来的那本台账再并入", "The ledger is that copy itself; open the one it parted from")
        case .unsettledMerge(let count):
            localized(
                "副本有 \(count) 行要先选定或处理，什么都没有保存；全部照一边办请加 --take mine 或 --take theirs",
                "\(plural(count, "row")) of the copy must be decided first, nothing was saved; --take mine or --take theirs decides all"
            )
        case .entryGone(let register, let number, let day):
            localized(
                "\(register) \(number) 在 \(day) 还没有登记，或已注销，请核对日期",
                "\(register) \(number) is not there on \(day): not registered yet, or struck; check the date")
        case .stepLacks(let register, let number, let state, let lacks):
            localized(
                "\(register) \(number) 还不能到“\(state)”：\(lacks.map(\.text).joined(separator: "；"))",
                "\(register) \(number) cannot get to \"\(state)\" yet: \(lacks.map(\.text).joined(separator: "; "))")
        case .restricted(let register):
            localized(
                "登记簿“\(register)”限阅，要看请加 --restricted",
                "the register \"\(register)\" is restricted; add --restricted to see it")
        case .notAnOfficer(let account, let administrators):
            localized(
                "账号“\(account)”没有登记为经办人，打不开这本台账；请找管理员\(Refusal.named(administrators))登记",
                "The account \"\(account)\" is no officer of this ledger; ask an administrator\(Refusal.named(administrators))"
            )
        case .notPermitted(let right, let holders, let administrators):
            localized(
                "没有“\(right.title)”的权限；有这项权限的\(holders.isEmpty ? "还没有人，请找管理员\(Refusal.named(administrators))登记" : "是 \(holders.listed)")",
                "The right is missing \(right.title); \(holders.isEmpty ? "nobody has it, ask an administrator\(Refusal.named(administrators))" : "\(holders.listed) may")"
            )
        case .outsideRange(let right, let code, let holders, let administrators):
            localized(
                "\(code) 不在你的范围内，不能“\(right.title)”；\(holders.isEmpty ? "还没有人管这里，请找管理员\(Refusal.named(administrators))登记" : "那里归 \(holders.listed)")",
                "\(code) is outside your range \(right.title); \(holders.isEmpty ? "nobody has it there, ask an administrator\(Refusal.named(administrators))" : "there \(holders.listed) may")"
            )
        case .ownMonth(let branch, let month):
            localized(
                "\(branch) \(month.title)的月报是你自己上报的，要由别人接收",
                "You submitted \(branch) \(month.title) yourself; somebody else must accept it")
        case .noAdministrator:
            localized(
                "这样就没有今天起作用的管理员了，谁也改不了权限；请先登记一名管理员",
                "No administrator would be left today, and nobody could change rights; first add one")
        case .emptyScope(let scope):
            localized("范围“\(scope)”内没有任何组织，请核对编码", "There is no organization in the scope \"\(scope)\"; check the code")
        case .noStandardScope:
            localized(
                "无法确定默认范围（台账为空，或各乡镇不属同一省市县），请用 --scope 指明编码",
                "No scope to start from (an empty ledger, or townships of several counties); give a code with --scope")
        }
    }

    private static func named(_ names: [String]) -> String {
        names.isEmpty ? "" : localized("（\(names.listed)）", " (\(names.listed))")
    }
}
