import PartyWork
import TerminalUI

extension Form<Filing>.Field.Kind {
    static var text: Self { .typed(.text) }
    static var day: Self { .typed(.day()) }
    static var number: Self { .typed(.number) }

    /// One of a few closed words.
    static func words(_ words: [String]) -> Self { .choice(words.map { FieldChoice($0, ClosedWord.title(of: $0)) }) }

    /// One of a few words of the program.
    static func choice<W: Titled>(_ words: W...) -> Self { .choice(words.map { FieldChoice($0.rawValue, $0.title) }) }

    /// What a field of a column takes, by what the column holds.
    init(_ kind: ColumnSchema.Kind) {
        self =
            switch kind {
            case .text, .month: .text
            case .day: .day
            case .number: .number
            case .word(let list): .words(list.offered)
            case .code: .typed(.code)
            case .reference(let referent): referent.source.map { .pick($0, several: false) } ?? .text
            case .list(of: let referent): referent.source.map { .pick($0, several: true) } ?? .text
            }
    }
}

extension Form<Filing>.Field {
    /// A field of its own, no column's.
    ///
    /// - Parameter day: the day that stands in it where there is no value yet.
    init(
        _ key: FieldKey, _ kind: Kind, label: String, value: String = "", chosen: [Candidate] = [], hint: String = "",
        proposing day: Day?, limit: Int = 200
    ) {
        self.init(
            key, kind, label: label, value: value, chosen: chosen, hint: hint, proposing: day?.description, limit: limit
        )
    }

    /// A field that only says what the form is about.
    init(fixed value: String = "", _ chosen: Candidate? = nil, label: String, key: FieldKey = FieldKey("")) {
        self.init(key, .fixed, label: label, value: value, chosen: chosen.map { [$0] } ?? [])
    }

    /// A field of a column, by what its table says of it.
    ///
    /// - Parameters:
    ///   - kind: what it takes, where that is not all that the column holds.
    ///   - chosen: the rows that its value names, where more is known of them than their keys.
    ///   - day: the day that stands in it where there is no value yet.
    init(
        _ column: PartyWork.Column, of table: TableSchema, _ kind: Kind? = nil, label: String? = nil,
        value: String = "", chosen: [Candidate]? = nil, hint: String = "", proposing day: Day? = nil
    ) {
        let schema = table[column]
        let kind = kind ?? schema.map { Kind($0.kind) } ?? .text
        var (text, candidates) = (value, chosen ?? [])
        switch kind {
        case .pick(let source, _):
            candidates = chosen ?? value.split(separator: ";").map { source.candidate(String($0)) }
            text = ""
        case .fixed: text = schema?.title(of: value) ?? value
        case .typed, .choice: break
        }
        self.init(
            FieldKey(column), kind, label: label ?? column.title, value: text, chosen: candidates, hint: hint,
            proposing: day?.description, limit: schema?.limit ?? 200,
            implying: kind == .typed(.code) ? .kindOfOrganization : nil, isRequired: schema?.isRequired ?? false)
    }

    /// A field of a column with what a record holds.
    init(
        _ column: PartyWork.Column, in record: some LedgerRecord, _ kind: Kind? = nil, label: String? = nil,
        chosen: [Candidate]? = nil, hint: String = "", proposing day: Day? = nil
    ) {
        self.init(
            column, of: record.table, kind, label: label, value: record.text(column), chosen: chosen, hint: hint,
            proposing: day)
    }
}

extension Form<Filing> {
    /// The field of a reason that must be given.
    static var reason: Field {
        Field(.reason, .text, label: localized("原因", "Reason")).required()
    }
}

extension Form<Filing>.Field.Implied {
    /// The code of a new organization says of what kind it is (CONTRACT section 1).
    fileprivate static var kindOfOrganization: Self {
        Self(FieldKey(.kind)) { typed in
            let code = Code(CellRules.trimmed(typed))
            return OrganizationKind.allCases.filter { $0.accepts(code) }.map(\.rawValue)
        }
    }
}

extension ColumnSchema.Referent {
    /// Among what a field looks for what it refers to; nil where its key is typed.
    fileprivate var source: CandidateSource? {
        switch self {
        case .organization(.village): .villages
        case .organization(.branch): .branches
        case .organization(.host(let kind)): .hosts(kind, near: nil)
        case .organization(.any), .organization(.parent), .organization(.kind): .anyOrganization
        case .person: .servingPeople(first: .none)
        case .household: .households(near: nil)
        case .cooperative: .cooperatives
        case .activity, .checklist, .subject, .register, .name: nil
        }
    }
}
