import Exchange
import Glibc
import Ledger
import PartyWork

/// The copies of a ledger that are made by themselves: before the first save of a day the file is yesterday's ledger still, and a
/// copy of it is kept, in the folder of the settings, else beside the ledger.
struct KeptCopies: Sendable {
    /// Where copies are looked for; the first takes new ones, the other where that one cannot.
    let folders: [Folder]

    /// A folder of copies.
    struct Folder: Sendable, Hashable {
        let path: String
        /// Whether the officer chose it: then it is never made, so that nothing is written where a stick should be.
        let isChosen: Bool
    }

    /// The folders for a ledger as the settings say; none where copies were turned off.
    ///
    /// Settings that cannot be read, which the dashboard tells of when it opens, leave the folder beside the ledger.
    init(ledger path: String) { self.init(ledger: path, (try? Settings.kept())?.copyFolder) }

    init(ledger path: String, _ chosen: String?) {
        // On a server that is done there, once for everybody (`zhibu server backup`).
        if Ledger.isOnServer(path) {
            folders = []
            return
        }
        let beside = Folder(path: path + ".copies", isChosen: false)
        switch chosen {
        case nil: folders = [beside]
        case "off"?: folders = []
        case let chosen?: folders = [Folder(path: chosen, isChosen: true), beside]
        }
    }

    /// A folder that the copies of several ledgers share.
    init(in folder: String) { folders = [Folder(path: folder, isChosen: true)] }

    /// The copies of all folders that can be looked into, the newest first.
    var copies: [KeptCopy] {
        folders.flatMap { (try? KeptCopies.copies(in: $0.path)) ?? [] }.sorted { ($1.day, $1.path) < ($0.day, $0.path) }
    }

    /// Says which folder is there and cannot be looked into: what is in it is not nothing.
    ///
    /// - Throws: A `Failure`.
    func refuseUnreadable() throws { for folder in folders { _ = try KeptCopies.copies(in: folder.path) } }

    private static func copies(in folder: String) throws -> [KeptCopy] {
        if access(folder, R_OK | X_OK) != 0, errno != ENOENT, errno != ENOTDIR {
            throw Failure(
                .refused,
                localized(
                    "看不了备份的文件夹 \(folder.safe)：没有权限；请让它能读能写（chmod u+rwx）",
                    "The folder of copies \(folder.safe) cannot be looked into; make it readable and writable (chmod u+rwx)"
                ))
        }
        return FolderNames.of(folder).compactMap { KeptCopy($0, in: folder) }
    }

    /// Keeps a copy, where the last entry is of an earlier day and no copy has it yet, and lets those go that are no longer kept.
    ///
    /// - Returns: What the officer should know: that a folder would not take it, and which did; nil for nothing.
    func keep(_ ledger: Ledger, today: Day) -> String? {
        do {
            guard !folders.isEmpty, let head = try ledger.head(), let first = try ledger.seal(of: 1),
                let day = KeptCopies.day(of: head), day < today,
                !copies.contains(where: { $0.ledger == first.firstGroup && $0.day >= day })
            else { return nil }
            return keep(ledger, head, of: first.firstGroup, day)
        } catch {
            return KeptCopies.complaint(error)
        }
    }

    /// Keeps a copy of a ledger as it is now, where none has its last entry; it replaces that of an earlier hour of the same day.
    ///
    /// - Returns: What whoever keeps the server should know; nil for nothing.
    func keepNow(_ ledger: Ledger) -> String? {
        do {
            guard let folder = folders.first?.path, let head = try ledger.head(), let first = try ledger.seal(of: 1)
            else {
                return nil
            }
            func copy(_ head: JournalHead) -> KeptCopy? {
                KeptCopies.day(of: head).map { KeptCopy(in: folder, of: first.firstGroup, day: $0) }
            }
            if let made = copy(head), access(made.path, F_OK) == 0, try Ledger.open(path: made.path).head() == head {
                return nil
            }
            // Another may save meanwhile: what is in it by then is what it is called by.
            _ = try KeptCopies.copies(in: folder)
            let fresh = "\(folder)/.\(first.firstGroup).db"
            unlink(fresh)
            try ledger.backup(to: fresh)
            guard let last = try Ledger.open(path: fresh).head(), let made = copy(last) else { return nil }
            if rename(fresh, made.path) != 0 { throw LedgerError.backupFailed(path: made.path, errno: errno) }
            try KeptCopies.sweep(folder, of: first.firstGroup, sound: made.day)
            return nil
        } catch {
            return KeptCopies.complaint(error)
        }
    }

    private static func day(of head: JournalHead) -> Day? {
        Day(String(localTime(head.at, offset: Clock.offset()).prefix(10)))
    }

    private func keep(_ ledger: Ledger, _ head: JournalHead, of name: String, _ day: Day) -> String? {
        var complaint: String?
        for folder in folders {
            do {
                if !folder.isChosen { mkdir(folder.path, 0o700) }
                _ = try KeptCopies.copies(in: folder.path)
                try KeptCopies.make(KeptCopy(in: folder.path, of: name, day: day), of: ledger, head)
                try KeptCopies.sweep(folder.path, of: name, sound: day)
                return complaint.map {
                    $0 + localized("；这次改存在 \(folder.path.safe)", "; this one is in \(folder.path.safe)")
                }
            } catch LedgerError.backupUnsettled(let path, let errno) {
                // It is there.
                let remark = LedgerError.backupUnsettled(path: path, errno: errno).text
                return [complaint, remark].compactMap(\.self).joined(separator: localized("；", "; "))
            } catch {
                complaint = complaint ?? KeptCopies.complaint(error)
            }
        }
        return complaint
    }

    /// Makes a copy, and opens it: it holds the entry that was the last, and nothing later.
    private static func make(_ copy: KeptCopy, of ledger: Ledger, _ head: JournalHead) throws {
        do {
            try ledger.backup(to: copy.path)
        } catch LedgerError.fileExists {
            // Another program was quicker.
            return
        }
        // Where another saved in the meantime this is no longer yesterday's ledger, and that one has made its copy.
        let found = Result { try Ledger.open(path: copy.path).head() }
        if case .success(head) = found { return }
        unlink(copy.path)
        _ = try found.get()
    }

    /// Removes the copies of a ledger that are no longer kept.
    private static func sweep(_ folder: String, of ledger: String, sound: Day) throws {
        let own = try copies(in: folder).filter { $0.ledger == ledger }
        let expired = CopyRetention.expired(Set(own.map(\.day)), sound: sound)
        for copy in own where expired.contains(copy.day) { unlink(copy.path) }
    }

    private static func complaint(_ error: any Error) -> String {
        let reason = sentence(for: error)
        return localized(
            "自动备份没有存上：\(reason)；台账和已有的备份都没有动",
            "The daily copy was not kept: \(reason); the ledger and the copies there are as they were")
    }
}

extension Settings {
    /// The folder for daily copies: `copies = /media/stick`, or one in the home folder; `off` for none.
    var copyFolder: String? {
        guard let folder = self["copies"], folder != "off" else { return self["copies"] }
        // Wherever the program is begun it is the same folder.
        let path = Surroundings.expanded(folder)
        return path.hasPrefix("/") ? path : Surroundings.home + "/" + path
    }
}
