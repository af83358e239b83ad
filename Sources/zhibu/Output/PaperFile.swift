import Exchange
import Papers
import PartyWork

/// Papers on their way into a file, which is written whole or not at all.
struct PaperFile {
    let path: String
    let format: PaperFormat
    /// What of the name may be replaced.
    var replacing = FileReplacement.Permission.ownKind

    /// Writes the papers; only their owner may read them.
    ///
    /// - Parameters:
    ///   - step: called with how many papers are written; may end the writing by throwing.
    ///   - remark: told what officers should know of the file besides, in sentences.
    ///   - pulse: throws where the file is not wanted any more; asked before it takes its name, and while a pipe takes nothing.
    /// - Returns: whether a file has the name now; nothing is said into a stream.
    /// - Throws: `Exporter.Failure`, or what `step` and `pulse` throw; a file of before is then as it was.
    @discardableResult
    func write(
        _ papers: [Paper], by officer: Officer, step: (Int) throws -> Void = { _ in },
        remark: ([String]) -> Void, pulse: @escaping () throws -> Void
    ) throws -> Bool {
        try FileReplacement.write(path, replacing: replacing, pulse: pulse) { temporary in
            switch format {
            case .xlsx:
                try StandardStream.error.silenced {
                    try PaperWorkbook.write(papers, to: temporary, author: officer.name, step: step)
                }
            case .pdf:
                remark(
                    try StandardStream.error.silenced {
                        try PaperPDF.write(papers, to: temporary, author: officer.name, step: step)
                    })
            case .html, .text, .csv:
                let file = try OutputFile(creating: temporary)
                try file.write(PaperFile.text(papers, format, step: step))
                try file.flush()
            }
            try pulse()
        }
    }

    /// The papers in a format that is text; as CSV only the first paper, the list itself.
    static func text(
        _ papers: [Paper], _ format: PaperFormat, step: (Int) throws -> Void = { _ in }
    ) rethrows -> String {
        switch format {
        case .html: try PaperPage(papers).document(step: step)
        case .csv: papers.first.map { PaperCSV.document($0) } ?? ""
        case .text, .xlsx, .pdf: try PaperText.document(papers, step: step)
        }
    }
}
