import PartyWork

extension Paper {
    /// The card of an entry: what it is about, its fields, the steps taken and ahead, and where it is signed; where gates stand on its way
    /// it is what is approved, 审批表.
    package static func entry(_ sheet: EntrySheet, _ context: PaperContext) -> Paper {
        onPaper {
            let entry = sheet.row.entry
            let title = sheet.register.name + (sheet.register.gates.isEmpty ? "" : "审批表")
            return Paper(
                title, in: context, period: context.period, rule: sheet.register.remark,
                name: "\(title) \(entry.number)",
                tables: [sheet.facts(context)] + (sheet.register.states.isEmpty ? [] : [sheet.way]),
                signatures: sheet.signers + ["经办人", "镇党委"])
        }
    }

    /// 公示: entries of a register as they are put up on the wall; without how somebody is reached, and without 备注.
    ///
    /// What they hang on stands above those that hang on it, or beside each where hardly anything has several.
    package static func notice(
        _ sheets: [EntrySheet], of register: RegisterDefinition, _ context: PaperContext
    ) -> Paper {
        onPaper {
            let subjects = sheets.map(\.subject).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
            let isParted = subjects.count <= 1 || sheets.count >= 2 * subjects.count
            let tables =
                isParted
                ? (sheets.isEmpty ? [""] : subjects).map { subject in
                    noticeTable(subject, of: register, sheets.filter { $0.subject == subject }, showsSubjects: false)
                } : [noticeTable("", of: register, sheets, showsSubjects: true)]
            return Paper(
                "\(register.name)公示", in: context, period: context.period, rule: "", name: "\(register.name)公示",
                tables: tables,
                notes: ["公示期：____ 年 ____ 月 ____ 日至 ____ 年 ____ 月 ____ 日", "有异议的，请在公示期内向镇党委反映。受理人：________________"],
                signatures: ["镇党委"], isWide: tables.contains(where: \.isWide))
        }
    }

    /// Some entries: of their fields those that any of them has filled and that say more than one before; the state where they differ in it.
    private static func noticeTable(
        _ title: String, of register: RegisterDefinition, _ sheets: [EntrySheet], showsSubjects: Bool
    ) -> PaperTable {
        let fields = register.fields.filter { !$0.isPersonal && $0.column != .note }
        let states = sheets.map { $0.steps.last?.state ?? "" }
        var columns = [FilledColumn("序号", sheets.indices.map { .number($0 + 1) }, .number)]
        if showsSubjects {
            columns.append(FilledColumn(register.subject.word, texts: sheets.map(\.subject.withoutNumber)))
        }
        for field in fields {
            let texts = sheets.map { sheet in sheet.fields.first { $0.field == field }?.shortText ?? "" }
            let says = texts.contains { !$0.isEmpty } && !columns.contains { $0.cells.map(\.shown) == texts }
            if says || sheets.isEmpty { columns.append(field.printed(texts)) }
        }
        if Set(states).count > 1 { columns.append(FilledColumn("状态", texts: states)) }
        let rows = sheets.indices.map { row in columns.map { $0.cells[row] } }
        return PaperTable(title, columns.map(\.column).filling, rows: rows, blankRows: 20)
    }
}

extension EntrySheet {
    fileprivate func facts(_ context: PaperContext) -> PaperTable {
        let entry = row.entry
        let own: [[PaperCell]] = [
            ["对象", .text(subject)], ["编号", .text(entry.number)],
            ["登记日期", entry.number.isEmpty ? .empty : .day(entry.registeredOn)],
        ]
        let struck: [[PaperCell]] = entry.struckOn.map { [["注销", .text("\($0) \(entry.struckReason)")]] } ?? []
        let filled: [[PaperCell]] = fields.map { field in
            [.label(field.field.name), .text(field.field.isPersonal ? context.phone(field.text) : field.text)]
        }
        return PaperTable("", [PaperColumn("", 16), PaperColumn("", 80)], rows: own + filled + struck, blankRows: nil)
    }

    /// The steps taken, and those that may come, each with room to sign.
    fileprivate var way: PaperTable {
        let taken: [[PaperCell]] = steps.map { step in
            [.label(step.state), .day(step.on), .text(step.note), .text(step.officer), .empty]
        }
        let coming: [[PaperCell]] = ahead.map { [.label($0), .empty, .empty, .empty, .empty] }
        return PaperTable(
            "流转",
            [PaperColumn("步骤", 20), .day("日期"), PaperColumn("说明", 32), PaperColumn("经办人", 12), PaperColumn("签字", 16)],
            rows: taken + coming, blankRows: nil)
    }

    /// Who signs by the fields that name a person in a role; one called 人员 names whom the entry is about.
    fileprivate var signers: [String] {
        fields.map(\.field).filter { $0.kind == .person && $0.name != FieldKind.person.rawValue }.map(\.name)
    }
}

extension EntrySheet.Field {
    /// Without the number of whom it names.
    fileprivate var shortText: String {
        [.person, .organization, .household, .cooperative].contains(field.kind) ? text.withoutNumber : text
    }
}

extension String {
    /// A name without the number in brackets behind it.
    fileprivate var withoutNumber: String { firstIndex(of: "（").map { String(self[..<$0]) } ?? self }
}
