import ArgumentParser
import PartyWork

extension ArgumentHelp {
    /// What an option or an argument is for, after the word that stands for its value.
    static func taking(_ value: String, _ text: String) -> ArgumentHelp { ArgumentHelp(text, valueName: value) }

    /// What it is for, after a word that several commands take.
    static func taking(_ value: Value, _ text: String) -> ArgumentHelp { taking(value.word, text) }

    /// What several commands take.
    enum Value {
        case code, date, file, format, household, key, month, person, reason

        /// What stands for it.
        var word: String {
            switch self {
            case .code: localized("编码", "code")
            case .date: localized("日期", "date")
            case .file: localized("文件", "file")
            case .format: localized("格式", "format")
            case .household: localized("户编号", "household")
            case .key: localized("编号", "key")
            case .month: localized("月份", "month")
            case .person: localized("人员编号", "person")
            case .reason: localized("原因", "reason")
            }
        }
    }
}
