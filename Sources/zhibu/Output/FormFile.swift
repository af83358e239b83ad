import Exchange
import PartyWork

/// Forms on their way into a file, which is written whole or not at all.
struct FormFile {
    let path: String
    let format: PrintFormat
    /// What of the name may be replaced.
    var replacing = FileReplacement.Permission.ownKind

    /// Writes the forms; only their owner may read them.
    ///
    /// - Parameters:
    ///   - step: called with how many forms are written; may end the writing by throwing.
    ///   - pulse: throws where the file is not wanted any more; asked before it takes its name, and while a pipe takes nothing.
    /// - Returns: whether a file has the name now; nothing is said into a stream.
    /// - Throws: `Exporter.Failure`, or what `step` and `pulse` throw; a file of before is then as it was.
    @discardableResult
    func write(
        _ forms: [PrintedForm], by officer: Officer, step: (Int) throws -> Void = { _ in },
        pulse: @escaping () throws -> Void
    ) throws -> Bool {
        try FileReplacement.write(path, replacing: replacing, pulse: pulse) { temporary in
            switch format {
            case .xlsx:
                try StandardStream.error.silenced {
                    try FormWorkbook.write(forms, to: temporary, author: officer.name, step: step)
                }
            case .html, .text, .csv:
                let file = try OutputFile(creating: temporary)
                try file.write(FormFile.text(forms, format, step: step))
                try file.flush()
            }
            try pulse()
        }
    }

    /// The forms in a format that is text. As CSV only the first form, the list itself.
    static func text(
        _ forms: [PrintedForm], _ format: PrintFormat, step: (Int) throws -> Void = { _ in }
    ) rethrows -> String {
        switch format {
        case .html: try FormPage(forms).document(step: step)
        case .csv: forms.first.map { FormCSV.document($0) } ?? ""
        case .text, .xlsx: try FormText.document(forms, step: step)
        }
    }
}
