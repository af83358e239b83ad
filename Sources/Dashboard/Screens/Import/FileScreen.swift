import PartyWork
import TerminalUI

/// A screen that begins with picking files from a folder, and waits for what is done with them.
protocol FileScreen: PanedScreen {
    /// What is under way.
    var work: FileWait? { get set }
    /// What went wrong last; what was chosen is kept.
    var message: String? { get set }
    /// Whether a list is in sight.
    var hasList: Bool { get }
    /// Begins with files that were picked.
    mutating func open(_ paths: [String])
    /// Takes what came of a task with files; nothing of it is under way any more.
    mutating func take(_ outcome: FileOutcome, of task: FileTask, _ context: Context)
    /// What stands above the list.
    func heading(_ context: Context) -> [HeadingLine]
    /// Draws the kinds of rows to choose from, in the last line of the heading.
    func drawKinds(on frame: inout Frame, row: Int, _ context: Context)
}

/// A line above the list of files or of what they say.
typealias HeadingLine = (text: String, element: Element)

extension FileScreen {
    var hasList: Bool { work == nil }
    var isTyping: Bool { hasList && panes.current.isTyping }
    /// While something is under way nothing else begins, so that Esc means that.
    var isModal: Bool { work != nil }

    mutating func handle(_ key: Key, _ context: Context) -> Bool { hasList && handleInPane(key, context) }

    func drawKinds(on frame: inout Frame, row: Int, _ context: Context) {}

    func drawHeading(on frame: inout Frame, _ context: Context) -> Bool {
        if let work {
            work.draw(on: &frame, context)
            return false
        }
        let heading = heading(context)
        for (row, line) in heading.enumerated() {
            frame.put(
                line.text, row: row, column: 2, maxWidth: frame.size.columns - 3, style: context.style(line.element))
        }
        drawKinds(on: &frame, row: heading.count - 1, context)
        if !hasList { frame.cursor = Cursor(row: 0, column: 2) }
        return hasList
    }

    /// A text above the list, in as many lines as it takes, four at most.
    func wrapped(_ text: String, _ element: Element, _ context: Context) -> [HeadingLine] {
        context.textWidth.wrap(text, to: context.body.columns - 4).prefix(4).map { ($0, element) }
    }

    /// What went wrong last.
    func said(_ context: Context) -> [HeadingLine] {
        message.map { wrapped("! " + $0, .fieldError, context) } ?? []
    }

    /// What stands above the folder's files.
    func folderHeading(_ context: Context) -> HeadingLine {
        (folder?.heading(context, context.body.columns - 4) ?? "", .text)
    }

    var folder: FolderPane? { panes[FolderPane.self] }
    var fileTask: FileTask? { work?.task ?? folder?.asking.map { .list($0) } }

    /// A file beside the picked one that is not there yet, for rows that are left out.
    var pathOfLeft: String {
        let name = localized("留下", "left")
        return folder?.listing?.free(name, "xlsx") ?? "\(name).xlsx"
    }

    mutating func begin(_ task: FileTask) {
        message = nil
        work = FileWait(task)
    }

    private mutating func end() {
        work = nil
        message = nil
    }

    /// Asks for a folder's files.
    mutating func ask(for path: String?) { panes.change(FolderPane.self) { $0.asking = path } }

    mutating func learn(_ task: FileTask, _ outcome: FileOutcome, _ context: Context) {
        if case .list(let path) = task { return learn(of: path, outcome, context) }
        if case .wanted = outcome { return begin(task) }
        guard work?.task == task else { return }
        switch outcome {
        case .progress(let progress): work?.progress = progress
        case .cancelled: end()
        case .failed(let text):
            end()
            message = text
        case .listed, .wanted, .examined, .imported, .compared, .copied, .tabulated:
            end()
            take(outcome, of: task, context)
        }
    }

    /// Takes what comes of listing a folder.
    private mutating func learn(of path: String, _ outcome: FileOutcome, _ context: Context) {
        ask(for: nil)
        switch outcome {
        case .listed(let listing):
            panes.change(FolderPane.self) { $0.take(listing, context) }
            // Why the screen began anew stays said.
            if !path.isEmpty { message = nil }
            if !listing.asked.isEmpty { open([listing.path(of: listing.asked)]) }
        case .failed(let text):
            message = text
            // The folder of the last time may be gone.
            if folder?.listing == nil, !path.isEmpty { ask(for: "") }
        // A folder is listed, or is not: the rest comes of files.
        case .wanted, .progress, .examined, .imported, .compared, .copied, .tabulated, .cancelled: break
        }
    }

    /// The bindings of the folder's lines: Enter, the path, the search.
    func pickingBindings(_ meaning: Meaning, _ list: [Binding<Self>]) -> [Binding<Self>] {
        let none = folder?.list.selected == nil ? localized("没有选中的行", "No row is selected") : nil
        let path = folder?.listing?.path ?? ""
        let kind = folder?.kind ?? .table
        return [
            Binding(.open, picks ? meaning : nil, unavailable: none) { screen in
                screen.open()
                return []
            }, Binding(.edit, .typePath) { _ in [.form(.filePath(kind, path))] },
        ] + list[.find]
    }

    private var picks: Bool {
        switch folder?.list.selected?.kind {
        case .file, .all: true
        case .folder, .parent, nil: !(folder?.list.chosen.isEmpty ?? true)
        }
    }

    private mutating func open() {
        var paths: [String] = []
        panes.change(FolderPane.self) { paths = $0.open() }
        if !paths.isEmpty { open(paths) }
    }

    /// Esc gives up what is under way.
    func giveUp(_ work: FileWait) -> Binding<Self> {
        Binding(.back, .cancel, unavailable: work.isGivenUp ? localized("正在取消", "being cancelled") : nil) { screen in
            screen.work?.isGivenUp = true
            return [.effect(.cancelFiles)]
        }
    }

    var kept: KeptWords {
        var kept = KeptWords()
        kept["folder"] = folder?.listing?.path
        folder?.list.keep("files", in: &kept)
        return kept
    }

    mutating func restore(_ kept: KeptWords) {
        ask(for: kept["folder"] ?? "")
        panes.change(FolderPane.self) { $0.list.restore("files", from: kept) }
    }
}
