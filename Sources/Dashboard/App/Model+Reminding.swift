import PartyWork

// Messages about what is still owed: from the key to what is done with them.

extension Model {
    /// Shows the message for one addressee, or those for all.
    mutating func remind(_ audience: Reminders.Audience, _ key: String?) -> [Effect] {
        inquire(RemindersQuery(audience: audience, scope: context.scope, asOf: context.asOf)) { model, reminders in
            model.show(key.map { reminders.only($0) } ?? reminders, isOne: key != nil)
            return []
        }
    }

    private mutating func show(_ reminders: Reminders, isOne: Bool) {
        guard reminders.letters.isEmpty else {
            overlays.append(.menu(.reminders(reminders, isOne: isOne, context)))
            return
        }
        notice = Notice(
            text: isOne
                ? localized("这里没有要催的：该办的都办了", "Nothing to remind of here: all is done")
                : localized("没有要催的：该办的都办了", "Nobody is to be reminded: all is done"), isWarning: false)
    }

    /// Hands a text to the terminal, which puts it into the clipboard; whether it did it does not say.
    mutating func copy(_ text: String) -> [Effect] {
        let count = text.count
        notice = Notice(
            text: localized(
                "已交给终端复制（\(count) 字），到要发的地方粘贴；粘贴出来不对，就写成文件",
                "Handed to the terminal to be copied (\(count) characters); if it does not paste, write a file"),
            isWarning: false)
        return [.copy(text)]
    }
}
