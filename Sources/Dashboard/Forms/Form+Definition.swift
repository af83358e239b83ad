import PartyWork
import TerminalUI

/// Forms for the rows that define registers, in plain words with examples.
extension Form<Filing> {
    /// The form for a new register: empty, or with all that another one defines.
    static func newRegister(like model: RegisterDefinition?, rows: [DefinitionRow], in book: RegisterBook) -> Form {
        let table = TableSchema.registers
        let own = rows.first { $0.table == table }
        let columns: [PartyWork.Column] =
            model == nil ? [.register, .system, .subject, .secrecy, .remark] : [.register]
        let fields = columns.map { column in
            Field(
                column, of: table, picker(column, in: table, of: nil, book),
                value: column == .secrecy ? Secrecy.open.rawValue : "", hint: hint(column, in: table))
        }
        var title: String {
            model.map { localized("照“\($0.name)”建一本新的", "New register like \($0.name)") }
                ?? localized("新建登记簿", "New register")
        }
        return Form(
            title: title,
            rule: model == nil
                ? localized("建好以后在它的定义里加栏目、状态、统计", "fields, states and figures are added to its definition then")
                : localized(
                    "栏目、状态、关口、统计照抄，条目不抄；建好以后再改",
                    "its fields, states, gates and figures are copied, no entry; they are changed then"),
            fields: fields
        ) {
            answers throws(FieldErrors) in
            let name = try answers.filled(FieldKey(.register))
            guard own != nil else { return .add(try AnyRecord.read(table, from: answers)) }
            var copies: [AnyRecord] = []
            for row in rows { copies.append(try AnyRecord(row).filled([.register: name])) }
            return .found(copies)
        }
    }

    /// The form for a new row of a register's definition; its number follows those there are.
    static func define(
        _ table: TableSchema, of register: RegisterDefinition, in book: RegisterBook, after last: Int
    ) -> Form {
        let known: [PartyWork.Column: String] = [
            .register: register.name, .position: "\(last + 1)", .kind: FieldKind.text.rawValue,
            .isNeeded: YesNo.no.rawValue,
            .isFinal: YesNo.no.rawValue, .demand: GateDemand.children.rawValue,
            .calculation: FigureMethod.count.rawValue,
        ]
        let fields = table.fields.filter { $0.column != .retiredOn }.map { schema in
            Field(
                schema.column, of: table,
                schema.column == .register ? .fixed : picker(schema.column, in: table, of: register, book),
                label: label(schema.column, of: nil), value: known[schema.column] ?? "",
                hint: hint(schema.column, in: table))
        }
        let form = Form(
            title: localized("\(register.name)：新增\(table.title)", "\(register.name): add a \(table.title)"),
            fields: fields
        ) { answers throws(FieldErrors) in
            let row = try AnyRecord.read(table, from: answers, [.register: register.name])
            let states = table == .registerStates ? try statesBehind(row, register, after: last) : []
            return states.isEmpty ? .add(row) : .found([row] + states)
        }
        return form.starting(at: table.fields[1].column)
    }

    /// The states that a new one leads to and that are not there yet: whoever thinks of a flow begins with its first.
    private static func statesBehind(
        _ row: AnyRecord, _ register: RegisterDefinition, after last: Int
    ) throws(FieldErrors) -> [AnyRecord] {
        var states: [AnyRecord] = []
        let known = register.states.map(\.name) + [row.record.text(.state)]
        let next = row.record.text(.nextStates).split(separator: ";").map(String.init)
        for name in next where !known.contains(where: { $0.hasSameCodePoints(as: name) }) {
            let cells: [PartyWork.Column: String] = [
                .register: register.name, .state: name, .position: "\(last + 2 + states.count)",
                .isFinal: YesNo.no.rawValue,
            ]
            states.append(
                try FieldErrors.of { () throws(RecordFaults) in try AnyRecord.read(.registerStates, from: cells) })
        }
        return states
    }

    /// The form for a gate of which the kind is chosen already: only what it needs, called what it is there.
    static func gate(
        _ known: [PartyWork.Column: String], of register: RegisterDefinition, reading other: RegisterDefinition,
        after last: Int
    ) -> Form {
        let table = TableSchema.registerGates
        let demand = known[.demand].flatMap(GateDemand.init) ?? .children
        let cells = known.merging([.register: register.name, .position: "\(last + 1)"]) { $1 }
        let fields = table.columns.filter { demand.uses($0) }.map { column in
            let kind: Field.Kind? =
                column == .condition
                ? .typed(.condition(ConditionCheck(registers: [other])))
                : column != .position && cells[column] != nil ? .fixed : nil
            return Field(
                column, of: table, kind, label: label(column, of: demand), value: cells[column] ?? "",
                hint: hint(column, in: table))
        }
        let form = Form(
            title: localized("\(register.name)：新增关口", "\(register.name): add a gate"),
            rule: localized("条件空着就是全部", "without a condition all count"), fields: fields
        ) { answers throws(FieldErrors) in
            .add(try AnyRecord.read(table, from: answers, cells.filter { $0.key != .position }))
        }
        return form.starting(at: demand == .order ? .position : .condition)
    }

    /// What a gate's column is called in its form, by the kind of the gate; nil where it keeps its name.
    static func label(_ column: PartyWork.Column, of demand: GateDemand?) -> String? {
        switch (column, demand) {
        case (.otherRegister, _): localized("哪本登记簿", "Register")
        case (.quantity, .children): localized("至少", "At least")
        case (.quantity, .surplus): localized("百分比", "Per cent")
        case (.quantity, nil): localized("至少或百分比", "At least or per cent")
        default: nil
        }
    }

    /// The form to correct a row of a definition.
    static func correct(_ row: DefinitionRow, of register: RegisterDefinition, in book: RegisterBook) -> Form {
        let hints = row.table.fields.map { ($0.column, hint($0.column, in: row.table)) }
        let demand = GateDemand(rawValue: row.text(.demand))
        let labels = row.table.columns.compactMap { column in label(column, of: demand).map { (column, $0) } }
        return correct(
            row, labels: Dictionary(labels) { first, _ in first }, hints: Dictionary(hints) { first, _ in first },
            kinds: Dictionary(
                row.table.columns.compactMap { column in
                    picker(column, in: row.table, of: register, book).map { (column, $0) }
                }
            ) { first, _ in first },
            title: localized("修改\(row.table.title) \(row.key)", "Edit \(row.table.title) \(row.key)"),
            rule: localized(
                "已有条目在用的不能改掉或收窄；不用的栏目填停用日期，不删除",
                "What entries use is not taken away or narrowed; a field is retired by a day, never deleted"))
    }

    /// A condition over the register itself, of a gate perhaps over one that hangs on it.
    private static func condition(
        in table: TableSchema, of register: RegisterDefinition, _ book: RegisterBook
    ) -> Field.Kind {
        let below = table == .registerGates ? book.children(of: register) : []
        return .typed(.condition(ConditionCheck(registers: [register] + below)))
    }

    /// What can be chosen for a column of a definition instead of being typed; nil where it is typed.
    private static func picker(
        _ column: PartyWork.Column, in table: TableSchema, of register: RegisterDefinition?, _ book: RegisterBook
    ) -> Field.Kind? {
        func fields(
            and others: [Candidate] = [], several: Bool = false, _ isMeant: (FieldKind) -> Bool = { _ in true }
        ) -> Field.Kind {
            let found = register?.fields.filter { $0.retiredOn == nil && isMeant($0.kind) } ?? []
            let named = found.map { Candidate(key: $0.name, name: $0.name, detail: $0.kind.title) }
            return .pick(.given(named + others), several: several)
        }
        switch column {
        case .subject: return .pick(.given(RegisterSubject.candidates(in: book)), several: false)
        case .placeField: return fields { $0 == .organization }
        case .kind: return kindOfField
        case .field where table == .registerFigures:
            let subject = PartyWork.Column.subjectID
            return fields(and: [Candidate(key: subject.header, name: subject.title)])
        case .dueField: return fields { $0 == .day }
        case .neededFields: return fields(several: true)
        case .condition: return register.map { condition(in: table, of: $0, book) }
        case .options: return .typed(.items(known: []))
        case .nextStates: return .typed(.items(known: Writing.unparted(register?.states.map(\.name) ?? [])))
        default: return nil
        }
    }

    /// One of more words than have room beside one another.
    static var kindOfField: Field.Kind {
        .pick(
            .given(FieldKind.allCases.map { Candidate(key: $0.rawValue, name: $0.title, detail: $0.use) }),
            several: false)
    }

    private static func hint(_ column: PartyWork.Column, in table: TableSchema) -> String {
        switch column {
        case .register: localized("1–20 字，如 会议室借用", "1–20 characters")
        case .system: localized("归在哪一类，可不填", "what it belongs to, optional")
        case .subject: localized("每一条是谁的、关于什么的", "what each entry is about")
        case .placeField: localized("哪个组织栏目说明地点；不填随对象", "which organization field says where; empty: the subject")
        case .field where table == .registerFigures:
            localized("求和、去重看哪一栏；条数不填", "of sums and of how many different; else empty")
        case .field: localized("如 借用人", "such as who borrows")
        case .position: localized("排第几，1–999", "its place, 1–999")
        case .kind: localized("选一种；首字母也行，如 rq", "choose one")
        case .options: localized("选项用 ; 或、分开，如 甲;乙", "options parted by ;")
        case .least, .most: localized("只用于整数和金额", "of numbers only")
        case .state: localized("如 受理", "such as received")
        case .nextStates: localized("之后可到的状态，用 ; 或、分开", "states that may follow, parted by ;")
        case .deadline: localized("几天内要办，可不填", "days within which it is to be left")
        case .dueField: localized("哪个日期栏目是期限，可不填", "the date field that is the deadline")
        case .shortest: localized("上一状态至少满几天，可不填", "days that the state before must last")
        case .neededFields: localized("到这一状态前必填的栏目，可选几个", "fields that must be filled")
        case .isFinal: localized("是：到此办结", "yes: it ends here")
        case .demand: localized("子项：下面要有；名额、差额、次序", "entries below, places, surplus, order")
        case .otherRegister: localized("哪本登记簿（子项）", "which register (entries below)")
        case .condition: localized("F9 选着填；如 状态=在建;投资≥10，空即全部", "F9 chooses; such as Slot=evening;People≥10")
        case .quantity: localized("子项的至少；差额的百分比", "at least; per cent")
        case .figure: localized("如 投资合计", "such as sum invested")
        case .target: localized("可不填", "optional")
        case .unit: localized("如 万元", "such as km")
        default: ""
        }
    }
}

extension FieldKind {
    /// What is written into a field of the kind.
    fileprivate var use: String {
        switch self {
        case .text: localized("一行字", "one line")
        case .longText: localized("一段话", "several lines")
        case .whole: localized("如 30", "such as 30")
        case .amount: localized("可以有小数，如 12.5", "such as 12.5")
        case .day: localized("如 2016-06-30", "such as 2016-06-30")
        case .flag: localized("是或否", "yes or no")
        case .option: localized("几个里选一个，下面写有哪几个", "one of those written below")
        case .person: localized("台账里的一个人", "a person of the ledger")
        case .organization: localized("乡镇、支部或党小组", "a township, branch or group")
        case .household: localized("台账里的一户", "a household of the ledger")
        case .cooperative: localized("台账里的一个合作社", "a cooperative of the ledger")
        }
    }
}

extension RegisterSubject {
    /// What entries can be about: what the ledger holds, and the entries of other registers.
    fileprivate static func candidates(in book: RegisterBook) -> [Candidate] {
        let below = localized("登记簿：挂在它的条目下面", "register: hangs on its entries")
        return own.map { Candidate(key: $0.word, name: $0.title) }
            + book.registers.filter { $0.retiredOn == nil }.map {
                Candidate(key: $0.name, name: $0.name, detail: below)
            }
    }
}

extension GateDemand {
    /// Whether a gate of the kind has something to say in a column (REGISTERS section 3).
    fileprivate func uses(_ column: PartyWork.Column) -> Bool {
        switch column {
        case .otherRegister: self == .children
        case .field: self != .children
        case .condition: self != .order
        case .quantity: self == .children || self == .surplus
        default: true
        }
    }
}

extension Menu {
    /// A new gate in sentences: before which state, and what is asked there; only what the register can ask is offered.
    ///
    /// - Returns: nil where it can ask nothing.
    static func gates(of register: RegisterDefinition, in book: RegisterBook, after last: Int) -> Menu? {
        let first = register.states.first?.name ?? ""
        if demands(of: register, in: book, before: first, after: last).isEmpty { return nil }
        return Menu(
            title: localized("\(register.name)：到哪个状态要过关（数字键）", "\(register.name): the gate of which state (a digit)"),
            items: register.states.map { state in
                Item(
                    state.name,
                    .menu(
                        Menu(
                            title: localized("到“\(state.name)”要怎样（数字键）", "What \"\(state.name)\" asks (a digit)"),
                            items: demands(of: register, in: book, before: state.name, after: last))))
            })
    }

    private static func demands(
        of register: RegisterDefinition, in book: RegisterBook, before state: String, after last: Int
    ) -> [Item] {
        func item(
            _ title: String, _ demand: GateDemand, _ column: PartyWork.Column, _ value: String,
            reading other: RegisterDefinition? = nil
        ) -> Item {
            Item(
                title,
                .form(
                    .gate(
                        [.state: state, .demand: demand.rawValue, column: value], of: register,
                        reading: other ?? register, after: last)))
        }
        func wholes(_ register: RegisterDefinition?) -> [String] {
            (register?.fields ?? []).filter { $0.kind == .whole && $0.retiredOn == nil }.map(\.name)
        }
        let below = book.children(of: register).map { child in
            item(
                localized("下面的“\(child.name)”要有几条，都符合条件", "so many \(child.name) below, all as asked"), .children,
                .otherRegister, child.name, reading: child)
        }
        guard let above = register.subject.register else { return below }
        let beside = wholes(book[above]).flatMap { field in
            [
                item(
                    localized("同一“\(above)”里不超过它的“\(field)”", "of one \(above) at most its \(field)"), .places, .field,
                    field),
                item(
                    localized(
                        "同一“\(above)”里比它的“\(field)”多百分之几", "of one \(above) so many per cent more than its \(field)"),
                    .surplus, .field, field),
            ]
        }
        let order = wholes(register).map { field in
            item(localized("“\(field)”最小的先走", "the smallest \(field) goes first"), .order, .field, field)
        }
        return below + beside + order
    }

    /// The ways to a new register: from nothing, or like one there is.
    ///
    /// - Parameter selected: The register that is looked at, which comes first.
    static func newRegister(in book: RegisterBook, like selected: String? = nil) -> Menu {
        let first = selected.flatMap { book[$0] }
        let models = (first.map { [$0] } ?? []) + book.registers.filter { $0.name != first?.name }
        return Menu(
            title: localized("新建登记簿：从哪里开始（数字键）", "A new register: where to start (a digit)"),
            items: [
                Item(
                    localized("空白的", "Empty"), detail: localized("自己加栏目", "fields are added one by one"),
                    .form(.newRegister(like: nil, rows: [], in: book))),
                Item(
                    localized("从一张表格", "From a table"),
                    detail: localized("表头作栏目，各行作条目", "its header becomes the fields, its rows the entries"),
                    .open(.founding)),
            ]
                + models.map { register in
                    Item(
                        localized("照 \(register.name)", "Like \(register.name)"), detail: register.system,
                        .form(.newRegister(like: register, rows: register.rows, in: book)))
                })
    }
}
