/// Where households and cooperatives belonged before their village was merged into another (撤并).
///
/// The columns of the key come first: SQLite 3.40 takes others before them for NULL when it checks a table without row numbers. The
/// index leads from a place to what was in it; the other way is the key.
enum Migration13 {
    static let sql = """
        CREATE TABLE household_place (
            household TEXT NOT NULL REFERENCES household (id) DEFERRABLE INITIALLY DEFERRED,
            ended_on TEXT NOT NULL CHECK (length(ended_on) = 10),
            village TEXT NOT NULL REFERENCES organization (code) DEFERRABLE INITIALLY DEFERRED,
            PRIMARY KEY (household, ended_on)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX household_place_village ON household_place (village, ended_on);

        CREATE TABLE cooperative_place (
            cooperative TEXT NOT NULL REFERENCES cooperative (code) DEFERRABLE INITIALLY DEFERRED,
            ended_on TEXT NOT NULL CHECK (length(ended_on) = 10),
            organization TEXT NOT NULL REFERENCES organization (code) DEFERRABLE INITIALLY DEFERRED,
            PRIMARY KEY (cooperative, ended_on)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX cooperative_place_organization ON cooperative_place (organization, ended_on);
        """
}
