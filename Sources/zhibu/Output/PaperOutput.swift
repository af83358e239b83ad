import ArgumentParser
import Exchange
import Ledger
import Papers
import PartyWork

/// How papers are written.
enum FormFormat: String, ExpressibleByArgument, CaseIterable {
    case xlsx
    case pdf
    case html
    case text

    /// The format of papers.
    var printed: PaperFormat {
        switch self {
        case .xlsx: .xlsx
        case .pdf: .pdf
        case .html: .html
        case .text: .text
        }
    }
}

/// Where papers go, and how.
struct PaperOutput {
    let path: String?
    let format: FormFormat
    private let replacing: FileReplacement.Permission

    /// - Parameter format: nil goes by the end of the file's name; text else.
    init(format: FormFormat?, path: String?, isForced: Bool) {
        self.path = path
        replacing = .forced(isForced)
        self.format =
            format ?? FormFormat.allCases.first { path?.lowercased().hasSuffix(".\($0.rawValue)") ?? false } ?? .text
    }

    /// - Throws: a `Failure` for what is no text without a file to go to.
    func refuseUnreadable() throws {
        guard path == nil, format == .xlsx || format == .pdf else { return }
        let name = format.rawValue
        throw Failure(
            .wrongUsage,
            localized("\(name) 不能写到屏幕上，请用 --output 给出文件", "\(name) cannot go to the screen; give a file with --output"))
    }

    /// Writes the papers; a file is replaced whole or not at all, also where a signal comes meanwhile.
    func write(_ papers: [Paper], by officer: Officer) throws {
        let whole = Double(max(1, papers.count))
        let line = ProgressLine(localized("已写出", "Written"), localized("张", "forms"))
        let step = { (count: Int) in try line.step(count, Double(count) / whole) }
        guard let path else {
            return try StandardStream.output.write(
                line.attend { _ in try PaperFile.text(papers, format.printed, step: step) })
        }
        var remarks: [String] = []
        let isFile = try line.attend { _ in
            try PaperFile(path: path, format: format.printed, replacing: replacing)
                .write(
                    papers, by: officer, step: step, remark: { remarks = $0 }, pulse: Signals.stopIfSignalled)
        }
        for remark in remarks { StandardStream.error.tell(localized("zhibu：\(remark)\n", "zhibu: \(remark)\n")) }
        guard isFile else { return }
        let title = papers.first?.heading.kind ?? ""
        let done = localized(
            "已写入 \(path.safe)：《\(title)》\(papers.count) 张",
            "Written to \(path.safe): 《\(title)》, \(plural(papers.count, "sheet"))")
        try StandardStream.output.write(done + "\n", done: done)
    }
}

extension PaperContext {
    /// Who makes a paper, and when: `制表：李娟 2016-06-30 16:15`; a line to write on in the place of a login.
    ///
    /// - Throws: A `LedgerError`.
    static func made(by officer: Officer, in ledger: Ledger) throws -> String {
        let officer = try ledger.known(officer, on: Clock.computer.today())
        let name = officer.name == officer.account ? "____________" : officer.name
        return "制表：\(name) \(localTime(Clock.computer.instant(), offset: Clock.offset()))"
    }
}

extension FileReplacement.Permission {
    /// What may be replaced with `--force`, or without it.
    static func forced(_ isForced: Bool) -> Self { isForced ? .anything : .ownKind }
}
