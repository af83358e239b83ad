import PartyWork

/// The headers that the exports of other systems and the offices' own lists use for a column of the contract.
///
/// Only names that leave no doubt within their table stand here. 入党日期, 人均纯收入 and the like mean nothing that the ledger
/// keeps: they are in `NotKept`.
enum Synonyms {
    /// What a header means in a table.
    struct Meaning {
        let field: ColumnSchema
        let reading: CellReading
        let standing: ColumnSchema.Standing
        /// How many names of the column come before it.
        let place: Int

        /// Whether it gives way to another name of the column.
        func isBehind(_ other: Meaning) -> Bool {
            switch standing {
            case .sure: false
            case .ranked, .ofLists: other.standing == .sure || other.place < place
            }
        }
    }

    /// What a header means in a table; nil if nothing.
    static func meaning(of name: String, in table: TableSchema) -> Meaning? {
        for field in table.fields {
            var before = 0
            for synonym in field.synonyms {
                guard let place = synonym.names.firstIndex(where: { $0.hasSameCodePoints(as: name) }) else {
                    before += synonym.names.count
                    continue
                }
                return Meaning(
                    field: field, reading: synonym.reading, standing: synonym.standing, place: before + place)
            }
        }
        guard table == .pairings, helps(name), let helper = table[.personID] else { return nil }
        return Meaning(field: helper, reading: .person, standing: .ofLists, place: .max)
    }

    /// Whether what stands above a list of people says that others sent them to the villages that it names: 驻村工作队花名册.
    static func isOfPosted(_ hints: [String]) -> Bool {
        hints.contains { hint in
            hint.count <= 40 && ["驻村", "工作队", "下派", "选派", "科技特派"].contains(where: hint.contains)
                && LineLabel.of(hint) == nil
        }
    }

    /// The name of a column of such a list: its village is where they are sent, and not where they belong.
    static func ofPosted(_ name: String) -> String {
        let isVillage = organizationNames.contains { $0.hasSameCodePoints(as: name) } && name.contains("村")
        return isVillage ? "所驻村" : name
    }

    private static let organizationNames = names(of: .organization, in: .people, .organization)

    /// The post that a column's name is, or asks about: 支部书记, 是否第一书记; nil for any other.
    static func post(_ name: String) -> String? {
        let asked = ["是否担任", "是否为", "是否"].first(where: name.hasPrefix) ?? ""
        let post = String(name.dropFirst(asked.count))
        return post.count <= 8 && LooseCell.isName(post) && posts.contains(where: post.hasSuffix) ? post : nil
    }

    private static let posts = ["书记", "委员", "主任", "主席", "组长", "队长", "会计", "文书", "支书", "镇长", "乡长"]

    /// All headers that mean something in a table whatever else stands there.
    static func names(in table: TableSchema) -> [String] {
        table.fields.flatMap(\.synonyms).filter { $0.standing != .ofLists }.flatMap(\.names)
    }

    /// Whether the name of a sheet speaks of a table.
    static func isHinted(_ table: TableSchema, by sheet: String) -> Bool { table.hints.contains { sheet.contains($0) } }

    /// What a header is good for in a table that has no column for it; nil if nothing.
    static func aid(of name: String, in table: TableSchema) -> Aid? {
        let aids: [Aid: [String]] =
            switch table {
            case .pairings: ofPairings
            case .households: ofHouseholds
            case .activities: ofActivities
            case .people: ofPeople
            case .cooperatives: ofCooperatives
            // Lists of the others have columns of their own alone.
            default: [:]
            }
        if table == .households, isHelper(name) { return .helper }
        let known = table == .pairings && isNumberedHead(name) ? String(name.dropLast()) : name
        let aid = aids.first { $0.value.contains { $0.hasSameCodePoints(as: known) } }?.key
        return aid ?? (table == .households || table == .pairings ? ofHelper(name) : nil)
    }

    /// Who helps all households below, as a line above their header says: 帮扶责任人：谭小满 联系电话：13800000000; nil where none says so.
    static func helper(among hints: [String]) -> HelperCell.Helper? {
        for hint in hints {
            guard let mark = hint.firstIndex(where: { "：:".contains($0) }),
                helps(HeaderShape.folded(String(hint[..<mark])))
            else { continue }
            let said = hint[hint.index(after: mark)...]
            let ends = ["  ", "\t", "\u{3000}", "，", ",", ";", "；"] + besideHelper.values.joined()
            let end = ends.compactMap { said.drop { $0.isWhitespace }.firstRange(of: $0)?.lowerBound }.min()
            let name = LooseCell.name(CellRules.trimmed(String(said[..<(end ?? said.endIndex)])))
            let phone = said.filter { $0.isASCII && $0.isNumber }
            let helper = HelperCell.Helper(name: name, phone: phone.count >= 7 ? phone : "")
            if helper.isName { return helper }
        }
        return nil
    }

    /// Whether a header of a list of pairings is that of one of several households: 帮扶户1, 结对户主二.
    static func isNumberedHead(_ name: String) -> Bool {
        guard let last = name.last, "123456789一二三四五六七八九".contains(last) else { return false }
        return ofPairings[.head]?.contains { $0.hasSameCodePoints(as: String(name.dropLast())) } ?? false
    }

    /// The names of a helper's column, 党员姓名 and 干部姓名 left out: a list of households may have others of them.
    private static let helpers = names(of: .personID, in: .pairings, .person)
        .filter { !["党员姓名", "干部姓名"].contains($0) }

    /// Whether a header is that of a helper, perhaps one of several: 县级帮扶干部, 帮扶责任人2, 爱心助困帮扶党员, 帮扶责任人及职务.
    private static func isHelper(_ name: String) -> Bool {
        let level = levels.first(where: name.hasPrefix) ?? ""
        let bare = name.dropFirst(level.count)
        let isNumbered = bare.last.map { "12345一二三".contains($0) } ?? false
        let written = [name, String(bare), String(isNumbered ? bare.dropLast() : bare)]
        return written.contains { helpers.contains($0) || helps($0) }
    }

    /// Whether a name says that somebody helps: by what he does and what he is, whatever stands around it.
    private static func helps(_ name: String) -> Bool {
        let who = String(name.prefix(upTo: name.firstIndex { "及、和".contains($0) } ?? name.endIndex))
        return helping.contains(where: who.contains) && somebody.contains(where: who.hasSuffix)
            && !helped.contains(where: who.contains)
    }

    private static let helping = ["帮扶", "包户", "包保", "包联", "联户", "帮联", "帮包", "结对", "挂钩"]
    private static let somebody = ["人", "人员", "干部", "党员", "领导", "队员", "责任人姓名", "人员姓名", "联系人姓名", "干部姓名"]
    /// What such a name says of those who are helped, and of what is done for them.
    private static let helped = ["对象", "被", "户主", "户人", "贫困", "受", "是否", "单位", "措施", "项目", "企业"]

    private static let levels = [
        "省级", "市级", "州级", "县级", "区级", "乡镇级", "镇级", "乡级", "村级", "省", "市", "州", "县", "区", "镇", "乡", "村", "第一", "第二", "第三",
    ]

    /// What a header says of a helper whom it names: 帮扶干部单位及职务, 包保责任人联系方式.
    private static func ofHelper(_ name: String) -> Aid? {
        besideHelper.flatMap { aid, names in names.map { (aid: aid, name: $0) } }
            .filter { beside in
                name.hasSuffix(beside.name) && !"及、和".contains(name.dropLast(beside.name.count).last ?? "及")
                    && isHelper(String(name.dropLast(beside.name.count)))
            }
            // 单位及职务 is no 职务.
            .max { $0.name.count < $1.name.count }?.aid
    }

    private static let ofPairings: [Aid: [String]] = [
        .helperBranch: helperBranch + ["所在党支部", "所在支部"],
        .head: [
            "贫困户户主", "贫困户姓名", "贫困户户主姓名", "户主", "户主姓名", "户主名称", "帮扶对象", "帮扶户主", "帮扶户", "帮扶贫困户", "结对户主", "结对贫困户",
            "帮扶对象姓名", "帮扶户姓名", "帮扶贫困户姓名", "结对对象", "结对贫困户姓名", "包保贫困户", "包保对象", "包户对象", "联系贫困户", "联系户", "包联户", "被帮扶人",
            "被帮扶户", "被帮扶对象", "脱贫户姓名", "脱贫户户主",
        ],
        .village: names(of: .village, in: .households, .village), .helperPhone: helperPhone + ["联系电话", "电话", "手机号码"],
        .helperPost: helperPost + ["单位及职务", "职务"],
    ]
    private static let ofActivities: [Aid: [String]] = [
        .head: (ofPairings[.head] ?? []) + [
            "走访户", "走访户主", "走访贫困户", "走访对象", "走访农户", "被走访户", "受访户", "受访户主", "走访户姓名", "走访户主姓名", "被走访人", "服务对象", "帮助对象",
            "帮办对象", "受助户",
        ],
        .township: townships,
    ]
    private static let ofHouseholds: [Aid: [String]] = [
        .relation: ["与户主关系", "与户主的关系", "户主和与户主关系", "和户主关系", "户主关系", "家庭关系", "成员关系"],
        .member: ["姓名", "家庭成员", "成员姓名", "家庭成员姓名", "家庭人员姓名"],
        .helper: names(of: .personID, in: .pairings, .person), .pairedOn: names(of: .startedOn, in: .pairings, .date),
        .helperBranch: helperBranch, .helperPhone: helperPhone, .helperPost: helperPost,
        .sort: [
            "户属性", "户类型", "农户属性", "农户类型", "农户类别", "家庭类型", "家庭类别", "是否贫困户", "是否为贫困户", "是否建档立卡", "是否建档立卡户", "是否建档立卡贫困户",
        ],
        .state: [
            "是否脱贫", "是否已脱贫", "脱贫与否", "脱贫状态", "脱贫属性", "脱贫情况", "调整类型", "变动类型", "变更类型", "动态调整类型", "增减类型", "变动情况",
        ], .township: townships,
    ]
    private static let ofPeople: [Aid: [String]] = [
        .state: ["党员状态", "人员状态", "党籍状态", "目前状态", "变动类型", "变更类型", "增减类型", "变动情况"], .township: townships,
    ]
    private static let ofCooperatives: [Aid: [String]] = [
        .state: ["经营状态", "登记状态", "企业状态", "存续状态", "运行状态", "运营状态"], .township: townships,
    ]
    private static let townships = ["乡镇", "乡", "镇", "所在乡镇", "所属乡镇", "乡镇名称", "乡镇街道", "乡镇名", "镇乡"]
    private static let helperBranch = [
        "帮扶人所在支部", "帮扶责任人所在支部", "帮扶人支部", "帮扶单位", "帮扶责任人单位", "帮扶人单位", "帮扶干部单位", "帮扶责任人工作单位", "责任人单位", "责任人工作单位",
        "责任人所在单位", "包户干部单位",
    ]
    private static let helperPhone = [
        "帮扶人电话", "帮扶责任人电话", "帮扶干部电话", "帮扶人联系电话", "帮扶责任人联系电话", "帮扶干部联系电话", "帮扶责任人手机号码", "责任人电话", "责任人联系电话", "责任人手机号码",
        "包户干部电话", "包户干部联系电话",
    ]
    private static let helperPost = [
        "帮扶人职务", "帮扶责任人职务", "帮扶干部职务", "帮扶人单位及职务", "帮扶责任人单位及职务", "责任人职务", "责任人单位及职务", "包户干部职务",
    ]

    /// What a name means that stands right of a helper's in a list of households, alone or behind others of these.
    static func besideHelper(_ name: String) -> Aid? {
        besideHelper.first { $0.value.contains { $0.hasSameCodePoints(as: name) } }?.key
    }

    private static let besideHelper: [Aid: [String]] = [
        .helperBranch: ["单位", "工作单位", "所在单位", "所属单位", "派出单位"], .helperPost: ["职务", "单位及职务", "单位职务", "村内职务"],
        .helperPhone: ["联系电话", "电话", "手机", "手机号", "手机号码", "联系方式"],
    ]

    /// The other names of a column under which cells are read in a way.
    private static func names(of column: Column, in table: TableSchema, _ reading: CellReading) -> [String] {
        table[column]?.synonyms.filter { $0.reading == reading }.flatMap(\.names) ?? []
    }
}

extension HeaderShape {
    /// The shape of a file's header: rows that were left out of an import are read as the file that they are from.
    init(ofFile names: [String]) {
        let isLeft = names.last.map(NotKept.leftBecause.hasSameCodePoints) ?? false
        self.init(isLeft ? names.dropLast() : names)
    }
}

/// Headers of other systems for what the ledger has no place for; said so, that nobody takes them for imported.
enum NotKept {
    static func contains(_ name: String) -> Bool { names.contains { $0.hasSameCodePoints(as: name) } }

    /// Why a row was left out of an import, in the file that keeps such rows.
    static let leftBecause = "留下的原因"

    private static let names = [
        "人均纯收入", "家庭人均纯收入", "年人均纯收入", "贫困户属性", "贫困户类型", "入党日期", "入党时间", "入党年月", "加入党组织日期", "加入党组织时间", "转为正式党员日期",
        "党龄", "参加工作时间", "家庭住址", "现居住地", "转正日期", "转正时间",
        "性别", "民族", "出生日期", "出生年月", "年龄", "文化程度", "学历", "籍贯", "致贫原因2", "其他致贫原因", "与户主关系",
        "城乡分类代码", "是否军烈属", leftBecause, "是否独生子女户", "是否双女户", "住房面积", "耕地面积", "林地面积",
    ]
}
