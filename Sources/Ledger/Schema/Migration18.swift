/// What an entry is about, in the index that figures of registers read: how many households, people or villages have an entry is a
/// figure as common as any.
enum Migration18 {
    static let sql = """
        DROP INDEX entry_counted;
        CREATE INDEX entry_counted ON entry (register, place, state, since, begun_on, ended_on, registered_on, subject,
            counted_1, counted_2, counted_3, counted_4, counted_5, counted_6);
        """
}
