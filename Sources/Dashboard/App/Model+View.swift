import PartyWork
import TerminalUI

extension Model {
    /// The whole terminal as a frame: header, tabs, title, the screen or what lies over it, a notice, the footer.
    package var view: Frame { Language.$current.withValue(language) { drawn } }

    private var drawn: Frame {
        var frame = Frame(size, textWidth: context.textWidth)
        guard size.columns >= Model.smallest.columns, size.rows >= Model.smallest.rows else {
            let smallest = Model.smallest
            frame.put(
                localized(
                    "请放大窗口：至少 \(smallest.columns)x\(smallest.rows)，现在 \(size.columns)x\(size.rows)",
                    "Enlarge the window: at least \(smallest.columns)x\(smallest.rows), now \(size.columns)x\(size.rows)"
                ), row: 0, column: 0)
            return frame
        }
        drawHeader(on: &frame)
        drawTabs(on: &frame)
        drawTitle(on: &frame)
        let body = drawnBody
        frame.blit(body, row: Model.chrome.above, column: 0)
        frame.cursor = Cursor(
            row: Model.chrome.above + body.cursor.row, column: body.cursor.column, visible: body.cursor.visible)
        drawNotice(on: &frame)
        hints.draw(on: &frame, row: size.rows - 1, context)
        return frame
    }

    private var drawnBody: Frame {
        switch overlays.last {
        case .form(let form): besidePreview(drawn(form))
        case .menu(let menu): menu.draw(context)
        case .confirm(let confirmation): confirmation.draw(context)
        case .page(let page): page.draw(context)
        case .palette(let palette): palette.draw(context)
        case .preview(let preview): preview.draw(context)
        case nil: top?.isComplete ?? true ? top?.screen.draw(context) ?? context.emptyBody : waiting
        }
    }

    /// Where a form has its room: beside the preview of what the cursor was on, where that is in sight.
    var formContext: Context {
        guard top?.screen.showsPreview(context) ?? false else { return context }
        return context.within(PaneLayout.besidePreview(context.body))
    }

    private func drawn(_ form: Form<Filing>) -> Frame {
        var frame = form.draw(formContext)
        drawConsequence(of: form, on: &frame)
        return frame
    }

    private func besidePreview(_ form: Frame) -> Frame {
        var frame = context.emptyBody
        top?.screen.drawPreview(on: &frame, context)
        frame.blit(form, row: 0, column: 0)
        frame.cursor = form.cursor
        return frame
    }

    /// What is shown until the ledger has answered for the first time; a screen that was complete keeps its rows.
    private var waiting: Frame {
        if let top, top.revision > 0 || !top.answered.isEmpty { return top.screen.draw(context) }
        var frame = context.emptyBody
        frame.put(localized("正在读取…", "Reading…"), row: 0, column: 2, style: context.style(.muted))
        return frame
    }

    private func drawHeader(on frame: inout Frame) {
        let style = context.style(.header)
        frame.fill(row: 0, style: style)
        let (place, day) = headerParts
        let end = frame.put(place, row: 0, column: 1, style: style)
        let after = frame.put(day, row: 0, column: end + (place.isEmpty ? 0 : 2), style: style)
        let room = size.columns - after - 2
        let remark = context.textWidth.truncate(remark, to: max(0, room))
        frame.put(
            remark, row: 0, column: size.columns - context.textWidth.cells(remark) - 1,
            style: context.sample == .absent ? style : context.style(.currentTab))
    }

    /// Where and as of when.
    ///
    /// Where there is no room the program's name goes first, then words about a past day, then a part of the place; the
    /// day always stays.
    private var headerParts: (place: String, day: String) {
        let isPast = context.asOf != context.today
        let day = localized("截至 \(context.asOf)", "as of \(context.asOf)")
        let short = day + (isPast ? localized("（往日）", " (past)") : "")
        let long = day + (isPast ? localized("（往日，^T 回到今天）", " (past, ^T for today)") : "")
        let scope = isBeginning ? localized("（空台账）", "(empty ledger)") : context.scopeName
        let named = localized("支部台账  \(scope)", "Branch ledger  \(scope)")
        let remarked = remark.isEmpty ? 0 : min(context.textWidth.cells(remark), size.columns / 4) + 1
        let room = size.columns - 4 - remarked
        let choices = [(named, long), (scope, long), (named, short), (scope, short)]
        let fitting = choices.first { context.textWidth.cells($0.0 + $0.1) <= room }
        return fitting ?? (context.textWidth.truncate(scope, to: max(0, room - context.textWidth.cells(short))), short)
    }

    private func drawTabs(on frame: inout Frame) {
        var column = 1
        for (tab, label) in tabsInSight {
            let element = tab == self.tab ? Element.currentTab : .text
            column = frame.put(label, row: 1, column: column, style: context.style(element))
        }
    }

    /// The tabs that have room with what stands for them, the open one among them; a blank behind the last is no loss.
    var tabsInSight: ArraySlice<(tab: Tab, label: String)> {
        let tabs = catalogue.tabs
        let labels = tabs.map { label(of: $0) }
        let ends = labels.reduce(into: [0]) { $0.append($0[$0.count - 1] + context.textWidth.cells($1)) }
        func fits(_ first: Int, _ last: Int) -> Bool {
            ends[last + 1] - ends[first] - (labels[last].hasSuffix(" ") ? 1 : 0) < size.columns
        }
        let open = tabs.firstIndex(of: tab) ?? 0
        let first = (0...open).first { fits($0, open) } ?? open
        return zip(tabs, labels).map { ($0, $1) }[first...(tabs.indices.last { $0 >= open && fits(first, $0) } ?? open)]
    }

    private func label(of tab: Tab) -> String {
        let name =
            catalogue.digit(of: tab) + localized("", size.columns >= 100 ? " " : "") + tab.title(in: size.columns)
        if tab == self.tab { return "[\(name)]" }
        // A narrow terminal has no room for a cell behind each, nor have the longer words of English.
        return " \(name)" + localized(size.columns < 68 ? "" : " ", "")
    }

    private func drawTitle(on frame: inout Frame) {
        let missing = overlays.isEmpty ? top?.screen.titlesWithoutRoom(context).count ?? 0 : 0
        // Behind the title, in its style: the first screen has no byte to spare.
        let remark = missing > 0 ? localized("  +\(missing)列", "  +\(missing)") : ""
        let end = frame.put(
            titleLine + remark, row: 2, column: 1, maxWidth: size.columns - 2, style: context.style(.screenTitle))
        guard case .form(let form)? = overlays.last, form.fields.contains(where: \.isMarked) else { return }
        let lacking = form.lacking.count
        let left = lacking == 0 ? "" : localized("，还差 \(lacking) 项", ", \(lacking) to fill")
        // In one look, whatever is left: the first letter typed costs a slow line no more than taking a word away.
        frame.put(
            localized("* 必填", "* required") + left, row: 2, column: end + 2, maxWidth: size.columns - end - 3,
            style: context.style(.fieldRequired))
    }

    /// Where the officer is: the way from the tab to here.
    ///
    /// A title ends with where its selection stands, after two spaces; only the last one's is shown.
    var titleLine: String {
        switch overlays.last {
        case .form(let form): form.title
        case .menu(let menu): menu.title
        case .confirm(let confirmation): confirmation.title
        case .page(let page): page.title
        case .preview(let preview): preview.title
        case .palette:
            localized(
                "命令：能做的事、各页、支部、人、户、合作社、活动",
                "Menu: actions, screens, branches, people, households, cooperatives, activities")
        case nil: way.joined(separator: " > ")
        }
    }

    private var way: [String] {
        let screens = (stacks[tab] ?? []).map(\.screen)
        return screens.dropLast().map { $0.name(context) } + screens.suffix(1).map { $0.title(context) }
    }

    /// What the screen in sight is called.
    var screenName: String { top?.screen.name(context) ?? "" }

    private func drawNotice(on frame: inout Frame) {
        let row = size.rows - 2
        if let notice {
            let lines = noticeLines
            for (index, line) in lines.enumerated() {
                frame.put(
                    line, row: row + 1 - lines.count + index, column: 1,
                    style: context.style(notice.isWarning ? .warning : .notice))
                guard context.abilities.links, let path = notice.path, let place = line.firstRange(of: path) else {
                    continue
                }
                let start = 1 + context.textWidth.cells(String(line[..<place.lowerBound]))
                frame.link = Link(
                    row: row + 1 - lines.count + index, columns: start..<start + context.textWidth.cells(path),
                    path: path)
            }
        } else if overlays.isEmpty, let definition = top?.screen.definition(context) {
            let lines = context.textWidth.wrap(definition, to: size.columns - 2)
            // It takes a line more where the screen leaves that empty.
            let isWhole = lines.count == 2 && frame.text(row: row - 1).allSatisfy { $0 == " " }
            let shown = isWhole ? lines : [context.textWidth.truncate(definition, to: size.columns - 2)]
            for (index, line) in shown.enumerated() {
                frame.put(line, row: row + 1 - shown.count + index, column: 1, style: context.style(.muted))
            }
        }
    }

    /// What the footer shows.
    var hints: HintLine {
        let isSearching = top.map { $0.screen.isTyping && !$0.screen.isModal } ?? false
        let isTop = tab == .overview && (stacks[tab]?.count ?? 0) <= 1
        let footer = Footer(overlay: overlays.last, offers: offers, isTop: isTop, isSearching: isSearching)
        return footer.line(width: size.columns - 2, context)
    }
}
