import PartyWork
import TerminalUI

/// What a screen wants of the application.
package indirect enum Command: Sendable {
    case open(Route)
    case back
    case form(Form<Filing>)
    case menu(Menu)
    case confirm(Confirmation)
    case effect(Effect)
    /// Asks the ledger something first, and goes on with what is answered.
    case after(AnyQuery, @Sendable (Answered, Context) -> [Command])
    /// Several commands, one after the other.
    case several([Command])
    /// Takes an entry of the journal back, after a question that says what would change.
    case undo(entry: Int)
    /// Does the act of the form below, which was previewed.
    case commit(Act)
    /// Writes into a file what the form below is about, after a question.
    case print(PrintJob)
    /// Shows what an audience still owes, as messages: that of one addressee, by its code or number, or all.
    case remind(Reminders.Audience, String?)
    /// Hands a text to the terminal, for the clipboard.
    case copy(String)
    /// A sentence for the line above the footer.
    case notice(String)
    /// Opens the form for an activity, filled with what is known.
    case record(ActivityDraft)
    /// Opens the form for a new entry of a register, about something where that is known.
    case enter(String, about: Candidate?)
    /// Opens the menu of the steps that an entry of a register may take.
    case step(RecordKey)
    /// Builds the form below on what someone else has saved, with or without what was typed.
    case settle(AnyRecord, keepingMine: Bool)
    /// Puts a text into a field of the form below.
    case fill(FieldKey, String)
    /// Shows a text to be read.
    case read(title: String, String)
    /// Does an action as its key would.
    case perform(Action)
    /// Shows a tab.
    case tab(Tab)
    /// Opens a screen with a search under way; the scope is widened if it leaves out the organization that is meant.
    case search(Route, String, within: Code?)
    /// Changes the columns of the list in sight.
    case arrange(ColumnChange)
    /// Opens a view, keeps the screen in sight as one of a name, removes one.
    case view(KeptView)
    case keepView(String)
    case forgetView(KeptView)
    /// Sets something for this terminal, for this run or for good.
    case prefer(Preference, forGood: Bool)
    /// Stops the program until the shell lets it go on.
    case suspend
    /// Changes the scope of everything shown.
    case scope(Scope, String)
    /// Moves the as-of date, so that what is opened next speaks of the day of the figure it stands behind.
    case asOf(Day)
}

extension Command {
    /// Asks a query first, and goes on with its answer.
    static func asking<Q: Query>(
        _ query: Q, then follow: @escaping @Sendable (Q.Answer, Context) -> [Command]
    ) -> Command {
        .after(AnyQuery(query)) { answered, context in answered.answer(to: query).map { follow($0, context) } ?? [] }
    }
}

/// A menu of which each item leads to a command.
package typealias Menu = TerminalUI.Menu<Command>

/// A question after which a command is run.
package typealias Confirmation = TerminalUI.Confirmation<Command>
