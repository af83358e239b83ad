/// The checklists that officers define, what was ticked in them and what was waived.
///
/// Tables beside the six of CONTRACT section 1. Words are compared as in `Migration2`.
///
/// Whom a tick or a waiver names depends on the checklist, so no foreign key says it; the rules of writing do, and `check`
/// and undo ask `danglingMarks`.
enum Migration6 {
    static let sql = """
        CREATE TABLE checklist (
            id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
            name TEXT NOT NULL CHECK (name <> ''),
            subject TEXT NOT NULL CHECK (subject = '党员' OR subject = '支部' OR subject = '党小组'
                OR subject = '贫困户' OR subject = '班子成员'),
            count INTEGER NOT NULL CHECK (count BETWEEN 1 AND 999),
            period TEXT NOT NULL CHECK (period = '一次' OR period = '每月' OR period = '每季'
                OR period = '每年'),
            starts_on TEXT NOT NULL CHECK (length(starts_on) = 10),
            ends_on TEXT CHECK (length(ends_on) = 10),
            kind TEXT CHECK (kind = '专题调研' OR kind = '主题活动' OR kind = '主题党日'
                OR kind = '帮扶走访' OR kind = '培养积极分子' OR kind = '合理化建议'
                OR kind = '安全隐患' OR kind = '矛盾纠纷' OR kind = '办实事'),
            remark TEXT NOT NULL,
            CHECK (ends_on >= starts_on),
            CHECK (period <> '一次' OR ends_on IS NOT NULL)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE checklist_organization (
            checklist TEXT NOT NULL REFERENCES checklist (id) DEFERRABLE INITIALLY DEFERRED,
            position INTEGER NOT NULL,
            organization TEXT NOT NULL REFERENCES organization (code) DEFERRABLE INITIALLY DEFERRED,
            PRIMARY KEY (checklist, position)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE tick (
            checklist TEXT NOT NULL REFERENCES checklist (id) DEFERRABLE INITIALLY DEFERRED,
            subject TEXT NOT NULL CHECK (subject <> ''),
            held_on TEXT NOT NULL CHECK (length(held_on) = 10),
            note TEXT NOT NULL,
            PRIMARY KEY (checklist, subject, held_on)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE waiver (
            checklist TEXT NOT NULL REFERENCES checklist (id) DEFERRABLE INITIALLY DEFERRED,
            subject TEXT NOT NULL CHECK (subject <> ''),
            within TEXT NOT NULL CHECK (length(within) IN (0, 10)),
            reason TEXT NOT NULL CHECK (reason <> ''),
            PRIMARY KEY (checklist, subject, within)
        ) STRICT, WITHOUT ROWID;

        CREATE INDEX checklist_organization_organization ON checklist_organization (organization);
        """
}
