/// Who and what the ledger knows, by key and by name, for the cells of a table that name them.
package struct KnownNames: Sendable {
    private var byName: [NamedThing.Kind: [String: Set<String>]] = [:]

    /// Nobody.
    package static let none = KnownNames([])

    package init(_ things: [NamedThing]) {
        for thing in things {
            for name in [thing.key, thing.name] + thing.formerly {
                byName[thing.kind, default: [:]][NameSkeleton.of(name), default: []].insert(thing.key)
            }
            guard thing.kind == .organization else { continue }
            let stem = OrganizationName.stem(NameSkeleton.of(thing.name))
            byName[.organization, default: [:]][stem, default: []].insert(thing.key)
        }
    }

    /// The keys of those whom a cell may mean.
    package func keys(of cell: String, _ kind: FieldKind) -> [String] {
        guard let thing = kind.thing, let known = byName[thing] else { return [] }
        let name = NameSkeleton.of(cell)
        let found = known[name] ?? (thing == .organization ? known[OrganizationName.stem(name)] : nil)
        return (found ?? []).sorted()
    }

    /// The kind of those whom most of the texts name, by what the header says first.
    func likeliest(of texts: [String], _ header: String) -> FieldKind {
        let ranked = FieldKind.naming(header).map { kind in (kind, texts.count { keys(of: $0, kind).count == 1 }) }
        return ranked.reduce((.organization, 0)) { $1.1 > $0.1 ? $1 : $0 }.0
    }

    /// The kind of those whom all texts name, each of them one, by what the header says first; nil where they name nobody.
    func kind(of texts: [String], _ header: String) -> FieldKind? {
        if let named = FieldKind.naming(header).first(where: { kind in
            texts.allSatisfy { keys(of: $0, kind).count == 1 }
        }) {
            return named
        }
        // A column of villages stays one where a few are mistyped: their rows say so, instead of nobody knowing what any row is about.
        let known =
            ["村", "支部"].contains(where: header.contains) ? texts.count { keys(of: $0, .organization).count == 1 } : 0
        return known > 0 && 3 * known >= 2 * texts.count ? .organization : nil
    }
}

extension FieldKind {
    /// What a field of the kind names.
    fileprivate var thing: NamedThing.Kind? {
        switch self {
        case .organization: .organization
        case .person: .person
        case .household: .household
        case .cooperative: .cooperative
        case .text, .longText, .whole, .amount, .day, .flag, .option: nil
        }
    }

    /// The kinds that name somebody, those first of which a header speaks.
    fileprivate static func naming(_ header: String) -> [FieldKind] {
        let kinds: [FieldKind] = [.organization, .person, .household, .cooperative]
        func isSaid(_ kind: FieldKind) -> Bool { kind.words.contains { header.contains($0) } }
        return kinds.filter(isSaid) + kinds.filter { !isSaid($0) }
    }

    /// What headers of such columns say.
    fileprivate var words: [String] {
        switch self {
        case .organization: ["村", "支部", "组织", "单位"]
        case .household: ["户"]
        case .cooperative: ["合作社"]
        case .person, .text, .longText, .whole, .amount, .day, .flag, .option: []
        }
    }
}
