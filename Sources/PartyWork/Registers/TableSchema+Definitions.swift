/// The tables that define registers, and that of their entries' steps (REGISTERS section 2, files).
extension TableSchema {
    package static let registers = TableSchema(
        "registers", "登记簿", english: "register", sql: "register",
        [
            ColumnSchema(.register, .key, .text(limit: 20), .value("name"), "登记簿的名称，1–20 字，不能改名"),
            ColumnSchema(.system, .optional, .text(), .value("system"), "归在哪一类，可不填"),
            ColumnSchema(.subject, .required, .text(), .value("subject"), "每一条说的是谁：乡镇、支部、村、党小组、人员、贫困户、合作社，或一本登记簿的名称"),
            ColumnSchema(.placeField, .optional, .text(), .value("place_field"), "说明一条在哪里的组织栏目；不填随对象"),
            ColumnSchema(.secrecy, .optional, .word(WordList(Secrecy.self)), .value("secrecy"), "公开或限阅；不填是公开"),
            ColumnSchema(.remark, .optional, .text(), .value("remark"), "登记时看得到的一句话"),
            ColumnSchema(.retiredOn, .optional, .day(), .optional("retired_on"), "从哪天起不再登记"),
        ]
    ) { DefinitionRow($0) }

    package static let registerFields = TableSchema(
        "fields", "栏目", english: "field", sql: "register_field",
        [
            .definedRegister,
            ColumnSchema(.field, .key, .text(limit: 20), .value("name"), "栏目的名称，1–20 字"),
            ColumnSchema(.position, .required, .number(1...999), .value("position"), "排第几，1–999，一本里不重复"),
            ColumnSchema(.kind, .required, .word(WordList(FieldKind.self)), .value("kind"), "填什么"),
            ColumnSchema(.options, .optional, .list(of: .name), .value("options"), "类型是选项时 2–50 个，用 ; 分开"),
            ColumnSchema(.isNeeded, .optional, .word(WordList(YesNo.self)), .flag("is_needed"), "登记时是否必填；不填是否"),
            ColumnSchema(.least, .optional, .text(), .value("least"), "整数、金额的最小"),
            ColumnSchema(.most, .optional, .text(), .value("most"), "整数、金额的最大"),
            ColumnSchema(.remark, .optional, .text(), .value("remark"), "填写时看得到的一句话"),
            ColumnSchema(.retiredOn, .optional, .day(), .optional("retired_on"), "从哪天起不再填"),
        ]
    ) { DefinitionRow($0) }

    package static let registerStates = TableSchema(
        "flows", "流转", english: "state", sql: "register_state",
        [
            .definedRegister,
            ColumnSchema(.state, .key, .text(limit: 20), .value("name"), "状态的名称，1–20 字"),
            ColumnSchema(.position, .required, .number(1...999), .value("position"), "排第几，最小的是开头的状态"),
            ColumnSchema(.nextStates, .optional, .list(of: .name), .value("next"), "之后可以到的状态，用 ; 分开"),
            ColumnSchema(.deadline, .optional, .number(0...3650), .optional("deadline"), "几天内要办"),
            ColumnSchema(.dueField, .optional, .text(), .value("due_field"), "说明期限的日期栏目，填了的先于限期"),
            ColumnSchema(.shortest, .optional, .number(0...3650), .optional("shortest"), "上一状态至少满几天才能到"),
            ColumnSchema(.neededFields, .optional, .list(of: .name), .value("needed_fields"), "到这一状态前必填的栏目，用 ; 分开"),
            ColumnSchema(.isFinal, .optional, .word(WordList(YesNo.self)), .flag("is_final"), "是：到此办结"),
        ]
    ) { DefinitionRow($0) }

    package static let registerGates = TableSchema(
        "gates", "关口", english: "gate", sql: "register_gate",
        [
            .definedRegister,
            ColumnSchema(.state, .key, .text(), .value("state"), "到哪个状态时要求"),
            ColumnSchema(.position, .key, .number(1...999), .value("position"), "排第几"),
            ColumnSchema(
                .demand, .required, .word(WordList(GateDemand.self)), .value("demand"), "子项：下面要有；名额：不超过；差额：不少于；次序：小的先走"),
            ColumnSchema(.otherRegister, .optional, .text(), .value("other"), "子项：下面的哪本登记簿"),
            ColumnSchema(.condition, .optional, .text(limit: 2_000), .value("condition"), "如 意见=同意|无意见;回复日期 有"),
            ColumnSchema(.quantity, .optional, .number(0...99_999), .optional("quantity"), "子项至少几条，空即 1；差额多百分之几"),
            ColumnSchema(.field, .optional, .text(), .value("field"), "名额、差额：上级的整数栏目；次序：本登记簿的整数栏目"),
        ]
    ) { DefinitionRow($0) }

    package static let registerFigures = TableSchema(
        "figures", "统计", english: "figure", sql: "register_figure",
        [
            .definedRegister,
            ColumnSchema(.figure, .key, .text(limit: 20), .value("name"), "统计的名称，1–20 字"),
            ColumnSchema(.position, .required, .number(1...999), .value("position"), "排第几"),
            ColumnSchema(.calculation, .required, .word(WordList(FigureMethod.self)), .value("method"), "条数、求和、去重"),
            ColumnSchema(.field, .optional, .text(), .value("field"), "求和、去重的栏目；去重也可写 对象编号"),
            ColumnSchema(.condition, .optional, .text(limit: 2_000), .value("condition"), "如 状态=在建;投资≥10；空即全部"),
            ColumnSchema(.target, .optional, .number(0...99_999_999), .optional("target"), "可不填"),
            ColumnSchema(.unit, .optional, .text(), .value("unit"), "如 万元"),
            ColumnSchema(.remark, .optional, .text(), .value("remark"), "可不填"),
        ]
    ) { DefinitionRow($0) }

    /// The tables whose rows make registers, in the order in which they refer to those before them.
    package static let definitions: [TableSchema] = [
        .registers, .registerFields, .registerStates, .registerGates, .registerFigures,
    ]
}

extension ColumnSchema {
    fileprivate static let definedRegister = ColumnSchema(
        .register, .key, .reference(.register), .value("register"), "哪本登记簿的")
}

extension Column {
    package static let register = Column("登记簿", "Register")
    package static let system = Column("体系", "System")
    package static let placeField = Column("地点栏目", "Place field")
    package static let secrecy = Column("密级", "Secrecy")
    package static let retiredOn = Column("停用日期", "Retired on")
    package static let field = Column("栏目", "Field")
    package static let options = Column("选项", "Options")
    package static let isNeeded = Column("必填", "Required")
    package static let least = Column("最小", "Least")
    package static let most = Column("最大", "Most")
    package static let state = Column("状态", "State")
    package static let nextStates = Column("下一步", "Next")
    package static let deadline = Column("限期", "Days allowed")
    package static let dueField = Column("到期栏目", "Due field")
    package static let shortest = Column("最短", "Days before")
    package static let neededFields = Column("必填栏目", "Needed fields")
    package static let isFinal = Column("终态", "Final")
    package static let demand = Column("要求", "Demand")
    package static let otherRegister = Column("登记簿二", "Other register")
    package static let condition = Column("条件", "Condition")
    package static let quantity = Column("数", "Number")
    package static let figure = Column("统计", "Figure")
    package static let calculation = Column("算法", "Method")
    package static let target = Column("目标", "Target")
    package static let unit = Column("单位", "Unit")
    package static let entryNumber = Column("条目编号", "Entry no.")
    package static let registeredOn = Column("登记日期", "Registered on")
    package static let struckReason = Column("注销原因", "Struck because")
    package static let entryContent = Column("内容", "Content")
    package static let handledBy = Column("经办人", "Handled by")
    package static let countedRegister = Column("计数登记簿", "Counted register")
    package static let countedCondition = Column("计数条件", "Counted if")
    package static let askedCondition = Column("适用条件", "Asked if")
}
