/// A closed list of Chinese words that a column may hold, as CONTRACT section 1 gives them.
package protocol Word: Titled, CaseIterable, Hashable, Sendable, Codable {}

extension Word {
    /// The words as an officer chooses among them.
    package static var choices: [String] { allCases.map(\.rawValue) }
}

/// 类型 of an organization.
package enum OrganizationKind: String, Word {
    case township = "乡镇党委"
    case village = "村党组织"
    case joint = "联合支部"
    case office = "机关支部"
    case group = "党小组"

    /// Whether organizations of this kind are branches.
    package var isBranch: Bool { self == .village || self == .joint || self == .office }

    /// The kind's word in JSON (CONTRACT section 4).
    package var token: String {
        switch self {
        case .township: "township"
        case .village: "village"
        case .joint: "joint"
        case .office: "office"
        case .group: "group"
        }
    }

    /// Whether a code has the kind's length, and for a branch the kind's last three digits: 000–899 for a village or
    /// community, 900–999 for joint and office branches (CONTRACT section 1, codes).
    package func accepts(_ code: Code) -> Bool {
        guard let level = code.level else { return false }
        let isNinth = code.digits.utf8.dropFirst(9).first == UInt8(ascii: "9")
        switch self {
        case .township: return level == .township
        case .village: return level == .branch && !isNinth
        case .joint, .office: return level == .branch && isNinth
        case .group: return level == .group
        }
    }
}

/// 类别 of a person.
package enum PersonCategory: String, Word {
    case member = "正式党员"
    case probationary = "预备党员"
    case applicant = "入党积极分子"
    case resident = "群众"

    /// 正式党员 and 预备党员: those on the member side of the coverage (CONTRACT section 2).
    package var isPartyMember: Bool { self == .member || self == .probationary }
}

/// 类型 of an activity.
package enum ActivityKind: String, Word {
    case researchVisit = "专题调研"
    case themeActivity = "主题活动"
    case partyDay = "主题党日"
    case homeVisit = "帮扶走访"
    case activist = "培养积极分子"
    case suggestion = "合理化建议"
    case hazard = "安全隐患"
    case dispute = "矛盾纠纷"
    case deed = "办实事"

    /// The five ones of a party group, in the order of the 四四五 method.
    package static let fiveOnes: [ActivityKind] = [.activist, .suggestion, .hazard, .dispute, .deed]

    /// Whether the activity is one of a party group's five ones.
    package var isFiveOnes: Bool { ActivityKind.fiveOnes.contains(self) }

    /// Whether it counts on 办结日期, and not before: nothing resolved or completed, nothing counted (CONTRACT section 2).
    package var countsWhenResolved: Bool { self == .dispute || self == .deed }

    /// Whether 户编号 must be given.
    package var needsHousehold: Bool { self == .homeVisit || self == .deed }

    /// Whether 参加人员 must be given.
    package var needsParticipants: Bool { self == .researchVisit || self == .homeVisit }

    /// Whether it can be recorded on an organization of a kind: the five ones on a group, all others on anything else.
    package func belongs(to organization: OrganizationKind) -> Bool { isFiveOnes == (organization == .group) }
}

/// 结束原因 of a pairing.
package enum PairingEndReason: String, Word {
    case lifted = "脱贫"
    case reassigned = "调整"
    case helperLeft = "离任"
    case householdClosed = "销户"
    case enteredInError = "录入有误"
}

/// 材料 of an activity.
package enum Evidence: String, Word {
    case complete = "齐全"
    case pending = "待补"
}

/// 职务 of a dated post.
///
/// A closed list, so that posts can be counted; what it leaves out is 其他, with words in 备注.
package enum PostKind: String, Word {
    case firstSecretary = "第一书记"
    case secretary = "书记"
    case deputySecretary = "副书记"
    case villageCommittee = "村两委"
    case reserve = "后备干部"
    case groupLeader = "组长"
    /// Belonging to a branch as a member: what a move between branches leaves behind.
    case membership = "党员关系"
    case other = "其他"
}

/// 来源 of the holder of a post: the groups of people that 三个一批 draws on, in its order.
package enum PostSource: String, Word {
    case office = "机关干部"
    case retired = "退休干部"
    case graduateOfficial = "大学生村官"
    case doctorOrTeacher = "村医村教"
    case prosperous = "致富能人"
    case largeGrower = "种养大户"
    case returnedWorker = "返乡农民工"
    case graduate = "大中专毕业生"
    case applicant = "入党积极分子"
    case veteran = "退伍军人"
}

/// 是 or 否.
package enum YesNo: String, Word {
    case yes = "是"
    case no = "否"
}
