import PartyWork

/// How what is no more is named where a search finds it: `原户主张三`, without blanks.
enum Former {
    /// Somebody who was the head of a household.
    static func head(_ name: String) -> String { localized("原户主\(name)", "formerly\u{A0}of\u{A0}\(name)") }

    /// A name that an organization had.
    static func name(_ name: String) -> String { localized("原名\(name)", "formerly\u{A0}\(name)") }

    /// The former names of something in the palette.
    static func words(_ thing: NamedThing) -> [String] {
        thing.formerly.map { thing.kind == .household ? head($0) : name($0) }
    }
}
