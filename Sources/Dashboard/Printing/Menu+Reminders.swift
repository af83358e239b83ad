import PartyWork
import TerminalUI

extension Menu {
    /// Messages to be read, and what can be done with them: copied where the terminal takes that, written into a file, for all or for
    /// others.
    ///
    /// - Parameter isOne: whether they are about one addressee, so that all can be had too.
    static func reminders(_ reminders: Reminders, isOne: Bool, _ context: Context) -> Menu {
        let text = reminders.text(greeting: context.preferences.greeting)
        let others = Reminders.Audience.allCases.filter { $0 != reminders.audience || isOne }
        let copy =
            context.abilities.copies
            ? [
                Item(
                    localized("复制", "Copy"),
                    detail: localized("放进剪贴板，到微信、短信里粘贴", "to the clipboard, to be pasted elsewhere"),
                    .copy(text))
            ] : []
        let files = [false, true].map { isCalendar in
            let item = Printout.reminders(reminders, isOne: isOne, isCalendar: isCalendar, context)
            return Item(
                isCalendar ? localized("写成日历", "Calendar") : localized("写成文件", "File"),
                detail: isCalendar
                    ? localized("各项期限，.ics，手机和邮件程序可导入", "the due days, .ics, for telephones and mail programs")
                    : localized("文字，.txt", "text, .txt"), .form(.printing(item, context)))
        }
        return Menu(
            title: title(reminders, isOne), lines: (context.abilities.copies ? [] : [byHand]) + text.lines,
            items: copy + files
                + others.map { audience in
                    Item(
                        localized("催全部\(audience.title)", "Every \(audience.title)"),
                        detail: localized("范围内每个还欠着的", "everyone in scope who owes something"), .remind(audience, nil))
                })
    }

    private static var byHand: String {
        localized(
            "（这台终端不接受程序的复制：请用鼠标选中文字，或写成文件）",
            "(This terminal takes no copies from programs: select the text, or write a file)")
    }

    private static func title(_ reminders: Reminders, _ isOne: Bool) -> String {
        if isOne, let letter = reminders.letters.first {
            return localized(
                "催办：\(letter.addressee.name)，\(letter.gaps.count) 项",
                "Reminder: \(letter.addressee.name), \(letter.gaps.count)")
        }
        let (who, count) = (reminders.audience.title, reminders.letters.count)
        return localized("催办：\(who) \(count) 个", "Reminders: \(who), \(count)")
    }
}

extension Printout {
    /// Messages as a file.
    fileprivate static func reminders(
        _ reminders: Reminders, isOne: Bool, isCalendar: Bool, _ context: Context
    ) -> Item {
        Item(
            title: isCalendar ? localized("期限", "Due days") : localized("催办", "Reminders"),
            place: isOne ? reminders.letters.first?.addressee.name ?? "" : "",
            detail: isOne ? "" : localized("\(reminders.letters.count) 份", "\(reminders.letters.count)"),
            work: .reminders(
                ReminderFile(
                    reminders: reminders, greeting: context.preferences.greeting, isCalendar: isCalendar)))
    }
}

extension String {
    fileprivate var lines: [String] {
        split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
    }
}
