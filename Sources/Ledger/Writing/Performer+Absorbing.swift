import PartyWork

/// A village merged into another (撤并).
extension Performer {
    /// Moves all that is in a village to another on a day, and dissolves it.
    ///
    /// Groups go on under codes of the other village; members keep the membership of the former (任职), households and cooperatives
    /// where they belonged (户原村, 社原属), so that days before count as they did. Posts in it end. What nobody but an officer can
    /// assign anew is told: who is in charge of the village, joint branches that it was part of, what is still open in it.
    func absorb(_ seen: Organization, into code: Code, on day: Day) throws -> Outcome {
        try requireStanding(seen.wrapped)
        guard let kept: Organization = try db.record(RecordKey(code.digits)) else {
            throw Refusal.notFound(.organizations, RecordKey(code.digits))
        }
        try refuseUnfit(seen, into: kept, on: day)
        var moves = AbsorbedRows()
        let groups = try moveGroups(of: seen, to: kept, on: day, &moves)
        func place(_ old: Code) -> Code { groups[old] ?? kept.code }
        try movePeople(of: seen, on: day, to: place, &moves)
        try moveHouseholds(of: seen, to: kept, on: day, &moves)
        try moveCooperatives(of: seen, on: day, to: place, &moves)
        try dissolve(seen, on: day)
        let deed = Deed.absorbed(try caption(seen), into: try caption(kept), on: day, moves.rows)
        return Outcome(deed, key: kept.key, warnings: try left(of: seen, on: day).map(\.text))
    }

    private func refuseUnfit(_ gone: Organization, into kept: Organization, on day: Day) throws {
        guard gone.kind == .village else {
            throw Refusal.faults([FieldFault(.code, .wrongOrganization(gone.code.digits, .village))])
        }
        guard kept.kind == .village, kept.code.township == gone.code.township else {
            throw Refusal.faults([FieldFault(.village, .wrongOrganization(kept.code.digits, .village))])
        }
        if kept.code == gone.code { throw Refusal.faults([FieldFault(.village, .unchanged)]) }
        if day > today { throw Refusal.inFuture(.dissolvedOn, day) }
        for village in [gone, kept] where !village.exists(on: day) {
            throw Refusal.household(.noVillage(name: village.name, on: day))
        }
    }

    /// Founds each group anew under the other village; the codes of the new by those of the old.
    private func moveGroups(
        of gone: Organization, to kept: Organization, on day: Day, _ moves: inout AbsorbedRows
    ) throws -> [Code: Code] {
        let taken = try db.rows(in: kept.code, of: .organizationsIn) as [Organization]
        var free = taken.compactMap { $0.kind == .group ? Int($0.code.digits.suffix(2)) : nil }.max() ?? 0
        var codes: [Code: Code] = [:]
        for group: Organization in try db.rows(in: gone.code, of: .organizationsIn)
        where group.kind == .group && group.exists(on: day) {
            free += 1
            guard free < 100 else { throw Refusal.keyTaken(.organizations, RecordKey(kept.code.digits + "99")) }
            var new = group
            new.code = Code(kept.code.digits + (free < 10 ? "0" : "") + String(free))
            let isTaken = taken.contains { $0.name.hasSameCodePoints(as: group.name) && $0.exists(on: day) }
            new.name = isTaken ? "\(gone.name)\(group.name)" : group.name
            new.foundedOn = day
            try entry.add(try checked(new))
            codes[group.code] = new.code
            moves.count(.organizations)
            try dissolve(group, on: day)
        }
        return codes
    }

    private func dissolve(_ organization: Organization, on day: Day) throws {
        var after = organization
        after.dissolvedOn = day
        try entry.replace(organization, with: try checked(after))
    }

    /// Members go with their membership, others as they are; posts in the village end.
    private func movePeople(
        of gone: Organization, on day: Day, to place: (Code) -> Code, _ moves: inout AbsorbedRows
    ) throws {
        let people: [Person] = try db.rows(in: gone.code, of: .peopleIn)
        try db.each(people.filter { $0.leftOn.map { $0 > day } ?? true }) { person in
            if person.category.isPartyMember {
                let memberships = try db.all(.postsOfPerson, Parameters().with("id", person.id.text)) { row -> Post in
                    try row.record()
                }
                let since = PostRules.memberSince(person, memberships.filter { $0.kind == .membership }) ?? .earliest
                _ = try move(person, to: place(person.organization), on: day, since: since)
            } else {
                var new = person
                new.organization = place(person.organization)
                try entry.replace(person, with: new)
            }
            moves.count(.people)
        }
        let posts: [Post] = try db.rows(in: gone.code, of: .postsIn)
        let ending = posts.filter {
            $0.kind != .membership && $0.startedOn < day && ($0.endedOn.map { $0 > day } ?? true)
        }
        try db.each(ending) { post in
            var after = post
            after.endedOn = day
            try entry.replace(post, with: after)
            moves.count(.posts)
        }
    }

    private func moveHouseholds(
        of gone: Organization, to kept: Organization, on day: Day, _ moves: inout AbsorbedRows
    ) throws {
        let households: [Household] = try db.rows(in: gone.code, of: .householdsIn)
        try db.each(households.filter { $0.closedOn.map { $0 > day } ?? true }) { household in
            var new = household
            new.village = kept.code
            try entry.add(HouseholdPlace(household: household.id, organization: household.village, endedOn: day))
            try entry.replace(household, with: new)
            moves.count(.households)
        }
    }

    private func moveCooperatives(
        of gone: Organization, on day: Day, to place: (Code) -> Code, _ moves: inout AbsorbedRows
    ) throws {
        let cooperatives: [Cooperative] = try db.rows(in: gone.code, of: .cooperativesIn)
        try db.each(cooperatives.filter { $0.deregisteredOn.map { $0 > day } ?? true }) { cooperative in
            var new = cooperative
            new.organization = place(cooperative.organization)
            try entry.add(
                CooperativePlace(cooperative: cooperative.id, organization: cooperative.organization, endedOn: day))
            try entry.replace(cooperative, with: new)
            moves.count(.cooperatives)
        }
    }

    /// What still names the village and is assigned by an officer.
    private func left(of gone: Organization, on day: Day) throws -> [Warning] {
        let within = Parameters(Scope(gone.code), asOf: day)
        let open = try db.first(.openIn, within) { $0.integer(0) } ?? 0
        let named = try db.all(.namingVillage, Parameters(asOf: day).with("code", gone.code.digits)) { row in
            (name: row.text(0), isCommittee: row.flag(1))
        }
        if open == 0, named.isEmpty { return [] }
        return [
            .leftBehind(
                gone.name, open: open, committee: named.filter(\.isCommittee).map(\.name),
                joint: named.filter { !$0.isCommittee }.map(\.name))
        ]
    }
}

/// How many rows of each table go along.
private struct AbsorbedRows {
    private var counts: [(table: TableSchema, count: Int)] = []

    mutating func count(_ table: TableSchema) {
        if let at = counts.firstIndex(where: { $0.table == table }) {
            counts[at].count += 1
        } else {
            counts.append((table, 1))
        }
    }

    var rows: [Deed.ImportedRows] { counts.map { Deed.ImportedRows($0.table, $0.count) } }
}

extension Session {
    fileprivate func rows<R: BuiltInRecord>(in code: Code, of query: NamedSQL) throws -> [R] {
        try all(query, Parameters(Scope(code))) { try $0.record() }
    }
}
