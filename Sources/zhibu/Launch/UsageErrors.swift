import ArgumentParser
import PartyWork

/// The parser's errors in Chinese.
///
/// Its error type is its own, so its English sentences are read instead; a sentence not known here is shown as it is.
enum UsageErrors {
    /// Where, what is wrong, what to do next.
    static func text(for error: any Error) -> String {
        let command = commandPath(Zhibu.fullMessage(for: error))
        let message = Zhibu.message(for: error)
        return localized(
            "\(chinese(message, isRoot: command == "zhibu"))\n用法请看：\(command) --help",
            "\(message)\nSee: \(command) --help")
    }

    /// The command that the parser names in its hint: `See 'zhibu status --help' for more information.`.
    private static func commandPath(_ message: String) -> String {
        guard let hint = message.split(separator: "\n").last(where: { $0.contains("See '") }) else { return "zhibu" }
        let quoted = Quoted(String(hint)).first ?? "zhibu"
        return quoted.split(separator: " ").prefix { !$0.hasPrefix("-") }.joined(separator: " ")
    }

    private static func chinese(_ message: String, isRoot: Bool) -> String {
        let quoted = Quoted(message)
        guard let first = quoted.first else { return message }
        switch message {
        case _ where message.hasPrefix("Unknown option"):
            return "不认识的选项“\(first)”" + (quoted.second.map { "，是不是 \($0)？" } ?? "")
        case _ where message.hasPrefix("Missing value for"): return missingValue(first)
        case _ where message.hasPrefix("Missing expected argument"): return "缺少“\(first)”，请补上"
        case _ where message.hasPrefix("Missing one of"): return "请给出其中之一：\(quoted.joined)"
        case _ where message.hasPrefix("Unexpected argument"), _ where message.contains(" unexpected arguments:"):
            return isRoot ? "没有“\(first)”这个命令" : "多余的参数：\(quoted.joined)，请去掉"
        case _ where message.hasPrefix("The value"): return invalidValue(message, quoted)
        case _ where message.hasPrefix("The option"): return "选项 \(first) 不带值，请去掉“\(quoted.second ?? "")”"
        case _ where message.hasPrefix("Value to be set"): return "选项 \(first) 给了两次，请只留一个"
        case _ where message.hasPrefix("Can't generate"): return "不能为“\(first)”生成补全脚本，可选：bash、zsh、fish"
        default: return message
        }
    }

    private static func missingValue(_ option: String) -> String {
        let name = option.prefix { $0 != " " }
        return "选项“\(option)”缺少值；值若以“-”开头，请写成 \(name)=值"
    }

    private static func invalidValue(_ message: String, _ quoted: Quoted) -> String {
        let place = quoted.second ?? ""
        let sentence = "“\(place)”的值“\(quoted.first ?? "")”无效"
        if place.contains("日期") { return sentence + "，请写成 2016-06-30 这样（1900 年以后）" }
        let choices = quoted.items.dropFirst(2) + bullets(message)
        return choices.isEmpty ? sentence : sentence + "，可选：" + choices.joined(separator: "、")
    }

    private static func bullets(_ message: String) -> [String] {
        message.split(separator: "\n").filter { $0.hasPrefix("  - ") }.map { String($0.dropFirst(4)) }
    }

    /// The parts of a sentence between single quotation marks.
    private struct Quoted {
        let items: [String]

        init(_ message: String) {
            let parts = message.replacing("Can't", with: "").split(separator: "'", omittingEmptySubsequences: false)
            items = parts.indices.filter { $0 % 2 == 1 && $0 < parts.count - 1 }.map { String(parts[$0]) }
        }

        var first: String? { items.first }
        var second: String? { items.dropFirst().first }
        var joined: String { items.map { "“\($0)”" }.joined(separator: "、") }
    }
}
