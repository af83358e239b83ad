/// What a form is for: how its texts are read, and among what its pickers choose.
///
/// The form itself knows neither.
package protocol FormPurpose: Sendable {
    /// What is typed into its fields.
    associatedtype Entry: FieldEntry
    /// Where the candidates of its pickers come from.
    associatedtype Source: Hashable, Sendable
    /// How one of them is looked for.
    associatedtype Query: TextQuery

    /// The candidates of a source, those first that are near what the other fields say; nil until they are known.
    mutating func candidates(of source: Source, beside others: [Form<Self>.Field]) -> [Candidate]?

    /// Whether a picker of the source takes what is typed as well, where that is none of its candidates.
    func takesAnyText(_ source: Source) -> Bool
}

extension FormPurpose {
    package func takesAnyText(_ source: Source) -> Bool { false }
}

/// What a text means that is typed into a field, such as a day.
package protocol FieldEntry: Hashable, Sendable {
    /// Where it is typed, as far as its meaning depends on that.
    associatedtype Context: Surface

    /// What is kept of a text that was typed.
    func kept(_ typed: String, _ context: Context) -> String
    /// What stands in the field for a text that is kept.
    func shown(_ kept: String) -> String
    /// What a text typed in short is taken for; nil where there is no more to say.
    func reading(of typed: String, _ context: Context) -> String?
    /// What typing does to the text that the field was opened with.
    var beginning: FieldBeginning { get }
    /// What is wrong with a text while it is typed; nil where nothing is, or that is known only when it is saved.
    func fault(in typed: String, _ context: Context) -> String?
}

extension FieldEntry {
    package func fault(in typed: String, _ context: Context) -> String? { nil }
}

/// What typing does to the text that a field was opened with.
package enum FieldBeginning: Hashable, Sendable {
    /// It goes on in it.
    case stays
    /// It takes its place, as in a spreadsheet's cell, as long as nothing else was done there.
    case isReplaced
    /// It completes it; whoever types all of it replaces it.
    case isCompleted
}
