/// What a checklist asks of one subject in one period, and how far it has come.
package struct Obligation: Sendable, Hashable {
    package let checklist: Checklist
    package let subject: Subject
    /// The name of the person, the organization or the household's head.
    package let name: String
    /// The organization of the subject: 组织编码 of a person, 村编码 of a household, the branch or group itself.
    package let organization: Code
    package let span: Span
    package let progress: Progress
    /// The last day in the period that counted.
    package let lastOn: Day?
    /// Why it need not be done; nil if it must.
    ///
    /// What is done all the same is done.
    package let waiver: String?

    package init(
        checklist: Checklist, subject: Subject, name: String, organization: Code, span: Span, count: Int, lastOn: Day?,
        waiver: String?, asOf day: Day
    ) {
        self.checklist = checklist
        self.subject = subject
        self.name = name
        self.organization = organization
        self.span = span
        progress = Progress(done: count, of: checklist.count, in: span, asOf: day)
        self.lastOn = lastOn
        self.waiver = progress.state == .done ? nil : waiver
    }

    package var state: State { waiver == nil ? .asked(progress.state) : .waived }

    /// What tells it from the others of its checklist.
    package var id: String { "\(subject.token)/\(span.first)" }

    /// Who is asked.
    package enum Subject: Sendable, Hashable {
        case person(Person.ID)
        case organization(Code)
        case household(Household.ID)
        /// An entry of a register, by its number.
        case entry(String)

        /// The 人员编号, 编码 or 户编号, or an entry's number.
        package var token: String {
            switch self {
            case .person(let id): id.text
            case .organization(let code): code.digits
            case .household(let id): id.text
            case .entry(let number): number
            }
        }
    }

    /// How far an obligation is: like any other, or waived, which is shown apart from done.
    package enum State: Sendable, Hashable {
        case waived
        case asked(ProgressState)

        /// The state as officers call it.
        package var title: String {
            switch self {
            case .waived: localized("免除", "waived")
            case .asked(let state): state.title
            }
        }

        /// The JSON's word.
        package var token: String {
            switch self {
            case .waived: "waived"
            case .asked(let state): state.rawValue
            }
        }

        /// Whether it is neither done nor waived.
        package var isOpen: Bool { self != .waived && self != .asked(.done) }

        /// 0 for the most urgent; what is done and what is waived last.
        var rank: Int {
            switch self {
            case .asked(.overdue): 0
            case .asked(.behind): 1
            case .asked(.dueSoon): 2
            case .asked(.onTrack): 3
            case .waived: 4
            case .asked: 5
            }
        }
    }

    /// The most urgent first; then by organization, subject and period.
    package func precedes(_ other: Obligation) -> Bool {
        if state.rank != other.state.rank { return state.rank < other.state.rank }
        if organization != other.organization { return organization < other.organization }
        if subject != other.subject { return subject.token.precedesByCodePoint(other.subject.token) }
        return span.first < other.span.first
    }
}
