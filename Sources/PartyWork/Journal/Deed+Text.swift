extension Deed {
    /// The sentence of the entry in the language spoken.
    package var text: String {
        switch self {
        case .words(let words): words
        case .recorded(let row): localized("记 \(row.text)", "recorded \(row.text)")
        case .added(let row): localized("登记\(row.text)", "added \(row.text)")
        case .voided(let row, let reason): localized("作废 \(row.text)：\(reason)", "voided \(row.text): \(reason)")
        case .edited(let row, let edits): edited(row, edits)
        case .paired(let pair, let day): localized("结对 \(pair.text)，自 \(day) 起", "paired \(pair.text), from \(day)")
        case .ended(let endings): ended(endings)
        case .moved(let person, let day, let branch, let since):
            localized(
                "转移 \(person.text)，\(day) 转入\(branch)；原党员关系自 \(since) 起",
                "moved \(person.text), on \(day) to \(branch); the former membership from \(since)")
        case .household(let deed): deed.text
        case .tookStep(let step, let month, let branches, let reason):
            localized("\(step.title)月报 \(month)：\(branches.listed)", "\(step.title) \(month): \(branches.listed)")
                + (reason.isEmpty ? "" : localized("，", "; ") + reason)
        case .ticked(let marked, let day):
            localized(
                "清单《\(marked.checklist)》勾选 \(marked.text)，\(day)",
                "ticked in \"\(marked.checklist)\": \(marked.text), on \(day)")
        case .waived(let marked, let reason):
            localized(
                "清单《\(marked.checklist)》免除 \(marked.text)：\(reason)",
                "waived in \"\(marked.checklist)\": \(marked.text); \(reason)")
        case .unmarked(let marked):
            localized(
                "清单《\(marked.checklist)》取消 \(marked.text) 的勾选或免除",
                "took back the tick or waiver in \"\(marked.checklist)\": \(marked.text)")
        case .tookBack(let row): localized("收回\(row.text)", "took back \(row.text)")
        case .printed(let what): localized("打印未遮盖的\(what)", "printed unmasked: \(what)")
        case .together(let kind, let count, let first): together(kind, count, first)
        case .undone(let entry, let deed, let isRedone, let reason):
            localized(
                "\(isRedone ? "重做" : "撤销")第 \(entry) 条：\(deed.text)",
                "\(isRedone ? "redid" : "undid") entry \(entry): \(deed.text)")
                + (reason.isEmpty ? "" : localized("；原因：\(reason)", "; because: \(reason)"))
        case .cleared(let entry, let later):
            localized("清掉示例：撤销第 \(entry) 条", "cleared the sample: undid entry \(entry)")
                + (later == 0 ? "" : localized("和以后的 \(later) 条", " and \(plural(later, "act")) after it"))
        case .imported(let rows): localized("导入：", "Import: ") + rows.listed
        case .joined(let gone, let kept, let count):
            localized(
                "合并 \(gone.text) 到 \(kept.text)，改记 \(count) 行",
                "joined \(gone.text) into \(kept.text), \(plural(count, "row")) moved")
        case .absorbed(let gone, let kept, let on, let rows):
            localized(
                "\(gone.text) 自 \(on) 起撤并到 \(kept.text)", "merged \(gone.text) into \(kept.text) from \(on)")
                + (rows.isEmpty ? "" : localized("，移交：", ", which took over: ") + rows.listed)
        case .merged(let deed):
            localized(
                "并入“\(deed.place)”的副本（副本流水第 \(deed.after + 1)–\(deed.upTo) 条，经手人 \(deed.officers.listed)）：",
                "brought back the copy of \(deed.place) (its entries \(deed.after + 1)–\(deed.upTo), by \(deed.officers.listed)): "
            ) + deed.rows.listed
        }
    }

    /// The sentence without the rows of an act on many, which were shown before it was saved: `记活动 5 行`.
    package var brief: String {
        if case .together(let kind, let count, _) = self { return together(kind, count) }
        if case .undone(let entry, let deed, let isRedone, let reason) = self {
            return Deed.undone(entry, .words(deed.brief), isRedone: isRedone, reason: reason).text
        }
        return text
    }

    private func edited(_ row: Caption, _ edits: [Edit]) -> String {
        edits.reduce(localized("修改\(row.text)", "edited \(row.text)")) { said, edit in
            said + (edit.table == row.table ? localized("：", ": ") : localized("；", "; ")) + edit.text
        }
    }

    private func ended(_ endings: [Ending]) -> String {
        let ends = endings.map(\.text).joined(separator: localized("；", "; "))
        if endings.count == 1 { return ends }
        return localized("结束 \(endings.count) 户结对：\(ends)", "ended \(plural(endings.count, "pairing")): \(ends)")
    }

    /// How many, and the first of them: the entry itself lists every row.
    private func together(_ kind: ActKind, _ count: Int, _ first: [Deed]) -> String {
        let told = first.map(\.text).joined(separator: localized("；", "; "))
        let more = count > first.count ? localized("；等", "; …") : ""
        return together(kind, count) + localized("：", ": ") + told + more
    }

    private func together(_ kind: ActKind, _ count: Int) -> String {
        localized("\(kind.title) \(count) 行", "\(kind.title) \(plural(count, "row"))")
    }
}

extension [Deed.ImportedRows] {
    /// `贫困户 3，活动 12`.
    fileprivate var listed: String { map { "\($0.table.title) \($0.count)" }.joined(separator: localized("，", ", ")) }
}

extension Deed.Edit {
    /// The columns with what they held and hold: `「电话」旧 → 新`, `"Phone" old → new`.
    fileprivate var text: String { cells.map(said).joined(separator: localized("，", ", ")) }

    private func said(_ cell: RowChange.Cell) -> String {
        func shown(_ text: String) -> String {
            text.isEmpty ? localized("（空）", "(empty)") : table[cell.column]?.title(of: text) ?? text
        }
        let change = "\(shown(cell.before)) → \(shown(cell.after))"
        return localized("「\(cell.column.header)」\(change)", "\"\(cell.column.title)\" \(change)")
    }
}

extension Deed.Pair {
    /// `张三（H001）与 李四`, `Zhang San (H001) and Li Si`.
    fileprivate var text: String {
        localized("\(head)（\(household)）与 \(helper)", "\(head) (\(household)) and \(helper)")
    }
}

extension Deed.Ending {
    fileprivate var text: String {
        var text = localized(
            "结束结对 \(pair.text)，自 \(on) 起，\(reason.title)",
            "ended the pairing of \(pair.text), from \(on), \(reason.title)")
        if !sentence.isEmpty { text += localized("：", ": ") + sentence }
        if !successor.isEmpty { text += localized("，由 \(successor) 接替", ", succeeded by \(successor)") }
        return text
    }
}

extension Deed.Marked {
    /// `3 个：张三、李四、王五`, `3: Zhang San, Li Si, Wang Wu`, of many the first.
    fileprivate var text: String {
        if count == 1 { return names.listed }
        let more = count > names.count
        return localized(
            "\(count) 个：\(names.listed)\(more ? "等" : "")", "\(count): \(names.listed)\(more ? ", …" : "")")
    }
}

extension HouseholdDeed {
    /// `分户：贫困户 H0001 张德富（甲村），自 2016-06-20 起：…；结束结对 1；新结对 1`.
    fileprivate var text: String {
        let remark = remark.text
        var text = localized(
            "\(kind.title) \(household.text)，自 \(on) 起", "\(kind.title): \(household.text), from \(on)")
        if !remark.isEmpty { text += localized("：", ": ") + remark }
        if ended > 0 { text += localized("；结束结对 \(ended)", "; \(plural(ended, "pairing")) ended") }
        if begun > 0 { text += localized("；新结对 \(begun)", "; \(plural(begun, "pairing")) begun") }
        return text
    }
}
