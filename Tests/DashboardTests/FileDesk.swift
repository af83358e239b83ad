import Dashboard
import Exchange
import Foundation
import Ledger
import PartyWork

/// Does what the dashboard wants done with files, as the program's runtime does, on the kept lists and workbooks; they
/// seem to lie in `/home/li`, and to be changed on one day, wherever the tests run.
struct FileDesk {
    /// Where rows that were left out last would have been written.
    private(set) var leftPath: String?
    /// Copies of ledgers that seem to lie in the folder.
    var copies: [String: PartedCopy] = [:]
    /// For whom copies were written, and where.
    private(set) var written: [String: Code] = [:]
    /// What was kept of headers.
    private(set) var remembered = HeaderMappings()

    private static let shown = "/home/li"
    private static let fixtures = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Fixtures").path

    /// The path by which a test names a kept file.
    static func path(_ name: String) -> String { "\(shown)/\(name)" }

    mutating func outcome(of task: FileTask, in ledger: Ledger, today: Day) throws -> FileOutcome {
        do {
            switch task {
            case .list(let path): return .listed(try listing(path))
            case .examine(let order): return .examined(try report(on: order, ledger, today) { _ in false }.review)
            case .carryOut(let order, let reviewed):
                let report = try report(on: order, ledger, today) { $0.review == reviewed }
                guard report.review == reviewed, reviewed.isAccepted else { return .examined(report.review) }
                remembered.keep(order, understood: report.sources)
                leftPath = report.left.isEmpty ? nil : order.leaving.path
                return .imported(report.review, try ledger.scope(nil), remark: nil)
            case .tabulate(let order):
                leftPath = order.left?.path
                let table = try SheetTable.read(real(order.path), sheet: order.sheet)
                return .tabulated(table.without(Set(order.left?.reasons.keys.map { $0 } ?? [])))
            case .read(let path):
                guard let copy = copies[path] else { throw Refusal.notParted }
                return try compare(MergeOrder(copy), ledger, today)
            case .weigh(let order): return try compare(order, ledger, today)
            case .copy(let code, let path):
                written[path] = code
                return .copied(path)
            }
        } catch let fault as FileFault {
            return .failed(fault.text)
        } catch let fault as SheetFault {
            return .failed(fault.text)
        } catch let refusal as Refusal {
            return .failed(refusal.text)
        }
    }

    private func compare(_ order: MergeOrder, _ ledger: Ledger, _ today: Day) throws -> FileOutcome {
        .compared(order, try ledger.desk(on: today).review(merging: order))
    }

    private func report(
        on order: ImportOrder, _ ledger: Ledger, _ today: Day, commit: (ImportReport) -> Bool
    ) throws -> ImportReport {
        var order = order
        order.paths = order.paths.map(real)
        var importer = Importer(order, today: today, remembered: remembered, isReview: true)
        while true {
            let report: ImportReport = try ledger.desk(on: today).importing(dryRun: false) { session in
                let report = try importer.run(into: session)
                return (result: report, commit: report.isAccepted && commit(report), deed: .words("导入文件"))
            }
            guard let next = importer.leaving(rowsOf: report) else { return report }
            importer = next
        }
    }

    private func listing(_ path: String) throws -> FolderListing {
        if copies[path] != nil, let slash = path.lastIndex(of: "/") {
            let listing = try listing(String(path[..<slash]))
            return FolderListing(
                path: listing.path, entries: listing.entries, asked: String(path[path.index(after: slash)...]))
        }
        let listing = try FolderReader.listing(real(path.isEmpty ? FileDesk.shown : path))
        let entries = listing.entries.filter { $0.name != "TerminalFixture" }.map {
            FolderListing.Entry($0.name, $0.kind, size: $0.size, changedAt: "2016-06-28T02:05:00Z")
        }
        let shown = listing.path.replacing(FileDesk.fixtures, with: FileDesk.shown)
        let ledgers = copies.keys.filter { $0.hasPrefix(shown + "/") && !$0.dropFirst(shown.count + 1).contains("/") }
            .sorted().map {
                FolderListing.Entry(
                    String($0.dropFirst(shown.count + 1)), .ledger, size: 901_120, changedAt: "2016-06-28T02:05:00Z")
            }
        return FolderListing(path: shown, entries: entries + ledgers, asked: listing.asked)
    }

    /// The handbook's lists lie in a folder of the officer's home.
    private func real(_ path: String) -> String {
        path.replacing("~/台账", with: FileDesk.shown + "/Handbook").replacing(FileDesk.shown, with: FileDesk.fixtures)
    }
}
