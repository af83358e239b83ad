import PartyWork

/// The headers that the exports of other systems and the offices' own lists use for a column of the contract.
///
/// Only names that leave no doubt within their table stand here. 入党日期, 人均纯收入 and the like mean nothing that the ledger
/// keeps: they are in `NotKept`.
enum Synonyms {
    /// What a header means in a table; nil if nothing.
    static func meaning(of name: String, in table: TableSchema) -> (field: ColumnSchema, reading: CellReading)? {
        for field in table.fields {
            for synonym in field.synonyms where synonym.names.contains(where: { $0.hasSameCodePoints(as: name) }) {
                return (field, synonym.reading)
            }
        }
        return nil
    }

    /// All headers that mean something in a table.
    static func names(in table: TableSchema) -> [String] { table.fields.flatMap(\.synonyms).flatMap(\.names) }

    /// Whether the name of a sheet speaks of a table.
    static func isHinted(_ table: TableSchema, by sheet: String) -> Bool { table.hints.contains { sheet.contains($0) } }

    /// What a header is good for in a table that has no column for it; nil if nothing.
    static func aid(of name: String, in table: TableSchema) -> Aid? {
        let aids: [Aid: [String]] =
            switch table {
            case .pairings: ofPairings
            case .households: ofHouseholds
            case .activities: ofActivities
            // Lists of the others have columns of their own alone.
            default: [:]
            }
        return aids.first { $0.value.contains { $0.hasSameCodePoints(as: name) } }?.key
    }

    private static let ofPairings: [Aid: [String]] = [
        .helperBranch: helperBranch + ["所在党支部", "所在支部"],
        .head: ["贫困户户主", "贫困户姓名", "贫困户户主姓名", "户主", "户主姓名", "户主名称", "帮扶对象", "帮扶户主", "帮扶户", "帮扶贫困户", "结对户主", "结对贫困户"],
        .village: names(of: .village, in: .households, .village), .helperPhone: helperPhone + ["联系电话", "电话", "手机号码"],
        .helperPost: helperPost + ["单位及职务", "职务"],
    ]
    private static let ofActivities: [Aid: [String]] = [
        .head: (ofPairings[.head] ?? []) + ["走访户", "走访户主", "走访贫困户", "走访对象", "走访农户", "被走访户", "受访户", "受访户主"]
    ]
    private static let ofHouseholds: [Aid: [String]] = [
        .relation: ["与户主关系", "与户主的关系", "家庭关系", "成员关系"], .member: ["姓名", "家庭成员", "成员姓名", "家庭成员姓名", "家庭人员姓名"],
        .helper: names(of: .personID, in: .pairings, .person), .pairedOn: names(of: .startedOn, in: .pairings, .date),
        .helperBranch: helperBranch, .helperPhone: helperPhone, .helperPost: helperPost,
    ]
    private static let helperBranch = [
        "帮扶人所在支部", "帮扶责任人所在支部", "帮扶人支部", "帮扶单位", "帮扶责任人单位", "帮扶人单位", "帮扶干部单位", "帮扶责任人工作单位", "责任人单位", "责任人工作单位",
        "责任人所在单位", "包户干部单位",
    ]
    private static let helperPhone = [
        "帮扶人电话", "帮扶责任人电话", "帮扶干部电话", "帮扶人联系电话", "帮扶责任人联系电话", "帮扶干部联系电话", "帮扶责任人手机号码", "责任人电话", "责任人联系电话", "责任人手机号码",
        "包户干部电话", "包户干部联系电话",
    ]
    private static let helperPost = [
        "帮扶人职务", "帮扶责任人职务", "帮扶干部职务", "帮扶人单位及职务", "帮扶责任人单位及职务", "责任人职务", "责任人单位及职务", "包户干部职务",
    ]

    /// What a name means that stands right of a helper's in a list of households, alone or behind others of these.
    static func besideHelper(_ name: String) -> Aid? {
        besideHelper.first { $0.value.contains { $0.hasSameCodePoints(as: name) } }?.key
    }

    private static let besideHelper: [Aid: [String]] = [
        .helperBranch: ["单位", "工作单位", "所在单位"], .helperPost: ["职务", "单位及职务"],
        .helperPhone: ["联系电话", "电话", "手机", "手机号码", "联系方式"],
    ]

    /// The other names of a column under which cells are read in a way.
    private static func names(of column: Column, in table: TableSchema, _ reading: CellReading) -> [String] {
        table[column]?.synonyms.filter { $0.reading == reading }.flatMap(\.names) ?? []
    }
}

extension HeaderShape {
    /// The shape of a file's header: rows that were left out of an import are read as the file that they are from.
    init(ofFile names: [String]) {
        let isLeft = names.last.map(NotKept.leftBecause.hasSameCodePoints) ?? false
        self.init(isLeft ? names.dropLast() : names)
    }
}

/// Headers of other systems for what the ledger has no place for; said so, that nobody takes them for imported.
enum NotKept {
    static func contains(_ name: String) -> Bool { names.contains { $0.hasSameCodePoints(as: name) } }

    /// Why a row was left out of an import, in the file that keeps such rows.
    static let leftBecause = "留下的原因"

    private static let names = [
        "人均纯收入", "家庭人均纯收入", "年人均纯收入", "户类型", "贫困户属性", "贫困户类型", "入党日期", "入党时间", "入党年月", "加入党组织日期", "加入党组织时间", "转为正式党员日期",
        "党龄", "参加工作时间", "家庭住址", "现居住地", "转正日期", "转正时间",
        "性别", "民族", "出生日期", "出生年月", "年龄", "文化程度", "学历", "籍贯", "致贫原因2", "其他致贫原因", "与户主关系",
        "城乡分类代码", "是否军烈属", leftBecause, "是否独生子女户", "是否双女户", "住房面积", "耕地面积", "林地面积",
    ]
}
