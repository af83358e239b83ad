import PartyWork

/// What the name of a sheet, a line above a header, a column or a cell says of the state of rows: that they are lifted, closed, gone.
///
/// A list of those who are no longer counted often has no column for the day, because its title says all: 2015年脱贫户花名册,
/// 清退名单, 党员减少情况表. Read without the day its rows would be counted once more.
enum StateLine {
    /// A state from which on a row no longer counts as before, or counts again: the column with its day, and what says of rows that
    /// they are in it.
    private struct End {
        let column: Column
        /// In a title, of all rows below it.
        let titles: [String]
        /// In a cell about the state.
        let cells: [String]
        /// In a remark, which may speak of something else.
        let remarks: [String]
    }

    /// The states of each table's rows, of which the first counts that a cell names; what rows of others are follows from their days.
    private static let ends: [TableSchema: [End]] = [
        .households: [
            End(
                column: .closedOn, titles: ["清退", "剔除", "销户", "死亡户", "死亡贫困户", "自然减少"],
                cells: ["销户", "清退", "剔除", "死亡", "注销"],
                remarks: ["销户", "清退", "剔除", "已注销"]),
            End(
                column: .liftedOn,
                titles: [
                    "脱贫户", "脱贫人口", "脱贫名单", "脱贫花名册", "脱贫公示", "脱贫公告", "脱贫年度", "已脱贫", "贫困退出", "退出户", "退出名单",
                ], cells: ["脱贫", "退出"], remarks: []),
        ],
        .people: [
            End(
                column: .leftOn, titles: ["党员减少", "转出", "去世党员", "死亡党员", "已故党员", "减少党员"],
                cells: ["去世", "死亡", "已故", "离世", "转出", "出党", "除名", "停止党籍"],
                remarks: ["去世", "死亡", "已故", "病故", "转出", "除名"])
        ],
        .cooperatives: [
            End(column: .deregisteredOn, titles: ["注销", "吊销"], cells: ["注销", "吊销"], remarks: ["注销", "吊销"])
        ],
    ]

    /// The characters with which what a remark says of a state begins: hardly any remark has one, and looking for words in each took a
    /// quarter of an import.
    private static let beginnings = ends.mapValues { ends in
        ends.flatMap { $0.remarks.isEmpty ? $0.cells : $0.remarks }.compactMap(\.unicodeScalars.first)
    }

    /// Words that say that something is not so, or not yet.
    private static let negating = ["未", "不", "否", "待"]

    /// What else stands before a word that then says something else: 非脱贫户, 贫困户、脱贫户.
    private static let others = ["非", "防", "应", "申请", "含", "、", "和", "及", "与", "或"]

    /// The columns that what stands above a header demands of a table.
    static func columns(among hints: [String], in table: TableSchema) -> [Column] {
        (ends[table] ?? []).filter { end in hints.contains { says($0, end.titles) } }.map(\.column)
    }

    /// The year that it says for a column; nil for none or several.
    static func year(of column: Column, among hints: [String], in table: TableSchema) -> Int? {
        guard let end = ends[table]?.first(where: { $0.column == column }) else { return nil }
        return UnitLine.year(among: hints.filter { says($0, end.titles) })
    }

    private static func says(_ text: String, _ words: [String]) -> Bool {
        let bare = text.filter { !$0.isWhitespace }
        guard bare.count <= 40 else { return false }
        let isSaid = words.contains { word in
            bare.ranges(of: word).contains { range in
                let (before, after) = (bare[..<range.lowerBound], bare[range.upperBound...])
                return !(Planned.words + negating + others).contains(where: before.hasSuffix)
                    && !(after.first.map { "、和及与".contains($0) } ?? false)
            }
        }
        return isSaid && LineLabel.of(bare) == nil
    }

    // MARK: Other lists of households

    private static let notPoor = ["低保", "五保", "特困", "监测", "边缘", "易返贫", "易致贫", "临界", "残疾人", "困难党员"]
    private static let poor = ["贫困户", "贫困人口", "贫困家庭", "扶贫", "建档立卡", "脱贫户", "脱贫人口"]

    /// What stands above a list of households that are not the poor ones of the ledger, 五保户花名册, 防返贫监测对象; nil for any other.
    static func ofOthers(among hints: [String]) -> String? {
        let near = hints.filter { $0.count <= 40 && LineLabel.of($0) == nil }
        guard !near.contains(where: { hint in poor.contains { isNamed($0, in: hint) } }) else { return nil }
        return near.first { hint in notPoor.contains(where: hint.contains) }
    }

    /// Whether what stands above a list is about what is planned, so that its days are none on which anything happened: 脱贫计划表.
    static func isPlan(among hints: [String]) -> Bool {
        hints.contains { hint in
            hint.count <= 40 && ["脱贫", "退出"].contains { Planned.isSaid(of: $0, in: hint) }
        }
    }

    /// What stands above one household's family, where that is its card and no list, 户情档案（一户一档）; nil for any other.
    ///
    /// Below the family stands what else is known of the household.
    static func ofCard(among hints: [String]) -> String? {
        hints.first { hint in cards.contains(where: hint.contains) && !lists.contains(where: hint.contains) }
    }

    private static let cards = [
        "户情档案", "一户一档", "一户一卡", "一户一表", "明白卡", "信息卡", "登记卡", "档案卡", "连心卡", "帮扶手册", "扶贫手册",
    ]
    private static let lists = ["名单", "名册", "统计", "汇总", "台账", "一览", "各户"]

    private static func isNamed(_ word: String, in hint: String) -> Bool {
        hint.ranges(of: word).contains { range in
            !["防", "易返", "返"].contains(where: hint[..<range.lowerBound].hasSuffix)
        }
    }

    // MARK: Columns and cells

    private static let ended = [
        "脱贫", "退出", "销号", "清退", "剔除", "核减", "销户", "注销", "吊销", "死亡", "去世", "转出", "迁出", "减少", "离开", "离任", "离职", "返贫",
        "出党", "退党", "除名", "开除", "停止党籍",
    ]
    private static let times = ["时间", "日期", "年度", "年份", "年月", "年"]

    /// Whether a column that nobody knows tells when something ended, so that it must not be passed over without a word: 核减时间,
    /// 2015年脱贫.
    static func isUndecided(_ name: String, in table: TableSchema) -> Bool {
        guard ends[table] != nil, ended.contains(where: name.contains), !Planned.isSaid(in: name),
            !(negating + ["应", "申请", "公示", "返乡"]).contains(where: name.contains)
        else { return false }
        return times.contains(where: name.hasSuffix) || name.prefixMatch(of: /20\d\d年?(底|度)?已?脱贫/) != nil
    }

    /// The column that a word of state needs: 已脱贫 the day of it; nil where it needs none.
    static func column(of cell: String, in table: TableSchema) -> Column? {
        let word = cell.filter { !$0.isWhitespace }
        if word.isEmpty || word.hasPrefix("未") { return nil }
        // Of households alone a column asks whether they are.
        if table == .households {
            if isDenied(word) { return nil }
            if LooseCell.isTicked(word) { return .liftedOn }
        }
        return ends[table]?.first { end in end.cells.contains(where: word.contains) }?.column
    }

    /// Whether a word of state says of a household that it is not lifted, or poor again: 否, 未脱贫, 预脱贫, 返贫.
    static func isNotLifted(_ cell: String) -> Bool {
        let word = cell.filter { !$0.isWhitespace }
        return LooseCell.isCrossed(word) || isDenied(word) && (word.contains("脱贫") || word.contains("返贫"))
    }

    private static func isDenied(_ word: String) -> Bool {
        Planned.isSaid(in: word) || (negating + ["返贫"]).contains(where: word.contains)
    }

    /// Whether what a column that nobody knows says may be of the state of a row.
    static func mayBeSaid(under header: FileColumn, in table: TableSchema) -> Bool {
        let isUnread = header.meaning == .unknown && !header.name.isEmpty
        return ends[table] != nil && (isUnread || header.meaning == .notKept && header.name.contains("贫困户"))
            && !Planned.isSaid(in: header.name)
    }

    /// The column that a remark on a row needs: 2015年已脱贫, 去世; nil for a remark about something else.
    static func column(ofRemark remark: String, in table: TableSchema) -> Column? {
        guard let beginnings = beginnings[table], remark.unicodeScalars.contains(where: beginnings.contains) else {
            return nil
        }
        let word = remark.filter { !$0.isWhitespace }
        guard word.count < 13 else { return nil }
        // An expression is made anew each time, and hardly any remark is one of these.
        if table == .households, word.contains("脱贫"),
            word.wholeMatch(of: /(20\d\d年?(底|度)?)?(已|正式)?脱贫(户)?/) != nil
        {
            return .liftedOn
        }
        return ends[table]?.first { end in end.remarks.contains(where: word.contains) }?.column
    }

    /// What a remark says that a person is; nil for one that says nothing of it.
    static func category(ofRemark remark: String) -> PersonCategory? {
        let word = remark.filter { !$0.isWhitespace }
        guard word.count < 13, !word.contains("转正") else { return nil }
        if word.contains("预备") { return .probationary }
        return word.contains("积极分子") || word.contains("发展对象") ? .applicant : nil
    }

    /// Whether what a column says of a household's kind is that it is none of the poor ones: 一般农户, or 否 below 是否贫困户.
    static func isOtherHousehold(_ cell: String, under header: String) -> Bool {
        let word = cell.filter { !$0.isWhitespace }
        return otherKinds.contains(word) || word.hasPrefix("非贫困") || word.hasPrefix("非建档")
            || header.hasPrefix("是否") && LooseCell.isCrossed(word)
    }

    private static let otherKinds = ["一般农户", "普通农户", "普通户", "一般户", "其他农户", "其他户"]
}
