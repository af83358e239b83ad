import ArgumentParser
import PartyWork

extension ArgumentHelp {
    /// What an option or an argument is for, after the word that stands for its value.
    static func taking(_ value: String, _ text: String) -> ArgumentHelp { ArgumentHelp(text, valueName: value) }

    /// What it is for, after a word that several commands take.
    static func taking(_ value: Value, _ text: String) -> ArgumentHelp { taking(value.word, text) }

    /// `--language`, which every command takes.
    ///
    /// It is read by `Arguments.language` before anything is parsed, so that help and errors speak it; here it stands for
    /// the help, and so that the parser takes it.
    static var language: ArgumentHelp {
        .taking(
            localized("语言", "language"),
            localized(
                "界面语言 (language)：zh 或 en；默认取 $ZHIBU_LANGUAGE、设置、$LANG",
                "language (界面语言): zh or en; by default $ZHIBU_LANGUAGE, the settings, $LANG"))
    }

    /// `--force`, which commands that write files take.
    static var force: ArgumentHelp {
        ArgumentHelp(
            localized(
                "同名文件不是以前写出的同一种文件也替换；台账和备份总不替换",
                "replace a file that was not written as this kind before; ledgers and backups never are"))
    }

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
