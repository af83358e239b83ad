// The English of words. Files and the ledger hold the Chinese ones.

/// A word of the program: in Chinese, which is its raw value and what is kept and compared, and in English.
package protocol Titled: RawRepresentable where RawValue == String {
    /// The word in English, as screens say it.
    var english: String { get }
}

extension Titled {
    /// The word as screens say it.
    package var title: String { localized(rawValue, english) }
}

extension OrganizationKind {
    package var english: String {
        switch self {
        case .township: "township"
        case .village: "village branch"
        case .joint: "joint branch"
        case .office: "office branch"
        case .group: "party group"
        }
    }
}

extension PersonCategory {
    package var english: String {
        switch self {
        case .member: "member"
        case .probationary: "probationary member"
        case .applicant: "activist"
        case .resident: "resident"
        }
    }
}

extension ActivityKind {
    package var english: String {
        switch self {
        case .researchVisit: "research visit"
        case .themeActivity: "theme activity"
        case .partyDay: "party day"
        case .homeVisit: "home visit"
        case .activist: "activist"
        case .suggestion: "suggestion"
        case .hazard: "hazard"
        case .dispute: "dispute"
        case .deed: "deed"
        }
    }
}

extension PairingEndReason {
    package var english: String {
        switch self {
        case .lifted: "lifted"
        case .reassigned: "reassigned"
        case .helperLeft: "helper left"
        case .householdClosed: "household closed"
        case .enteredInError: "entered in error"
        }
    }
}

extension Evidence {
    package var english: String {
        switch self {
        case .complete: "complete"
        case .pending: "missing"
        }
    }
}

extension PostKind {
    package var english: String {
        switch self {
        case .firstSecretary: "first secretary"
        case .secretary: "secretary"
        case .deputySecretary: "deputy secretary"
        case .villageCommittee: "village committee"
        case .reserve: "reserve cadre"
        case .groupLeader: "group leader"
        case .membership: "membership"
        case .other: "other"
        }
    }
}

extension PostSource {
    package var english: String {
        switch self {
        case .office: "official"
        case .retired: "retired official"
        case .graduateOfficial: "graduate village official"
        case .doctorOrTeacher: "village doctor or teacher"
        case .prosperous: "capable earner"
        case .largeGrower: "large grower"
        case .returnedWorker: "returned migrant worker"
        case .graduate: "college graduate"
        case .applicant: "activist"
        case .veteran: "veteran"
        }
    }
}

extension YesNo {
    package var english: String {
        switch self {
        case .yes: "yes"
        case .no: "no"
        }
    }
}

extension ChecklistSubject {
    package var english: String {
        switch self {
        case .entry: "entry"
        case .member: "member"
        case .branch: "branch"
        case .group: "party group"
        case .household: "poor household"
        case .committeeMember: "committee member"
        }
    }
}

extension MonthStep.Kind {
    package var english: String {
        switch self {
        case .submit: "submit"
        case .accept: "accept"
        case .giveBack: "return"
        case .reopen: "reopen"
        }
    }
}

extension Requirement.Period {
    package var english: String {
        switch self {
        case .once: "once"
        case .month: "monthly"
        case .quarter: "quarterly"
        case .year: "yearly"
        }
    }
}

extension HouseholdState: Titled {
    package var english: String {
        switch self {
        case .poor: "poor"
        case .lifted: "lifted"
        case .closed: "closed"
        }
    }
}

extension HouseholdEvent.Kind: Titled {
    package var english: String {
        switch self {
        case .newHead: "new head"
        case .split: "split"
        case .merged: "merged"
        case .moved: "moved"
        case .lifted: "lifted"
        case .returned: "returned"
        case .closed: "closed"
        }
    }
}

extension Service: Titled {
    package var english: String {
        switch self {
        case .notArrived: "not yet here"
        case .serving: "serving"
        case .left: "left"
        }
    }
}

extension RowChange.Kind: Titled {
    package var english: String {
        switch self {
        case .added: "added"
        case .changed: "changed"
        case .removed: "removed"
        }
    }
}

extension Origin: Titled {
    package var english: String {
        switch self {
        case .dashboard: "dashboard"
        case .commandLine: "command"
        case .imported: "import"
        }
    }
}

/// What a closed word is called on screens where only its text is at hand, as in the choices of a form.
package enum ClosedWord {
    /// The word as screens say it; a text that is no closed word stays as it is.
    package static func title(of word: String) -> String { localized(word, english[word] ?? word) }

    private static let english: [String: String] = {
        let lists: [[(String, String)]] = [
            pairs(OrganizationKind.self), pairs(PersonCategory.self), pairs(ActivityKind.self),
            pairs(PairingEndReason.self), pairs(Evidence.self), pairs(PostKind.self), pairs(PostSource.self),
            pairs(YesNo.self), pairs(ChecklistSubject.self), pairs(MonthStep.Kind.self),
            pairs(Requirement.Period.self), pairs(Method.self), pairs(FieldKind.self), pairs(Secrecy.self),
            pairs(GateDemand.self), pairs(FigureMethod.self), pairs(Role.self),
        ]
        // 入党积极分子 is in two lists, with one meaning.
        return Dictionary(lists.joined(), uniquingKeysWith: { first, _ in first })
    }()

    private static func pairs<W: Word>(_ words: W.Type) -> [(String, String)] {
        words.allCases.map { ($0.rawValue, $0.english) }
    }
}
