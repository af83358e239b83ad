import PartyWork

extension Paper {
    /// 结对花名册: the township's one list of who helps whom, a row a pairing, a household that nobody helps with its row too, and room
    /// to sign for it.
    package static func pairings(_ roll: PairingRoll, _ context: PaperContext) -> Paper {
        onPaper {
            let rows: [[PaperCell]] = roll.households.flatMap { row in
                let helpers = roll.helpers(of: row.household.id)
                return helpers.isEmpty ? [row.cells + missing] : helpers.map { row.cells + $0.cells(row, context) }
            }
            return Paper(
                "结对花名册", in: context, period: context.period, rule: "列截至日未脱贫、已脱贫的户；没有人帮扶的户也列；最近走访指这一户的帮扶走访",
                name: "结对花名册",
                tables: [
                    PaperTable(
                        "",
                        household + [
                            PaperColumn("帮扶人", 8), PaperColumn("单位及职务", 18), PaperColumn("联系电话", 13), .day("结对日期"),
                            .day("最近走访"), PaperColumn("签字", 8),
                        ], rows: rows.numbered, blankRows: 15)
                ],
                notes: [Definition.noRelease], signatures: ["填报人", "审核人"], units: "人", isWide: true)
        }
    }

    /// 贫困户花名册: the households of a scope one below the other.
    package static func households(_ roll: PairingRoll, _ context: PaperContext) -> Paper {
        onPaper {
            let rows: [[PaperCell]] = roll.households.map { row in
                let names = roll.helpers(of: row.household.id).map(\.name).joined(separator: "、")
                return row.cells + [
                    .day(row.household.identifiedOn), PaperCell(row.household.liftedOn), .text(names),
                    PaperCell(row.lastVisitOn), .empty,
                ]
            }
            return Paper(
                "贫困户花名册", in: context, period: context.period, rule: "列截至日未脱贫、已脱贫的户；状态按截至日计", name: "贫困户花名册",
                tables: [
                    PaperTable(
                        "",
                        household + [
                            .day("识别日期"), .day("脱贫日期"), PaperColumn("帮扶人", 16), .day("最近走访"), PaperColumn("备注", 12),
                        ], rows: rows.numbered, totals: [total(roll)], blankRows: 15)
                ],
                signatures: ["填报人", "审核人"], units: "人", isWide: true)
        }
    }

    private static let household: [PaperColumn] = [
        .number("序", 4), PaperColumn("村", 12), PaperColumn("户主", 8), PaperColumn("户编号", 12), .number("人口", 4),
        PaperColumn("致贫原因", 10), PaperColumn("状态", 6),
    ]
    private static let missing: [PaperCell] = [.text("无"), .empty, .empty, .empty, .empty, .empty]

    private static func total(_ roll: PairingRoll) -> [PaperCell] {
        let people = roll.households.reduce(0) { $0 + $1.household.headcount }
        return [.empty, .text("合计"), .text("\(roll.households.count) 户"), .empty, .number(people)]
            + [PaperCell](repeating: .empty, count: 7)
    }
}

extension HouseholdRow {
    fileprivate var cells: [PaperCell] {
        [
            .text(villageName), .text(head), .text(household.id.text), .number(household.headcount),
            .text(household.cause), .text(state?.rawValue ?? ""),
        ]
    }
}

extension PairingRoll.Helper {
    fileprivate func cells(_ row: HouseholdRow, _ context: PaperContext) -> [PaperCell] {
        [
            .text(name), .text([organizationName, post].filter { !$0.isEmpty }.joined(separator: " ")),
            .text(phone.isEmpty ? "" : context.phone(phone)), .day(startedOn), PaperCell(row.lastVisitOn), .empty,
        ]
    }
}

extension [[PaperCell]] {
    /// The rows behind their running numbers.
    fileprivate var numbered: [[PaperCell]] { enumerated().map { [.number($0 + 1)] + $1 } }
}
