import Papers
import PartyWork

/// What is to be written, how and where.
package struct PrintJob: Hashable, Sendable {
    package let content: Content
    package let format: PaperFormat
    /// The folder as it was typed; `~` for the home folder at its beginning.
    package let folder: String
    /// The file's name with its ending.
    package let name: String
    package let asOf: Day
    /// Whether telephone numbers stand in full, which the journal then keeps.
    package var isUnmasked = false
    /// Whether papers are to be filled in by hand: what belongs to a paper stays, what was counted or recorded goes.
    package var isBlank = false
    /// Whether the file is sent to the printer once it is written.
    package var isSent = false
    /// Whether a file of the name may be replaced; without, there is a question first.
    package var replaces = false

    /// A list as it was in sight, papers made from the ledger, or the empty workbook that can be imported once filled in.
    package enum Content: Hashable, Sendable {
        case list(PrintedList)
        case papers(PaperRequest)
        /// Of a register where one is named, else of the ledger's own tables.
        case template(register: String?)
        case reminders(ReminderFile)
    }
}

/// What came of a ``PrintJob``.
package enum PrintOutcome: Hashable, Sendable {
    /// The file's whole path, what is to be known of it besides, in a sentence, and what the printer says of it.
    case written(String, remark: String = "", sent: String = "")
    /// There is a file of the name already; its whole path.
    case exists(String)
    /// Why nothing was written, and what to do next.
    case failed(String)
}

extension PrintJob {
    /// A name for a file, from where it is about, what it is and of when: `龙凤镇-结对-2016-06-30`.
    static func fileName(_ parts: [String]) -> String {
        let kept = parts.filter { !$0.isEmpty }.joined(separator: "-").unicodeScalars
            .map { isUnfit($0) ? "_" : String(Character($0)) }
        // Of Han each takes three bytes: file systems take 255, with the ending and what a file under way has besides.
        return kept.prefix(60).joined()
    }

    /// Whether a character is better not in a file's name, here or on another system.
    static func isUnfit(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value <= 0x20 || "/\\:*?\"<>|\u{7F}".unicodeScalars.contains(scalar)
    }
}
