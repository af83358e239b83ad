/// A row behind a figure, or missing from it.
package struct FigureRow: Sendable, Hashable {
    package let subject: Subject
    package let standing: Standing
    /// What the columns of its figure say of it.
    package let cells: [FigureCell]
    /// What is wrong with it where it is missing and late; nil where it has no word of its own.
    package let state: State?
    /// How much it adds to the figure where it counts.
    let weight: Int

    /// A row; its cells are those of its figure's columns.
    package init(_ subject: Subject, _ standing: Standing, state: State? = nil, weight: Int = 1, _ cells: [FigureCell])
    {
        self.subject = subject
        self.standing = standing
        self.state = state
        self.weight = weight
        self.cells = cells
    }

    /// What tells it from the others, in every language.
    package var key: String { subject.token }

    /// What the figure makes of it.
    package enum Standing: Sendable, Hashable, CaseIterable {
        case missing
        /// Does not count, and is not missing yet.
        case pending
        case counted
    }

    /// What it is a row of.
    package enum Subject: Sendable, Hashable {
        case member(StatusReport.CommitteeStatus)
        case branch(StatusReport.BranchStatus)
        /// A period in which 主题党日 is asked of a branch.
        case partyDay(StatusReport.BranchStatus, AskedPeriod)
        /// One of the five ones of a group; recorded where there is an activity of it, open ones too.
        case item(BranchReport.Group, ActivityKind, isRecorded: Bool)
        case household(HouseholdRow)
        case person(PersonRow)
        case cooperative(CooperativeRow)
        case founder(Person.ID)
        case activity(ActivityRow)
        /// An activity that is still to be held: the how manieth of its kind.
        case wanted(ActivityKind, Int)
        case lack(MonthLack)

        /// What stands for it, as the subject of a gap does (CONTRACT section 4): `H0001`, `422801100211/2016-05`.
        var token: String {
            switch self {
            case .member(let member): member.id.text
            case .branch(let branch): branch.code.digits
            case .partyDay(let branch, let period): "\(branch.code)/\(period.token)"
            case .item(let group, let kind, _): "\(group.code)/\(kind.rawValue)"
            case .household(let row): row.household.id.text
            case .person(let row): row.person.id.text
            case .cooperative(let row): row.cooperative.id.text
            case .founder(let id): id.text
            case .activity(let row): row.activity.id.text
            case .wanted(let kind, let number): "\(kind.rawValue)/\(number)"
            case .lack(let lack): lack.token
            }
        }
    }

    /// What is wrong with a row that is missing.
    package enum State: Sendable, Hashable {
        case late(ProgressState)
        case uncovered
        /// Its papers are still to come.
        case papers

        /// Nil for a state that asks for nothing yet.
        package init?(_ state: ProgressState) {
            guard state.needsAction else { return nil }
            self = .late(state)
        }

        /// The state as officers call it.
        package var title: String {
            switch self {
            case .late(let state): state.title
            case .uncovered: Gap.State.uncovered.title
            case .papers: localized("待补", "papers")
            }
        }

        /// The state's word in JSON.
        package var token: String {
            switch self {
            case .late(let state): state.rawValue
            case .uncovered: Gap.State.uncovered.rawValue
            case .papers: "papers"
            }
        }
    }

    /// Whether it counts, in the word that every list has for it.
    package func word(_ kind: Figure.Kind) -> String {
        switch standing {
        case .counted: localized("计入", "counted")
        case .missing: state?.title ?? kind.gapWord
        case .pending: localized("未到期", "not due")
        }
    }
}

/// What a column says of a row.
package enum FigureCell: Sendable, Hashable {
    case text(String)
    case number(Int)
    /// A day, or that there was none.
    case day(Day?)
    /// A word of a closed list.
    case word(String)
    case names([String])
    /// The helpers of a household, those who do not serve marked.
    case helpers([HouseholdRow.Helper])
    case progress(Progress)
    /// How a progress stands in a word.
    case state(ProgressState)
    /// A period in which something is asked.
    case period(AskedPeriod)
    /// How far one of the five ones of a group has come, with those not resolved yet.
    case item(Progress, open: Int)
    /// The number of an activity still to be held.
    case next(Int)
    /// What kind of thing a month lacks.
    case kind(MonthLack)
    /// What it lacks.
    case what(MonthLack)

    /// What stands in the cell.
    package var shown: String {
        switch self {
        case .text(let text): text
        case .number(let number): String(number)
        case .day(let day): day?.description ?? "-"
        case .word(let word): ClosedWord.title(of: word)
        case .names(let names): names.listed
        case .helpers(let helpers): helpers.names
        case .progress(let progress): progress.fraction
        case .state(let state): state.title
        case .period(let period): period.span.title
        case .item(let progress, let open): FigureCell.item(progress, open)
        case .next(let number): localized("第 \(number) 次", "no. \(number)")
        case .kind(let lack): lack.kind
        case .what(let lack): lack.what
        }
    }

    private static func item(_ progress: Progress, _ open: Int) -> String {
        if progress.isMet { return localized("完成 \(progress.done)", "done \(progress.done)") }
        if progress.done > 0 { return "\(progress.done)/\(progress.target)" }
        return open > 0 ? localized("在办 \(open)", "open \(open)") : localized("未办", "none")
    }
}

/// A column of the rows of a figure.
package struct FigureColumn: Sendable {
    /// Its name in JSON and CSV; nil where another one says as much.
    package let key: String?
    package let title: String
    /// In cells of a terminal: the fewest it is of use with, and what shows everything usual.
    package let width: ClosedRange<Int>
    package let holds: Content
    /// Whether it takes the cells that are left over.
    package let isWide: Bool
    /// Whether it is left off first on a narrow screen.
    package let isLesser: Bool

    /// What its cells hold.
    package enum Content: Sendable {
        case text
        /// Names of people, which are ordered as such.
        case people
        case number
        case progress
    }

    /// A column; a width is its ideal too where no other is given.
    package init(
        _ key: String?, _ title: String, _ width: Int, _ ideal: Int? = nil, _ holds: Content = .text,
        isWide: Bool = false,
        isLesser: Bool = false
    ) {
        self.key = key
        self.title = title
        self.width = width...max(width, ideal ?? width)
        self.holds = holds
        self.isWide = isWide
        self.isLesser = isLesser
    }
}
