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

    /// The headers under which a list of pairings names the helper's branch, to tell helpers of one name apart.
    static let helperBranch = ["帮扶人所在支部", "帮扶责任人所在支部", "帮扶人支部", "帮扶单位", "帮扶责任人单位", "所在党支部", "所在支部"]
}

/// Headers of other systems for what the ledger has no place for; said so, that nobody takes them for imported.
enum NotKept {
    static func contains(_ name: String) -> Bool {
        names.contains { $0.hasSameCodePoints(as: name) }
    }

    private static let names = [
        "人均纯收入", "家庭人均纯收入", "年人均纯收入", "户类型", "贫困户属性", "贫困户类型", "入党日期", "入党时间", "转正日期", "转正时间",
        "性别", "民族", "出生日期", "出生年月", "年龄", "文化程度", "学历", "籍贯", "致贫原因2", "其他致贫原因", "与户主关系",
        "是否军烈属", "是否独生子女户", "是否双女户", "住房面积", "耕地面积", "林地面积",
    ]
}
