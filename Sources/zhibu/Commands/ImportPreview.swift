import Exchange
import PartyWork

/// What `--dry-run` shows of each file and sheet: which table it is, how its columns are understood, what is left out, and
/// what would become of its rows.
struct ImportPreview {
    let report: ImportReport

    /// The preview, each source a few lines.
    var text: String {
        report.sources.flatMap(ImportPreview.lines).map { $0.safe + "\n" }.joined()
    }

    private static func lines(_ source: ImportSource) -> [String] {
        guard let table = source.table else { return ["\(source.place)：不是台账的表，不导入"] }
        let understood = source.columns.filter { !$0.isExact }
        let exact = source.columns.filter(\.isExact)
        var lines = ["\(source.place)：\(table.title)表"]
        if !exact.isEmpty { lines.append("  列名相同：\(exact.map(\.name).joined(separator: "、"))") }
        if !understood.isEmpty { lines.append("  列名不同：\(understood.map(meaning).joined(separator: "；"))") }
        if source.columns.contains(where: { $0.reading == .date }) {
            lines.append("  只有年份的日期按当年 12 月 31 日，只有年月的按当月最后一天")
        }
        if !source.leftOut.isEmpty { lines.append("  不导入：\(source.leftOut.map(\.remark).joined(separator: "、"))") }
        let counts = source.counts
        lines.append("  新增 \(counts.new)  更新 \(counts.updated)  不变 \(counts.unchanged)  有误 \(source.rejected)")
        return lines
    }

    private static func meaning(_ understood: ImportSource.Understood) -> String {
        "\(understood.name) → \(understood.column.rawValue)\(understood.reading.remark)"
    }
}

extension CellReading {
    fileprivate var remark: String {
        switch self {
        case .plain, .date: ""
        case .village, .organization: "（按名称找编码）"
        case .person: "（按姓名找编号）"
        }
    }
}

extension ImportNotice.Reason {
    /// A column that is not read, and why.
    fileprivate var remark: String {
        switch self {
        case .unknownColumn(let name): "\(name)（不认识）"
        case .notKept(let name): "\(name)（台账不记）"
        case .leftOut(let name, let kind): "\(name)（\(kind.rawValue)，不保存）"
        case .containsSensitive(let name, let kind): "\(name)（里面有\(kind.rawValue)，不保存）"
        default: ""
        }
    }
}
