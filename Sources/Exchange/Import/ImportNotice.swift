import PartyWork

/// Something to tell about a line of a file: why it is bad, a warning, or what it changes (CONTRACT section 1, import).
package struct ImportNotice: Hashable, Sendable, CustomStringConvertible {
    /// FILE as given, in a folder `FOLDER/NAME`.
    package let file: String
    /// The line on which the row begins; nil if the file could not be read at all.
    package let line: Int?
    /// What it is.
    package let reason: Reason

    /// Faults refuse the whole import; warnings and changes do not.
    package enum Kind: Hashable, Sendable {
        case fault
        case warning
        case change
    }

    /// What there is to tell, as data; `ImportNotice.text` says it in Chinese.
    package enum Reason: Hashable, Sendable {
        /// The file as a whole could not be read.
        case file(FileFault)
        /// Neither UTF-8 nor GB18030.
        case unreadableText
        /// No header.
        case emptyFile
        /// A header that fits no table; the nearest one, and which of its required columns are missing.
        case noTable(nearest: Table?, missing: [Column])
        /// A header that fits several tables.
        case twoTables([Table])
        /// A header that names a column twice.
        case columnTwice(Column)
        /// A header cell with forbidden characters.
        case header(String, Fault)
        /// Quotes that do not match, or a row too long to keep.
        case quoting(Quoting, column: String?)
        /// More filled cells than the header has; the first of them.
        case surplus(String)
        /// A cell or the row breaks a rule.
        case field(FieldFault)
        /// The key stood in an earlier row of the call.
        case duplicate(RecordKey, file: String, line: Int)
        /// The key is saved with other values, and `--update` was not given.
        case differs([ColumnChange])
        /// The same with `--update`: saved.
        case updated([ColumnChange])
        /// The row would change what counts in a signed month.
        case locked(Refusal)
        /// A column that the table does not have.
        case unknownColumn(String)
        /// Saved all the same, but worth a word.
        case warning(Warning)
    }

    /// What is wrong with the quotes of a cell.
    package enum Quoting: Hashable, Sendable {
        case unterminated
        case textAfterQuote
        case quoteInside
        case tooLong
    }

    /// Whether it refuses the import.
    package var kind: Kind {
        switch reason {
        case .unknownColumn, .warning: .warning
        case .updated: .change
        default: .fault
        }
    }

    /// The notice as one line: `FILE:LINE: reason` or `FILE:LINE: warning: reason`, without control characters.
    package var description: String {
        let place = line.map { "\(PlainText.safe(file)):\($0)" } ?? PlainText.safe(file)
        return place + (kind == .warning ? ": warning: " : ": ") + text
    }
}

/// One column of a saved row that a file gives another value.
package struct ColumnChange: Hashable, Sendable {
    package let column: Column
    package let old: String
    package let new: String

    package init(_ column: Column, old: String, new: String) {
        self.column = column
        self.old = old
        self.new = new
    }
}
