import PartyWork

extension ImportNotice {
    /// What is wrong and what to do next, without control characters.
    package var text: String { PlainText.safe(reason.text) }
}

extension ImportNotice.Reason {
    fileprivate var text: String {
        switch self {
        case .file(let fault): fault.text
        case .unreadableText:
            localized(
                "不是 UTF-8 或 GB18030 编码的文字，请另存为“CSV UTF-8”后再导入",
                "is no text in UTF-8 or GB18030; save it as \"CSV UTF-8\", then import it")
        case .emptyFile:
            localized("文件是空的，没有表头，请核对文件", "the file is empty and has no header; check the file")
        case .notCalled(let text):
            localized(
                "--set \(text)：没有叫这个名字的工作表或文件，请核对冒号前面的名字",
                "--set \(text): no sheet or file is called so; check what stands before the colon")
        case .noTable(nil, _):
            localized(
                "表头不属于任何一张表，请按模板填写表头", "the header fits no table; take the headers from the template")
        case .noTable(let table?, let missing):
            localized(
                "表头最接近“\(table.title)”表，缺少必需的列：\(list(missing))，请补上"
                    + (table.isKnown(without: missing) ? "；只改已登记的行请一并修改（按 F9，命令行加 --update）" : ""),
                "the header is closest to the table of \(table.title), and lacks the columns \(list(missing)); add them"
                    + (table.isKnown(without: missing)
                        ? ", or change saved rows alone (F9, --update on the command line)" : "")
            )
        case .otherHouseholds(let title):
            localized(
                "“\(title)”说的不是贫困户，不导入；确实是贫困户的，请在标题里写明“贫困户”，或在导入画面上选定“贫困户”表",
                "\"\(title)\" speaks of other households than the poor ones; if they are, say so in the title, or choose the table on the screen"
            )
        case .months:
            localized(
                "是一月一列的统计表，没有日期和主题，不能导入：活动请一次写一行，有日期、类型、主题；人员另做名册",
                "counts by months and has neither days nor titles: write a row for each activity, with day, kind and title; people go into a list of their own"
            )
        case .card(let title):
            localized(
                "“\(title)”是一户一张的卡片，不是名单，不能导入：请把各户抄成一张名单，一户一行，或一人一行、写明与户主关系",
                "\"\(title)\" is a household's card and no list: make a list of them, one row a household, or one a person with the relation"
            )
        case .otherHousehold(let word, let header):
            localized(
                "「\(header)」写着“\(word)”，不是贫困户：请去掉这一行，或在导入画面上留下；确实都是贫困户的，把「\(header)」一列改成不导入",
                "\(header) says \"\(word)\", no poor household: take the row out, or leave it; if all are, leave the column out"
            )
        case .undecided(let name):
            localized(
                "“\(name)”像是某件事的时间，认不出是哪一栏：请改成台账的列名（如 脱贫日期、销户日期、离开日期、注销日期），或在导入画面上选定；用不着就删去这一列",
                "\"\(name)\" seems to tell when something ended, and nobody knows what: name it as the ledger does, choose the column on the screen, or remove it"
            )
        case .stateWithoutDay(let word, let column):
            localized(
                "表里写着“\(word)”，没有「\(column.header)」：请填上日期，或给“\(column.header)”一个值（只用在这样的行）",
                "the list says \"\(word)\", and has no \(Naming.inFiles.column(column)): fill it in, or give a value, which such rows alone take"
            )
        case .stateBeside(let word, let header, let column):
            localized(
                "“\(header)”写着“\(word)”，没有「\(column.header)」：请填上日期；和这一行无关的，在导入画面上不导入“\(header)”一列，或留下这一行",
                "\"\(header)\" says \"\(word)\", and the row has no \(Naming.inFiles.column(column)): fill it in; if it means something else, leave the column or the row out on the screen"
            )
        case .helperAbove(let name):
            localized("帮扶人按表头上面写的“\(name)”读，每户一样", "the helper of all is \"\(name)\", as a line above says")
        case .stateAgainstDay(let word, let column):
            localized(
                "表里写着“\(word)”，「\(column.header)」却有日期：请改正其中一处，返贫的另填「返贫日期」；日期只是计划的，在导入画面上不导入这一列",
                "the list says \"\(word)\", and has a \(Naming.inFiles.column(column)): correct one of them, fill in the return of a household that is poor again, or leave out a column of plans"
            )
        case .otherCategory(let remark):
            localized(
                "备注写着“\(remark)”，和给全表的「类别」对不上：请加一列逐行写明类别，或留下这一行",
                "the remark says \"\(remark)\", and another category was given for all: add a column for it, or leave the row out"
            )
        case .remarkDropped(let remark):
            localized(
                "姓名后面的“\(remark)”不算姓名，未导入", "\"\(remark)\" behind names is no part of them; not imported")
        case .noRegister(let name):
            localized(
                "没有登记簿“\(name)”：请先导入它的定义，或先建这本登记簿，再导入条目",
                "there is no register \"\(name)\": import its definition or make it first, then import its entries")
        case .twoTables(let tables):
            localized(
                "表头同时符合\(tables.map { "“\($0.title)”" }.joined())表，请删去多余的列",
                "the header fits several tables, \(tables.map(\.title).listed); remove the columns that are too many")
        case .understoodTwice(let column, let names):
            localized(
                "\(names.map { "“\($0)”" }.joined())都是「\(column.header)」，请只留一列",
                "\(names.map { "\"\($0)\"" }.listed) all mean \(Naming.inFiles.column(column)); keep one of them")
        case .columnTwice(let column):
            localized(
                "表头中「\(column.header)」出现了两次，请只留一列",
                "the header has \(Naming.inFiles.column(column)) twice; keep one of them")
        case .header(let name, let fault):
            localized("表头“\(name)”\(fault.text(.inFiles))", "the header \"\(name)\": \(fault.text(.inFiles))")
        case .workbook(let fault): fault.text
        case .unreadable(let fault, let column): (column.map(before) ?? "") + fault.text
        case .heading(let cell):
            localized(
                "“\(cell)”像是说下面各行的，不是姓名，和全表所给的对不上；请拆成几张表，或加一列逐行写明",
                "\"\(cell)\" seems to speak of the rows below it and is no name, other than what was given for all; split the list, or add a column"
            )
        case .surplus(let cell):
            localized(
                "单元格比表头多（多出“\(cell)”），请核对是否多了逗号",
                "more cells than the header has (\"\(cell)\"); check for a comma too many")
        case .field(let fault): fault.text(.inFiles)
        case .duplicate(let key, let place):
            localized(
                "“\(key)”与 \(place) 重复，请只留一行", "\"\(key)\" is there already, at \(place); keep one of the rows")
        case .unclear(let name, let place):
            localized(
                "“\(name)”与 \(place) 同名，分不清是不是同一个：是就只留一行，不是请写上编号",
                "\"\(name)\" has the name of \(place), and may be the same: keep one of the rows, or write their numbers"
            )
        case .differs(let changes):
            localized(
                "与已登记的不同：\(changes.listed)；如确认修改，请加 --update 再导入",
                "differs from what is saved: \(changes.listed); to change it, import with --update")
        case .collision(let saved):
            localized(
                "编号“\(saved.id)”在台账里是另一件事（\(saved.heldOn) \(saved.organization)《\(saved.title)》）；请换一个编号，或删去编号由台账编",
                "the number \"\(saved.id)\" is that of something else in the ledger (\(saved.heldOn) \(saved.organization) "
                    + "\"\(saved.title)\"); take another, or leave it to the ledger")
        case .notThere(let key, let columns):
            localized(
                "“\(key)”没有登记，而文件里没有\(list(columns))，只能修改已登记的：请核对编号，或补上这些列",
                "\"\(key)\" is not there, and without \(list(columns)) the file can only change what is: check the key, or add the columns"
            )
        case .updated(let changes): localized("修改：\(changes.listed)", "changed: \(changes.listed)")
        case .left(let changes): localized("不改：\(changes.listed)", "kept as it is: \(changes.listed)")
        case .locked(let refusal): refusal.text
        case .unknownColumn(let name):
            localized("不认识的列“\(name)”，已忽略", "the column \"\(name)\" is not known, and was ignored")
        case .namelessColumn(let number):
            localized(
                "第 \(number) 列没有列名，其中的内容未导入；如需导入，请在表头写上列名",
                "column \(number) has no name; what is in it was not imported; to import it, name it in the header")
        case .notKept(let name):
            localized("台账不记“\(name)”，未导入", "the ledger does not keep \"\(name)\"; not imported")
        case .leftOut(let name, let kind):
            localized(
                "“\(name)”是\(kind.rawValue)，台账不保存，未导入",
                "\"\(name)\" is personal (\(kind.english)) and not kept in the ledger; not imported")
        case .containsSensitive(let name, let kind):
            localized(
                "“\(name)”里有\(kind.rawValue)，台账不保存，未导入；请从文件里删去",
                "\"\(name)\" holds what is personal (\(kind.english)) and not kept in the ledger; not imported; remove it from the file"
            )
        case .sheetSkipped:
            localized("这张工作表不是台账的表，未导入", "this sheet is no table of the ledger; not imported")
        case .hidden(let rows, let columns, let isSheet):
            localized(hidden(rows, columns, isSheet), hiddenInEnglish(rows, columns, isSheet))
        case .merged(let cells):
            localized(
                cells.count > 3
                    ? "\(cells[0]) 等 \(cells.count) 处合并单元格，按同一个值读" : "\(cells.listed) 合并单元格，按同一个值读",
                cells.count > 3
                    ? "\(cells.count) merged cells from \(cells[0]) on, each read as one value"
                    : "\(cells.listed) merged, and read as one value")
        case .unknownHelper(let name):
            localized(
                "帮扶人“\(name)”不在台账里：请先登记，或一并登记（按 F5，命令行加 --add-people）",
                "the helper \"\(name)\" is not there: add the person first, or import with --add-people")
        case .unclearHelper(let name):
            localized(
                "帮扶人“\(name)”分不清是一个人还是几个人：几个人请用“、”分开，一个人请去掉空格",
                "\"\(name)\" may be one helper or several: part several with a comma, and write one without a blank")
        case .noName(let name):
            localized(
                "帮扶人“\(name)”不像姓名，不能登记为人员：只写姓名，单位和职务写到别的列",
                "\"\(name)\" is no person's name and cannot be added: write the name alone, and unit and post elsewhere"
            )
        case .helperAdded(let name, let key, let category):
            localized(
                "帮扶人“\(name)”登记为新人员 \(key)，类别 \(category.rawValue)，请核对",
                "the helper \"\(name)\" is added as person \(key), \(ClosedWord.title(of: category.rawValue)); please check"
            )
        case .yearAbove(let year):
            localized(
                "日期没有年份，按标题里的 \(year) 年读", "the date has no year; it is read as one of \(year), which the title says")
        case .pairedToday(let day):
            localized(
                "名单没有结对日期，新的结对从今天 \(day) 起；要别的日期请加 --set 开始日期=…",
                "the list says no day: new pairings begin today, \(day); give another one with --set")
        case .headless: localized("这一户没有“户主”一行，请补上", "the household has no row of its head; add it")
        case .members(let claimed, let found):
            localized(
                "人口 \(claimed)，名单里有 \(found) 人，请核对", "says \(claimed) people, and the list has \(found); please check")
        case .manyPeople(let count):
            localized("一户 \(count) 人，请核对是不是填错了", "\(count) people in one household; check whether that is right")
        case .manyVisits(let person, let day, let count):
            localized(
                "“\(person)”\(day) 这一天走访 \(count) 次，请核对", "\"\(person)\" made \(count) visits on \(day); please check")
        case .passedOver(let line): line.text
        case .from1904:
            localized(
                "这个工作簿的日期从 1904 年算起，已照此读取，请核对日期",
                "the days of this workbook count from 1904, and were read so; please check the dates")
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

    private func hiddenInEnglish(_ rows: [Int], _ columns: [String], _ isSheet: Bool) -> String {
        var parts = isSheet ? ["this sheet"] : []
        if !columns.isEmpty { parts.append("column \(columns.listed)") }
        if rows.count > 3 { parts.append("\(rows.count) rows from row \(rows[0]) on") }
        if (1...3).contains(rows.count) { parts.append("row \(rows.map(String.init).listed)") }
        return "hidden, and read all the same: \(parts.joined(separator: "; ")); please check"
    }

    /// A column before what is wrong with a cell of it.
    private func before(_ column: Column) -> String {
        localized("「\(column.header)」", "\(Naming.inFiles.column(column)): ")
    }

    private func list(_ columns: [Column]) -> String { columns.map { Naming.inFiles.column($0) }.listed }
}

extension TableSchema {
    /// Whether its rows can be told apart without some columns.
    ///
    /// Entries are changed by whole rows alone.
    fileprivate func isKnown(without missing: [Column]) -> Bool { !isOfEntries && Set(key).isDisjoint(with: missing) }
}

extension PassedOver {
    fileprivate var text: String {
        switch kind {
        case .total where checks.isEmpty: localized("“\(label)”一行是合计，不导入", "\"\(label)\" is a total; not imported")
        case .total:
            localized(
                "\(checks.map { "\(label) \($0.claimed)，本表相加 \($0.found)" }.joined(separator: "；"))，不导入"
                    + (checks.allSatisfy(\.isRight) ? "" : "；对不上，请核对"),
                checks.map { "\(label) \($0.claimed), the rows come to \($0.found)" }.joined(separator: "; ")
                    + "; not imported" + (checks.allSatisfy(\.isRight) ? "" : "; they differ, please check"))
        case .note: localized("“\(label)”一行是说明，不导入", "\"\(label)\" is a remark; not imported")
        case .header: localized("这一行又是表头，不导入", "the header once more; not imported")
        case .serial: localized("这一行只有序号，不导入", "a serial number and nothing else; not imported")
        }
    }
}

extension Sensitive {
    fileprivate var english: String {
        switch self {
        case .identity: "identity number"
        case .account: "bank account"
        case .health: "health"
        }
    }
}

extension ImportNotice.Unreadable {
    fileprivate var text: String {
        switch self {
        case .unterminated:
            localized(
                "引号没有结束，此后的内容未检查，请补上引号", "a quote is not closed, and nothing after it was checked; close it")
        case .textAfterQuote: localized("结束引号后还有文字，请核对引号", "text after the closing quote; check the quotes")
        case .quoteInside:
            localized(
                "单元格中间有引号，请用引号括起整格并把其中的引号写两遍",
                "a quote within the cell; put the whole cell in quotes, and write the quotes within twice")
        case .tooLong: localized("此行过长，请核对引号", "the row is too long; check the quotes")
        case .error(let value):
            localized(
                "公式算出的是错误 \(value)，请改正公式或填写内容",
                "the formula came to the error \(value); correct it, or write the value")
        case .notComputed:
            localized(
                "公式还没有算出的值，请在 WPS 或 Excel 里打开并保存后再导入",
                "the formula has no value yet; open and save the file in WPS or Excel, then import it")
        case .exponent(let text):
            localized(
                "“\(text)”是被表格软件改坏的号码，请把此列设为文本格式后重新填写",
                "\"\(text)\" is a number that a spreadsheet has spoilt; format the column as text, and write it anew")
        case .monthLost(let text):
            localized(
                "“\(text)”是数字，分不清是 1 月还是 10 月（\(text)0 会变成 \(text)）；请把此格设为文本格式，写成 \(text.dropLast(2))-01 或 \(text.dropLast(2))-10",
                "\"\(text)\" is a number, and nobody can tell January from October (\(text)0 becomes \(text)); format the cell as text, and write \(text.dropLast(2))-01 or \(text.dropLast(2))-10"
            )
        case .remark(let name):
            localized(
                "“\(name)”后面的括号分不清是不是姓名：请去掉括号，里面的话写到别的列",
                "nobody can tell what stands in parentheses in \"\(name)\": keep the name alone, and write the rest elsewhere"
            )
        case .sensitive(let kind):
            localized(
                "里有\(kind.title)，台账不存：请去掉它，或在导入画面上不导入这一列",
                "holds \(kind.title), which the ledger does not keep: take it out, or leave the column out on the screen"
            )
        case .digitsLost:
            localized(
                "是超过 15 位的数字，末几位已被表格软件改成 0；请把此列设为文本格式后重新填写",
                "a number of more than 15 digits, whose last ones the spreadsheet made 0; format the column as text, and write it anew"
            )
        }
    }
}

extension [ColumnChange] {
    /// Each column old → new: `「类别」“预备党员” → “正式党员”`.
    var listed: String {
        map { change in
            let values = "\(quoted(change.old)) → \(quoted(change.new))"
            return Naming.inFiles.column(change.column) + localized("", " ") + values
        }.joined(separator: localized("，", ", "))
    }

    private func quoted(_ text: String) -> String {
        text.isEmpty ? localized("（空）", "(empty)") : localized("“\(text)”", "\"\(text)\"")
    }
}
