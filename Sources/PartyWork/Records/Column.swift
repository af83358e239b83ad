/// A column of the tables: the header by which files know it, and what screens call it.
///
/// Columns are equal when their headers are, by code points; those below are the program's own, and officers make others. What a
/// column holds is said by each table that has it (`ColumnSchema`).
package struct Column: Sendable {
    /// The header in the files (CONTRACT section 1).
    package let header: String
    private let english: String
    /// Stands for the header where columns are compared, which an import does for each cell.
    private let mark: UInt64

    /// A column by its header; without an English title it is called the same in both languages.
    package init(_ header: String, _ english: String? = nil) {
        self.header = header
        self.english = english ?? header
        mark = header.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    }

    /// The column as screens label it.
    package var title: String { localized(header, english) }
}

extension Column: Hashable {
    package static func == (left: Column, right: Column) -> Bool { left.mark == right.mark }
    package func hash(into hasher: inout Hasher) { hasher.combine(mark) }
}

extension Column {
    package static let code = Column("编码", "Code")
    package static let name = Column("名称", "Name")
    package static let kind = Column("类型", "Kind")
    package static let jointUnits = Column("联合单位", "Joint units")
    package static let leader = Column("牵头人", "Led by")
    package static let industryChain = Column("产业链", "Industry chain")
    package static let foundedOn = Column("成立日期", "Founded on")
    package static let dissolvedOn = Column("撤销日期", "Dissolved on")
    package static let personID = Column("人员编号", "Person no.")
    package static let personName = Column("姓名", "Name")
    package static let organization = Column("组织编码", "Organization")
    package static let category = Column("类别", "Category")
    package static let post = Column("职务", "Post")
    package static let committee = Column("镇班子成员", "Committee")
    package static let assignedVillages = Column("联系村", "Villages")
    package static let arrivedOn = Column("到岗日期", "Arrived on")
    package static let leftOn = Column("离开日期", "Left on")
    package static let leftReason = Column("离开原因", "Left because")
    package static let exemption = Column("免结对原因", "Exempt because")
    package static let phone = Column("电话", "Phone")
    package static let householdID = Column("户编号", "Household no.")
    package static let head = Column("户主", "Head")
    package static let village = Column("村编码", "Village")
    package static let headcount = Column("人口", "People")
    package static let cause = Column("致贫原因", "Cause")
    package static let identifiedOn = Column("识别日期", "Identified on")
    package static let liftedOn = Column("脱贫日期", "Lifted on")
    package static let returnedOn = Column("返贫日期", "Returned on")
    package static let closedOn = Column("销户日期", "Closed on")
    package static let closedReason = Column("销户原因", "Closed because")
    package static let startedOn = Column("开始日期", "From")
    package static let endedOn = Column("结束日期", "Until")
    package static let endReason = Column("结束原因", "Ended because")
    package static let creditCode = Column("统一社会信用代码", "Credit code")
    package static let trade = Column("产业", "Trade")
    package static let deregisteredOn = Column("注销日期", "Deregistered")
    package static let memberHouseholds = Column("成员户数", "Members")
    package static let householdsLed = Column("带动户数", "Led")
    package static let founders = Column("领办党员", "Founders")
    package static let number = Column("编号", "Number")
    package static let heldOn = Column("日期", "Date")
    package static let title = Column("主题", "Topic")
    package static let participants = Column("参加人员", "Participants")
    package static let resolvedOn = Column("办结日期", "Resolved on")
    package static let evidence = Column("材料", "Papers")
    package static let note = Column("备注", "Note")
    package static let voidedOn = Column("作废日期", "Voided on")
    package static let voidReason = Column("作废原因", "Void because")
    package static let remark = Column("说明", "Remark")
    package static let source = Column("来源", "Source")
    package static let findings = Column("发现情况", "Findings")
    package static let measures = Column("帮扶措施", "Measures")
    package static let outcome = Column("成效", "Outcome")
    package static let month = Column("月份", "Month")
    package static let position = Column("序号", "No.")
    package static let step = Column("步骤", "Step")
    package static let takenOn = Column("办理日期", "Done on")
    package static let officer = Column("经手人", "Officer")
    package static let reason = Column("原因", "Reason")
    package static let partyDays = Column("主题党日", "Party days")
    package static let themeActivities = Column("主题活动", "Theme activities")
    package static let researchVisits = Column("专题调研", "Research visits")
    package static let homeVisits = Column("帮扶走访", "Home visits")
    package static let activists = Column("培养积极分子", "Activists")
    package static let suggestions = Column("合理化建议", "Suggestions")
    package static let hazards = Column("安全隐患", "Hazards")
    package static let disputes = Column("矛盾纠纷", "Disputes")
    package static let deeds = Column("办实事", "Deeds")
    package static let papersMissing = Column("材料待补", "Papers missing")
    package static let lateEntries = Column("补录", "Late entries")
    package static let householdsCovered = Column("有帮扶人户", "Covered")
    package static let householdsInScope = Column("未脱贫户", "Poor households")
    package static let householdsVisited = Column("走访户", "Visited")
    package static let membersCovered = Column("已结对党员", "Paired members")
    package static let membersInScope = Column("应结对党员", "Members in scope")
    package static let checklistID = Column("清单编号", "Checklist no.")
    package static let subject = Column("对象", "Subject")
    package static let count = Column("次数", "Times")
    package static let period = Column("周期", "Period")
    package static let dueOn = Column("截止日期", "Due on")
    package static let countedKind = Column("计数活动", "Counts")
    package static let appliesTo = Column("适用组织", "Applies to")
    package static let subjectID = Column("对象编号", "Subject no.")
    package static let within = Column("期间", "Within")
    package static let method = Column("工作法", "Method")
}
