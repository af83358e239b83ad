/// The last entry of a journal, whose seal stands for the whole of it.
package struct JournalHead: Sendable, Hashable {
    /// What papers carry.
    package let seal: Seal
    /// The whole seal: 64 hexadecimal digits.
    package let digest: String
    /// The instant of the entry, in UTC.
    package let at: String

    package init(_ seal: Seal, digest: String, at: String) {
        self.seal = seal
        self.digest = digest
        self.at = at
    }
}
