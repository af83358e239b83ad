/// The tables that define registers, and that of their entries' steps (REGISTERS section 2, files).
extension TableSchema {
    package static let registers = TableSchema(
        "registers", "登记簿", english: "register", sql: "register",
        [
            ColumnSchema(.register, .key, .text(limit: 20), .value("name")),
            ColumnSchema(.system, .optional, .text(), .value("system")),
            ColumnSchema(.subject, .required, .text(), .value("subject")),
            ColumnSchema(.placeField, .optional, .text(), .value("place_field")),
            ColumnSchema(.secrecy, .optional, .word(WordList(Secrecy.self)), .value("secrecy")),
            ColumnSchema(.remark, .optional, .text(), .value("remark")),
            ColumnSchema(.retiredOn, .optional, .day(), .optional("retired_on")),
        ]
    ) { DefinitionRow($0) }

    package static let registerFields = TableSchema(
        "fields", "栏目", english: "field", sql: "register_field",
        [
            .definedRegister,
            ColumnSchema(.field, .key, .text(limit: 20), .value("name")),
            ColumnSchema(.position, .required, .number(1...999), .value("position")),
            ColumnSchema(.kind, .required, .word(WordList(FieldKind.self)), .value("kind")),
            ColumnSchema(.options, .optional, .list(of: .name), .value("options")),
            ColumnSchema(.isNeeded, .optional, .word(WordList(YesNo.self)), .flag("is_needed")),
            ColumnSchema(.least, .optional, .text(), .value("least")),
            ColumnSchema(.most, .optional, .text(), .value("most")),
            ColumnSchema(.remark, .optional, .text(), .value("remark")),
            ColumnSchema(.retiredOn, .optional, .day(), .optional("retired_on")),
        ]
    ) { DefinitionRow($0) }

    package static let registerStates = TableSchema(
        "flows", "流转", english: "state", sql: "register_state",
        [
            .definedRegister,
            ColumnSchema(.state, .key, .text(limit: 20), .value("name")),
            ColumnSchema(.position, .required, .number(1...999), .value("position")),
            ColumnSchema(.nextStates, .optional, .list(of: .name), .value("next")),
            ColumnSchema(.deadline, .optional, .number(0...3650), .optional("deadline")),
            ColumnSchema(.dueField, .optional, .text(), .value("due_field")),
            ColumnSchema(.shortest, .optional, .number(0...3650), .optional("shortest")),
            ColumnSchema(.neededFields, .optional, .list(of: .name), .value("needed_fields")),
            ColumnSchema(.isFinal, .optional, .word(WordList(YesNo.self)), .flag("is_final")),
        ]
    ) { DefinitionRow($0) }

    package static let registerGates = TableSchema(
        "gates", "关口", english: "gate", sql: "register_gate",
        [
            .definedRegister,
            ColumnSchema(.state, .key, .text(), .value("state")),
            ColumnSchema(.position, .key, .number(1...999), .value("position")),
            ColumnSchema(.demand, .required, .word(WordList(GateDemand.self)), .value("demand")),
            ColumnSchema(.otherRegister, .optional, .text(), .value("other")),
            ColumnSchema(.condition, .optional, .text(limit: 2_000), .value("condition")),
            ColumnSchema(.quantity, .optional, .number(0...99_999), .optional("quantity")),
            ColumnSchema(.field, .optional, .text(), .value("field")),
        ]
    ) { DefinitionRow($0) }

    package static let registerFigures = TableSchema(
        "figures", "统计", english: "figure", sql: "register_figure",
        [
            .definedRegister,
            ColumnSchema(.figure, .key, .text(limit: 20), .value("name")),
            ColumnSchema(.position, .required, .number(1...999), .value("position")),
            ColumnSchema(.calculation, .required, .word(WordList(FigureMethod.self)), .value("method")),
            ColumnSchema(.field, .optional, .text(), .value("field")),
            ColumnSchema(.condition, .optional, .text(limit: 2_000), .value("condition")),
            ColumnSchema(.target, .optional, .number(0...99_999_999), .optional("target")),
            ColumnSchema(.unit, .optional, .text(), .value("unit")),
            ColumnSchema(.remark, .optional, .text(), .value("remark")),
        ]
    ) { DefinitionRow($0) }

    /// The tables whose rows make registers, in the order in which they refer to those before them.
    package static let definitions: [TableSchema] = [
        .registers, .registerFields, .registerStates, .registerGates, .registerFigures,
    ]
}

extension ColumnSchema {
    fileprivate static let definedRegister = ColumnSchema(.register, .key, .reference(.register), .value("register"))
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
