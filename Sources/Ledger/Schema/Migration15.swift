/// Officers with their roles and ranges (SERVER section 1).
///
/// A table beside the six of CONTRACT section 1, which no file brings; empty where everybody may do everything. Words are compared as in
/// `Migration2`.
enum Migration15 {
    static let sql = """
        CREATE TABLE officer (
            account TEXT NOT NULL CHECK (account <> ''),
            name TEXT NOT NULL CHECK (name <> ''),
            role TEXT NOT NULL CHECK (role = '管理员' OR role = '党建办' OR role = '班子成员' OR role = '支部书记'
                OR role = '纪检' OR role = '查阅'),
            range TEXT NOT NULL CHECK (length(range) BETWEEN 9 AND 14),
            started_on TEXT NOT NULL CHECK (length(started_on) = 10),
            ended_on TEXT CHECK (length(ended_on) = 10),
            PRIMARY KEY (account, role, range, started_on),
            CHECK (ended_on >= started_on)
        ) STRICT, WITHOUT ROWID;
        """
}
