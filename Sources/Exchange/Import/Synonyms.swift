import PartyWork

/// The headers that the exports of other systems and the offices' own lists use for a column of the contract.
///
/// Only names that leave no doubt within their table stand here. 入党日期, 人均纯收入 and the like mean nothing that the ledger
/// keeps: they are in `NotKept`.
enum Synonyms {
    /// The headers of one column in one table, and how cells under them are read.
    struct Entry {
        let column: Column
        let reading: CellReading
        let names: [String]

        init(_ column: Column, _ reading: CellReading = .plain, _ names: String...) {
            self.column = column
            self.reading = reading
            self.names = names
        }
    }

    /// What a header means in a table; nil if nothing.
    static func meaning(of name: String, in table: Table) -> (column: Column, reading: CellReading)? {
        entries[table]?.first { entry in entry.names.contains { $0.hasSameCodePoints(as: name) } }.map {
            ($0.column, $0.reading)
        }
    }

    /// All headers that mean something in a table.
    static func names(in table: Table) -> [String] { (entries[table] ?? []).flatMap(\.names) }

    /// Whether the name of a sheet speaks of a table.
    static func isHinted(_ table: Table, by sheet: String) -> Bool {
        (hints[table] ?? []).contains { sheet.contains($0) }
    }

    private static let hints: [Table: [String]] = [
        .organizations: ["组织", "支部"], .people: ["人员", "党员", "干部"], .households: ["贫困户", "脱贫户", "农户"],
        .pairings: ["结对", "帮扶"], .cooperatives: ["合作社"], .activities: ["活动", "走访"],
    ]

    private static let organization = Entry(
        .organization, .organization, "所在党支部", "所属党支部", "所在支部", "所属支部", "党支部", "所在党组织", "所属党组织",
        "所在组织", "党支部名称", "支部名称")
    private static let organizationCode = Entry(.organization, .plain, "支部编码", "党支部编码", "所在支部编码", "党组织编码")
    private static let household = Entry(.householdID, .plain, "户码", "户编码", "户号", "贫困户编号", "农户编号", "家庭编号")

    private static let entries: [Table: [Entry]] = [
        .organizations: [
            Entry(.code, .plain, "组织编码", "组织代码", "党组织编码", "支部编码", "行政区划代码"),
            Entry(.name, .plain, "组织名称", "党组织名称", "支部名称", "党支部名称"),
            Entry(.kind, .plain, "组织类型", "组织类别", "党组织类型", "党组织类别"),
            Entry(.foundedOn, .date, "成立时间", "建立日期", "建立时间", "成立年度"),
            Entry(.dissolvedOn, .date, "撤销时间", "撤销年度"),
        ],
        .people: [
            Entry(.personID, .plain, "人员编码", "党员编号", "党员编码"),
            Entry(.personName, .plain, "党员姓名", "人员姓名"), organization, organizationCode,
            Entry(.category, .plain, "人员类别", "党员类别"), Entry(.post, .plain, "党内职务", "现任职务"),
            Entry(.committee, .plain, "是否镇班子成员"),
            Entry(.arrivedOn, .date, "到岗时间", "到任日期", "到任时间"),
            Entry(.leftOn, .date, "离开时间", "离岗日期", "离岗时间", "离任日期", "离任时间"),
            Entry(.phone, .plain, "联系电话", "电话号码", "手机", "手机号", "手机号码", "联系方式"),
        ],
        .households: [
            household, Entry(.head, .plain, "户主姓名", "户主名称"),
            Entry(.village, .village, "行政村", "所在村", "所在行政村", "行政村名称", "村名", "村名称", "村"),
            Entry(.village, .plain, "行政村编码", "行政村代码", "村代码"),
            Entry(.headcount, .plain, "家庭人口", "家庭人口数", "人口数", "家庭人数", "人数", "户人口"),
            Entry(.cause, .plain, "致贫原因1", "主要致贫原因", "致贫主因", "致贫原因一"),
            Entry(
                .identifiedOn, .date, "识别时间", "识别年度", "建档立卡时间", "建档立卡日期", "建档立卡年度", "建档时间", "建档年度",
                "纳入时间", "纳入年度"),
            Entry(.liftedOn, .date, "脱贫时间", "脱贫年度", "脱贫年份"),
            Entry(.returnedOn, .date, "返贫时间", "返贫年度", "返贫年份"), Entry(.closedOn, .date, "销户时间", "销户年度"),
        ],
        .pairings: [
            household,
            Entry(
                .personID, .person, "帮扶责任人", "帮扶人", "帮扶责任人姓名", "帮扶人姓名", "帮扶干部", "帮扶干部姓名", "结对帮扶人"),
            Entry(.personID, .plain, "帮扶人编号", "帮扶责任人编号"),
            Entry(.startedOn, .date, "结对时间", "结对日期", "帮扶开始时间", "帮扶开始日期", "开始时间", "结对年度"),
            Entry(.endedOn, .date, "帮扶结束时间", "帮扶结束日期", "结束时间", "脱钩日期", "脱钩时间"),
        ],
        .cooperatives: [
            Entry(.creditCode, .plain, "信用代码", "社会信用代码"), Entry(.name, .plain, "合作社名称"), organization,
            organizationCode, Entry(.trade, .plain, "主营产业", "产业类型"),
            Entry(.foundedOn, .date, "成立时间", "注册时间", "登记日期", "成立年度"), Entry(.deregisteredOn, .date, "注销时间"),
            Entry(.memberHouseholds, .plain, "社员户数", "入社户数"),
            Entry(.householdsLed, .plain, "带动农户数", "带动贫困户数", "带动户"),
        ],
        .activities: [
            Entry(.number, .plain, "活动编号"), Entry(.heldOn, .plain, "活动日期", "活动时间", "开展时间"),
            Entry(.kind, .plain, "活动类型", "活动类别"), organization, organizationCode,
            Entry(.title, .plain, "活动主题", "活动名称"), household,
        ],
    ]

    /// The headers under which a list of pairings names the helper's branch, to tell helpers of one name apart.
    static let helperBranch = ["帮扶人所在支部", "帮扶责任人所在支部", "帮扶人支部", "帮扶单位", "帮扶责任人单位", "所在党支部", "所在支部"]
}

/// Headers of other systems for what the ledger has no place for; said so, that nobody takes them for imported.
enum NotKept {
    static func contains(_ name: String) -> Bool {
        names.contains { $0.hasSameCodePoints(as: name) }
    }

    private static let names = [
        "人均纯收入", "家庭人均纯收入", "年人均纯收入", "户类型", "贫困户属性", "贫困户类型", "入党日期", "入党时间", "转正日期", "转正时间",
        "性别", "民族", "出生日期", "出生年月", "年龄", "文化程度", "学历", "籍贯", "致贫原因2", "其他致贫原因", "与户主关系",
        "是否军烈属", "是否独生子女户", "是否双女户", "住房面积", "耕地面积", "林地面积",
    ]
}
