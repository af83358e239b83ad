/// What tells a ledger from its copies, and a copy that was made to be brought back from where it parted.
///
/// `ledger_part` holds the ledger's part of the numbers that it gives, and the place where it holds: a copy, which lies in another
/// place, takes a part of its own with the first number that it gives. `parting` has a row in a copy made to be brought back.
enum Migration11 {
    static let sql = """
        CREATE TABLE ledger_part (
            id INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
            part TEXT NOT NULL CHECK (length(part) = 3),
            place TEXT NOT NULL
        ) STRICT;

        CREATE TABLE parting (
            id INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
            mark TEXT NOT NULL,
            code TEXT NOT NULL,
            entry INTEGER NOT NULL CHECK (entry > 0),
            seal TEXT NOT NULL
        ) STRICT;

        CREATE INDEX journal_merge ON journal (id) WHERE action = 'merge';
        """
}
