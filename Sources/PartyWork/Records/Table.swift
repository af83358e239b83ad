/// The tables of the ledger: the six of CONTRACT section 1, those that stand beside them with files of their own, and the
/// steps of months, which have no file.
///
/// In the order in which they refer to those before them.
package enum Table: String, CaseIterable, Sendable, Codable {
    case organizations
    case people
    case households
    case pairings
    case cooperatives
    case activities
    case householdCycles = "household_states"
    case posts
    case visits
    /// What was done with the months of branches; kept by the program alone, so that no file can unlock a signed month.
    case monthSteps
    case checklists
    case ticks
    case waivers
    case requirements

    /// The six tables of the contract. Their files are always written, and always tried first.
    package static let contract: [Table] = [
        .organizations, .people, .households, .pairings, .cooperatives, .activities,
    ]

    /// The tables beside the six: a file is written only of one that has rows.
    package static let further: [Table] = [
        .householdCycles, .posts, .visits, .checklists, .ticks, .waivers, .requirements,
    ]

    /// The tables that come and go as files: all but the steps of months.
    package static let withFiles = contract + further

    /// The columns in the order of the files, which is the order of exports, forms and journal entries.
    package var columns: [Column] {
        switch self {
        case .organizations:
            [.code, .name, .kind, .jointUnits, .leader, .industryChain, .foundedOn, .dissolvedOn]
        case .people:
            [
                .personID, .personName, .organization, .category, .post, .committee, .assignedVillages,
                .arrivedOn, .leftOn, .leftReason, .exemption, .phone,
            ]
        case .households:
            [
                .householdID, .head, .village, .headcount, .cause,
                .identifiedOn, .liftedOn, .returnedOn, .closedOn, .closedReason,
            ]
        case .pairings:
            [.householdID, .personID, .startedOn, .endedOn, .endReason]
        case .cooperatives:
            [
                .creditCode, .name, .organization, .trade, .foundedOn, .deregisteredOn,
                .memberHouseholds, .householdsLed, .founders,
            ]
        case .activities:
            [
                .number, .heldOn, .kind, .organization, .title, .participants, .householdID, .resolvedOn,
                .evidence, .note, .voidedOn, .voidReason,
            ]
        case .householdCycles:
            [.householdID, .liftedOn, .returnedOn, .remark]
        case .posts:
            [.personID, .organization, .post, .startedOn, .endedOn, .source, .note]
        case .visits:
            [.number, .findings, .measures, .outcome]
        case .monthSteps:
            [.organization, .month, .position, .step, .takenOn, .officer, .reason] + MonthFigure.allCases.map(\.column)
        case .checklists:
            [
                .checklistID, .name, .subject, .count, .period, .startedOn, .dueOn, .countedKind, .appliesTo, .remark,
            ]
        case .ticks:
            [.checklistID, .subjectID, .heldOn, .note]
        case .waivers:
            [.checklistID, .subjectID, .within, .reason]
        case .requirements:
            [.method, .startedOn, .count, .period, .remark]
        }
    }

    /// The columns that must be in a file's header and filled in every row.
    package var required: [Column] {
        switch self {
        case .organizations: [.code, .name, .kind]
        case .people: [.personID, .personName, .organization, .category]
        case .households: [.householdID, .head, .village, .headcount, .identifiedOn]
        case .pairings: [.householdID, .personID, .startedOn]
        case .cooperatives: [.creditCode, .name, .organization]
        case .activities: [.number, .heldOn, .kind, .organization, .title]
        case .householdCycles: [.householdID, .liftedOn, .returnedOn]
        case .posts: [.personID, .organization, .post, .startedOn]
        case .visits: [.number]
        case .monthSteps: [.organization, .month, .position, .step, .takenOn]
        case .checklists: [.checklistID, .name, .subject, .count, .period, .startedOn]
        case .ticks: [.checklistID, .subjectID, .heldOn]
        case .waivers: [.checklistID, .subjectID, .reason]
        case .requirements: [.method, .startedOn, .count, .period]
        }
    }

    /// The columns that tell one row from another.
    package var key: [Column] {
        switch self {
        case .organizations: [.code]
        case .people: [.personID]
        case .households: [.householdID]
        case .pairings: [.householdID, .personID, .startedOn]
        case .cooperatives: [.creditCode]
        case .activities: [.number]
        case .householdCycles: [.householdID, .liftedOn]
        case .posts: [.personID, .organization, .post, .startedOn]
        case .visits: [.number]
        case .monthSteps: [.organization, .month, .position]
        case .checklists: [.checklistID]
        case .ticks: [.checklistID, .subjectID, .heldOn]
        case .waivers: [.checklistID, .subjectID, .within]
        case .requirements: [.method, .startedOn]
        }
    }

    /// What an officer calls the table.
    package var title: String { localized(sheetName, many) }

    /// What an officer calls one row of it.
    package var rowTitle: String { localized(sheetName, one) }

    /// The name of its sheet in a workbook, by which an import knows it; in Chinese as all of a file.
    package var sheetName: String {
        switch self {
        case .organizations: "组织"
        case .people: "人员"
        case .households: "贫困户"
        case .pairings: "结对"
        case .cooperatives: "合作社"
        case .activities: "活动"
        case .householdCycles: "户状态"
        case .posts: "任职"
        case .visits: "走访情况"
        case .monthSteps: "月报"
        case .checklists: "清单"
        case .ticks: "勾选"
        case .waivers: "免除"
        case .requirements: "要求"
        }
    }

    private var many: String {
        switch self {
        case .people: "people"
        case .activities: "activities"
        case .monthSteps: "months"
        default: one + "s"
        }
    }

    private var one: String {
        switch self {
        case .organizations: "organization"
        case .people: "person"
        case .households: "household"
        case .pairings: "pairing"
        case .cooperatives: "cooperative"
        case .activities: "activity"
        case .householdCycles: "household state"
        case .posts: "post"
        case .visits: "visit"
        case .monthSteps: "month step"
        case .checklists: "checklist"
        case .ticks: "tick"
        case .waivers: "waiver"
        case .requirements: "requirement"
        }
    }

    /// The name of the table's file in an export folder.
    package var fileName: String { rawValue + ".csv" }

    /// The type of the table's rows.
    package var recordType: any LedgerRecord.Type {
        switch self {
        case .organizations: Organization.self
        case .people: Person.self
        case .households: Household.self
        case .pairings: Pairing.self
        case .cooperatives: Cooperative.self
        case .activities: Activity.self
        case .householdCycles: HouseholdCycle.self
        case .posts: Post.self
        case .visits: VisitDetails.self
        case .monthSteps: MonthStep.self
        case .checklists: Checklist.self
        case .ticks: Tick.self
        case .waivers: Waiver.self
        case .requirements: MethodTarget.self
        }
    }
}

/// A column of the tables; the raw value is its header in the files.
package enum Column: String, CaseIterable, Sendable, Codable {
    case code = "编码"
    case name = "名称"
    case kind = "类型"
    case jointUnits = "联合单位"
    case leader = "牵头人"
    case industryChain = "产业链"
    case foundedOn = "成立日期"
    case dissolvedOn = "撤销日期"
    case personID = "人员编号"
    case personName = "姓名"
    case organization = "组织编码"
    case category = "类别"
    case post = "职务"
    case committee = "镇班子成员"
    case assignedVillages = "联系村"
    case arrivedOn = "到岗日期"
    case leftOn = "离开日期"
    case leftReason = "离开原因"
    case exemption = "免结对原因"
    case phone = "电话"
    case householdID = "户编号"
    case head = "户主"
    case village = "村编码"
    case headcount = "人口"
    case cause = "致贫原因"
    case identifiedOn = "识别日期"
    case liftedOn = "脱贫日期"
    case returnedOn = "返贫日期"
    case closedOn = "销户日期"
    case closedReason = "销户原因"
    case startedOn = "开始日期"
    case endedOn = "结束日期"
    case endReason = "结束原因"
    case creditCode = "统一社会信用代码"
    case trade = "产业"
    case deregisteredOn = "注销日期"
    case memberHouseholds = "成员户数"
    case householdsLed = "带动户数"
    case founders = "领办党员"
    case number = "编号"
    case heldOn = "日期"
    case title = "主题"
    case participants = "参加人员"
    case resolvedOn = "办结日期"
    case evidence = "材料"
    case note = "备注"
    case voidedOn = "作废日期"
    case voidReason = "作废原因"
    case remark = "说明"
    case source = "来源"
    case findings = "发现情况"
    case measures = "帮扶措施"
    case outcome = "成效"
    case month = "月份"
    case position = "序号"
    case step = "步骤"
    case takenOn = "办理日期"
    case officer = "经手人"
    case reason = "原因"
    case partyDays = "主题党日"
    case themeActivities = "主题活动"
    case researchVisits = "专题调研"
    case homeVisits = "帮扶走访"
    case activists = "培养积极分子"
    case suggestions = "合理化建议"
    case hazards = "安全隐患"
    case disputes = "矛盾纠纷"
    case deeds = "办实事"
    case papersMissing = "材料待补"
    case lateEntries = "补录"
    case householdsCovered = "有帮扶人户"
    case householdsInScope = "未脱贫户"
    case householdsVisited = "走访户"
    case membersCovered = "已结对党员"
    case membersInScope = "应结对党员"
    case checklistID = "清单编号"
    case subject = "对象"
    case count = "次数"
    case period = "周期"
    case dueOn = "截止日期"
    case countedKind = "计数活动"
    case appliesTo = "适用组织"
    case subjectID = "对象编号"
    case within = "期间"
    case method = "工作法"

    /// Whether a cell holds several items separated by `;` or `；`.
    package var isList: Bool {
        switch self {
        case .jointUnits, .assignedVillages, .participants, .founders, .appliesTo: true
        default: false
        }
    }

    /// The most code points a cell may have (CONTRACT section 1, bad rows).
    package var limit: Int {
        switch self {
        case .note, .findings, .measures, .outcome: 2_000
        default: isList ? 2_000 : 200
        }
    }

    /// Whether a cell may hold line breaks: only 备注.
    package var allowsLineBreaks: Bool { self == .note }
}
