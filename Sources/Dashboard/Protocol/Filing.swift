import ChineseNames
import PartyWork
import TerminalUI

/// What a form of the dashboard is filled in for: what comes of its answers, and what is known for its pickers.
package struct Filing: FormPurpose {
    package typealias Entry = Writing
    package typealias Source = CandidateSource
    package typealias Query = NameQuery

    let work: Work
    /// Where saving leads, when the work goes on there.
    let next: Route?
    /// Whether saving shows first what would be changed.
    let isPreviewed: Bool
    /// The field of the day on which it happens, if it is about such a day: who serves then is offered.
    var dayKey: FieldKey?
    /// The acts of which it was last asked what they would make of the figures, of which revision of the ledger, and what it is.
    var weighed: (acts: [Act], revision: Int, consequence: Consequence?)?
    /// The act that was last tried.
    var attempt: Act?
    /// The mark under which its act is sent, again and again until it is saved.
    var mark: ActMark?
    /// The act that was sent first under the mark; nil where an earlier run did.
    var sent: Act?
    /// What is saved by now, where someone else changed the record after the form was opened.
    var base: AnyRecord?
    /// What its pickers choose from.
    private var known = KnownRows()
    /// What was made of them so far.
    private var candidates: [CandidateSource: [Candidate]] = [:]
    /// What was asked for them last.
    var asked: [AnyQuery] = []

    /// What comes of the answers.
    enum Work: Sendable {
        case effect(@Sendable (Answers) throws(FieldErrors) -> Effect)
        /// Something within the dashboard.
        case command(@Sendable (Answers) throws(FieldErrors) -> Command)
        /// Many rows, to be shown before they are changed.
        case rows(@Sendable (Answers) throws(FieldErrors) -> [PlannedRow])
        /// Something to be written into a file.
        case print(@Sendable (Answers, Context) throws(FieldErrors) -> PrintJob)
    }

    init(_ work: Work, next: Route? = nil, isPreviewed: Bool = false) {
        self.work = work
        self.next = next
        self.isPreviewed = isPreviewed
    }

    /// Learns some of the rows that pickers choose from.
    mutating func learn(_ rows: CandidateSource.Rows, _ change: (inout KnownRows) -> Void) {
        change(&known)
        candidates = candidates.filter { $0.key.rows != rows }
    }

    package mutating func candidates(of source: CandidateSource, beside others: [Form<Filing>.Field]) -> [Candidate]? {
        let source = place(in: others).map { source.near($0) } ?? source
        if let known = candidates[source] { return known }
        let found = source.candidates(in: known)
        candidates[source] = found
        return found
    }

    package func takesAnyText(_ source: CandidateSource) -> Bool {
        source == .officers && known.officers?.areAll == false
    }

    /// The columns that say where something is, the first that is filled before others.
    private static let places = [PartyWork.Column.village, .organization, .householdID, .code].map { FieldKey($0) }

    /// The branch of the unit, the village or the household that fields say; nil where they say none.
    private func place(in fields: [Form<Filing>.Field]) -> Code? {
        for key in Filing.places {
            if let place = fields.first(where: { $0.key == key }).flatMap({ place(in: $0) }) { return place }
        }
        return nil
    }

    private func place(in field: Form<Filing>.Field) -> Code? {
        switch field.kind {
        case .pick(let source, _):
            guard let key = field.chosen.first?.key else { return nil }
            return source.rows == .households ? village(ofHousehold: key) : Code(key).branch
        case .typed(.code): return Code(CellRules.trimmed(field.text.text)).branch
        case .fixed where field.key == FieldKey(.code): return Code(field.text.text).branch
        case .typed, .choice, .fixed: return nil
        }
    }

    private func village(ofHousehold key: String) -> Code? {
        known.households?.first { $0.household.id.text == key }?.household.village
    }
}

extension NameQuery: TextQuery {
    package static var elsewhere: Int { NameMatch.elsewhere }
    package func rank(in name: String) -> Int? { match(name)?.rank }
}

extension Context: Surface {
    package func said(_ chinese: @autoclosure () -> String, _ english: @autoclosure () -> String) -> String {
        localized(chinese(), english())
    }
}
