/// What tells entries of the journal apart and shows that one was altered; neither is known of entries made before.
///
/// `mark` is the act's own (`ActMark`); the index keeps an act that is sent twice from being written twice. `fingerprint` stands for
/// the entry and its rows (`EntryFingerprint`).
enum Migration8 {
    static let sql = """
        ALTER TABLE journal ADD COLUMN mark TEXT;
        ALTER TABLE journal ADD COLUMN fingerprint TEXT;
        CREATE UNIQUE INDEX journal_mark ON journal (mark) WHERE mark IS NOT NULL;
        """
}
