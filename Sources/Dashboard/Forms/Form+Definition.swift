import PartyWork
import TerminalUI

/// Forms for the rows that define registers, in plain words with examples.
extension Form<Filing> {
    /// The form for a new register: empty, or with all that another one defines.
    static func newRegister(like model: RegisterDefinition?, rows: [DefinitionRow], _ context: Context) -> Form {
        let table = TableSchema.registers
        let own = rows.first { $0.table == table }
        let columns: [PartyWork.Column] =
            model == nil ? [.register, .system, .subject, .secrecy, .remark] : [.register]
        let fields = columns.map { column in
            Field(column, of: table, value: column == .secrecy ? Secrecy.open.rawValue : "", hint: hint(column))
        }
        var title: String {
            model.map { localized("照“\($0.name)”建一本新的", "New register like \($0.name)") }
                ?? localized("新建登记簿", "New register")
        }
        return Form(
            title: title,
            rule: localized("建好以后在它的定义里加栏目、状态、统计", "fields, states and figures are added to its definition then"),
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
        let kinds: [PartyWork.Column: Field.Kind] = [
            .register: .fixed, .kind: kindOfField, .condition: condition(in: table, of: register, book),
        ]
        let fields = table.fields.filter { $0.column != .retiredOn }.map { schema in
            Field(
                schema.column, of: table, kinds[schema.column], value: known[schema.column] ?? "",
                hint: hint(schema.column))
        }
        let form = Form(
            title: localized("\(register.name)：新增\(table.title)", "\(register.name): add a \(table.title)"),
            fields: fields
        ) { answers throws(FieldErrors) in .add(try AnyRecord.read(table, from: answers, [.register: register.name])) }
        return form.starting(at: table.fields[1].column)
    }

    /// The form to correct a row of a definition.
    static func correct(_ row: DefinitionRow, of register: RegisterDefinition, in book: RegisterBook) -> Form {
        let hints = row.table.fields.map { ($0.column, hint($0.column)) }
        return correct(
            row, hints: Dictionary(hints) { first, _ in first },
            kinds: [.kind: kindOfField, .condition: condition(in: row.table, of: register, book)],
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

    /// One of more words than have room beside one another.
    static var kindOfField: Field.Kind { .typed(.word(FieldKind.choices)) }

    private static func hint(_ column: PartyWork.Column) -> String {
        switch column {
        case .register: localized("必填，1–20 字，如 会议室借用", "required, 1–20 characters")
        case .system: localized("归在哪一类，可不填", "what it belongs to, optional")
        case .subject: localized("乡镇、支部、村、党小组、人员、贫困户、合作社，或一本登记簿", "township, branch, village … or a register")
        case .placeField: localized("哪个组织栏目说明地点；不填随对象", "which organization field says where; empty: the subject")
        case .field: localized("必填，如 借用人", "required")
        case .position: localized("排第几，1–999", "its place, 1–999")
        case .kind: FieldKind.choices.listed
        case .options: localized("选项用 ; 分开，如 甲;乙", "options parted by ;")
        case .least, .most: localized("只用于整数和金额", "of numbers only")
        case .state: localized("必填，如 受理", "required")
        case .nextStates: localized("之后可到的状态，用 ; 分开", "states that may follow, parted by ;")
        case .deadline: localized("几天内要办，可不填", "days within which it is to be left")
        case .dueField: localized("哪个日期栏目是期限，可不填", "the date field that is the deadline")
        case .shortest: localized("上一状态至少满几天，可不填", "days that the state before must last")
        case .neededFields: localized("到这一状态前必填的栏目，用 ; 分开", "fields that must be filled, parted by ;")
        case .isFinal: localized("是：到此办结", "yes: it ends here")
        case .demand: localized("子项：下面要有；名额、差额、次序", "entries below, places, surplus, order")
        case .otherRegister: localized("哪本登记簿（子项）", "which register (entries below)")
        case .condition: localized("F9 选着填；如 状态=在建;投资≥10，空即全部", "F9 chooses; such as Slot=evening;People≥10")
        case .quantity: localized("子项的至少；差额的百分比", "at least; per cent")
        case .figure: localized("必填，如 投资合计", "required")
        case .target: localized("可不填", "optional")
        case .unit: localized("如 万元", "such as km")
        default: ""
        }
    }
}

extension Menu {
    /// The ways to a new register: from nothing, or like one there is.
    static func newRegister(like registers: [RegisterDefinition], _ context: Context) -> Menu {
        Menu(
            title: localized("新建登记簿：从哪里开始（数字键）", "A new register: where to start (a digit)"),
            items: [
                Item(
                    localized("空白的", "Empty"), detail: localized("自己加栏目", "fields are added one by one"),
                    .form(.newRegister(like: nil, rows: [], context))),
                Item(
                    localized("从一张表格", "From a table"),
                    detail: localized("表头作栏目，各行作条目", "its header becomes the fields, its rows the entries"),
                    .open(.founding)),
            ]
                + registers.map { register in
                    Item(
                        localized("照 \(register.name)", "Like \(register.name)"), detail: register.system,
                        .form(.newRegister(like: register, rows: register.rows, context)))
                })
    }
}
