import PartyWork
import TerminalUI

/// Something that a file or one of its columns can be taken for.
struct ChoiceRow: Sendable, Hashable {
    let choice: Choice
    let title: String
    let remark: String

    /// What the officer says.
    enum Choice: Sendable, Hashable {
        case table(TableSchema)
        case column(Column)
        case aid(Aid)
        /// Another row is the header.
        case header(SampleRow)
        case leftOut
        /// As the program understands it by itself.
        case automatic
    }

    /// What a line of the step before can be taken for.
    ///
    /// - Parameter tables: the tables that a file can be taken for.
    static func rows(for row: ColumnRow, among tables: [TableSchema]) -> [ChoiceRow] {
        let automatic = ChoiceRow(
            choice: .automatic, title: localized("由程序认", "Automatic"),
            remark: localized("去掉改动，按列名认", "Takes corrections back; goes by the header"))
        guard case .column(let subject) = row.subject, let table = row.source.table else {
            let tables = tables.map { ChoiceRow(choice: .table($0), title: $0.title, remark: columns(of: $0)) }
            return tables + [leftOut(localized("整张表不读", "The whole sheet is not read")), automatic]
        }
        let aids = Aid.choices(in: table).map { ChoiceRow(choice: .aid($0), title: $0.title, remark: $0.remark) }
        return table.fields.map { field in
            let column = field.column
            let holder = row.source.columns.first { $0.column == column && $0.index != subject.index }
            let now = holder.map { localized("现在是“\($0.name)”", "now \"\($0.name)\"") } ?? ""
            let needed = field.isRequired ? localized("必填", "Required") : ""
            let parts = [now, needed, field.guide].filter { !$0.isEmpty }
            return ChoiceRow(
                choice: .column(column), title: column.title, remark: parts.joined(separator: localized("；", "; ")))
        } + aids + [leftOut(localized("这一列不读", "The column is not read")), automatic]
    }

    /// The rows of a file that may be its header.
    static func headers(of source: ImportSource) -> [ChoiceRow] {
        source.samples.filter { !$0.shape.cells.isEmpty }.map { row in
            ChoiceRow(
                choice: .header(row), title: localized("第 \(row.line) 行", "row \(row.line)"),
                remark: row.words)
        }
    }

    private static func leftOut(_ remark: String) -> ChoiceRow {
        ChoiceRow(choice: .leftOut, title: localized("不导入", "Leave out"), remark: remark)
    }

    private static func columns(of table: TableSchema) -> String {
        let names = table.required.map(\.title).joined(separator: localized("、", ", "))
        return localized("要有：\(names)", "Needs: \(names)")
    }

    static var list: RowList<ChoiceRow> {
        let columns: [RowList<ChoiceRow>.Column] = [
            .init(TableColumn(localized("当作", "Taken for"), minimum: 12, ideal: 18)) { $0.title },
            .init(TableColumn(localized("说明", "Remark"), minimum: 20, ideal: 40, share: 1)) { $0.remark },
        ]
        return RowList(columns, identity: { "\($0.choice)" }, searched: { "\($0.title) \($0.remark)" })
    }
}

extension SampleRow {
    /// Its cells that are filled, as one line.
    var words: String { cells.filter { !$0.isEmpty }.joined(separator: localized("，", ", ")) }
}

extension ImportOrder {
    /// Says what a file or column is taken for, in place of what was said before.
    mutating func take(_ row: ColumnRow, for choice: ChoiceRow.Choice) {
        let source = row.source
        var mapping = source.mapping ?? HeaderMapping(source.shape, table: source.table)
        switch (row.subject, choice) {
        case (.column(let column), .column(let other)):
            mapping.choices = mapping.choices.filter { $0.value != .column(other) }
            mapping.choices[column.index] = .column(other)
        case (.column(let column), .aid(let aid)):
            // Helpers may have a column for each level.
            if aid != .helper { mapping.choices = mapping.choices.filter { $0.value != .aid(aid) } }
            mapping.choices[column.index] = .aid(aid)
        case (.column(let column), .leftOut): mapping.choices[column.index] = .leftOut
        case (.column(let column), _):
            mapping.choices[column.index] = nil
            if mapping.choices.isEmpty { return forget(source.shape) }
        case (_, .table(let table)):
            source.former.map { forget($0) }
            mapping = HeaderMapping(source.shape, table: table)
        case (_, .leftOut): mapping = HeaderMapping(source.shape, table: nil)
        case (_, _): return forget(source.shape)
        }
        correct(mapping)
    }
}
