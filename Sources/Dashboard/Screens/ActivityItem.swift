import Papers
import PartyWork
import TerminalUI

/// An activity in the list of activities, with what the date makes of it.
struct ActivityItem: Sendable {
    let row: ActivityRow
    let standing: ActivityStanding
    /// `06-15`, with the year's last two digits before it where the year is another one.
    let date: String
    let resolved: String
    /// The organization's name, without the branch's before it in a list of that branch.
    let host: String

    init(_ row: ActivityRow, of branch: String, asOf day: Day) {
        self.row = row
        host = row.organizationName.name(in: branch)
        standing = ActivityStanding(row.activity, asOf: day)
        date = row.activity.heldOn.short(in: day.year)
        resolved = row.resolvedOn?.short(in: day.year) ?? ""
    }

    /// Everything of it, for the lines below the list.
    var details: String {
        let activity = row.activity
        let parts = [
            localized("\(activity.id)：\(activity.title)", "\(activity.id): \(activity.title)"), row.organizationName,
            part(localized("参加", "People"), row.participantNames.joined(separator: localized("、", ", "))),
            part(localized("贫困户", "household"), row.head),
            row.visit?.sentence ?? "", part(localized("办结", "Resolved"), row.resolvedOn?.description ?? ""),
            part(localized("备注", "note"), activity.note),
            row.isLate ? part(localized("补录，登记于", "late, entered on"), row.enteredOn?.description ?? "") : "",
            activity.voidedOn.map {
                localized("\($0) 作废：\(activity.voidReason)", "void on \($0): \(activity.voidReason)")
            } ?? "",
        ]
        return parts.filter { !$0.isEmpty }.joined(separator: localized("；", "; "))
    }

    private func part(_ name: String, _ value: String) -> String { value.isEmpty ? "" : "\(name) \(value)" }

    /// What a search looks through.
    var searched: String {
        "\(row.activity.id) \(row.activity.heldOn) \(row.activity.kind.title) \(row.organizationName) "
            + "\(row.activity.title) \(row.participantNames.joined(separator: " ")) \(row.head) \(standing.title) "
            + (row.visit?.sentence ?? "")
    }
}

extension Day {
    fileprivate func short(in year: Int) -> String { String(description.dropFirst(year == self.year ? 5 : 2)) }
}

extension ActivityItem {
    /// The columns of a list; in one of a branch the organization needs less room, in one of a group none.
    static func columns(in level: Code.Level?) -> [RowList<ActivityItem>.Column] {
        let host = RowList<ActivityItem>.Column(
            TableColumn(localized("组织", "Organization"), minimum: level == .branch ? 10 : 18, ideal: 18),
            by: \.row.activity.organization
        ) { $0.host }
        return [
            .init(TableColumn(localized("日期", "Date"), minimum: 8), by: \.row.activity.heldOn, text: \.date),
            .init(
                TableColumn(localized("类型", "Kind"), minimum: 12), by: \.row.activity.kind.rawValue,
                text: \.row.activity.kind.title),
        ] + (level == .group ? [] : [host]) + [
            .init(TableColumn(localized("主题", "Topic"), minimum: 13, ideal: 16, share: 2), text: \.row.activity.title),
            .init(TableColumn(localized("参加", "People"), minimum: 8, ideal: 8, share: 1, dropOrder: 3)) {
                $0.row.participantNames.joined(separator: localized("、", ", "))
            },
            .init(TableColumn(localized("办结", "Resolved"), minimum: 5, dropOrder: 1), text: \.resolved),
            .init(
                TableColumn(localized("材料", "Papers"), minimum: localized(4, 8), dropOrder: 2),
                element: { .of($0.row.activity.evidence) }, text: { $0.row.activity.evidence.title }),
            .init(
                TableColumn(localized("状态", "State"), minimum: localized(6, 7)), by: \.standing,
                element: { $0.standing.element }, text: { $0.standing.title }),
        ]
    }
}

extension ActivityItem {
    /// Whole days on paper, which is read in another year too.
    static func paper(in level: Code.Level?) -> [Int: [PrintedColumn<ActivityItem>]] {
        [
            0: [PrintedColumn(heading: Column.heldOn.title) { .day($0.row.activity.heldOn) }],
            (level == .group ? 4 : 5): [
                PrintedColumn(heading: Column.resolvedOn.title) { PaperCell($0.row.resolvedOn) }
            ],
        ]
    }
}
