import PartyWork

/// Cells as officers write them in lists that promise nothing: words for none, units behind numbers, blanks in names.
///
/// What is none of these stays as it is, for the rules of the contract to judge.
enum LooseCell {
    /// A cell as the contract has it.
    ///
    /// - Parameter header: what the file calls the column.
    static func text(_ cell: String, of field: ColumnSchema, under header: String = "") -> String {
        let line = oneLine(cell, of: field)
        if isName(field.column) { return name(line) }
        if isFree(field) {
            // Any text exempts, and is somebody's post: one of 无 would be too.
            return [.exemption, .post].contains(field.column) && isNone(line) ? "" : line
        }
        let cell = narrow(line)
        if field.column == .code, header.contains("区划") { return division(cell) }
        if field.isDay { return isNone(cell) ? "" : cell }
        if field.numbers != nil { return isNone(cell) ? "" : number(cell) }
        if let words = field.words { return word(cell, of: words) }
        return field.column == .phone && isNone(cell) ? "" : cell
    }

    /// A cell without the line breaks at its ends, and with blanks for those within a text of one line: people break lines where a column
    /// is narrow.
    private static func oneLine(_ cell: String, of field: ColumnSchema) -> String {
        guard cell.utf8.contains(where: { $0 == 0x0A || $0 == 0x0D }) else { return cell }
        let isBreak: (Character) -> Bool = { $0.isNewline || $0 == " " }
        let ended = cell.drop(while: isBreak).reversed().drop(while: isBreak).reversed()
        let isOneLine = isFree(field) && !field.allowsLineBreaks || isName(field.column)
        return String(isOneLine ? ended.map { $0.isNewline ? " " : $0 } : Array(ended))
    }

    /// Whether it may be any text, which stays as it was written.
    private static func isFree(_ field: ColumnSchema) -> Bool {
        if case .text = field.kind { !field.isKey && field.column != .phone } else { false }
    }

    /// `２０１４．２` is 2014.2.
    private static func narrow(_ cell: String) -> String {
        guard cell.utf8.contains(0xEF) else { return cell }
        let scalars = cell.unicodeScalars.map { scalar in
            switch scalar.value {
            // Hyphen, dot, stroke and digits; letters.
            case 0xFF0D...0xFF19, 0xFF21...0xFF3A, 0xFF41...0xFF5A: Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
            default: scalar
            }
        }
        return String(String.UnicodeScalarView(scalars))
    }

    /// What lists have for what there is not: a day, a number, somebody.
    private static let none: Set<String> = [
        "未脱贫", "预脱贫", "未返贫", "未销户", "未注销", "未撤销", "否", "无", "没有", "未", "暂无", "至今", "空", "/", "／", "\\", "-", "--",
        "－", "—", "——", "―", "未安排", "未结对", "待定",
    ]

    /// Whether a cell says that there is none.
    static func isNone(_ cell: String) -> Bool {
        // Most begin with a digit.
        if let first = cell.utf8.first, (0x30...0x39).contains(first) { return false }
        return none.contains(cell)
    }

    /// Whether a cell below a question is a yes, and whether it is a no.
    static func isTicked(_ cell: String) -> Bool { ticks.contains(cell) }
    static func isCrossed(_ cell: String) -> Bool { crosses.contains(cell) }

    private static let ticks: Set<String> = ["是", "√", "✓", "✔", "☑", "●", "1", "Y", "y"]
    private static let crosses: Set<String> = ["否", "不是", "×", "✗", "✘", "☒", "0", "N", "n"]

    /// The statistical code of a township has twelve digits, of which the ledger keeps nine: 422801100000.
    private static func division(_ cell: String) -> String {
        cell.utf8.count == 12 && cell.hasSuffix("000") && !cell.hasSuffix("000000") ? String(cell.prefix(9)) : cell
    }

    /// `3人` is 3.
    private static func number(_ cell: String) -> String {
        guard let last = cell.last, "人口户个名".contains(last) else { return cell }
        let digits = cell.dropLast().filter { $0 != " " }
        return !digits.isEmpty && digits.utf8.allSatisfy { (0x30...0x39).contains($0) } ? digits : cell
    }

    /// What other lists say for the contract's words; none that could mean two of them.
    private static let words = [
        "中共党员": "正式党员", "中共正式党员": "正式党员", "中共预备党员": "预备党员", "中共党员（预备）": "预备党员", "中共党员(预备)": "预备党员",
        "积极分子": "入党积极分子", "非党": "群众", "非党员": "群众", "非中共党员": "群众", "团员": "群众", "共青团员": "群众",
        "主题党日活动": "主题党日", "支部主题党日": "主题党日", "正式": "正式党员", "预备": "预备党员", "√": "是", "✓": "是", "✔": "是",
        "×": "否", "✗": "否", "✘": "否",
    ]

    private static func word(_ cell: String, of list: WordList) -> String {
        guard let word = words[cell], list.words.contains(word) else { return cell }
        return word
    }

    private static func isName(_ column: Column) -> Bool { column == .head || column == .personName }

    /// Whether a cell may be the name of a person: characters, perhaps with blanks or dots between.
    static func isName(_ cell: String) -> Bool {
        !cell.isEmpty
            && cell.unicodeScalars.allSatisfy {
                isBlank($0) || $0.properties.isIdeographic || "·•・".unicodeScalars.contains($0)
            }
    }

    /// `王 五` is 王五: lists fill names of two characters up to three.
    ///
    /// Blanks beside other letters stay.
    static func name(_ cell: String) -> String {
        let scalars = Array(cell.unicodeScalars)
        guard scalars.contains(where: isBlank), scalars.allSatisfy({ isBlank($0) || $0.properties.isIdeographic })
        else {
            return cell
        }
        return String(String.UnicodeScalarView(scalars.filter { !isBlank($0) }))
    }

    /// What a cell lists: 店子槽村、青堡村.
    static func items(_ cell: String) -> [String] {
        cell.split { "、，,;；\n".contains($0) }.map { CellRules.trimmed(String($0)) }.filter { !$0.isEmpty }
    }

    /// What stands in parentheses behind a name, with them: 谭小玉（女）; nil where nothing does.
    static func remark(behind cell: String) -> String? {
        guard let last = cell.last, "）)".contains(last), let open = cell.lastIndex(where: { "（(".contains($0) }),
            open > cell.startIndex
        else { return nil }
        return String(cell[open...])
    }

    /// Whether a remark behind a name says nothing that the ledger keeps: the sex, a people, why a household gets help.
    static func isHarmless(_ remark: String) -> Bool {
        let word = remark.filter { !"（()） ".contains($0) }
        return harmless.contains(word) || word.hasSuffix("族") && word.count < 5
    }

    private static let harmless: Set<String> = [
        "女", "男", "户主", "低保", "五保", "低保户", "五保户", "一般户", "一般贫困户", "低保贫困户", "五保贫困户", "特困", "特困户",
    ]

    /// Whether a remark behind a village's name says what kind of village it is: 店子槽村（贫困村）.
    static func isOfVillage(_ remark: String) -> Bool {
        let word = remark.filter { !"（()） ".contains($0) }
        return ["贫困村", "示范村", "重点村", "插花村", "出列村", "社区", "村委会", "居委会"].contains(where: word.hasSuffix)
    }

    private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
        " \t\u{A0}\u{3000}".unicodeScalars.contains(scalar)
    }
}
