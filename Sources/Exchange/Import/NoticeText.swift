import PartyWork

extension ImportNotice {
    /// What is wrong and what to do next, in Chinese, without control characters.
    package var text: String { PlainText.safe(reason.text) }
}

extension ImportNotice.Reason {
    fileprivate var text: String {
        switch self {
        case .file(let fault): fault.text
        case .unreadableText: "不是 UTF-8 或 GB18030 编码的文字，请另存为“CSV UTF-8”后再导入"
        case .emptyFile: "文件是空的，没有表头，请核对文件"
        case .noTable(nil, _): "表头不属于任何一张表，请按模板填写表头"
        case .noTable(let table?, let missing): "表头最接近“\(table.title)”表，缺少必需的列：\(list(missing))，请补上"
        case .twoTables(let tables): "表头同时符合\(tables.map { "“\($0.title)”" }.joined())表，请删去多余的列"
        case .understoodTwice(let column, let names):
            "\(names.map { "“\($0)”" }.joined())都是「\(column.rawValue)」，请只留一列"
        case .columnTwice(let column): "表头中「\(column.rawValue)」出现了两次，请只留一列"
        case .header(let name, let fault): "表头“\(name)”\(fault.text)"
        case .workbook(let fault): fault.text
        case .unreadable(let fault, let column): (column.map { "「\($0)」" } ?? "") + fault.text
        case .surplus(let cell): "单元格比表头多（多出“\(cell)”），请核对是否多了逗号"
        case .field(let fault): fault.text
        case .duplicate(let key, let place): "“\(key)”与 \(place) 重复，请只留一行"
        case .differs(let changes): "与已登记的不同：\(list(changes))；如确认修改，请加 --update 再导入"
        case .updated(let changes): "修改：\(list(changes))"
        case .left(let changes): "不改：\(list(changes))"
        case .locked(let refusal): refusal.text
        case .unknownColumn(let name): "不认识的列“\(name)”，已忽略"
        case .notKept(let name): "台账不记“\(name)”，未导入"
        case .leftOut(let name, let kind): "“\(name)”是\(kind.rawValue)，台账不保存，未导入"
        case .containsSensitive(let name, let kind): "“\(name)”里有\(kind.rawValue)，台账不保存，未导入；请从文件里删去"
        case .sheetSkipped: "这张工作表不是台账的表，未导入"
        case .hidden(let rows, let columns, let isSheet): hidden(rows, columns, isSheet)
        case .warning(let warning): warning.text
        case .namesake(let namesake): namesake.text
        }
    }

    private func hidden(_ rows: [Int], _ columns: [String], _ isSheet: Bool) -> String {
        var parts = isSheet ? ["这张工作表"] : []
        if !columns.isEmpty { parts.append("\(columns.joined(separator: "、")) 列") }
        if rows.count > 3 { parts.append("第 \(rows[0]) 行等 \(rows.count) 行") }
        if (1...3).contains(rows.count) { parts.append("第 \(rows.map(String.init).joined(separator: "、")) 行") }
        return "\(parts.joined(separator: "，"))是隐藏的，已一并读取，请核对"
    }

    private func list(_ columns: [Column]) -> String {
        columns.map { "「\($0.rawValue)」" }.joined(separator: "、")
    }

    private func list(_ changes: [ColumnChange]) -> String { changes.listed }
}

extension ImportNotice.Unreadable {
    fileprivate var text: String {
        switch self {
        case .unterminated: "引号没有结束，此后的内容未检查，请补上引号"
        case .textAfterQuote: "结束引号后还有文字，请核对引号"
        case .quoteInside: "单元格中间有引号，请用引号括起整格并把其中的引号写两遍"
        case .tooLong: "此行过长，请核对引号"
        case .error(let value): "公式算出的是错误 \(value)，请改正公式或填写内容"
        case .notComputed: "公式还没有算出的值，请在 WPS 或 Excel 里打开并保存后再导入"
        case .digitsLost: "是超过 15 位的数字，末几位已被表格软件改成 0；请把此列设为文本格式后重新填写"
        }
    }
}

extension [ColumnChange] {
    /// Each column old → new: `「类别」“预备党员” → “正式党员”`.
    var listed: String {
        map { "「\($0.column.rawValue)」\(quoted($0.old)) → \(quoted($0.new))" }.joined(separator: "，")
    }

    private func quoted(_ text: String) -> String { text.isEmpty ? "（空）" : "“\(text)”" }
}
