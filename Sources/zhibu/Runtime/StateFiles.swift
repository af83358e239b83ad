import Dashboard
import Exchange
import Glibc
import PartyWork

/// What outlives a run besides the ledger: where the dashboard was, views with a name, and forms that were not saved.
///
/// One small file for each of the first two, one for each form, in the user's state folder, for the owner only, named after the
/// ledger's path.
///
/// Each is written whole and put in its place at once. It is not forced to the disk: that would take longer than a key may,
/// and what a power cut takes here is in no ledger yet.
struct StateFiles {
    private let folder: String
    private let ledger: String

    /// How long a form that was not saved is kept (seconds): thirty days.
    private static let patience = 30 * 86_400
    /// More than any of these files holds (bytes).
    private static let largest = 1 << 20

    /// The files of the ledger at a path.
    init(ledger path: String) {
        folder = Surroundings.folder("XDG_STATE_HOME", else: ".local/state") + "/zhibu"
        ledger = StateFiles.digest(StateFiles.absolute(path))
    }

    // MARK: - Where the dashboard was

    /// - Returns: nil where nothing was kept.
    /// - Throws: `Unreadable` for what is no such file.
    func memory() throws(Unreadable) -> Memory? {
        guard let text = read(board) else { return nil }
        guard let memory = Memory(text: text) else { throw Unreadable() }
        return memory
    }

    /// - Throws: A `Failure` where the disk takes it not.
    func keep(_ memory: Memory) throws(Failure) { try write(memory.text, to: board) }

    // MARK: - Views

    /// The views of the ledger that were kept.
    ///
    /// - Throws: `Unreadable` for what is no such file, or cannot be read.
    func views() throws(Unreadable) -> [KeptView] {
        guard let text = read(ofViews) else {
            if isThere(ofViews) { throw Unreadable() }
            return []
        }
        guard let views = [KeptView](text: text) else { throw Unreadable() }
        return views
    }

    /// Changes the views in files or, where a run is not remembered, nowhere.
    ///
    /// - Returns: Why the change does not outlive the run; nil where it does.
    static func message(of change: ViewChange, in files: StateFiles?) -> Message? {
        guard let files else {
            return .failed(localized("这里的视图只在这一次有，退出后就没有了", "Views are kept here for this run only"))
        }
        do {
            try files.change(change)
            return nil
        } catch {
            let why = (error as? Failure)?.message ?? files.unreadableViews
            return .failed(
                localized(
                    "视图写不进 \(why)：这次还在，退出后就没有了",
                    "The views cannot be kept in \(why): they are here now, but gone after quitting"))
        }
    }

    /// Changes the views that are there now, for another window may have kept some since; what cannot be read is not replaced.
    private func change(_ change: ViewChange) throws { try write(views().changed(by: change).text, to: ofViews) }

    private var unreadableViews: String {
        localized(
            "\(folder)/\(ofViews)（读不懂，没有动它；移走以后才能存）",
            "\(folder)/\(ofViews) (it cannot be read, and stays as it is; move it away first)")
    }

    private var ofViews: String { "views-" + ledger }

    /// A file that holds something else than it should.
    struct Unreadable: Error {}

    private var board: String { "board-" + ledger }

    // MARK: - Forms

    /// The forms that were not saved, the newest first, and how many files were thrown away because they held none.
    func drafts() -> (drafts: [Draft], unreadable: Int) {
        var found: [(changed: Int, draft: Draft)] = []
        var unreadable = 0
        for name in names(withPrefix: "draft-\(ledger)-") {
            let changed = lastChange(of: name)
            if changed < time(nil) - StateFiles.patience {
                remove(name)
            } else if let draft = read(name).flatMap({ Draft(text: $0) }) {
                found.append((changed, draft))
            } else {
                unreadable += 1
                remove(name)
            }
        }
        return (found.sorted { $0.changed > $1.changed }.map(\.draft), unreadable)
    }

    /// - Throws: A `Failure` where the disk takes it not.
    func keep(_ draft: Draft) throws(Failure) { try write(draft.text, to: name(of: draft.identity)) }

    /// Removes the file of a form.
    func forget(_ identity: String) { remove(name(of: identity)) }

    private func name(of identity: String) -> String { "draft-\(ledger)-\(StateFiles.digest(identity))" }
}

// MARK: - Files

extension StateFiles {
    /// The text of a file of the user's own; nil where there is none.
    private func read(_ name: String) -> String? {
        guard let bytes = try? RegularFile.bytes(folder + "/" + name, limit: StateFiles.largest, isOwn: true) else {
            return nil
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private func write(_ text: String, to name: String) throws(Failure) {
        createFolder(folder)
        let temporary = folder + "/.\(name).\(getpid())"
        unlink(temporary)
        let file = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw failure }
        var isWhole = writeAll(Array(text.utf8), to: file)
        isWhole = close(file) == 0 && isWhole
        guard isWhole, rename(temporary, folder + "/" + name) == 0 else {
            let reason = failure
            unlink(temporary)
            throw reason
        }
    }

    private func writeAll(_ bytes: [UInt8], to file: Int32) -> Bool {
        var done = 0
        while done < bytes.count {
            let count = bytes.withUnsafeBytes {
                Glibc.write(file, $0.baseAddress.unsafelyUnwrapped + done, $0.count - done)
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return false }
            done += count
        }
        return true
    }

    private var failure: Failure {
        Failure(.fault, localized("\(folder)（\(SystemError.text(errno))）", "\(folder) (\(SystemError.text(errno)))"))
    }

    private func remove(_ name: String) { unlink(folder + "/" + name) }

    private func isThere(_ name: String) -> Bool { lastChange(of: name) > 0 }

    private func lastChange(of name: String) -> Int {
        var info = stat()
        return lstat(folder + "/" + name, &info) == 0 ? info.st_mtim.tv_sec : 0
    }

    private func names(withPrefix prefix: String) -> [String] {
        FolderNames.of(folder).filter { $0.hasPrefix(prefix) }
    }

    /// Makes a folder and those above it, for the owner only; writing to it says why where that fails.
    private func createFolder(_ path: String) {
        guard mkdir(path, 0o700) != 0, errno == ENOENT, let slash = path.lastIndex(of: "/"), slash > path.startIndex
        else { return }
        createFolder(String(path[..<slash]))
        mkdir(path, 0o700)
    }

    /// The path as the system knows it, so that two ways to write it are one ledger.
    private static func absolute(_ path: String) -> String {
        guard let real = realpath(path, nil) else { return path }
        defer { free(real) }
        return String(cString: real)
    }

    /// A name of thirteen signs for a text (FNV-1a, 64 bits).
    private static func digest(_ text: String) -> String {
        let value = text.utf8.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
        return String(value, radix: 36)
    }
}
