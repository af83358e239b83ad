import Exchange
import Glibc
import Ledger
import PartyWork

/// The sample town in a throw-away ledger.
enum DemoTown {
    /// The date the sample was made for.
    static let asOf = Day("2016-06-30").unsafelyUnwrapped

    /// A private copy of the sample.
    static func temporaryCopy() throws -> TemporaryLedger {
        let files = try SampleFiles()
        let copy = try TemporaryLedger()
        do {
            try fill(copy, from: files)
            return copy
        } catch {
            copy.remove()
            throw error
        }
    }

    /// Copies the ledger kept from an earlier start; importing the files takes two hundred milliseconds each time.
    private static func fill(_ copy: TemporaryLedger, from files: SampleFiles) throws {
        let cache = DemoCache(files)
        if cache.copy(to: copy.path) { return }
        try load(files, into: copy.path)
        cache.keep(copy.path)
    }

    private static func load(_ files: SampleFiles, into path: String) throws {
        let officer = Officer(uid: Int(getuid()), name: localized("示例", "sample"))
        let importer = Importer(paths: [files.folder], update: false, today: asOf)
        // A demonstration's file is thrown away, whatever its disk says.
        let ledger = try Ledger.opened(at: path)
        let report = try ledger.acting(as: officer, on: .computer).importAll(importer, doubt: { _ in })
        guard report.isAccepted else {
            throw Failure(
                .fault,
                localized(
                    "示例数据有误（\(files.folder)），请重新安装", "The sample's files are wrong (\(files.folder)); install again"))
        }
        try takeMonths(of: ledger, as: officer)
    }

    /// Two months accepted and one returned, which no file carries: they are signed by acts.
    private static func takeMonths(of ledger: Ledger, as officer: Officer) throws {
        var month = Month(asOf.firstOfYear)
        for (last, reason) in [(MonthStep.Kind.accept, ""), (.accept, ""), (.giveBack, "主题党日的材料没有交齐")] {
            defer { month = Month(month.last.adding(days: 1)) }
            for (kind, days, reason) in [(MonthStep.Kind.submit, 2, ""), (last, 4, reason)] {
                let desk = ledger.acting(as: officer, on: .standing(at: month.last.adding(days: days)))
                _ = try desk.perform(.takeMonthStep(kind, of: month, ["422801100951"], reason: reason))
            }
        }
    }
}

/// The sample as a ledger, kept in the user's cache folder under a name that changes with the files and the program.
struct DemoCache {
    private let parent: String
    private let folder: String
    private let name: String

    init(_ files: SampleFiles) {
        parent = Surroundings.folder("XDG_CACHE_HOME", else: ".cache")
        folder = parent + "/zhibu"
        name = "longfeng-\(String(files.fingerprint, radix: 36)).db"
    }

    /// Copies what is kept; false where nothing is, or it cannot be read.
    func copy(to path: String) -> Bool { FileCopy.copy(folder + "/" + name, to: path) }

    /// Keeps a ledger for the next start, in place of those kept before; without a cache the demo only starts later.
    func keep(_ path: String) {
        mkdir(parent, 0o700)
        mkdir(folder, 0o700)
        let temporary = folder + "/.\(name).\(getpid())"
        guard FileCopy.copy(path, to: temporary, synced: true) else { return }
        removeOld()
        if rename(temporary, folder + "/" + name) != 0 { unlink(temporary) }
    }

    private func removeOld() {
        for name in FolderNames.of(folder) where name.hasPrefix("longfeng-") && name.hasSuffix(".db") {
            unlink(folder + "/" + name)
        }
    }
}

/// Copies whole files.
enum FileCopy {
    /// Copies a file of the user's own to a new one, on the disk if `synced`; leaves none behind where it fails.
    static func copy(_ source: String, to target: String, synced: Bool = false) -> Bool {
        guard let (input, info) = try? RegularFile.open(source, followsLinks: false) else { return false }
        defer { close(input) }
        guard info.st_uid == getuid(), info.st_size > 0 else { return false }
        let output = open(target, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard output >= 0 else { return false }
        let isWhole = transfer(Int(info.st_size), from: input, to: output)
        let isKept = !synced || fsync(output) == 0
        guard close(output) == 0, isWhole, isKept else {
            unlink(target)
            return false
        }
        return true
    }

    private static func transfer(_ size: Int, from input: Int32, to output: Int32) -> Bool {
        var rest = size
        while rest > 0 {
            let count = sendfile(output, input, nil, rest)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return false }
            rest -= count
        }
        return true
    }
}
