/// History that repeats: the earlier cycles of households, the dated posts of people, and what visits found, measured and
/// brought about. Tables beside the six of CONTRACT section 1.
enum Migration2 {
    static let sql = """
        CREATE TABLE household_cycle (
            household TEXT NOT NULL REFERENCES household (id) DEFERRABLE INITIALLY DEFERRED,
            lifted_on TEXT NOT NULL CHECK (length(lifted_on) = 10),
            returned_on TEXT NOT NULL CHECK (length(returned_on) = 10),
            remark TEXT NOT NULL,
            PRIMARY KEY (household, lifted_on),
            CHECK (returned_on >= lifted_on)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE post (
            person TEXT NOT NULL REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
            organization TEXT NOT NULL REFERENCES organization (code) DEFERRABLE INITIALLY DEFERRED,
            kind TEXT NOT NULL CHECK (kind IN ('第一书记', '书记', '副书记', '村两委', '后备干部', '组长', '党员关系', '其他')),
            started_on TEXT NOT NULL CHECK (length(started_on) = 10),
            ended_on TEXT CHECK (length(ended_on) = 10),
            source TEXT CHECK (source IN ('机关干部', '退休干部', '大学生村官', '村医村教', '致富能人', '种养大户', '返乡农民工',
                '大中专毕业生', '入党积极分子', '退伍军人')),
            note TEXT NOT NULL,
            PRIMARY KEY (person, organization, kind, started_on),
            CHECK (ended_on >= started_on)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE visit (
            activity TEXT NOT NULL PRIMARY KEY REFERENCES activity (id) DEFERRABLE INITIALLY DEFERRED,
            findings TEXT NOT NULL,
            measures TEXT NOT NULL,
            outcome TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;

        CREATE INDEX post_organization ON post (organization, kind);
        """
}
