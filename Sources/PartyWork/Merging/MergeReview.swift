/// What bringing a copy back would change, for officers to read and to choose from before it is done.
package struct MergeReview: Sendable, Hashable {
    /// What the copy was made for.
    package let place: String
    /// Who worked in the copy since it was last brought back.
    package let officers: [String]
    /// How many entries of its journal are brought back.
    package let entries: Int
    /// What needs a choice first, then what is refused, then the rest in the order of the tables.
    package let rows: [Row]
    /// What is not brought back, each a sentence.
    package let remarks: [String]

    package init(place: String, officers: [String], entries: Int, rows: [Row], remarks: [String]) {
        self.place = place
        self.officers = officers
        self.entries = entries
        self.rows = rows.enumerated().sorted {
            ($0.element.kind.rawValue, $0.offset) < ($1.element.kind.rawValue, $1.offset)
        }
        .map(\.element)
        self.remarks = remarks
    }

    /// Whether nothing is left to choose, and no rule stands in the way.
    package var isSettled: Bool { rows.allSatisfy { $0.kind != .conflict && $0.kind != .refused } }

    /// Whether anything would be written.
    package var changesAnything: Bool { rows.contains { [.changed, .new, .removed].contains($0.kind) } }

    /// Whose copy it is, with the entries of its journal that are brought back, and who made them.
    package var heading: String {
        let entries = localized("流水 \(entries) 条", plural(entries, "entry", "entries"))
        let officers = officers.isEmpty ? "" : localized("，经手人 \(officers.listed)", ", by \(officers.listed)")
        return localized("“\(place)”的副本：", "The copy of \(place): ") + entries + officers
    }

    /// How many rows of each table become of each kind: `人员 新增 2、修改 1；活动 新增 3`.
    package var counts: String {
        var tables: [TableSchema] = []
        for row in rows where !tables.contains(row.name.table) { tables.append(row.name.table) }
        return tables.map { table in
            let rows = rows.filter { $0.name.table == table }
            let kinds = Row.Kind.allCases.map { kind in (kind, rows.count { $0.kind == kind }) }.filter { $0.1 > 0 }
            return "\(table.title) " + kinds.map { "\($0.0.title) \($0.1)" }.listed
        }.joined(separator: localized("；", "; "))
    }

    /// How many rows become of a kind.
    package func count(_ kind: Row.Kind) -> Int { rows.count { $0.kind == kind } }

    /// A row that the copy changed.
    package struct Row: Sendable, Hashable {
        package let name: MergeOrder.RowName
        /// What officers call it.
        package let caption: String
        package let kind: Kind
        /// The columns that the copy changed.
        package let cells: [Cell]
        /// The side that was chosen for it; nil where nothing was to be chosen, or nobody has.
        package let side: MergeSide?
        /// Why it is refused, or what else there is to say; empty for nothing.
        package let remark: String

        package init(
            _ name: MergeOrder.RowName, caption: String, _ kind: Kind, cells: [Cell], side: MergeSide?,
            remark: String = ""
        ) {
            self.name = name
            self.caption = caption
            self.kind = kind
            self.cells = cells
            self.side = side
            self.remark = remark
        }

        /// What officers call it; its key where that is nothing.
        package var title: String { caption.isEmpty ? "\(name.table.rowTitle) \(name.key)" : caption }

        /// What there is to say of it, each a line: why it is refused, then the columns with what both sides have, first those that
        /// both changed.
        package var lines: [String] {
            let shown = kind == .new ? [] : cells.filter(\.isConflict) + cells.filter { !$0.isConflict }
            return (remark.isEmpty ? [] : [remark]) + shown.map(\.text)
        }

        /// What becomes of a row.
        package enum Kind: Int, Sendable, Hashable, CaseIterable {
            case conflict
            case refused
            case changed
            case new
            case removed
            case left

            /// What an officer calls it.
            package var title: String {
                switch self {
                case .conflict: localized("两边不同", "Both changed")
                case .refused: localized("不能并入", "Refused")
                case .changed: localized("修改", "Changed")
                case .new: localized("新增", "New")
                case .removed: localized("删除", "Removed")
                case .left: localized("不并入", "Left out")
                }
            }
        }
    }

    /// A column as it was in the common past, as it is here, and as the copy has it; telephone numbers are masked.
    package struct Cell: Sendable, Hashable {
        package let column: Column
        package let base: String
        package let mine: String
        package let theirs: String

        package init(column: Column, base: String, mine: String, theirs: String) {
            self.column = column
            self.base = base
            self.mine = mine
            self.theirs = theirs
        }

        /// Whether both sides changed it, each otherwise.
        fileprivate var isConflict: Bool { mine != base && mine != theirs }

        /// The column with what it was and is: `「主题」原 甲，本台账 乙，副本 丙`.
        package var text: String {
            func shown(_ text: String) -> String { text.isEmpty ? localized("（空）", "(empty)") : text }
            return localized(
                "「\(column.header)」原 \(shown(base))，本台账 \(shown(mine))，副本 \(shown(theirs))",
                "\(column.title): was \(shown(base)), here \(shown(mine)), copy \(shown(theirs))")
        }
    }
}

extension RowMerge {
    /// The columns that the copy changed, with what both sides have.
    package var cells: [MergeReview.Cell] {
        guard let table = (theirs ?? base)?.table else { return [] }
        return table.fields.compactMap { field in
            func text(_ record: AnyRecord?) -> String {
                let text = record?.record.text(field.column) ?? ""
                return field.isPersonal ? Person.masked(text) : text
            }
            let isSame = (theirs?.record.text(field.column) ?? "").hasSameCodePoints(
                as: base?.record.text(field.column) ?? "")
            return isSame
                ? nil : MergeReview.Cell(column: field.column, base: text(base), mine: text(mine), theirs: text(theirs))
        }
    }
}
