/// Records under different numbers that may be one thing entered twice. Asked about before saving, told afterwards, never
/// refused: two meetings on one day happen, and so do two households of one name.
extension AnyRecord {
    /// Whether there is anything to compare it by.
    fileprivate var isComparable: Bool {
        [TableSchema.activities, .households, .people, .cooperatives, .organizations].contains(table)
    }

    /// Whether the other may be the same thing under another key.
    package func isLike(_ other: AnyRecord) -> Bool {
        switch (record, other.record) {
        case (let one as Activity, let other as Activity): one.isLike(other)
        case (let one as Household, let other as Household):
            one.village == other.village && one.head.looksLike(other.head)
        case (let one as Person, let other as Person): one.isLike(other)
        case (let one as Cooperative, let other as Cooperative):
            one.organization == other.organization && one.name.looksLike(other.name)
        case (let one as Organization, let other as Organization):
            one.code.parent == other.code.parent && one.kind == other.kind && one.name.looksLike(other.name)
        // Records of two tables, and those that `isComparable` leaves out.
        default: false
        }
    }
}

extension Activity {
    /// Whether one of the same number is about something else: on another day, of another organization, with another title (CONTRACT
    /// section 1, bad rows).
    package func isAboutOther(than other: Activity) -> Bool {
        heldOn != other.heldOn && organization != other.organization && !title.hasSameCodePoints(as: other.title)
    }

    /// Whether both are of one kind at the same branch or group on the same day for the same household, with the same people or topic.
    fileprivate func isLike(_ other: Activity) -> Bool {
        guard voidedOn == nil, other.voidedOn == nil, kind == other.kind, organization == other.organization,
            heldOn == other.heldOn, household == other.household
        else { return false }
        let isSamePeople = !participants.isEmpty && Set(participants) == Set(other.participants)
        return isSamePeople || title.looksLike(other.title)
    }
}

extension Person {
    /// Whether both have one name in one branch, unless two telephone numbers tell them apart; elsewhere the number must be the same.
    fileprivate func isLike(_ other: Person) -> Bool {
        guard name.looksLike(other.name) else { return false }
        let isNear = (organization.branch ?? organization) == (other.organization.branch ?? other.organization)
        return phone.isEmpty || other.phone.isEmpty ? isNear : phone.hasSameCodePoints(as: other.phone)
    }
}

extension String {
    fileprivate func looksLike(_ other: String) -> Bool {
        hasSameCodePoints(as: other) || NameSkeleton.of(self) == NameSkeleton.of(other)
    }
}

extension Act {
    /// The record that is entered or becomes another by it, and what it was; nil where nothing can be there twice.
    package var entered: (record: AnyRecord, was: AnyRecord?)? {
        switch self {
        case .recordActivity(let activity), .recordVisit(let activity, _): (activity.wrapped, nil)
        case .add(let record): (record, nil)
        case .correct(let from, let to): (to, from)
        case .correctVisit(let from, let to, _, _): (to.wrapped, from.wrapped)
        case .changeHousehold, .move, .tick, .waive, .unmark, .takeBack, .voidActivity, .pair, .endPairings,
            .takeMonthStep,
            .enter, .step, .adopt, .found, .printUnmasked, .look, .join, .absorb, .merge, .together, .undo,
            .clearSample:
            nil
        }
    }

    /// Whether the ledger should be asked first whether the same is there already: an edit that leaves a thing what it was
    /// need not.
    package var mayDouble: Bool {
        entered.map { record, was in record.isComparable && !(was?.isLike(record) ?? false) } ?? false
    }
}
