import PartyWork
import TerminalUI

extension Form<Filing> {
    /// How many candidates are read out at a time.
    static var spokenCandidates: Int { 10 }

    /// The field that is asked for, with what stands in the others.
    func spoken(_ context: Context) -> [String] {
        let field = fields[focus]
        let editable = fields.indices.filter { fields[$0].isEditable }
        let number = (editable.firstIndex(of: focus) ?? 0) + 1
        let value =
            field.spokenValue.isEmpty
            ? localized("还空着", "empty") : localized("现在是 \(field.spokenValue)", "now \(field.spokenValue)")
        let removing = field.chosen.isEmpty ? "" : localized("退格 去掉最后一个；", "backspace removes the last; ")
        let wants = field.wants(context)
        let hint = wants.isEmpty ? "" : localized("（\(wants)）", " (\(wants))")
        return [
            rule.map { PlainWords.of($0) } ?? "", others, message.map { localized("不对：\($0)", "Wrong: \($0)") } ?? "",
            PlainWords.sentences([
                localized(
                    "第 \(number) 项，共 \(editable.count) 项：\(field.label)\(hint)，\(value)",
                    "Field \(number) of \(editable.count): \(field.label)\(hint), \(value)")
            ]),
            field.error.map { localized("不对：\($0)", "Wrong: \($0)") } ?? "",
            field.isUndecided ? localized("正在找“\(field.text.text)”。", "Looking for \(field.text.text).") : "", choices,
            localized(
                "输入内容；直接回车\(number == editable.count ? "保存" : "到下一项")；\(removing)- 上一项；^S 保存；Esc 返回，填过的还在。",
                "Type the value; Enter alone \(number == editable.count ? "saves" : "goes on"); \(removing)- the field before; ^S saves; Esc goes back, what was typed is kept."
            ),
        ]
    }

    private var others: String {
        let filled = fields.indices.filter { $0 != focus && !fields[$0].spokenValue.isEmpty }
        if filled.isEmpty { return "" }
        return localized("已填：", "Filled in: ")
            + filled.map { "\(fields[$0].label) \(fields[$0].spokenValue)" }.joined(separator: localized("；", "; "))
            + localized("。", ".")
    }

    private var choices: String {
        if case .choice(let choices) = fields[focus].kind {
            return localized("可选：", "Choices: ")
                + choices.enumerated().map { "\($0 + 1) \($1.title)" }.joined(
                    separator: localized("；", "; ")) + localized("。", ".")
        }
        guard let offered else { return "" }
        if offered.isEmpty { return localized("没有符合的，换几个字再找。", "Nothing fits, try other words.") }
        let shown = offered.prefix(Form<Filing>.spokenCandidates).enumerated().map {
            "\($0 + 1). " + PlainWords.of("\($1.name)  \($1.key)  \($1.detail)")
        }
        let more =
            offered.count > shown.count
            ? localized(
                "\n一共 \(offered.count) 个，这里是前 \(shown.count) 个；输入姓名、编号或村名里的字来找。",
                "\n\(offered.count) in all, these are the first \(shown.count); type part of a name, number or village."
            ) : ""
        return localized("可选，输入序号：\n", "Choose by number:\n") + shown.joined(separator: "\n") + more
    }
}

extension Form<Filing>.Field {
    /// What stands in it, in words.
    fileprivate var spokenValue: String {
        let names = chosen.map(\.called)
        if kind == .fixed, !names.isEmpty { return PlainWords.of(names.joined(separator: localized("；", "; "))) }
        return PlainWords.of(
            (names + (text.isEmpty || isUndecided ? [] : [title])).joined(separator: localized("；", "; ")))
    }
}

// MARK: - Answers

extension Model {
    /// Takes an answer to the field that is asked for, by the keys an officer would press.
    mutating func answer(_ said: String, in form: Form<Filing>) -> [Effect] {
        switch said {
        case "" where form.fields[form.focus].isUndecided:
            replaceText(with: "")
            return []
        case "": return press(.enter)
        case "退格", "backspace": return press(.backspace)
        case "-": return press(.backTab)
        case "?", "？": return press(.function(1))
        default: break
        }
        if let key = Key(named: said), [.escape, .control("s"), .tab, .backTab, .function(1)].contains(key) {
            return press(key)
        }
        switch form.fields[form.focus].kind {
        case .choice(let choices): return choose(said, among: choices, in: form)
        case .pick(_, let several): return pick(said, in: form, several: several)
        case .typed, .fixed: return fill(said)
        }
    }

    /// Replaces the text, and goes on unless it was refused.
    private mutating func fill(_ said: String) -> [Effect] {
        replaceText(with: said)
        return currentField?.error == nil ? press(.enter) : []
    }

    private var currentField: Form<Filing>.Field? {
        guard case .form(let form)? = overlays.last else { return nil }
        return form.fields[form.focus]
    }

    private mutating func choose(_ said: String, among choices: [FieldChoice], in form: Form<Filing>) -> [Effect] {
        let number = Int(said).map { $0 - 1 }
        guard
            let choice = choices.first(where: { $0.token == said || $0.title == said })
                ?? number.flatMap({ choices.indices.contains($0) ? choices[$0] : nil })
        else {
            notice = Notice(text: localized("“\(said)”不在可选的里面", "\(said) is none of the choices"), isWarning: true)
            return []
        }
        for _ in choices where currentField?.text.text != choice.token { _ = press(.right) }
        return press(.enter)
    }

    /// A number takes a candidate that was read out, words look for one; the only one there is is taken at once.
    private mutating func pick(_ said: String, in form: Form<Filing>, several: Bool) -> [Effect] {
        let candidates = form.offered ?? []
        if let number = Int(said), (1...Form<Filing>.spokenCandidates).contains(number), number <= candidates.count {
            return take(number - 1, several: several)
        }
        replaceText(with: said)
        guard case .form(let found)? = overlays.last, found.offered?.count == 1 else { return [] }
        return take(0, several: several)
    }

    /// Several may be chosen one after the other; an empty answer then goes on.
    private mutating func take(_ index: Int, several: Bool) -> [Effect] {
        let steps = index - (currentField?.highlighted ?? index)
        for _ in 0..<abs(steps) { _ = press(steps > 0 ? .down : .up) }
        let effects = press(.enter)
        return several ? effects : effects + press(.enter)
    }
}
