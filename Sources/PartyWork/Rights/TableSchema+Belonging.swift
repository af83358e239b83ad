/// Where the rows of a table belong, by which ranges hold them: the guard of acts and the policies of a server both go by it.
package enum Belonging: Sendable, Hashable {
    /// To the organization whose code, or the beginning of it, a column holds.
    case to(Column)
    /// Where the row that a column names belongs.
    case with(Column, of: TableSchema)
    /// With the one of those whom a checklist asks.
    case withSubject
    /// Where what an entry of a register is about belongs.
    case entry
    /// With the entry whose step it is.
    case step
    /// To the first of these columns that is filled: an organization, or where the row that it names belongs.
    case filled([Column])
    /// To the whole ledger.
    case whole
}

extension TableSchema {
    /// Where its rows belong; it follows from what its columns name.
    package var belonging: Belonging {
        switch self {
        case .entries: return .entry
        case .steps: return .step
        case .officers: return .to(.range)
        case .followUps: return .filled(FollowUp.subjects)
        // Of any other the columns say it.
        default: break
        }
        var named: Belonging?
        for field in fields {
            switch field.kind {
            case .code, .reference(.organization): return .to(field.column)
            case .reference(.household), .reference(.activity):
                if named == nil, let table = field.target { named = .with(field.column, of: table) }
            case .reference(.subject): return .withSubject
            // Nothing else says where a row belongs.
            default: break
            }
        }
        return named ?? .whole
    }

    /// What writing its rows takes; of steps of months it depends on the step (`LedgerRecord.right`).
    package var right: Right {
        switch self {
        case .organizations, .people, .posts, .requirements, .checklists, .mapPlaces: .keep
        case let table where TableSchema.definitions.contains(table): .keep
        case .officers: .administer
        case .monthSteps: .accept
        // What branches do and have, and what officers made.
        default: .record
        }
    }
}
