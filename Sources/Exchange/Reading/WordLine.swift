import PartyWork

/// Lines of one cell that say of the rows below them what they are: 一、正式党员, （二）预备党员（3人）, 预备党员：共3人.
enum WordLine {
    /// The word of a column that such a line is; nil for any other line.
    static func word(_ text: String, of field: ColumnSchema) -> String? {
        guard let words = field.words?.words else { return nil }
        let bare = text.filter { !$0.isWhitespace }
        let numbered = bare.drop { "（(一二三四五六七八九十0123456789）)、.．".contains($0) }
        let name = numbered.prefix { !"（(：:共0123456789".contains($0) }
        return words.first { $0 == bare || $0 == name }
    }

    /// Whether a line among names is of several people: 流动党员, 村民代表, 村委会.
    static func isOfMany(_ text: String) -> Bool {
        let bare = text.filter { !$0.isWhitespace }.prefix { !"（(：:".contains($0) }
        return bare.count > 2 && many.contains(where: bare.hasSuffix)
    }

    private static let many = [
        "党员", "干部", "人员", "成员", "委员", "委员会", "村委会", "监委会", "班子", "小组", "片区", "群众", "名单", "代表", "积极分子", "对象", "村民", "退休",
    ]
}
