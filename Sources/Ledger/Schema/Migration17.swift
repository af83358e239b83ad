/// Who follows up a line of the worklist, and where villages stand on the map of the town.
///
/// Tables beside the six of CONTRACT section 1. The key of the one holds one of three references and two empty texts, so no foreign key says what it
/// names; the rules of writing do, and `check` and undo ask (`ForeignKey.mayBeEmpty`).
enum Migration17 {
    static let sql = """
        CREATE TABLE follow_up (
            matter TEXT NOT NULL CHECK (matter <> ''),
            person TEXT NOT NULL,
            household TEXT NOT NULL,
            organization TEXT NOT NULL,
            within TEXT NOT NULL CHECK (length(within) IN (0, 10)),
            officer TEXT NOT NULL CHECK (officer <> ''),
            due_on TEXT NOT NULL CHECK (length(due_on) = 10),
            remark TEXT NOT NULL,
            PRIMARY KEY (matter, person, household, organization, within),
            CHECK (CASE WHEN person = '' THEN 0 ELSE 1 END + CASE WHEN household = '' THEN 0 ELSE 1 END
                + CASE WHEN organization = '' THEN 0 ELSE 1 END = 1)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE map_place (
            village TEXT NOT NULL PRIMARY KEY REFERENCES organization (code) DEFERRABLE INITIALLY DEFERRED,
            map_row INTEGER NOT NULL CHECK (map_row BETWEEN 1 AND 9),
            map_column INTEGER NOT NULL CHECK (map_column BETWEEN 1 AND 12)
        ) STRICT, WITHOUT ROWID;
        """
}
