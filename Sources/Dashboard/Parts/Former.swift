import PartyWork

/// How what is no more is named where a search finds it: `原户主张三`, without blanks.
enum Former {
    /// Somebody who was the head of a household.
    static func head(_ name: String) -> String { localized("原户主\(name)", "formerly\u{A0}of\u{A0}\(name)") }

    /// Who became the head of a household after the date on screen.
    static func headNow(_ name: String) -> String { localized("今户主\(name)", "now\u{A0}of\u{A0}\(name)") }

    /// A name that an organization had.
    static func name(_ name: String) -> String { localized("原名\(name)", "formerly\u{A0}\(name)") }

    /// A name that the village of a household had.
    static func village(_ name: String) -> String {
        localized("村原名\(name)", "village\u{A0}formerly\u{A0}\(name)")
    }

    /// A name that the organization of a person or a cooperative had.
    static func organization(_ name: String) -> String {
        localized("组织原名\(name)", "organization\u{A0}formerly\u{A0}\(name)")
    }

    /// The former names of something in the palette.
    static func words(_ thing: NamedThing) -> [String] {
        thing.formerly.map { thing.kind == .household ? head($0) : name($0) }
    }
}
