/// A row that a copy of the ledger changed since a point that both ledgers have been at: what it was then, what the copy made of it,
/// what it is here; nil stands for no row.
package struct RowMerge: Sendable, Hashable {
    package let base: AnyRecord?
    package let theirs: AnyRecord?
    package let mine: AnyRecord?

    package init(base: AnyRecord?, theirs: AnyRecord?, mine: AnyRecord?) {
        self.base = base
        self.theirs = theirs
        self.mine = mine
    }

    /// What becomes of the row here.
    package enum Outcome: Sendable, Hashable {
        /// It stays as it is.
        case same
        /// It becomes this; nil takes it away.
        case write(AnyRecord?)
        /// Both sides changed these columns, each otherwise.
        case undecided([Column])
    }

    /// What becomes of the row: what only one side changed since the common past holds, column by column; where both
    /// did, what is chosen.
    ///
    /// A row that would break a rule as both sides leave it is decided as a whole.
    ///
    /// - Parameter side: the side that holds; nil where nobody chose.
    package func outcome(_ side: MergeSide?) -> Outcome {
        if RowMerge.areSame(theirs, base) || RowMerge.areSame(theirs, mine) { return .same }
        if RowMerge.areSame(mine, base) { return .write(theirs) }
        guard let theirs, let mine else { return whole(side, columns(of: self.theirs ?? self.mine)) }
        return joined(theirs, mine, side)
    }

    /// Whether both sides gave one key to two things: both are kept, the copy's under another key.
    package var isCollision: Bool {
        guard base == nil, let theirs, let mine else { return false }
        return switch (theirs.record, mine.record) {
        case (let theirs as Activity, let mine as Activity): theirs.isAboutOther(than: mine)
        case (is Person, is Person), (is Household, is Household): !theirs.isLike(mine)
        // Any other key says itself what the thing is.
        default: false
        }
    }

    private func joined(_ theirs: AnyRecord, _ mine: AnyRecord, _ side: MergeSide?) -> Outcome {
        var cells = mine.cells
        var conflicts: [Column] = []
        for column in columns(of: theirs) {
            let (was, now) = (base?.record.text(column) ?? "", theirs.record.text(column))
            if mine.record.text(column).hasSameCodePoints(as: was) {
                cells[column] = now
            } else if !now.hasSameCodePoints(as: mine.record.text(column)) {
                conflicts.append(column)
                if side == .theirs { cells[column] = now }
            }
        }
        if !conflicts.isEmpty, side == nil { return .undecided(conflicts) }
        do throws(RecordFaults) {
            let joined = try AnyRecord.read(theirs.table, from: cells)
            return RowMerge.areSame(joined, mine) ? .same : .write(joined)
        } catch {
            return whole(side, columns(of: theirs))
        }
    }

    private func whole(_ side: MergeSide?, _ columns: [Column]) -> Outcome {
        switch side {
        case nil: .undecided(columns)
        case .mine: .same
        case .theirs: .write(theirs)
        }
    }

    /// The columns that a record has otherwise than the common past.
    private func columns(of record: AnyRecord?) -> [Column] {
        guard let record else { return [] }
        return record.table.columns.filter {
            !record.record.text($0).hasSameCodePoints(as: base?.record.text($0) ?? "")
        }
    }

    private static func areSame(_ one: AnyRecord?, _ other: AnyRecord?) -> Bool {
        switch (one, other) {
        case (nil, nil): true
        case (let one?, let other?):
            one.table.columns.allSatisfy { one.record.text($0).hasSameCodePoints(as: other.record.text($0)) }
        case (nil, _?), (_?, nil): false
        }
    }
}
