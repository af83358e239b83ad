import PartyWork
import TerminalUI

/// A screen that begins with picking files from a folder, and waits for what is done with them.
protocol FileScreen: PanedScreen {
    /// What is under way.
    var work: FileWait? { get set }
    /// What went wrong last; what was chosen is kept.
    var message: String? { get set }
    /// Begins with files that were picked.
    mutating func open(_ paths: [String])
}

extension FileScreen {
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

    mutating func end() {
        work = nil
        message = nil
    }

    /// Asks for a folder's files.
    mutating func ask(for path: String?) { panes.change(FolderPane.self) { $0.asking = path } }

    /// Takes what comes of listing a folder.
    mutating func learn(of path: String, _ outcome: FileOutcome, _ context: Context) {
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
