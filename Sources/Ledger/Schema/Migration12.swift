/// Registers that officers define, their entries and the steps of those (REGISTERS).
///
/// Tables beside the six of CONTRACT section 1. Words are compared as in `Migration2`.
///
/// Entries of all registers lie in one table, whatever their fields are: an officer who defines a register changes rows and no schema.
/// `content` holds the fields as an object of JSON. `place` follows from the rest (`Session.refreshPlaces`); it is empty until then.
/// What an entry is about depends on its register, so no foreign key says it; the rules of writing do, and `check` and undo ask.
enum Migration12 {
    static let sql = definitions + entries + checklists

    /// A checklist may ask entries of any register, by its name.
    private static let checklists = """

        PRAGMA writable_schema = ON;
        UPDATE sqlite_schema SET sql = replace(sql,
            'CHECK (subject = ''党员'' OR subject = ''支部'' OR subject = ''党小组''
                OR subject = ''贫困户'' OR subject = ''班子成员'')', 'CHECK (subject <> '''')')
        WHERE type = 'table' AND name = 'checklist';
        PRAGMA writable_schema = RESET;
        ALTER TABLE checklist ADD COLUMN counted_register TEXT NOT NULL DEFAULT '';
        ALTER TABLE checklist ADD COLUMN counted_condition TEXT NOT NULL DEFAULT '';
        ALTER TABLE checklist ADD COLUMN asked_condition TEXT NOT NULL DEFAULT '';
        """

    private static let definitions = """
        CREATE TABLE register (
            name TEXT NOT NULL PRIMARY KEY CHECK (name <> ''),
            system TEXT NOT NULL,
            subject TEXT NOT NULL CHECK (subject <> ''),
            place_field TEXT NOT NULL,
            secrecy TEXT NOT NULL CHECK (secrecy = '公开' OR secrecy = '限阅'),
            remark TEXT NOT NULL,
            retired_on TEXT CHECK (length(retired_on) = 10)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE register_field (
            register TEXT NOT NULL REFERENCES register (name) DEFERRABLE INITIALLY DEFERRED,
            name TEXT NOT NULL CHECK (name <> ''),
            position INTEGER NOT NULL CHECK (position BETWEEN 1 AND 999),
            kind TEXT NOT NULL CHECK (kind = '文字' OR kind = '长文' OR kind = '整数' OR kind = '金额' OR kind = '日期'
                OR kind = '是否' OR kind = '选项' OR kind = '人员' OR kind = '组织' OR kind = '贫困户' OR kind = '合作社'),
            options TEXT NOT NULL,
            is_needed INTEGER NOT NULL CHECK (is_needed IN (0, 1)),
            least TEXT NOT NULL,
            most TEXT NOT NULL,
            remark TEXT NOT NULL,
            retired_on TEXT CHECK (length(retired_on) = 10),
            PRIMARY KEY (register, name)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE register_state (
            register TEXT NOT NULL REFERENCES register (name) DEFERRABLE INITIALLY DEFERRED,
            name TEXT NOT NULL CHECK (name <> ''),
            position INTEGER NOT NULL CHECK (position BETWEEN 1 AND 999),
            next TEXT NOT NULL,
            deadline INTEGER CHECK (deadline BETWEEN 0 AND 3650),
            due_field TEXT NOT NULL,
            shortest INTEGER CHECK (shortest BETWEEN 0 AND 3650),
            needed_fields TEXT NOT NULL,
            is_final INTEGER NOT NULL CHECK (is_final IN (0, 1)),
            PRIMARY KEY (register, name)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE register_gate (
            register TEXT NOT NULL REFERENCES register (name) DEFERRABLE INITIALLY DEFERRED,
            state TEXT NOT NULL CHECK (state <> ''),
            position INTEGER NOT NULL CHECK (position BETWEEN 1 AND 999),
            demand TEXT NOT NULL CHECK (demand = '子项' OR demand = '名额' OR demand = '差额' OR demand = '次序'),
            other TEXT NOT NULL,
            condition TEXT NOT NULL,
            quantity INTEGER CHECK (quantity BETWEEN 0 AND 99999),
            field TEXT NOT NULL,
            PRIMARY KEY (register, state, position)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE register_figure (
            register TEXT NOT NULL REFERENCES register (name) DEFERRABLE INITIALLY DEFERRED,
            name TEXT NOT NULL CHECK (name <> ''),
            position INTEGER NOT NULL CHECK (position BETWEEN 1 AND 999),
            method TEXT NOT NULL CHECK (method = '条数' OR method = '求和' OR method = '去重'),
            field TEXT NOT NULL,
            condition TEXT NOT NULL,
            target INTEGER CHECK (target BETWEEN 0 AND 99999999),
            unit TEXT NOT NULL,
            remark TEXT NOT NULL,
            PRIMARY KEY (register, name)
        ) STRICT, WITHOUT ROWID;

        """

    private static let entries = """
        CREATE TABLE entry (
            register TEXT NOT NULL REFERENCES register (name) DEFERRABLE INITIALLY DEFERRED,
            number TEXT NOT NULL CHECK (number <> ''),
            subject TEXT NOT NULL CHECK (subject <> ''),
            registered_on TEXT NOT NULL CHECK (length(registered_on) = 10),
            content TEXT NOT NULL,
            struck_on TEXT CHECK (length(struck_on) = 10),
            struck_reason TEXT NOT NULL,
            place TEXT NOT NULL,
            PRIMARY KEY (register, number),
            CHECK (struck_on >= registered_on),
            CHECK ((struck_on IS NULL) = (struck_reason = ''))
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE entry_step (
            register TEXT NOT NULL REFERENCES register (name) DEFERRABLE INITIALLY DEFERRED,
            entry TEXT NOT NULL CHECK (entry <> ''),
            position INTEGER NOT NULL CHECK (position BETWEEN 1 AND 999),
            taken_on TEXT NOT NULL CHECK (length(taken_on) = 10),
            state TEXT NOT NULL CHECK (state <> ''),
            remark TEXT NOT NULL,
            officer TEXT NOT NULL,
            PRIMARY KEY (register, entry, position)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE entry_sequence (
            prefix TEXT NOT NULL PRIMARY KEY,
            last INTEGER NOT NULL CHECK (last > 0)
        ) STRICT, WITHOUT ROWID;

        CREATE INDEX entry_place ON entry (register, place);
        CREATE INDEX entry_subject ON entry (subject, register);
        """
}
