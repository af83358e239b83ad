import PartyWork

/// The officers of a ledger as `zhibu officer list` prints them.
struct OfficerList {
    let rows: [OfficerGrant]
    let today: Day
    /// Whether a server keeps the rights.
    let isKept: Bool

    /// A line an officer's role, and below it how far the rights reach.
    var table: String {
        guard !rows.isEmpty else {
            return localized(
                "没有登记经办人：谁打开都能做一切\n", "There are no officers: whoever opens the ledger may do everything\n")
        }
        var table = TextTable([
            (localized("账号", "account"), .left), (localized("姓名", "name"), .left), (localized("角色", "role"), .left),
            (localized("范围", "range"), .left), (localized("开始", "from"), .left), (localized("结束", "until"), .left),
        ])
        for row in rows {
            table.add([
                row.account, row.name, row.role.title, row.range, row.startedOn.description,
                row.endedOn?.description ?? "",
            ])
        }
        let reach =
            isKept
            ? localized("权限由服务器守着\n", "The server keeps the rights\n")
            : localized("台账是一个文件，权限只防误操作\n", "The ledger is a file: rights guard against mistakes only\n")
        return table.lines().joined(separator: "\n") + "\n" + reach
    }

    /// The officers for other programs.
    var json: JSONValue { ["officers": .array(rows.map(json))] }

    /// The keys of the officers as columns.
    var csv: String {
        ReadableList.csv(
            header: ["account", "name", "role", "range", "from", "until", "holds"],
            rows: rows.map { json($0).flattened().map(\.cell) })
    }

    private func json(_ row: OfficerGrant) -> JSONValue {
        [
            "account": .string(row.account), "name": .string(row.name), "role": .string(row.role.rawValue),
            "range": .string(row.range), "from": .string(row.startedOn.description),
            "until": .string(row.endedOn?.description ?? ""), "holds": .flag(row.holds(on: today)),
        ]
    }
}
