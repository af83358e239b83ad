import PartyWork
import TerminalUI

/// As `zhibu gaps` prints it: the gaps by urgency, the most urgent first, each group with its count (CONTRACT section 4).
extension GapsReport: ListReport {
    var title: String { localized("缺口", "Gaps") }
    var rows: [GivenGap] { gaps.map { GivenGap(gap: $0, followUp: followUp(of: $0)?.said(on: asOf) ?? "") } }
    static var nothing: String { localized("没有缺口。", "No gap.") }
    static var key: String { "gaps" }
}

/// A gap, and in the text who follows it up.
struct GivenGap: ReportRow {
    let gap: Gap
    let followUp: String

    static let columns: [(title: String, alignment: Alignment)] = [
        ("", .left), ("", .left), ("", .left), ("", .left), ("", .right), ("", .left),
    ]

    /// The state, and for the uncovered who it is.
    var group: String? { gap.state == .uncovered ? gap.kind.title : gap.state.title }

    var cells: [String] {
        let subject = gap.subject.token
        let organization = subject.hasPrefix(gap.organization.digits) ? "" : gap.organization.digits
        return [gap.kind.title, subject, gap.name, organization, "\(gap.done)/\(gap.target)", followUp]
    }

    static let keys = ["kind", "state", "org", "subject", "name", "done", "target"]

    var json: JSONValue {
        [
            "kind": .string(gap.kind.rawValue), "state": .string(gap.state.rawValue),
            "org": .string(gap.organization.digits), "subject": .string(gap.subject.token), "name": .string(gap.name),
            "done": .number(gap.done), "target": .number(gap.target),
        ]
    }
}
