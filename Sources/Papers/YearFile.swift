import PartyWork

/// The year's file of a scope (年度归档): which papers go into it, each under a name of its own.
package struct YearFile: Sendable {
    /// A file of it.
    package struct Part: Sendable, Hashable {
        /// Where it stands in the folder, without the ending of its format.
        package let path: String
        package let request: PaperRequest
    }

    package let year: Int
    package let parts: [Part]

    /// - Parameters:
    ///   - branches: those of the scope at the end of the year, with their names.
    ///   - registers: those of which each entry has a card; restricted ones are left out by whoever asks.
    ///   - today: the last day of which anything is told.
    /// - Returns: nil for a year that has not begun.
    package init?(
        _ year: Int, of scope: Scope, branches: [(code: Code, name: String)], registers: [String], until today: Day
    ) {
        guard let first = Day(year: year, month: 1, day: 1), first <= today else { return nil }
        self.year = year
        let months = (1...12).compactMap { Month(year: year, month: $0) }
            .filter { $0.first <= today }
        let end = months.last.map { min($0.last, today) } ?? today
        var parts: [Part] = []
        func add(
            _ kind: PaperKind, _ path: String, in scope: Scope = scope, asOf day: Day = end, month: Month? = nil,
            entries: EntryChoice? = nil
        ) {
            let request = PaperRequest(kind, in: scope, asOf: day, month: month, entries: entries)
            parts.append(Part(path: path, request: request))
        }
        // The first half is a report of its own; that of the second is the year's.
        if let june = months.first(where: { $0.number == 6 }) { add(.year, "半年表", asOf: min(june.last, today)) }
        // Quarters; of the running one what there is.
        for month in months where month.first.month % 3 == 0 || month == months.last {
            let day = min(month.last, today)
            add(.township, "汇总表/\(day)", asOf: day)
        }
        for month in months { add(.month, "月报/\(month)", asOf: min(month.last, today), month: month) }
        add(.year, "年度表")
        add(.cooperatives, "合作社登记册")
        add(.pairings, "结对花名册")
        add(.households, "贫困户花名册")
        for branch in branches {
            let name = "\(branch.code.digits) \(YearFile.fileName(branch.name))"
            add(.pairing, "结对名册/\(name)", in: Scope(branch.code))
            add(.household, "帮扶卡/\(name)", in: Scope(branch.code))
        }
        for register in registers {
            add(.entry, "登记簿/\(YearFile.fileName(register))", entries: EntryChoice(of: register))
        }
        self.parts = parts
    }

    /// A name as one of files, without what would lead elsewhere.
    private static func fileName(_ name: String) -> String { name.replacing("/", with: "／") }
}
