import PartyWork

/// Who and what has a name: in the rows of the call and saved before it.
///
/// Asked where a file names a village, a branch or a helper instead of giving the code. Names are compared by their
/// skeleton; of several those that are written alike but for blanks, dots and width come before those that only look
/// so.
struct NameBook {
    /// Whether any file of the call names something; nothing is kept otherwise.
    var isOpen = false
    /// Whether households are asked for by their heads.
    var hasHouseholds = false
    /// Whether cooperatives are asked for by their names.
    var hasCooperatives = false
    private let session: any ImportSession
    private var organizations = Named()
    private var people = Named()
    private var households = Named()
    private var cooperatives = Named()
    private var isFilled = false
    /// Answers already given: a village stands in hundreds of rows.
    private var answers: [String: Result<String, Fault>] = [:]

    /// Things by their keys, and keys by name.
    private struct Named {
        var things: [String: NamedThing] = [:]
        var keys: [String: [String]] = [:]

        mutating func add(_ thing: NamedThing, under names: Set<String>) {
            // A row of the call stands before the saved one.
            things[thing.key] = thing
            for name in Set(names.map { NameSkeleton.of($0) }) where !name.isEmpty {
                if !keys[name, default: []].contains(thing.key) { keys[name, default: []].append(thing.key) }
            }
        }

        func called(_ name: String, written: (NamedThing) -> Set<String> = { [$0.name] }) -> [NamedThing] {
            let near = (keys[NameSkeleton.of(name)] ?? []).compactMap { things[$0] }
            let asked = NameSkeleton.written(name)
            let same = near.filter { thing in written(thing).contains { NameSkeleton.written($0) == asked } }
            return same.isEmpty ? near : same
        }
    }

    init(_ session: any ImportSession) {
        self.session = session
    }

    /// Notes a row of the call.
    mutating func note(_ thing: @autoclosure () -> NamedThing?) throws {
        guard isOpen, let thing = thing() else { return }
        try fill()
        add(thing)
    }

    private mutating func add(_ thing: NamedThing) {
        if thing.kind == .organization {
            organizations.add(thing, under: NameBook.names(thing))
        } else if thing.kind == .person {
            people.add(thing, under: [thing.name])
        } else if thing.kind == .household, hasHouseholds {
            households.add(thing, under: [thing.name])
        } else if thing.kind == .cooperative, hasCooperatives {
            cooperatives.add(thing, under: [thing.name])
        }
    }

    private mutating func fill() throws {
        if isFilled { return }
        isFilled = true
        for thing in try session.names(of: .organizations) + session.names(of: .people) { add(thing) }
        if hasHouseholds { for thing in try session.names(of: .households) { add(thing) } }
        if hasCooperatives { for thing in try session.names(of: .cooperatives) { add(thing) } }
    }

    /// The code of an organization by its name; a code stays one.
    mutating func organization(_ name: String, isVillage: Bool) throws -> Result<String, Fault> {
        if Code(name).isNumeric { return .success(name) }
        let question = (isVillage ? "v" : "o") + name
        if let answer = answers[question] { return answer }
        try fill()
        let answer = find(name, isVillage: isVillage)
        answers[question] = answer
        return answer
    }

    /// The code of an organization by its name and what a list says of its township: others have villages of the same name.
    mutating func organization(_ name: String, in township: String, isVillage: Bool) throws -> Result<String, Fault> {
        let township = township.filter { !$0.isWhitespace }
        if township.isEmpty || LooseCell.isNone(township) || Code(name).isNumeric || name.contains(township) {
            return try organization(name, isVillage: isVillage)
        }
        let written = try organization(township + name, isVillage: isVillage)
        if case .success = written { return written }
        for kind in ["镇", "乡"] where !township.hasSuffix(kind) {
            let found = try organization(township + kind + name, isVillage: isVillage)
            if case .success = found { return found }
        }
        return written
    }

    private func find(_ name: String, isVillage: Bool) -> Result<String, Fault> {
        let townships = organizations.things.values.filter { $0.organization.level == .township }
            .map { NameSkeleton.of($0.name) }
        let skeleton = NameSkeleton.of(name)
        // The township may stand before the name in one place, and not in the other.
        var called = [name] + [OrganizationName.stem(skeleton, below: townships), OrganizationName.stem(skeleton)]
        called += townships.map { OrganizationName.stem($0 + skeleton) }
        // A group names its village.
        if isVillage, let village = OrganizationName.village(ofGroup: name) {
            called += [village, OrganizationName.stem(NameSkeleton.of(village), below: townships)]
        }
        if isVillage, let remark = LooseCell.remark(behind: name), LooseCell.isOfVillage(remark) {
            let bare = String(name.dropLast(remark.count))
            called += [bare, OrganizationName.stem(NameSkeleton.of(bare), below: townships)]
        }
        for called in called {
            let candidates = organizations.called(called, written: NameBook.names)
            let fitting = candidates.filter { isVillage ? $0.organization.isVillage : $0.organization.level != .group }
            if !fitting.isEmpty {
                return choice(name, fitting) {
                    localized("\($0.name)（\($0.key)）", "\($0.name) (\($0.key))")
                }
            }
        }
        return isVillage ? .failure(.notNamed(name)) : group(name)
    }

    /// The group of 店子槽村一组, by its whole name or what stands behind its village's; the village where the ledger has no such group.
    ///
    /// A group alone, 一组, is in every village.
    private func group(_ name: String) -> Result<String, Fault> {
        guard let village = OrganizationName.village(ofGroup: name) else { return .failure(.notNamed(name)) }
        let found = find(village, isVillage: true)
        guard case .success(let code) = found else { return .failure(.notNamed(name)) }
        let names = [name, String(name.dropFirst(village.count))]
        let groups = Set(names.flatMap { organizations.called($0).map(\.key) })
            .filter { Code($0).isWithin(code) && Code($0).level == .group }
        return groups.count == 1 ? .success(groups.first ?? code) : found
    }

    /// The only village, or branch, whose name stands in the name of a sheet or a file; of several the longest.
    mutating func organization(within text: String, isVillage: Bool) throws -> Result<String, Fault> {
        let answer = try organization(text, isVillage: isVillage)
        if case .success = answer { return answer }
        let skeleton = NameSkeleton.of(text)
        let inside = organizations.things.values
            .filter { isVillage ? $0.organization.isVillage : $0.organization.level == .branch }
            .map { (thing: $0, stem: OrganizationName.stem(NameSkeleton.of($0.name))) }
            .filter { $0.stem.count > 1 && skeleton.contains($0.stem) }
        let longest = inside.map(\.stem.count).max() ?? 0
        let found = inside.filter { $0.stem.count == longest }
        if found.isEmpty || found.contains(where: { isElsewhere($0.stem, in: skeleton) }) { return answer }
        return choice(text, found.map(\.thing)) { "\($0.name)（\($0.key)）" }
    }

    /// Whether the name of a township that the ledger does not have stands before a village's: 白杨坪镇青堡村.
    private func isElsewhere(_ stem: String, in text: String) -> Bool {
        guard let range = text.firstRange(of: stem), let last = text[..<range.lowerBound].last, "镇乡".contains(last)
        else { return false }
        let before = text[..<range.lowerBound]
        return before.count > 2 && !["全镇", "我镇", "本镇", "全乡", "我乡", "本乡", "乡镇"].contains(where: before.hasSuffix)
            && !organizations.things.values.contains {
                $0.organization.level == .township && before.hasSuffix(NameSkeleton.of($0.name))
            }
    }

    /// The township of a village that is named; of none the only one, or nothing.
    mutating func township(of village: String) throws -> String {
        if !village.isEmpty, case .success(let code) = try organization(village, isVillage: true) {
            return Code(code).township.digits
        }
        try fill()
        let townships = organizations.things.values.filter { $0.organization.level == .township }
        return townships.count == 1 ? townships[0].key : ""
    }

    /// The number of a household by its head, and by its village where that is said.
    mutating func household(_ head: String, in village: String) throws -> Result<String, Fault> {
        try fill()
        var fitting = households.called(head)
        var place = ""
        if !village.isEmpty {
            switch try organization(village, isVillage: true) {
            case .failure(let fault): return .failure(fault)
            case .success(let code): fitting = fitting.filter { $0.organization.isWithin(code) }
            }
            place = village + " "
        }
        if fitting.isEmpty { return .failure(.notNamed(place + head)) }
        return choice(place + head, fitting, household)
    }

    /// A household with number and village.
    private func household(_ household: NamedThing) -> String {
        let name = organizations.things[household.organization.digits]?.name ?? household.organization.digits
        return localized(
            "\(household.name)（\(household.key)，\(name)）", "\(household.name) (\(household.key), \(name))")
    }

    // MARK: One cell alone

    /// The number of a household by what one cell says: 王五, 店子槽村王五, 王五（店子槽村）, its number.
    mutating func household(named cell: String) throws -> Result<String, Fault> {
        try fill()
        if households.things[cell] != nil { return .success(cell) }
        return try only(cell, among: placed(cell, in: households), households.called(bare(cell)), household)
    }

    /// The number of a person by what one cell says: 谭小满, 店子槽村谭小满, 谭小满（店子槽村）, the person's number.
    mutating func person(named cell: String) throws -> Result<String, Fault> {
        try fill()
        if people.things[cell] != nil { return .success(cell) }
        return try only(cell, among: placed(cell, in: people), people.called(bare(cell)), person)
    }

    /// The code of a cooperative by its name; a code stays one.
    mutating func cooperative(_ cell: String) throws -> Result<String, Fault> {
        try fill()
        if cooperatives.things[cell] != nil { return .success(cell) }
        return only(cell, among: cooperatives.called(cell), []) {
            localized("\($0.name)（\($0.key)）", "\($0.name) (\($0.key))")
        }
    }

    /// The only one meant; a cell without any character is a key, of which the contract says whether there is such a one.
    ///
    /// - Parameter elsewhere: those of the name who belong to another place than the cell says.
    private func only(
        _ cell: String, among fitting: [NamedThing], _ elsewhere: [NamedThing], _ word: (NamedThing) -> String
    ) -> Result<String, Fault> {
        if !fitting.isEmpty { return choice(cell, fitting, word) }
        if !cell.unicodeScalars.contains(where: \.properties.isIdeographic) { return .success(cell) }
        return .failure(elsewhere.isEmpty ? .notNamed(cell) : .namedElsewhere(cell, words(for: elsewhere, word)))
    }

    /// A name without what stands in parentheses behind it.
    private func bare(_ cell: String) -> String {
        CellRules.trimmed(String(cell.dropLast(LooseCell.remark(behind: cell)?.count ?? 0)))
    }

    /// Those of a name, of the place that stands behind it in parentheses or before it, where one does.
    private mutating func placed(_ cell: String, in book: Named) throws -> [NamedThing] {
        if let remark = LooseCell.remark(behind: cell) {
            let called = book.called(bare(cell))
            if LooseCell.isHarmless(remark) { return called }
            return try called.filter { try belongs($0, to: String(remark.dropFirst().dropLast())) }
        }
        let called = book.called(cell)
        if !called.isEmpty { return called }
        // Names of people have two characters or more, and so have those of places.
        let letters = Array(LooseCell.name(cell))
        var found: [NamedThing] = []
        for start in letters.indices.dropFirst(2).dropLast() {
            let place = CellRules.trimmed(String(letters[..<start]))
            for thing in book.called(CellRules.trimmed(String(letters[start...])))
            where try belongs(thing, to: place) && !found.contains(thing) { found.append(thing) }
        }
        return found
    }

    /// Whether something belongs to a place of a name; not where several have it.
    private mutating func belongs(_ thing: NamedThing, to place: String) throws -> Bool {
        guard case .success(let code) = try organization(place, isVillage: false) else { return false }
        return thing.organization.isWithin(code)
    }

    /// Whether somebody has a name, or a number.
    mutating func knows(_ name: String) throws -> Bool {
        try fill()
        return people.things[name] != nil || !people.called(name).isEmpty
    }

    /// The number of somebody who took part in what a branch does: of its own, else of those who belong to no village,
    /// because the township's come to every branch.
    ///
    /// Somebody of that name in another village is somebody else.
    mutating func member(_ name: String, of organization: Code) throws -> Result<String, Fault> {
        try fill()
        if people.things[name] != nil { return .success(name) }
        let called = people.called(name)
        if called.isEmpty { return .failure(.notNamed(name)) }
        let branch = (organization.branch ?? organization).digits
        let own = called.filter { $0.organization.isWithin(branch) }
        let fitting = own.isEmpty ? called.filter { !($0.organization.branch?.isVillage ?? false) } : own
        if fitting.isEmpty { return .failure(.namedElsewhere(name, words(for: called, person))) }
        return choice(name, fitting, person)
    }

    /// The number of a person by name, of several by the branch; a number that is there stays one.
    mutating func person(_ name: String, in branch: String) throws -> Result<String, Fault> {
        try fill()
        if people.things[name] != nil { return .success(name) }
        var fitting = people.called(name)
        if fitting.isEmpty { return .failure(.notNamed(name)) }
        if fitting.count > 1, !branch.isEmpty, case .success(let code) = try organization(branch, isVillage: false) {
            fitting = fitting.filter { $0.organization.isWithin(code) }
        }
        return choice(name, fitting.isEmpty ? people.called(name) : fitting, person)
    }

    /// A person with number and branch.
    private func person(_ person: NamedThing) -> String {
        let branch = person.organization.branch ?? person.organization
        let place = organizations.things[branch.digits]?.name ?? branch.digits
        return localized("\(person.name)（\(person.key)，\(place)）", "\(person.name) (\(person.key), \(place))")
    }

    /// The only candidate, or the fault that names them, the first five by key.
    private func choice(
        _ name: String, _ candidates: [NamedThing], _ word: (NamedThing) -> String
    ) -> Result<String, Fault> {
        if candidates.count == 1 { return .success(candidates[0].key) }
        return .failure(.severalNamed(name, words(for: candidates, word)))
    }

    /// The first five candidates by key.
    private func words(for candidates: [NamedThing], _ word: (NamedThing) -> String) -> [String] {
        candidates.sorted { $0.key < $1.key }.prefix(5).map(word) + (candidates.count > 5 ? ["…"] : [])
    }

    /// What an organization is called by: its name, and what is left of it.
    private static func names(_ thing: NamedThing) -> Set<String> {
        [thing.name, OrganizationName.stem(NameSkeleton.of(thing.name))]
    }
}

extension Code {
    /// Whether it is the code of a 村党组织 (CONTRACT section 1, codes).
    fileprivate var isVillage: Bool { OrganizationKind.village.accepts(self) }
}
