import PartyWork

/// A table, index, trigger or view as the schema holds it.
struct SchemaPart: Equatable {
    let kind: String
    let table: String
    /// What must be the same.
    let definition: String

    /// Holds a schema against the one that the program's own steps make: an added trigger writes what no journal tells, a dropped index or
    /// trigger takes away speed or safety, and no engine's own check sees either.
    ///
    /// - Returns: Each fault a sentence.
    static func faults(made: [String: SchemaPart], found: [String: SchemaPart]) -> [String] {
        Set(made.keys).union(found.keys).sorted().compactMap { name in
            let sentence: String
            switch (made[name], found[name]) {
            case (let made?, nil):
                sentence = localized(
                    "缺少\(made.title)“\(name)”，被本程序以外的办法删去", "\(made.title) \"\(name)\" was dropped by other means")
            case (nil, let found?):
                sentence = localized(
                    "多出\(found.title)“\(name)”，不是本程序建立的", "\(found.title) \"\(name)\" was not made by this program")
            case (let made?, let found?) where made != found:
                sentence = localized(
                    "\(made.title)“\(name)”被本程序以外的办法改过", "\(made.title) \"\(name)\" was changed by other means")
            default: return nil
            }
            return sentence + localized("；请停止录入，用最近的备份恢复", "; stop entering, and restore the latest backup")
        }
    }

    /// What two engines' tables have in common.
    static func definition(columns: [String], checks: Int, references: Int) -> String {
        "\(columns.sorted().joined(separator: " ")) \(checks) \(references)"
    }

    private var title: String {
        switch kind {
        case "table": localized("表", "the table")
        case "index": localized("索引", "the index")
        case "trigger": localized("触发器", "the trigger")
        case "view": localized("视图", "the view")
        default: kind
        }
    }
}
