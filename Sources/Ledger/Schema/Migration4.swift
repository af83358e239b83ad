/// Months of branches and the days of entry.
///
/// `month_step` holds what was done with a branch's month; an acceptance carries the figures that it signed, so that
/// they never shift. A month is its text `2016-05`. `activity_entry` holds the day on which an activity was entered. It
/// stands outside of `activity`, whose columns are the contract's, and refers to nothing, so that taking an entry back
/// and doing it again keeps the day.
enum Migration4 {
    static let sql = """
        CREATE TABLE month_step (
            organization TEXT NOT NULL REFERENCES organization (code) DEFERRABLE INITIALLY DEFERRED,
            month TEXT NOT NULL CHECK (length(month) = 7),
            position INTEGER NOT NULL CHECK (position > 0),
            step TEXT NOT NULL CHECK (step = '上报' OR step = '接收' OR step = '退回' OR step = '重开'),
            taken_on TEXT NOT NULL CHECK (length(taken_on) = 10),
            officer TEXT NOT NULL,
            reason TEXT NOT NULL,
            party_days INTEGER,
            theme_activities INTEGER,
            research_visits INTEGER,
            home_visits INTEGER,
            activists INTEGER,
            suggestions INTEGER,
            hazards INTEGER,
            disputes INTEGER,
            deeds INTEGER,
            papers_missing INTEGER,
            late_entries INTEGER,
            households_covered INTEGER,
            households_in_scope INTEGER,
            households_visited INTEGER,
            members_covered INTEGER,
            members_in_scope INTEGER,
            PRIMARY KEY (organization, month, position),
            CHECK ((step IN ('退回', '重开')) = (reason <> '')),
            CHECK ((step = '接收') = (party_days IS NOT NULL)),
            CHECK ((step = '接收') = (members_in_scope IS NOT NULL))
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE activity_entry (
            activity TEXT NOT NULL PRIMARY KEY,
            entered_on TEXT NOT NULL CHECK (length(entered_on) = 10)
        ) STRICT, WITHOUT ROWID;

        CREATE INDEX activity_pending ON activity (organization, counted_on)
            WHERE evidence = '待补' AND counted_on IS NOT NULL;
        """
}
