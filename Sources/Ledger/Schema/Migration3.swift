/// History that repeats: the earlier cycles of households, the dated posts of people, and what visits found, measured
/// and brought about.
///
/// Tables beside the six of CONTRACT section 1. Words are compared as in `Migration2`.
enum Migration3 {
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
            kind TEXT NOT NULL CHECK (kind = '第一书记' OR kind = '书记' OR kind = '副书记' OR kind = '村两委'
                OR kind = '后备干部' OR kind = '组长' OR kind = '党员关系' OR kind = '其他'),
            started_on TEXT NOT NULL CHECK (length(started_on) = 10),
            ended_on TEXT CHECK (length(ended_on) = 10),
            source TEXT CHECK (source = '机关干部' OR source = '退休干部' OR source = '大学生村官' OR source = '村医村教'
                OR source = '致富能人' OR source = '种养大户' OR source = '返乡农民工' OR source = '大中专毕业生'
                OR source = '入党积极分子' OR source = '退伍军人'),
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
