import PartyWork
import TerminalUI

// How pairings and activities look in the lists of a card.

extension PairingRow {
    /// Whose card it is.
    enum Owner {
        case household
        case person
    }

    /// The columns of a history of pairings.
    static func columns(of owner: Owner) -> [RowList<PairingRow>.Column] {
        let other: [RowList<PairingRow>.Column] =
            switch owner {
            case .household:
                [
                    .init(
                        TableColumn(localized("帮扶人", "Helper"), minimum: 8, ideal: 16, share: 1), named: .person,
                        \.helperName)
                ]
            case .person:
                [
                    .init(
                        TableColumn(localized("户主", "Head"), minimum: 8, ideal: 16, share: 1), named: .person, \.head),
                    .init(
                        TableColumn(localized("户编号", "Household"), minimum: 9, dropOrder: 1),
                        text: \.pairing.household.text),
                    .init(TableColumn(localized("户状态", "State"), minimum: 6)) {
                        $0.state?.title ?? localized("未识别", "not yet")
                    },
                ]
            }
        return other + [
            .init(
                TableColumn(localized("开始", "From"), minimum: 10), by: \.pairing.startedOn,
                text: \.pairing.startedOn.description),
            .init(TableColumn(localized("结束", "Until"), minimum: 10), by: \.endText, text: \.endText),
            .init(TableColumn(localized("原因", "Reason"), minimum: 8)) { $0.endReason?.title ?? "" },
            .init(
                TableColumn(localized("情况", "Standing"), minimum: 8),
                element: { $0.isHeldByNoOne ? .uncovered : .text }, text: \.situation),
        ]
    }

    /// Tells it from others across loads.
    var identity: String { pairing.key.text }

    /// Whether it is active and its helper does not serve.
    var isHeldByNoOne: Bool { isActive && !helperServes }

    /// Whether it holds, and what is wrong if the helper does not serve.
    var situation: String {
        if isHeldByNoOne { return localized("人\(helperService.title)", "helper \(helperService.title)") }
        if isActive { return localized("在帮扶", "helping") }
        return pairing.endReason == nil ? localized("未开始", "not begun") : localized("已结束", "ended")
    }

    private var endText: String { endedOn?.description ?? "" }

    /// What the form to end it must know.
    func parties(_ village: Code?, _ villageName: String) -> PairedParties {
        let state = state?.title ?? localized("未识别", "not yet")
        let detail = villageName.isEmpty ? state : "\(villageName) \(state)"
        return PairedParties(
            household: Candidate(key: pairing.household.text, name: head, detail: detail),
            helper: Candidate(key: pairing.helper.text, name: helperName, detail: helperService.absence ?? ""),
            village: village, reason: .likely(self.state, helperServes: helperServes))
    }
}

extension [PairingRow] {
    /// Those that hold first, then the newest.
    var activeFirst: [PairingRow] {
        sorted {
            if $0.isActive != $1.isActive { return $0.isActive }
            if $0.pairing.startedOn != $1.pairing.startedOn { return $0.pairing.startedOn > $1.pairing.startedOn }
            return $0.pairing.key < $1.pairing.key
        }
    }
}

extension ActivityRow {
    /// The columns of the visits to a household.
    static var visitColumns: [RowList<ActivityRow>.Column] {
        [
            day,
            .init(TableColumn(localized("参加人员", "People"), minimum: 10, ideal: 18)) {
                $0.participantNames.joined(separator: localized("、", ", "))
            },
            title,
            .init(
                TableColumn(localized("发现、措施、成效", "Findings, measures, outcome"), minimum: 20, share: 1, dropOrder: 1)
            ) { $0.visit?.sentence ?? "" },
            remark,
        ]
    }

    /// The columns of activities of any kind.
    static var columns: [RowList<ActivityRow>.Column] {
        [
            day, .init(TableColumn(localized("类型", "Kind"), minimum: localized(10, 14))) { $0.activity.kind.title },
            .init(TableColumn(localized("组织", "Organization"), minimum: 10, ideal: 16), text: \.organizationName),
            title,
            remark,
        ]
    }

    /// What a search looks through.
    var searched: String {
        "\(activity.heldOn) \(activity.kind.title) \(activity.title) \(participantNames.joined(separator: " ")) "
            + (visit?.sentence ?? "")
    }

    private static var day: RowList<ActivityRow>.Column {
        .init(
            TableColumn(localized("日期", "Date"), minimum: 10), by: \.activity.heldOn,
            text: \.activity.heldOn.description)
    }

    private static var title: RowList<ActivityRow>.Column {
        .init(TableColumn(localized("主题", "Topic"), minimum: 12, share: 1), text: \.activity.title)
    }

    private static var remark: RowList<ActivityRow>.Column {
        .init(
            TableColumn(localized("情况", "Standing"), minimum: 4),
            element: { $0.activity.voidedOn == nil ? .of($0.activity.evidence) : .text },
            text: { row in
                row.activity.voidedOn != nil
                    ? localized("作废", "void") : row.activity.evidence == .pending ? localized("待补", "papers") : ""
            })
    }
}
