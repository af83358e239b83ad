extension Form {
    /// Draws the form over the body, and places the cursor in its field.
    package func draw(_ context: Context) -> Frame {
        var frame = context.emptyBody
        var row = 0
        for line in context.textWidth.wrap(rule ?? "", to: frame.size.columns - 4) where rule != nil {
            frame.put(line, row: row, column: 2, style: context.style(.muted))
            row += 1
        }
        if isResumed {
            frame.put(
                context.said("接着上次填的，还没有保存；F8 清空重填", "As you left it, not saved yet; F8 empties it"), row: row,
                column: 2,
                style: context.style(.notice))
            row += 1
        }
        for place in places(context) {
            draw(fields[place.field], isFocused: place.field == focus, on: &frame, row: place.rows.lowerBound, context)
        }
        row = rowAfterFields(context)
        for line in messageLines(context) {
            frame.put(line, row: row, column: 2, style: context.style(.fieldError))
            row += 1
        }
        drawOffers(on: &frame, context)
        return frame
    }

    /// The lines above the fields: the rule, and whether it goes on from before.
    private func rowsAboveFields(_ context: Context) -> Int {
        let rule = rule.map { context.textWidth.wrap($0, to: context.body.columns - 4).count } ?? 0
        return rule + (isResumed ? 1 : 0)
    }

    /// The fields in sight, each with its row and below it those that say what is wrong with it.
    func places(_ context: Context) -> [(field: Int, rows: Range<Int>)] {
        let above = rowsAboveFields(context)
        let area = context.body.rows - max(0, messageLines(context).count - 1)
        let space = max(1, area - above - 1 - pickerHeight(area - above))
        let lines = fields.count { $0.fault(context) != nil } + fields.count * (isAiry(context) ? 2 : 1)
        let first = lines <= space ? 0 : max(0, min(focus - space / 2, fields.count - 1))
        var row = above
        var places: [(field: Int, rows: Range<Int>)] = []
        for index in fields.indices.dropFirst(first) where row < area - 1 {
            let end = row + 1 + errorLines(fields[index], context).count
            places.append((field: index, rows: row..<end))
            row = end + (isAiry(context) ? 1 : 0)
        }
        return places
    }

    /// Whether fields have a blank row between them: on a terminal high enough for that and for what a picker offers below.
    private func isAiry(_ context: Context) -> Bool {
        let needed = rowsAboveFields(context) + 2 * fields.count + 10
        return context.body.rows >= 25 && needed <= context.body.rows
    }

    /// The first row of the body that the form leaves free; nil where candidates stand there.
    package func freeRow(_ context: Context) -> Int? {
        offers(context) == nil ? rowAfterFields(context) + messageLines(context).count + 1 : nil
    }

    private func rowAfterFields(_ context: Context) -> Int {
        places(context).last?.rows.upperBound ?? rowsAboveFields(context)
    }

    private func errorLines(_ field: Field, _ context: Context) -> [String] {
        field.fault(context).map { context.textWidth.wrap("! " + $0, to: fieldWidth(context)) } ?? []
    }

    /// What is said of the whole form; where that leaves the fields no room, how it is read again.
    private func messageLines(_ context: Context) -> [String] {
        guard let message else { return [] }
        let lines = wrapped(message, context)
        return isLong(lines, context)
            ? wrapped(context.said("没有保存；原因较长，按 ^S 再看", "not saved; ^S shows again why"), context) : lines
    }

    /// What is said of the whole form where it is longer than a form has room for; nil else.
    package func longMessage(_ context: Context) -> String? {
        message.flatMap { isLong(wrapped($0, context), context) ? $0 : nil }
    }

    private func wrapped(_ message: String, _ context: Context) -> [String] {
        context.textWidth.wrap("! " + message, to: context.body.columns - 4)
    }

    private func isLong(_ lines: [String], _ context: Context) -> Bool {
        lines.count > max(2, (context.body.rows - rowsAboveFields(context)) / 3)
    }

    private var labelWidth: Int { 18 }
    /// The cells of a field, as long as no more is typed.
    private var fieldLength: Int { 34 }
    private var fieldColumn: Int { 2 + labelWidth + 1 }
    private func fieldWidth(_ context: Context) -> Int { max(8, context.body.columns - fieldColumn - 2) }

    private func pickerHeight(_ rows: Int) -> Int { offered == nil ? 0 : min(7, rows / 2) }

    private func draw(_ field: Field, isFocused: Bool, on frame: inout Frame, row: Int, _ context: Context) {
        let left = fieldColumn
        let width = fieldWidth(context)
        frame.put(isFocused ? ">" : " ", row: row, column: 0, style: context.style(.keyName))
        if field.isMarked {
            frame.put("*", row: row, column: 1, style: context.style(.fieldRequired))
        }
        frame.put(
            field.label, row: row, column: 2, width: labelWidth, alignment: .left,
            style: context.style(isFocused ? .screenTitle : .fieldLabel))
        switch field.kind {
        case .choice(let choices): draw(field, choices, isFocused, on: &frame, row: row, left, context)
        case .fixed:
            frame.put(field.shown(context), row: row, column: left, maxWidth: width, style: context.style(.muted))
        case .typed, .pick: drawText(field, isFocused, on: &frame, row: row, left, width, context)
        }
        for (line, text) in errorLines(field, context).enumerated() {
            frame.put(text, row: row + 1 + line, column: left, style: context.style(.fieldError))
        }
    }

    private func drawText(
        _ field: Field, _ isFocused: Bool, on frame: inout Frame, row: Int, _ left: Int, _ width: Int,
        _ context: Context
    ) {
        let ending = field.isSettled ? "" : context.said("；", "; ")
        let chosen = field.chosen.map { $0.called + (isFocused && $0.called != $0.key ? "(\($0.key))" : "") + ending }
            .joined()
        let style = context.style(isFocused ? .fieldInFocus : .field)
        frame.fill(row: row, column: left, rows: 1, columns: min(fieldLength, width), style: style)
        let start = frame.put(chosen, row: row, column: left, maxWidth: width - 6, style: style)
        let hint = isFocused ? field.wants(context) : ""
        // A long hint goes before what is typed does.
        let own = left + min(fieldLength, width) - start
        let room = max(4, own, left + width - start - (hint.isEmpty ? 0 : context.textWidth.cells(hint) + 2))
        let (text, column) = field.text.shown(room, textWidth: context.textWidth)
        let typed = frame.put(text, row: row, column: start, maxWidth: room, style: style)
        // Beside the field; within its end where there is no room.
        let last = left + width
        var end = typed
        func put(_ words: String, orAt column: Int, _ style: Style) {
            let cells = context.textWidth.cells(words)
            let beside = max(end, left + min(fieldLength, width)) + 2
            let column = beside + cells <= last ? beside : column
            guard !words.isEmpty, column >= end + 2 else { return }
            end = frame.put(words, row: row, column: column, maxWidth: last - column, style: style)
        }
        let reading = [field.reading(context), field.aside].compactMap(\.self).joined(separator: "  ")
        put(reading, orAt: typed + 2, context.style(.text))
        guard isFocused else { return }
        frame.cursor = Cursor(row: row, column: start + column, visible: true)
        end = max(end, start + column)
        put(hint, orAt: last - context.textWidth.cells(hint), context.style(.muted))
    }

    private func draw(
        _ field: Field, _ choices: [FieldChoice], _ isFocused: Bool, on frame: inout Frame, row: Int, _ left: Int,
        _ context: Context
    ) {
        var column = left
        for (index, choice) in choices.enumerated() {
            let isChosen = field.text.text == choice.token
            let title = choice.title
            if isFocused, isChosen { frame.cursor = Cursor(row: row, column: column, visible: true) }
            let text = isChosen ? "[\(title)]" : isFocused ? "\(index + 1)\(title)" : " \(title)"
            column =
                frame.put(text, row: row, column: column, style: context.style(isChosen ? .currentTab : .muted)) + 1
        }
        if isFocused, field.text.isEmpty { frame.cursor = Cursor(row: row, column: left, visible: true) }
    }

    /// Where the candidates in sight stand.
    struct OfferPlaces {
        /// The row of what is said of them all; the candidates follow.
        let top: Int
        let shown: Range<Int>

        /// The candidate in a row of the body.
        func candidate(in row: Int) -> Int? {
            let index = shown.lowerBound + row - top - 1
            return row > top && shown.contains(index) ? index : nil
        }
    }

    func offers(_ context: Context) -> OfferPlaces? {
        guard let offered else { return nil }
        let top = rowAfterFields(context) + messageLines(context).count + 1
        guard top < context.body.rows else { return nil }
        let room = context.body.rows - top - 1
        let first = max(0, min(fields[focus].highlighted - room / 2, offered.count - room))
        return OfferPlaces(top: top, shown: first..<min(offered.count, first + room))
    }

    private func drawOffers(on frame: inout Frame, _ context: Context) {
        guard let offered, let places = offers(context) else { return }
        let top = places.top
        let field = fields[focus]
        let query = Purpose.Query(field.text.text)
        let summary =
            offered.isEmpty
            ? context.said("没有符合的，换几个字再找", "Nothing fits, try other words")
            : context.said(
                "可选 \(offered.count) 个：输入姓名、编号或村名查找，上下键选，Enter 选定",
                "\(offered.count) to choose from: type a name, number or village; Up and Down, Enter")
        frame.put(summary, row: top, column: 2, maxWidth: frame.size.columns - 4, style: context.style(.muted))
        let shown = offered[places.shown]
        let nameWidth = min(26, max(12, shown.map { context.textWidth.cells($0.name) }.max() ?? 0))
        for (index, candidate) in zip(places.shown, shown) {
            let isHighlighted = index == field.highlighted
            let row = top + 1 + index - places.shown.lowerBound
            if isHighlighted { frame.put("*", row: row, column: 2, style: context.style(.keyName)) }
            if isHighlighted, field.isAmongCandidates { frame.cursor = Cursor(row: row, column: 2, visible: true) }
            frame.put(
                candidate.name, row: row, column: 4, width: nameWidth, alignment: .left,
                style: context.style(isHighlighted ? .selection : .text))
            let key = candidate.name == candidate.key ? "" : "\(candidate.key)  "
            let detail = "\(key)\(candidate.detail)"
            frame.put(detail, row: row, column: 6 + nameWidth, style: context.style(.muted))
            frame.highlight(query, in: candidate.name, row: row, column: 4, width: nameWidth)
            frame.highlight(query, in: detail, row: row, column: 6 + nameWidth, width: frame.size.columns)
        }
    }
}

extension Form.Field {
    /// What stands in a field that cannot be changed.
    fileprivate func shown(_ context: Form.Context) -> String {
        chosen.isEmpty ? title : chosen.map(\.called).joined(separator: context.said("；", "; "))
    }
}
