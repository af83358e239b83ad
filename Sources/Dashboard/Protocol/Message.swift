import PartyWork
import TerminalUI

/// What happens to the dashboard.
package enum Message: Sendable {
    case key(Key)
    /// A key that came before what lies over the screen now was painted, as in a text pasted into a terminal without brackets: it
    /// answers no question.
    case typedAhead(Key)
    case resized(Size)
    /// The terminal gives characters of ambiguous width other cells than was assumed.
    case measured(TextWidth)
    case answered(Answered)
    /// The ledger could not answer; the sentence says why and what to do next.
    case unanswered(AnyQuery, String)
    /// What the query asks for is not in the ledger: the row that was looked for.
    case gone(AnyQuery, TableSchema, RecordKey)
    /// What an act would change, or why it would be refused.
    case rehearsed(Act, Result<Rehearsal, Refusal>)
    /// For each of several acts the journal's sentence, or why it would be refused.
    case rehearsedEach([Act], [Result<String, Refusal>])
    /// What several acts would make of the figures.
    case weighed([Act], Consequence)
    /// An act was saved.
    case done(Act, Receipt)
    /// An act was refused by a rule, with nothing changed.
    case refused(Act, Refusal)
    /// An act or a task failed for another reason; the sentence says why and what to do next.
    case failed(String)
    /// The ledger, empty until now, has contents.
    case loaded(String, Scope)
    /// The sample town is in the officer's own ledger.
    case foundSample(LoadedSample)
    /// A page of the handbook was read.
    case handbook(Handbook.Topic, String)
    /// The systems of registers that come with the program were read.
    case systems([OfferedSystem])
    /// Another process has written to the ledger; what its newest entry says.
    case changedElsewhere(JournalRow?)
    /// What came of writing a list or forms into a file.
    case printed(PrintJob, PrintOutcome)
    /// What was asked for takes longer than two seconds.
    case slow
    /// What came of a task with files, or how far it has come.
    case files(FileTask, FileOutcome)
    /// The clock shows another day.
    case dayBegan(Day)
    /// No key came for a moment, while a preview was owed.
    case rested
}

extension Message {
    /// What comes of a query that the ledger could not answer; `sentence` says why.
    package static func unanswered(
        _ query: AnyQuery, because error: any Error, _ sentence: (any Error) -> String
    ) -> Message {
        if case .notFound(let table, let key)? = error as? Refusal { return .gone(query, table, key) }
        return .unanswered(query, sentence(error))
    }
}

/// What the dashboard wants done outside.
package enum Effect: Sendable, Hashable {
    /// What is asked together is answered of one state of the ledger.
    case ask([AnyQuery])
    case perform(Act)
    /// Does an act and takes it back, to see what it would change.
    case rehearse(Act)
    /// Does several acts together and takes them back, to see what each would come to.
    case rehearseEach([Act])
    /// Does several acts together and takes them back, to see what they would make of the figures of a scope at a day.
    case weigh([Act], Scope, asOf: Day)
    /// Reads or imports files.
    case files(FileTask)
    /// Gives up the task with files that is under way, with nothing saved.
    case cancelFiles
    /// Shows the sample town, in a copy that is thrown away, until the officer leaves it.
    case openSample
    /// Shows a town of the county until the officer leaves it, at a place or where it was left.
    case openTown(Code, at: Route?)
    /// Reads a page of the handbook.
    case readHandbook(Handbook.Topic)
    /// Reads the systems of registers that come with the program.
    case readSystems
    /// Writes a list or forms into a file.
    case print(PrintJob)
    /// Hands a text to the terminal, for the clipboard.
    case copy(String)
    /// Sends the whole screen again.
    case repaint
    /// Has the terminal do as the officer wants, for this run.
    case prefer(Preference)
    /// A preference kept for later runs too.
    case keep(Preference)
    /// A change of the ledger's views, for later runs too.
    case changeViews(ViewChange)
    /// Stops the program as Ctrl-Z does elsewhere, until the shell lets it go on.
    case suspend
    case quit
}
