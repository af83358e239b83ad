/// Seals of the journal's entries (SERVER section 2): SHA-256 over the seal before it and the entry, in hexadecimal digits.
///
/// The entries that are there are sealed when the step has been taken (`Session.sealEntries`); the trigger lets an entry get the seal
/// that it lacks, and nothing else.
enum Migration14 {
    static let sql = """
        ALTER TABLE journal ADD COLUMN seal TEXT NOT NULL DEFAULT '';
        DROP TRIGGER journal_is_fixed;
        CREATE TRIGGER journal_is_fixed BEFORE UPDATE ON journal WHEN old.seal <> ''
            BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
        """
}
