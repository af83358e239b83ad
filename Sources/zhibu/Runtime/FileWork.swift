import Dashboard
import Exchange
import Ledger
import PartyWork
import Synchronization

/// Does what the screens want done with files.
struct FileWork: Sendable {
    let desk: Desk
    var cancellation = Cancellation()
    /// Hears now and then how far a task has come.
    var hear: @Sendable (WorkProgress) -> Void = { _ in }

    /// The officer wants no more of it.
    private struct Cancelled: Error {}

    /// What comes of a task.
    ///
    /// - Throws: `Signals.Interrupted`.
    func outcome(of task: FileTask) throws -> FileOutcome {
        do {
            switch task {
            case .list(let path): return .listed(try FolderReader.listing(Surroundings.expanded(path)))
            case .examine(let order):
                return .examined(try report(on: order, commit: { _ in false }, doubt: { _ in }).review)
            case .carryOut(let order, let reviewed): return try carryOut(order, reviewed)
            case .tabulate(let order):
                let path = Surroundings.expanded(order.path)
                let left = order.left.map { SheetOrder.Left($0.reasons, in: Surroundings.expanded($0.path)) }
                return .tabulated(try SheetTable.read(path, sheet: order.sheet, pulse: pulse).leaving(left, from: path))
            case .read(let path):
                return try compare(MergeOrder(try Ledger.opened(at: Surroundings.expanded(path)).partedCopy()))
            case .weigh(let order): return try compare(order)
            case .copy(let code, let path): return try copy(for: code, to: Surroundings.expanded(path))
            }
        } catch is Cancelled {
            return .cancelled
        } catch let fault as FileFault {
            return .failed(fault.text)
        } catch let fault as SheetFault {
            return .failed(fault.text)
        } catch let interrupted as Signals.Interrupted {
            throw interrupted
        } catch {
            return .failed(sentence(for: error))
        }
    }

    /// The message that tells the screens what came of a task.
    func message(doing task: FileTask) throws -> Message { .files(task, try outcome(of: task)) }

    private func compare(_ order: MergeOrder) throws -> FileOutcome {
        .compared(order, try desk.review(merging: order))
    }

    private func copy(for code: Code?, to path: String) throws -> FileOutcome {
        let pace = Pace()
        try desk.ledger.backup(to: path, for: code) { bytes, share in
            try pulse()
            if let progress = pace.progress(bytes / 1_024, share) { hear(progress) }
        }
        return .copied(path)
    }

    private func pulse() throws {
        try Signals.stopIfSignalled()
        if cancellation.isCancelled { throw Cancelled() }
    }

    /// What is saved is what was reviewed, or nothing.
    private func carryOut(_ order: ImportOrder, _ reviewed: ImportReview) throws -> FileOutcome {
        var isSaved = false
        var remarks: [String] = []
        let report = try report(
            on: order,
            commit: { report in
                isSaved = report.isAccepted && report.review == reviewed
                if isSaved { try report.writeLeft(to: order.leaving.path.map(Surroundings.expanded)) }
                return isSaved
            }, doubt: { remarks.append($0) })
        guard isSaved else { return .examined(report.review) }
        remarks += [remark(keeping: order, report.sources)].compactMap { $0 }
        let remark = remarks.isEmpty ? nil : remarks.joined(separator: localized("；", "; "))
        return .imported(report.review, try wholeScope, remark: remark)
    }

    /// Nil where the ledger holds several areas that no code joins.
    private var wholeScope: Scope? {
        get throws {
            do {
                return try desk.ledger.scope(nil)
            } catch is Refusal {
                return nil
            }
        }
    }

    /// All is saved; what the officer said of headers perhaps not, which is no reason to say anything else.
    private func remark(keeping order: ImportOrder, _ sources: [ImportSource]) -> String? {
        do {
            try RememberedHeaders.keep(order, understood: sources, of: desk.ledger.importedTables)
            return nil
        } catch {
            return sentence(for: error)
        }
    }

    private func report(
        on order: ImportOrder, commit: (ImportReport) throws -> Bool, doubt: (String) -> Void
    ) throws -> ImportReport {
        let pace = Pace()
        let importer = Importer(
            order, today: desk.clock.today(), remembered: try RememberedHeaders.kept(of: desk.ledger.importedTables),
            isReview: true,
            progress: { rows, share in
                try pulse()
                if let progress = pace.progress(rows, share) { hear(progress) }
            })
        return try desk.importAll(importer, attendedBy: pulse, commit: commit, doubt: doubt)
    }
}

/// A word from the screen's thread to the worker: no more.
final class Cancellation: Sendable {
    private let flag = Atomic<Bool>(false)

    var isCancelled: Bool { flag.load(ordering: .relaxed) }

    func cancel() { flag.store(true, ordering: .relaxed) }
}
