import PartyWork

/// What the name of a sheet, a line above a header, a column or a cell says of the state of rows: that they are lifted, closed, gone.
///
/// A list of those who are no longer counted often has no column for the day, because its title says all: 2015年脱贫户花名册,
/// 清退名单, 党员减少情况表. Read without the day its rows would be counted once more.
enum StateLine {
    /// Words that say of all rows below that a column holds.
    private static func words(in table: TableSchema) -> [(column: Column, words: [String])] {
        switch table {
        case .households:
            [
                (.liftedOn, ["脱贫户", "脱贫人口", "脱贫名单", "脱贫花名册", "脱贫公示", "脱贫公告", "脱贫年度", "已脱贫", "贫困退出", "退出户", "退出名单"]),
                (.closedOn, ["清退", "剔除", "销户", "死亡户", "死亡贫困户", "自然减少"]),
            ]
        case .people: [(.leftOn, ["党员减少", "转出", "去世党员", "死亡党员", "已故党员", "减少党员"])]
        case .cooperatives: [(.deregisteredOn, ["注销", "吊销"])]
        // What others are follows from their own days.
        default: []
        }
    }

    /// What stands before a word that then says something else: 预脱贫户, 未脱贫户, 贫困户、脱贫户.
    private static let negating = [
        "未", "拟", "预", "不", "非", "应", "待", "防", "计划", "申请", "含", "、", "和", "及", "与", "或", "尚未",
    ]

    /// The columns that what stands above a header demands of a table.
    static func columns(among hints: [String], in table: TableSchema) -> [Column] {
        words(in: table).filter { demand in hints.contains { says($0, demand.words) } }.map(\.column)
    }

    /// The year that it says for a column; nil for none or several.
    static func year(of column: Column, among hints: [String], in table: TableSchema) -> Int? {
        guard let words = words(in: table).first(where: { $0.column == column })?.words else { return nil }
        return UnitLine.year(among: hints.filter { says($0, words) })
    }

    private static func says(_ text: String, _ words: [String]) -> Bool {
        let bare = text.filter { !$0.isWhitespace }
        guard bare.count <= 40 else { return false }
        let isSaid = words.contains { word in
            bare.ranges(of: word).contains { range in
                let (before, after) = (bare[..<range.lowerBound], bare[range.upperBound...])
                return !negating.contains(where: before.hasSuffix)
                    && !(after.first.map { "、和及与".contains($0) } ?? false)
            }
        }
        return isSaid && LineLabel.of(bare) == nil
    }

    // MARK: Other lists of households

    private static let others = ["低保", "五保", "特困", "监测", "边缘", "易返贫", "易致贫", "临界", "残疾人", "困难党员"]
    private static let poor = ["贫困户", "贫困人口", "贫困家庭", "扶贫", "建档立卡", "脱贫户", "脱贫人口"]

    /// What stands above a list of households that are not the poor ones of the ledger, 五保户花名册, 防返贫监测对象; nil for any other.
    static func ofOthers(among hints: [String]) -> String? {
        let near = hints.filter { $0.count <= 40 && LineLabel.of($0) == nil }
        guard !near.contains(where: { hint in poor.contains { isNamed($0, in: hint) } }) else { return nil }
        return near.first { hint in others.contains(where: hint.contains) }
    }

    /// Whether what stands above a list is about what is planned, so that its days are none on which anything happened: 脱贫计划表.
    static func isPlan(among hints: [String]) -> Bool {
        hints.contains { hint in hint.count <= 40 && plans.contains(where: hint.contains) }
    }

    private static let plans = ["脱贫计划", "脱贫规划", "计划脱贫", "拟脱贫", "预脱贫", "拟退出", "预退出"]

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

    private static let ends = [
        "脱贫", "退出", "销号", "清退", "剔除", "核减", "销户", "注销", "吊销", "死亡", "去世", "转出", "迁出", "减少", "离开", "离任", "离职", "返贫",
        "出党", "退党", "除名", "开除", "停止党籍",
    ]
    private static let times = ["时间", "日期", "年度", "年份", "年月", "年"]
    private static let planned = ["预", "拟", "计划", "目标", "未", "应", "申请", "公示", "规划", "返乡"]

    /// Whether a column that nobody knows tells when something ended, so that it must not be passed over without a word: 核减时间,
    /// 2015年脱贫.
    static func isUndecided(_ name: String, in table: TableSchema) -> Bool {
        guard [.households, .people, .cooperatives].contains(table), ends.contains(where: name.contains),
            !planned.contains(where: name.contains)
        else { return false }
        return times.contains(where: name.hasSuffix) || name.prefixMatch(of: /20\d\d年?(底|度)?已?脱贫/) != nil
    }

    /// The column that a word of state needs: 已脱贫 the day of it; nil where it needs none.
    static func column(of cell: String, in table: TableSchema) -> Column? {
        let word = cell.filter { !$0.isWhitespace }
        if word.isEmpty || word.hasPrefix("未") { return nil }
        switch table {
        case .households:
            if unsaid.contains(where: word.contains) { return nil }
            if ["销户", "清退", "剔除", "死亡"].contains(where: word.contains) { return .closedOn }
            return ["是", "√", "✓", "✔"].contains(word) || ["脱贫", "退出"].contains(where: word.contains) ? .liftedOn : nil
        case .people:
            return ["去世", "死亡", "已故", "离世", "转出", "出党", "除名", "停止党籍"].contains(where: word.contains) ? .leftOn : nil
        case .cooperatives: return ["注销", "吊销"].contains(where: word.contains) ? .deregisteredOn : nil
        // Rows of other tables do not end by a word.
        default: return nil
        }
    }

    /// The column that a remark on a row needs: 2015年已脱贫, 去世; nil for a remark about something else.
    static func column(ofRemark remark: String, in table: TableSchema) -> Column? {
        let word = remark.filter { !$0.isWhitespace }
        guard word.count < 13 else { return nil }
        switch table {
        case .households:
            // An expression is made anew each time, and hardly any remark is one of these.
            if word.contains("脱贫"), word.wholeMatch(of: /(20\d\d年?(底|度)?)?(已|正式)?脱贫(户)?/) != nil {
                return .liftedOn
            }
            return ["销户", "清退", "剔除"].contains(where: word.contains) ? .closedOn : nil
        case .people: return ["去世", "死亡", "已故", "病故", "转出", "除名"].contains(where: word.contains) ? .leftOn : nil
        case .cooperatives: return column(of: word, in: table)
        // Rows of other tables do not end by a word.
        default: return nil
        }
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
            || header.hasPrefix("是否") && ["否", "不是", "×", "✗", "✘"].contains(word)
    }

    private static let otherKinds = ["一般农户", "普通农户", "普通户", "一般户", "其他农户", "其他户"]

    /// What a household is not that is not lifted: 预脱贫, 不是, 返贫.
    private static let unsaid = ["未", "预", "拟", "不", "否", "计划", "待", "返贫"]
}
