import PartyWork

extension Code {
    /// The code of an organization that a word is; nil for a word that is none.
    init?(word: String) {
        self.init(word)
        if level == nil { return nil }
    }
}
