/// How many the built-in methods ask for, from a day on.
///
/// A table beside the six of CONTRACT section 1, empty where the contract's numbers hold. Words are compared as in
/// `Migration2`.
enum Migration7 {
    static let sql = """
        CREATE TABLE requirement (
            method TEXT NOT NULL CHECK (method = '专题调研' OR method = '主题活动' OR method = '五个一'
                OR method = '主题党日' OR method = '帮扶走访'),
            starts_on TEXT NOT NULL CHECK (length(starts_on) = 10 AND substr(starts_on, 9) = '01'),
            count INTEGER NOT NULL CHECK (count BETWEEN 0 AND 99),
            period TEXT NOT NULL CHECK (period = '每月' OR period = '每季' OR period = '每年'),
            remark TEXT NOT NULL,
            PRIMARY KEY (method, starts_on)
        ) STRICT, WITHOUT ROWID;
        """
}
