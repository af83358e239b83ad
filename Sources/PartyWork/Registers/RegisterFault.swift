/// What is wrong with a definition of a register, an entry or a step (REGISTERS section 2, bad rows).
package enum RegisterFault: Hashable, Sendable {
    // Names
    case signInName(String)
    case onlyDigits
    case leadingHyphen
    case personalName
    case takenName
    case numberName
    // Definitions
    case positionTaken(Int)
    case notOfKind(String, [FieldKind])
    case optionsMissing
    case optionsUnfit
    case optionUnfit(String)
    case boundUnfit
    case boundsCrossed(String)
    case unfitFor(String)
    case circle
    case tooDeep
    case notHanging
    case notBelow(String, of: String)
    case condition(ConditionFault)
    /// So many entries, steps or cells use what would be taken away.
    case inUse(Int)
    /// A register is about what is neither a kind of the ledger's nor a register.
    case noSubject(String)
    /// So many entries or cells are of the day of retirement or later.
    case usedLater(Int)
    /// A condition of another row, which is named, could no longer be read.
    case conditionOf(String, ConditionFault)
    /// The register does not fit whom a checklist asks.
    case unfitRegister(String)
    /// A checklist that counts entries by itself is not ticked.
    case notTicked
    /// Activities and entries cannot both be counted.
    case countsTwice
    // Cells
    case notAnAmount(String)
    case notWhole(String)
    case below(String, bound: String)
    case above(String, bound: String)
    case retiredField(Day)
    case retiredRegister(Day)
    /// What the ledger keeps of the fields is no object of texts.
    case unreadableContent
    // Entries and steps
    case noField(String)
    case wrongSubject(String, RegisterSubject)
    case registeredBefore(Day)
    case laterThanBelow(Day)
    case noFlow(String)
    case notNext(String, after: String)
    case positionGap(Int, expected: Int)
    case before(Day)
    case afterEnd(Day)
    case firstNotOn(Day)

    /// What is wrong and what to do next.
    package var text: String {
        switch self {
        case .signInName(let sign): localized("名称里不能有“\(sign)”，请换一个写法", "a name has no \"\(sign)\"; write it otherwise")
        case .onlyDigits: localized("名称不能全是数字，请加上字", "a name is not digits alone; add a word")
        case .leadingHyphen: localized("名称不能以“-”开头，请换一个写法", "a name does not begin with -; write it otherwise")
        case .personalName:
            localized(
                "台账不保存证件号、银行账户、残疾等个人信息，名称里也不能有；请去掉，或换一个名称",
                "identity numbers, accounts and health are not kept, nor named; leave it out, or name it otherwise")
        case .takenName: localized("这个名称已有别的意思，请换一个", "this name has another meaning; choose another")
        case .numberName: localized("栏目名不能以“编号”结尾，请换一个", "the name of a field does not end in 编号; choose another")
        case .positionTaken(let number):
            localized("序号 \(number) 重复，请改成别的", "the number \(number) is taken; give another")
        case .notOfKind(let field, let kinds):
            localized(
                "栏目“\(field)”须是\(kinds.map(\.rawValue).joined(separator: "或"))，请选别的栏目",
                "the field \"\(field)\" must be of the kind \(kinds.map(\.english).joined(separator: " or ")); choose another"
            )
        case .optionsMissing: localized("选项须有 2–50 个，用 ; 隔开", "2 to 50 options are needed, separated by ;")
        case .optionsUnfit: localized("只有“选项”类型才有选项，请清空", "only a field of the kind option has options; empty it")
        case .optionUnfit(let option):
            localized(
                "选项“\(option)”最多 40 字，不能有“|”，请换一个写法",
                "an option has up to 40 characters and no |; write \"\(option)\" otherwise")
        case .boundUnfit: localized("只有整数、金额才有最小、最大，请清空", "only numbers have bounds; empty it")
        case .boundsCrossed(let least): localized("小于最小 \(least)，请改大", "is less than the least, \(least); raise it")
        case .unfitFor(let word): localized("“\(word)”不用填此项，请清空", "is not for \(word); empty it")
        case .circle: localized("登记簿互相挂靠成了一圈，请改对象", "the registers hang on each other in a circle; change the subject")
        case .tooDeep:
            localized("登记簿一层挂一层，最多四层，请改对象", "registers hang on one another four deep at most; change the subject")
        case .notHanging:
            localized(
                "只有挂在别的登记簿上的才能有此要求，请换一种要求，或改登记簿的对象",
                "only a register that hangs on another can ask this; ask otherwise, or change the subject")
        case .notBelow(let name, let register):
            localized(
                "“\(name)”没有挂在“\(register)”上，请选挂在它下面的登记簿",
                "\"\(name)\" does not hang on \"\(register)\"; choose one that does")
        case .condition(let fault): fault.text
        case .inUse(let count):
            localized(
                "已有 \(count) 处在用，不能去掉或收窄，请照原样留着；栏目或整本不再用，填停用日期",
                "\(count) use it, so it cannot be taken away or narrowed: leave it; a field or register out of use gets a day"
            )
        case .noSubject(let word):
            localized(
                "“\(word)”不能作对象，应为：\(RegisterSubject.own.map(\.word).listed)，或一本登记簿的名称",
                "entries cannot be about \"\(word)\", but about: \(RegisterSubject.own.map(\.title).listed), or the name of a register"
            )
        case .usedLater(let count):
            localized("这天或以后还有 \(count) 处在用，请把日期改晚", "\(count) are of that day or later; give a later one")
        case .conditionOf(let row, let fault):
            localized("\(row)的\(fault.text)；先改那里，再改这里", "\(row): \(fault.text); change it there first")
        case .unfitRegister(let name):
            localized(
                "登记簿“\(name)”不能按此对象计数，请选以它为对象的登记簿",
                "the register \"\(name)\" cannot be counted for these; choose one that is about them")
        case .notTicked: localized("此清单按登记簿自动计数，不用勾选", "this checklist counts entries by itself, and is not ticked")
        case .countsTwice: localized("计数活动和计数登记簿只能填一个", "either activities or entries are counted, not both")
        case .notAnAmount(let cell):
            localized("“\(cell)”不是数，请写成 12 或 12.5 这样", "\"\(cell)\" is no amount; write 12 or 12.5")
        case .notWhole(let cell):
            localized("“\(cell)”不是整数，请写成 12 这样", "\"\(cell)\" is no whole number; write it as 12")
        case .below(let cell, let bound):
            localized("\(cell) 小于最小 \(bound)，请核对", "\(cell) is less than \(bound); check it")
        case .above(let cell, let bound):
            localized("\(cell) 大于最大 \(bound)，请核对", "\(cell) is more than \(bound); check it")
        case .retiredField(let day): localized("自 \(day) 起停用，须为空", "is retired since \(day) and must be empty")
        case .retiredRegister(let day):
            localized("此登记簿自 \(day) 起停用，只能填以前的日期", "the register is retired since \(day); give a day before")
        case .unreadableContent: localized("无法读取", "cannot be read")
        case .noField(let register):
            localized(
                "登记簿“\(register)”没有这个栏目，请核对栏目名", "the register \"\(register)\" has no such field; check its name")
        case .wrongSubject(let key, let subject):
            localized("“\(key)”不是\(subject.title)，请核对编号", "\"\(key)\" is no \(subject.title); check the number")
        case .registeredBefore(let day):
            localized("早于上级条目的登记日期 \(day)，请核对", "is before the entry above was registered, \(day); check it")
        case .laterThanBelow(let day):
            localized("晚于挂在它下面的条目的登记日期 \(day)，请核对", "is after an entry below was registered, \(day); check it")
        case .noFlow(let register):
            localized(
                "登记簿“\(register)”没有流转，不办步骤；要办，先给它加状态",
                "the register \"\(register)\" has no flow and takes no steps; give it states first")
        case .notNext(let state, let before):
            localized(
                "“\(before)”之后不能到“\(state)”，请核对，或先在流转里加上这个下一步",
                "\"\(state)\" does not follow \"\(before)\"; check it, or let it follow there first")
        case .positionGap(let number, let expected):
            localized(
                "序号 \(number) 接不上，请改为 \(expected)", "the number \(number) should be \(expected); change it")
        case .before(let day): localized("早于 \(day)，请核对", "is before \(day); check it")
        case .afterEnd(let day):
            localized("条目已于 \(day) 注销，请核对日期", "the entry was struck on \(day); check the day")
        case .firstNotOn(let day):
            localized(
                "第一步须在登记日期 \(day)，请把步骤表里第 1 步的日期一并改",
                "the first step is on the day of registration, \(day); bring its day along in the file of steps")
        }
    }
}

extension Fault {
    /// The fault as it is told on another row than the one that has it, which is named: what of it can no longer be read.
    package func told(of row: @autoclosure () -> String) -> Fault {
        if case .register(.condition(let fault)) = self { .register(.conditionOf(row(), fault)) } else { self }
    }
}
