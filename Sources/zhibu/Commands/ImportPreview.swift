import Exchange
import PartyWork

/// What `--dry-run` shows of each file and sheet: which table it is, how its columns are understood, what is left out, and
/// what would become of its rows; then who may be in the ledger already.
struct ImportPreview {
    let report: ImportReport

    /// The preview, each source a few lines.
    var text: String { (report.sources.flatMap(ImportPreview.lines) + namesakes).map { $0.safe + "\n" }.joined() }

    /// Not among the warnings on standard error, whose list CONTRACT section 1 closes.
    private var namesakes: [String] { report.notices.filter(\.isNamesake).map(\.description) }

    private static func lines(_ source: ImportSource) -> [String] {
        guard let table = source.table, source.isRead else {
            // A sheet that is none of the tables has no header.
            let isSheet = source.place.sheet != nil && source.table == nil
            return [
                localized(
                    "\(isSheet ? source.place.at(nil) : source.place)：不是台账的表，不导入",
                    "\(isSheet ? source.place.at(nil) : source.place): no table of the ledger, left out")
            ]
        }
        let understood = source.taken.filter { !$0.isExact }
        let exact = source.taken.filter(\.isExact)
        let remembered = source.isRemembered ? localized("（按上次的认法）", " (understood as the last time)") : ""
        var lines = [
            localized("\(source.place)：\(table.title)表\(remembered)", "\(source.place): \(table.title)\(remembered)")
        ]
        if let words = source.manner?.words, !words.isEmpty {
            lines.append(
                localized("  读法：\(words.joined(separator: "，"))", "  read as: \(words.joined(separator: ", "))"))
        }
        if !exact.isEmpty {
            lines.append(
                localized(
                    "  列名相同：\(exact.map(\.name).joined(separator: "、"))",
                    "  same headers: \(exact.map(\.name).joined(separator: ", "))"))
        }
        if !understood.isEmpty {
            lines.append(
                localized(
                    "  列名不同：\(understood.map(meaning).joined(separator: "；"))",
                    "  other headers: \(understood.map(meaning).joined(separator: "; "))"))
        }
        let aids = source.columns.compactMap(use)
        if !aids.isEmpty {
            lines.append(
                localized("  另外用到：\(aids.joined(separator: "；"))", "  also used: \(aids.joined(separator: "; "))"))
        }
        if !source.given.isEmpty {
            let values = source.given.map { "\($0.column.header) = \($0.text)" }
            lines.append(
                localized(
                    "  另外给定：\(values.joined(separator: "；"))", "  given: \(values.joined(separator: "; "))"))
        }
        if source.numbered > 0 {
            lines.append(
                localized(
                    "  没有编号、由台账编号或找到的：\(source.numbered) 行",
                    "  rows without a number, given or found by the ledger: \(source.numbered)"))
        }
        if source.taken.contains(where: { $0.reading == .date }) {
            lines.append(
                localized(
                    "  只有年份的日期按当年 12 月 31 日，只有年月的按当月最后一天",
                    "  a year alone is taken for its 31 December, a month alone for its last day"))
        }
        if !source.leftOut.isEmpty {
            lines.append(
                localized(
                    "  不导入：\(source.leftOut.map(remark).joined(separator: "、"))",
                    "  left out: \(source.leftOut.map(remark).joined(separator: ", "))"))
        }
        let counts = source.counts
        lines.append(
            localized(
                "  新增 \(counts.new)  更新 \(counts.updated)  不变 \(counts.unchanged)  有误 \(source.rejected)",
                "  new \(counts.new)  updated \(counts.updated)  unchanged \(counts.unchanged)  bad \(source.rejected)")
        )
        return lines
    }

    private static func use(_ column: FileColumn) -> String? {
        guard case .aid(let aid) = column.meaning else { return nil }
        return localized("\(column.name)（\(aid.remark)）", "\(column.name) (\(aid.remark))")
    }

    private static func meaning(_ column: FileColumn) -> String {
        "\(column.name) → \(column.column?.header ?? "")\(column.reading.remark)"
    }

    /// A column that is not read, and why.
    private static func remark(_ column: FileColumn) -> String {
        switch column.meaning {
        case .unknown: localized("\(column.name)（不认识）", "\(column.name) (unknown)")
        case .notKept: localized("\(column.name)（台账不记）", "\(column.name) (not kept here)")
        case .leftOut: "\(column.name)" + localized("（上次选定不导入）", " (left out by your choice)")
        case .sensitive(let kind, let isInCells):
            isInCells
                ? localized(
                    "\(column.name)（里面有\(kind.rawValue)，不保存）", "\(column.name) (holds personal data, never stored)")
                : localized("\(column.name)（\(kind.rawValue)，不保存）", "\(column.name) (personal data, never stored)")
        case .taken, .aid: ""
        }
    }
}

extension ImportNotice {
    /// Whether it tells of someone with the same name or a near one.
    var isNamesake: Bool { if case .namesake = reason { true } else { false } }
}

extension CellReading {
    fileprivate var remark: String {
        switch self {
        case .plain, .date: ""
        case .village, .organization, .cooperative: localized("（按名称找编码）", " (code by name)")
        case .person, .people: localized("（按姓名找编号）", " (number by name)")
        case .household: localized("（按户主找编号）", " (number by head)")
        }
    }
}
