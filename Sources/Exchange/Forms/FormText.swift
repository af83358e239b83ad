import PartyWork
import TerminalUI

/// A form as lines of fixed width, for a printer with a font in which Han takes two cells: characters of ambiguous width take
/// two there as well.
package struct FormText {
    private let form: PrintedForm
    private let width = TextWidth(.wide)

    private var paper: Int { form.isWide ? FormTable.paper.wide : FormTable.paper.upright }

    package init(_ form: PrintedForm) {
        self.form = form
    }

    /// The whole form; several follow each other with a form feed between.
    package static func document(_ forms: [PrintedForm]) -> String { document(forms) { _ in } }

    /// The same, telling how many forms are made.
    ///
    /// - Parameter step: may end the making by throwing.
    package static func document(_ forms: [PrintedForm], step: (Int) throws -> Void) rethrows -> String {
        try each(forms, step) { FormText($0).text }.joined(separator: "\u{0C}")
    }

    /// Makes a text of each form, and tells how many are made.
    static func each(
        _ forms: [PrintedForm], _ step: (Int) throws -> Void, _ make: (PrintedForm) -> String
    ) rethrows -> [String] {
        try forms.enumerated().map { place, form in
            try step(place + 1)
            return make(form)
        }
    }

    /// The lines of the form.
    package var text: String {
        let body = form.tables.flatMap { [""] + lines($0) }
        let chart = form.bars.map { [""] + lines($0) } ?? []
        let notes = form.notes.isEmpty ? [] : [""] + form.notes.flatMap { wrapped("注：\($0)") }
        return (heading + body + chart + notes + signatures).map(\.withoutTrailingSpaces).joined(separator: "\n") + "\n"
    }

    private var heading: [String] {
        let own = form.heading
        let first = "\(own.place)    \(own.period)"
        return [width.pad(own.title, to: paper, alignment: .centre), ""] + wrapped(first)
            + [own.subject, own.rule.isEmpty ? "" : "口径：\(own.rule)", own.made].filter { !$0.isEmpty }.flatMap(wrapped)
    }

    private var signatures: [String] {
        guard !form.signatures.isEmpty else { return [] }
        return ["", ""] + wrapped(form.signatures.map { "\($0)（签字）：__________" }.joined(separator: "    "))
            + ["", "日期：______ 年 ____ 月 ____ 日"]
    }

    private func wrapped(_ text: String) -> [String] { width.wrap(PlainText.safe(text), to: paper) }

    // MARK: - Tables

    private func lines(_ table: FormTable) -> [String] {
        let gap = table.columns.reduce(0) { $0 + $1.width + 2 } - 2 > paper ? 1 : 2
        let total = table.columns.reduce(0) { $0 + $1.width + gap } - gap
        let rule = String(repeating: "-", count: total)
        let header = table.hasHeader ? rowLines(table.columns.map { .label($0.heading) }, table, gap) + [rule] : []
        let rows = table.rows.flatMap { rowLines($0, table, gap) + (form.isBlank ? [""] : []) }
        let totals = table.totals.isEmpty ? [] : [rule] + table.totals.flatMap { rowLines($0, table, gap) }
        return (table.title.isEmpty ? [] : [PlainText.safe(table.title)]) + [rule] + header + rows + totals + [rule]
    }

    /// A row takes as many lines as its longest cell.
    private func rowLines(_ row: [FormCell], _ table: FormTable, _ gap: Int) -> [String] {
        let cells = zip(row, table.columns).map { cell, column in
            cell == .empty && form.isBlank
                ? [String(repeating: "_", count: column.width)]
                : width.wrap(PlainText.safe(cell.plain), to: column.width)
        }
        return (0..<(cells.map(\.count).max() ?? 0)).map { line in
            zip(cells, table.columns).map { lines, column in
                let alignment: Alignment = column.kind.isFigure ? .right : .left
                return width.pad(line < lines.count ? lines[line] : "", to: column.width, alignment: alignment)
            }.joined(separator: String(repeating: " ", count: gap))
        }
    }

    // MARK: - The chart

    private func lines(_ bars: FormBars) -> [String] {
        let names = bars.bars.map { width.cells(PlainText.safe($0.name)) }.max() ?? 0
        return [bars.title]
            + bars.bars.map { bar in
                let length = Int((bar.share * 60).rounded(.down))
                return width.pad(PlainText.safe(bar.name), to: names) + "  "
                    + String(repeating: "=", count: length) + " " + bar.shown
            }
    }
}

extension FormCell {
    /// What stands in the cell, but a hyphen for `—`, which some of these fonts draw in one cell and some in two.
    fileprivate var plain: String {
        if case .rate(let coverage) = self, coverage.permille == nil { return "-" }
        return shown
    }
}

extension String {
    fileprivate var withoutTrailingSpaces: String { String(reversed().drop { $0 == " " }.reversed()) }
}
