/// The first schema: the six tables of CONTRACT section 1, and the journal.
///
/// Text is compared by code points (SQLite's BINARY on UTF-8). A day is its text `2016-06-30`; an optional one NULL. Lists
/// stand in side tables in the file's order. `counted_on` is the day on which an activity counts; it is no generated
/// column, because SQLite takes an index on one of those for incomplete and reads each row besides. What PostgreSQL would
/// not take (STRICT, WITHOUT ROWID, triggers) stays outside the column definitions.
enum Migration1 {
    static let sql = tables + indexes + journal

    private static let tables = """
        CREATE TABLE organization (
            code TEXT NOT NULL PRIMARY KEY,
            name TEXT NOT NULL CHECK (name <> ''),
            kind TEXT NOT NULL CHECK (kind IN ('乡镇党委', '村党组织', '联合支部', '机关支部', '党小组')),
            parent TEXT GENERATED ALWAYS AS
                (CASE length(code) WHEN 14 THEN substr(code, 1, 12) WHEN 12 THEN substr(code, 1, 9) END) STORED
                REFERENCES organization (code) DEFERRABLE INITIALLY DEFERRED,
            leader TEXT REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
            industry_chain TEXT NOT NULL,
            founded_on TEXT CHECK (length(founded_on) = 10),
            dissolved_on TEXT CHECK (length(dissolved_on) = 10),
            CHECK (length(code) = CASE kind WHEN '乡镇党委' THEN 9 WHEN '党小组' THEN 14 ELSE 12 END),
            CHECK (dissolved_on >= founded_on)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE organization_unit (
            joint TEXT NOT NULL REFERENCES organization (code) DEFERRABLE INITIALLY DEFERRED,
            position INTEGER NOT NULL,
            unit TEXT NOT NULL REFERENCES organization (code) DEFERRABLE INITIALLY DEFERRED,
            PRIMARY KEY (joint, position)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE person (
            id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
            name TEXT NOT NULL CHECK (name <> ''),
            organization TEXT NOT NULL REFERENCES organization (code) DEFERRABLE INITIALLY DEFERRED,
            category TEXT NOT NULL CHECK (category IN ('正式党员', '预备党员', '入党积极分子', '群众')),
            post TEXT NOT NULL,
            is_committee INTEGER NOT NULL CHECK (is_committee IN (0, 1)),
            arrived_on TEXT CHECK (length(arrived_on) = 10),
            left_on TEXT CHECK (length(left_on) = 10),
            left_reason TEXT NOT NULL,
            exemption TEXT NOT NULL,
            phone TEXT NOT NULL,
            CHECK (left_on >= arrived_on)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE person_village (
            person TEXT NOT NULL REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
            position INTEGER NOT NULL,
            village TEXT NOT NULL REFERENCES organization (code) DEFERRABLE INITIALLY DEFERRED,
            PRIMARY KEY (person, position)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE household (
            id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
            head TEXT NOT NULL CHECK (head <> ''),
            village TEXT NOT NULL REFERENCES organization (code) DEFERRABLE INITIALLY DEFERRED,
            headcount INTEGER NOT NULL CHECK (headcount BETWEEN 1 AND 99999),
            cause TEXT NOT NULL,
            identified_on TEXT NOT NULL CHECK (length(identified_on) = 10),
            lifted_on TEXT CHECK (length(lifted_on) = 10),
            returned_on TEXT CHECK (length(returned_on) = 10),
            closed_on TEXT CHECK (length(closed_on) = 10),
            closed_reason TEXT NOT NULL,
            CHECK (lifted_on >= identified_on),
            CHECK (returned_on >= identified_on),
            CHECK (closed_on >= identified_on),
            CHECK (returned_on IS NULL OR lifted_on IS NOT NULL)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE pairing (
            household TEXT NOT NULL REFERENCES household (id) DEFERRABLE INITIALLY DEFERRED,
            person TEXT NOT NULL REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
            started_on TEXT NOT NULL CHECK (length(started_on) = 10),
            ended_on TEXT CHECK (length(ended_on) = 10),
            end_reason TEXT CHECK (end_reason IN ('脱贫', '调整', '离任', '销户', '录入有误')),
            PRIMARY KEY (household, person, started_on),
            CHECK (ended_on >= started_on),
            CHECK ((ended_on IS NULL) = (end_reason IS NULL))
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE cooperative (
            code TEXT NOT NULL PRIMARY KEY CHECK (code <> ''),
            name TEXT NOT NULL CHECK (name <> ''),
            organization TEXT NOT NULL REFERENCES organization (code) DEFERRABLE INITIALLY DEFERRED,
            trade TEXT NOT NULL,
            founded_on TEXT CHECK (length(founded_on) = 10),
            deregistered_on TEXT CHECK (length(deregistered_on) = 10),
            member_households INTEGER NOT NULL CHECK (member_households BETWEEN 0 AND 99999),
            households_led INTEGER NOT NULL CHECK (households_led BETWEEN 0 AND 99999),
            CHECK (deregistered_on >= founded_on)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE cooperative_founder (
            cooperative TEXT NOT NULL REFERENCES cooperative (code) DEFERRABLE INITIALLY DEFERRED,
            position INTEGER NOT NULL,
            person TEXT NOT NULL REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
            PRIMARY KEY (cooperative, position)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE activity (
            id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
            held_on TEXT NOT NULL CHECK (length(held_on) = 10),
            kind TEXT NOT NULL CHECK (kind IN ('专题调研', '主题活动', '主题党日', '帮扶走访', '培养积极分子',
                '合理化建议', '安全隐患', '矛盾纠纷', '办实事')),
            organization TEXT NOT NULL REFERENCES organization (code) DEFERRABLE INITIALLY DEFERRED,
            title TEXT NOT NULL CHECK (title <> ''),
            household TEXT REFERENCES household (id) DEFERRABLE INITIALLY DEFERRED,
            resolved_on TEXT CHECK (length(resolved_on) = 10),
            evidence TEXT NOT NULL CHECK (evidence IN ('齐全', '待补')),
            note TEXT NOT NULL,
            voided_on TEXT CHECK (length(voided_on) = 10),
            void_reason TEXT NOT NULL,
            counted_on TEXT,
            CHECK (coalesce(counted_on, '') = coalesce(CASE WHEN voided_on IS NOT NULL THEN NULL
                WHEN kind IN ('矛盾纠纷', '办实事') THEN resolved_on ELSE held_on END, '')),
            CHECK (resolved_on >= held_on),
            CHECK ((voided_on IS NULL) = (void_reason = '')),
            CHECK (household IS NOT NULL OR kind NOT IN ('帮扶走访', '办实事'))
        ) STRICT;

        CREATE TABLE activity_participant (
            activity TEXT NOT NULL REFERENCES activity (id) DEFERRABLE INITIALLY DEFERRED,
            position INTEGER NOT NULL,
            person TEXT NOT NULL REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
            PRIMARY KEY (activity, position)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE activity_sequence (
            township TEXT NOT NULL PRIMARY KEY,
            last INTEGER NOT NULL CHECK (last > 0)
        ) STRICT, WITHOUT ROWID;


        """

    /// Each leads with what its figures seek by; the large ones hold all that the figure needs.
    private static let indexes = """
        CREATE INDEX organization_township ON organization (code) WHERE kind = '乡镇党委';
        CREATE INDEX organization_parent ON organization (parent) WHERE parent IS NOT NULL;
        CREATE INDEX organization_leader ON organization (leader) WHERE leader IS NOT NULL;
        CREATE INDEX organization_unit_unit ON organization_unit (unit);
        CREATE INDEX person_organization
            ON person (organization, category, arrived_on, left_on, exemption, id);
        CREATE INDEX person_committee ON person (organization, id, name, arrived_on, left_on) WHERE is_committee = 1;
        CREATE INDEX person_village_village ON person_village (village, person);
        CREATE INDEX household_village
            ON household (village, identified_on, closed_on, lifted_on, returned_on, id);
        CREATE INDEX pairing_person ON pairing (person, started_on, household, ended_on, end_reason);
        CREATE INDEX cooperative_organization
            ON cooperative (organization, founded_on, deregistered_on, households_led);
        CREATE INDEX cooperative_founder_person ON cooperative_founder (person);
        CREATE INDEX activity_counted ON activity (organization, kind, counted_on) WHERE counted_on IS NOT NULL;
        CREATE INDEX activity_household ON activity (household, kind, counted_on) WHERE household IS NOT NULL;
        CREATE INDEX activity_held ON activity (organization, held_on);
        CREATE INDEX activity_participant_person ON activity_participant (person, activity);


        """

    /// Who did what, and the rows before and after; nothing is ever taken out of it.
    ///
    /// `before` and `after` are JSON objects from a column's header to its text, empty columns left out; NULL where there was
    /// no row. `journal_rows` holds the new rows of an import, one a line: key, tab, fingerprint.
    private static let journal = """
        CREATE TABLE journal (
            id INTEGER NOT NULL PRIMARY KEY CHECK (id > 0),
            at TEXT NOT NULL,
            uid INTEGER NOT NULL,
            officer TEXT NOT NULL,
            action TEXT NOT NULL,
            summary TEXT NOT NULL,
            row_count INTEGER NOT NULL,
            undoes INTEGER REFERENCES journal (id)
        ) STRICT;

        CREATE TABLE journal_change (
            entry INTEGER NOT NULL REFERENCES journal (id) DEFERRABLE INITIALLY DEFERRED,
            position INTEGER NOT NULL,
            table_name TEXT NOT NULL,
            key TEXT NOT NULL,
            before TEXT,
            after TEXT,
            note TEXT NOT NULL,
            PRIMARY KEY (entry, position)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE journal_rows (
            entry INTEGER NOT NULL REFERENCES journal (id) DEFERRABLE INITIALLY DEFERRED,
            table_name TEXT NOT NULL,
            keys TEXT NOT NULL,
            PRIMARY KEY (entry, table_name)
        ) STRICT;

        CREATE INDEX journal_undoes ON journal (undoes) WHERE undoes IS NOT NULL;
        CREATE INDEX journal_change_key ON journal_change (table_name, key, entry);
        CREATE TRIGGER journal_is_kept BEFORE DELETE ON journal
            BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
        CREATE TRIGGER journal_is_fixed BEFORE UPDATE ON journal
            BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
        CREATE TRIGGER journal_change_is_kept BEFORE DELETE ON journal_change
            BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
        CREATE TRIGGER journal_change_is_fixed BEFORE UPDATE ON journal_change
            BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
        CREATE TRIGGER journal_rows_are_kept BEFORE DELETE ON journal_rows
            BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
        CREATE TRIGGER journal_rows_are_fixed BEFORE UPDATE ON journal_rows
            BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
        """
}
