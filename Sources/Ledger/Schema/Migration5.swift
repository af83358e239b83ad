/// From where each entry of the journal came.
///
/// It is not known of entries made before. Words are compared as in `Migration2`.
enum Migration5 {
    static let sql = """
        ALTER TABLE journal ADD COLUMN origin TEXT NOT NULL DEFAULT ''
            CHECK (origin = '' OR origin = '看板' OR origin = '命令行' OR origin = '导入');
        """
}
