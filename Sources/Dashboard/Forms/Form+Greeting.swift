import PartyWork
import TerminalUI

extension Form<Filing> {
    /// The form for the words at the beginning of reminders.
    static func greeting(_ context: Context) -> Form {
        let greeting = FieldKey("开头")
        func title() -> String { localized("催办的开头", "The beginning of reminders") }
        let field = Field(
            greeting, .text, label: localized("开头", "Beginning"), value: context.preferences.greeting,
            hint: localized("空着就用：\(Reminder.usualGreeting)", "empty: \(Reminder.usualGreeting)"), limit: 300)
        return Form(
            title: title(),
            rule: localized(
                "{名称}、{日期}、{项数} 换成对方、截至日、几项；{名称}放在前面，各支部一看便知",
                "{name}, {date} and {count} become the addressee, the as-of date and how many things"),
            identity: identity(title), fields: [field],
            purpose: Filing(
                .command { answers throws(FieldErrors) in .prefer(.greeting(answers[greeting]), forGood: true) }))
    }
}
