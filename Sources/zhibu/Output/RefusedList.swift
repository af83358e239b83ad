import PartyWork

/// What was refused for want of a right, as `zhibu officer refused` prints it.
struct RefusedList {
    let attempts: [RefusedAttempt]

    var table: String {
        guard !attempts.isEmpty else {
            return localized("没有被拒绝的操作（台账是一个文件时不记）\n", "Nothing was refused (in a file it is not kept)\n")
        }
        var table = TextTable([
            (localized("时间", "time"), .left), (localized("账号", "account"), .left), (localized("姓名", "name"), .left),
            (localized("操作", "attempt"), .left), (localized("缺的权限", "right missing"), .left),
            (localized("范围", "range"), .left),
        ])
        for attempt in attempts {
            table.add([
                localTime(attempt.at, offset: Clock.offset()), attempt.account.safe, attempt.officer.safe,
                attempt.title,
                attempt.right?.title ?? localized("没有登记为经办人", "is no officer"), attempt.place?.digits ?? "",
            ])
        }
        return table.lines().joined(separator: "\n") + "\n"
    }

    var json: JSONValue { ["refused": .array(attempts.map(json))] }

    var csv: String {
        ReadableList.csv(
            header: ["at", "account", "officer", "action", "right", "place"],
            rows: attempts.map { json($0).flattened().map(\.cell) })
    }

    private func json(_ attempt: RefusedAttempt) -> JSONValue {
        [
            "at": .string(attempt.at), "account": .string(attempt.account), "officer": .string(attempt.officer),
            "action": .string(attempt.action), "right": .string(attempt.right.map { "\($0)" } ?? ""),
            "place": .string(attempt.place?.digits ?? ""),
        ]
    }
}
