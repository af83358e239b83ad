/// What follows from an entry and its steps, kept beside it, so that counts and figures read one index and neither steps nor fields.
///
/// `begun_on` and `ended_on` are the days between which it exists, those above it too; `state` and `since` say its last step; the six
/// columns behind them hold the fields that figures and deadlines of its register ask for (`RegisterDefinition.counted`). All of them
/// are found with `place` (`Session.refreshEntries`), which is empty until then.
enum Migration16 {
    static let sql = """
        ALTER TABLE entry ADD COLUMN begun_on TEXT NOT NULL DEFAULT '';
        ALTER TABLE entry ADD COLUMN ended_on TEXT;
        ALTER TABLE entry ADD COLUMN state TEXT NOT NULL DEFAULT '';
        ALTER TABLE entry ADD COLUMN since TEXT NOT NULL DEFAULT '';
        ALTER TABLE entry ADD COLUMN counted_1 TEXT;
        ALTER TABLE entry ADD COLUMN counted_2 TEXT;
        ALTER TABLE entry ADD COLUMN counted_3 TEXT;
        ALTER TABLE entry ADD COLUMN counted_4 TEXT;
        ALTER TABLE entry ADD COLUMN counted_5 TEXT;
        ALTER TABLE entry ADD COLUMN counted_6 TEXT;
        UPDATE entry SET place = '';
        DROP INDEX entry_place;
        CREATE INDEX entry_counted ON entry (register, place, state, since, begun_on, ended_on, registered_on,
            counted_1, counted_2, counted_3, counted_4, counted_5, counted_6);
        """
}
