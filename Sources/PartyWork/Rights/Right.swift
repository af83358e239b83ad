/// Something that officers may do or not, one line of the table of SERVER section 1.
package enum Right: String, Titled, CaseIterable, Hashable, Sendable {
    case read = "看数字、名单和卡片"
    case telephones = "看完整的电话"
    case record = "登记活动、结对、走访、勾选和登记簿条目"
    case keep = "维护组织、人员、要求、清单、登记簿的定义，导入"
    case submit = "上报月报"
    case accept = "接收、退回、重开月报"
    case restricted = "看限阅的登记簿"
    case undoOthers = "撤销别人的操作"
    case administer = "管理经办人、备份和恢复"
    case oversee = "看被拒绝的操作"

    package var english: String {
        switch self {
        case .read: "to read figures, lists and cards"
        case .telephones: "to see telephone numbers in full"
        case .record: "to record activities, pairings, visits, ticks and entries of registers"
        case .keep: "to keep organizations, people, requirements, checklists, definitions of registers, and to import"
        case .submit: "to submit months"
        case .accept: "to accept, return and reopen months"
        case .restricted: "to see restricted registers"
        case .undoOthers: "to undo what others did"
        case .administer: "to manage officers, backups and restoring"
        case .oversee: "to see refused attempts"
        }
    }
}

/// What an officer is to a ledger, 角色.
package enum Role: String, Word {
    case administrator = "管理员"
    case office = "党建办"
    case committee = "班子成员"
    case secretary = "支部书记"
    case discipline = "纪检"
    case viewer = "查阅"

    package var english: String {
        switch self {
        case .administrator: "administrator"
        case .office: "party office"
        case .committee: "committee member"
        case .secretary: "branch secretary"
        case .discipline: "discipline"
        case .viewer: "viewer"
        }
    }

    /// The role's column of the table of SERVER section 1.
    package var rights: Set<Right> {
        switch self {
        case .administrator: [.administer, .oversee]
        case .office: [.read, .telephones, .record, .keep, .submit, .accept, .undoOthers]
        case .committee: [.read, .telephones, .accept]
        case .secretary: [.read, .telephones, .record, .submit]
        case .discipline: [.read, .telephones, .restricted, .oversee]
        case .viewer: [.read]
        }
    }
}
