import Dashboard
import Exchange
import Glibc
import Ledger
import Papers
import PartyWork

extension Desk {
    /// What comes of writing a list or papers from the dashboard.
    func message(printing job: PrintJob) -> Message {
        do {
            return .printed(job, try outcome(of: job))
        } catch {
            return .printed(job, .failed(sentence(for: error)))
        }
    }

    /// An existing file is asked about before anything is journalled; an unmasked printing is journalled before anything is
    /// written, as the command line does.
    private func outcome(of job: PrintJob) throws -> PrintOutcome {
        let path = job.path
        if !job.replaces, try FileReplacement.isTaken(path) { return .exists(path) }
        var remarks: [String] = []
        do {
            let replacing: FileReplacement.Permission = job.replaces ? .anything : .nothing
            let pulse = Desk.patience()
            if case .template(let register) = job.content {
                let tables = try tables(ofTemplate: register)
                try Template.write(tables, to: path, replacing: replacing, pulse: pulse)
            } else if case .reminders(let file) = job.content {
                try FileReplacement.write(
                    path, text: file.text(madeAt: clock.instant()), replacing: replacing, pulse: pulse)
            } else {
                let papers = try ledger.snapshot { try self.papers(of: job) }
                try note(job, papers.count)
                try PaperFile(path: path, format: job.format, replacing: replacing)
                    .write(papers, by: officer, remark: { remarks = $0 }, pulse: pulse)
            }
        } catch let failure as Exporter.Failure where failure.fault == .unwritable(EEXIST) {
            // Someone was quicker.
            return .exists(path)
        }
        var sent = ""
        if job.isSent {
            do {
                sent = try Printer()?.send(path, called: job.name) ?? ""
            } catch let failure as Failure {
                remarks.append(failure.message ?? "")
            }
        }
        return .written(path, remark: remarks.joined(separator: localized("。", ". ")), sent: sent)
    }

    /// The tables that are to be filled in: the entries of a register, else the ledger's own.
    private func tables(ofTemplate register: String?) throws -> [TableSchema] {
        guard let register else { return try ledger.tables.filter(\.isListed) }
        guard let found = try ledger.registers()[register] else {
            throw Refusal.notFound(.registers, RecordKey(register))
        }
        return [found.emptySheet]
    }

    /// The end of the run waits for the file, so that a pipe that takes nothing is given up soon.
    private static func patience() -> () throws -> Void {
        var asked = 0
        return {
            asked += 1
            if asked > 20 { throw FileFault.noReader }
        }
    }

    private func note(_ job: PrintJob, _ count: Int) throws {
        guard job.isUnmasked, case .papers(let request) = job.content else { return }
        let what = "《\(request.kind.title)》\(count) 张：\(try request.subject(from: ledger))"
        _ = try perform(.printUnmasked(what, in: try request.code(from: ledger)))
    }

    private func papers(of job: PrintJob) throws -> [Paper] {
        func context(_ scope: Scope) throws -> PaperContext {
            PaperContext(
                place: try ledger.place(scope), asOf: job.asOf, made: try PaperContext.made(by: officer, in: ledger),
                showsPersonalFields: job.isUnmasked, seal: try ledger.head()?.seal)
        }
        switch job.content {
        case .list(let list): return list.papers(try context(list.scope))
        case .papers(let request):
            let papers = try request.papers(from: ledger, try context(request.scope))
            guard !papers.isEmpty else {
                throw Failure(
                    .refused,
                    localized(
                        "没有可打印的《\(request.kind.title)》：截至 \(request.asOf) 范围内没有对象",
                        "Nothing to print: nobody in scope as of \(request.asOf)"))
            }
            return job.isBlank ? papers.map(\.blank) : papers
        case .template, .reminders: return []
        }
    }
}

extension PaperRequest {
    /// Whom the papers are about, for the journal.
    fileprivate func subject(from ledger: Ledger) throws -> String {
        try helper?.text ?? household?.text ?? ledger.place(scope).text
    }
}

extension PrintJob {
    /// The file's path: `~` is the home folder, and a name alone is below it too.
    var path: String {
        let parts = folder.split(separator: "/", omittingEmptySubsequences: true).map(String.init)
        let isAbsolute = folder.hasPrefix("/")
        let rest = !isAbsolute && parts.first == "~" ? Array(parts.dropFirst()) : parts
        return ((isAbsolute ? [""] : [Surroundings.home]) + rest + [name]).joined(separator: "/")
    }
}
