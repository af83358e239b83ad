/// From where each entry of the journal came. It is not known of entries made before.
enum Migration2 {
    static let sql = """
        ALTER TABLE journal ADD COLUMN origin TEXT NOT NULL DEFAULT ''
            CHECK (origin IN ('', '看板', '命令行', '导入'));
        """
}
