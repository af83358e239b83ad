import PartyWork

/// Something to tell about a line of a file: why it is bad, a warning, or what it changes (CONTRACT section 1, import).
package struct ImportNotice: Hashable, Sendable, CustomStringConvertible {
    /// Where.
    package let place: FilePlace
    /// What it is.
    package let reason: Reason

    /// FILE as given, in a folder `FOLDER/NAME`.
    package var file: String { place.file }
    /// The line on which the row begins; nil if the file could not be read at all.
    package var line: Int? { place.line }

    package init(_ place: FilePlace, _ reason: Reason) {
        self.place = place
        self.reason = reason
    }

    /// Faults refuse the whole import; warnings and changes do not.
    package enum Kind: Hashable, Sendable {
        case fault
        case warning
        case change
    }

    /// What there is to tell, as data; `ImportNotice.text` says it.
    package enum Reason: Hashable, Sendable {
        /// The file as a whole could not be read.
        case file(FileFault)
        /// Neither UTF-8 nor GB18030.
        case unreadableText
        /// No header.
        case emptyFile
        /// A value was given for a sheet or file that is none of the call's.
        case notCalled(String)
        /// A header that fits no table; the nearest one, and which of its required columns are missing.
        case noTable(nearest: TableSchema?, missing: [Column])
        /// A header of entries of a register that is nowhere.
        case noRegister(String)
        /// A list of households that are not the poor ones; what stands above it.
        case otherHouseholds(String)
        /// A list with a column a month, of which no row has a day.
        case months
        /// What stands above a household's card, which is no list.
        case card(String)
        /// A row of a household that is not poor, as a column says; the cell and what the column is called.
        case otherHousehold(String, String)
        /// A column that nobody knows and that tells when something ended, with something in it.
        case undecided(String)
        /// A row of whose state a column says something, without the day of it.
        case stateWithoutDay(String, Column)
        /// A row of whose state a column that nobody knows says something, without the day of it; the cell, the column's name.
        case stateBeside(String, String, Column)
        /// A row of which a column says that it has not come so far, with the day on which it did.
        case stateAgainstDay(String, Column)
        /// A person of whom a remark says another category than was given for all.
        case otherCategory(String)
        /// A remark behind names that is no part of them.
        case remarkDropped(String)
        /// A header that fits several tables.
        case twoTables([TableSchema])
        /// A header that names a column twice.
        case columnTwice(Column)
        /// Several headers that all mean one column.
        case understoodTwice(Column, [String])
        /// A header cell with forbidden characters.
        case header(String, Fault)
        /// A workbook as a whole, or the rest of a sheet, could not be read.
        case workbook(WorkbookFault)
        /// A cell, or a row too long to keep, that cannot be read as it is written.
        case unreadable(Unreadable, column: Column?)
        /// More filled cells than the header has; the first of them.
        case surplus(String)
        /// A line among names that speaks of the rows below it, and of something else than they are read by.
        case heading(String)
        /// A cell or the row breaks a rule.
        case field(FieldFault)
        /// The key stood in an earlier row of the call.
        case duplicate(RecordKey, FilePlace)
        /// A row without a number that may be the same as an earlier one, or another of its name.
        case unclear(String, FilePlace)
        /// The key is saved with other values, and `--update` was not given.
        case differs([ColumnChange])
        /// The number is that of something else: another day, another organization, another title.
        case collision(Activity)
        /// The key is nowhere, and the file lacks columns that a new row needs.
        case notThere(RecordKey, lacks: [Column])
        /// A changed row with `--update`: saved.
        case updated([ColumnChange])
        /// A changed row where what is saved is to stay.
        case left([ColumnChange])
        /// The row would change what counts in a signed month.
        case locked(Refusal)
        /// A column that the table does not have.
        case unknownColumn(String)
        /// A column without a name that has something in it, counted from 1.
        case namelessColumn(Int)
        /// A column that the ledger has no place for, known from the exports of other systems.
        case notKept(String)
        /// A column of personal data that the ledger may not hold, known by its header.
        case leftOut(String, Sensitive)
        /// Personal data in a column that no header gave away.
        case containsSensitive(String, Sensitive)
        /// A sheet that is none of the tables.
        case sheetSkipped
        /// Rows or columns that the officer did not see, and which were read all the same.
        case hidden(rows: [Int], columns: [String], isSheet: Bool)
        /// Merged cells, every one of which was read as the first of them.
        case merged([String])
        /// A helper whom nobody knows.
        case unknownHelper(String)
        /// Perhaps one helper with a blank in the name, perhaps several; nobody knows them, so that none can be added.
        case unclearHelper(String)
        /// A helper whom nobody knows, and who cannot be added: no person is called so.
        case noName(String)
        /// A helper who became a person of the ledger.
        case helperAdded(String, RecordKey, PersonCategory)
        /// Days without a year, which are of the only year that stands above the header.
        case yearAbove(Int)
        /// Who helps all households of a list, as a line above its header says.
        case helperAbove(String)
        /// Pairings of a list without a day, which begin today.
        case pairedToday(Day)
        /// A household of which no row is the head's.
        case headless
        /// A household with another number of members in the list than it says.
        case members(claimed: Int, found: Int)
        /// A number of people that hardly any household has.
        case manyPeople(Int)
        /// More visits by one person on one day than anybody can make.
        case manyVisits(String, Day, Int)
        /// A line that is no row of the table.
        case passedOver(PassedOver)
        /// A workbook whose days count from 1904.
        case from1904
        /// Saved all the same, but worth a word.
        case warning(Warning)
        /// Saved all the same, though someone of that name is there already; looked for in previews only.
        case namesake(Namesake)
    }

    /// What is wrong with how a cell is written.
    package enum Unreadable: Error, Hashable, Sendable {
        case unterminated
        case textAfterQuote
        case quoteInside
        case tooLong
        /// What a formula came to, such as `#N/A`.
        case error(String)
        /// A formula that no program has computed yet.
        case notComputed
        /// A number of more digits than spreadsheets keep.
        case digitsLost
        /// A key that a spreadsheet made a power of ten.
        case exponent(String)
        /// A year and a month as a number, of which nobody can tell January from October: 2016.1.
        case monthLost(String)
        /// A name with something in parentheses behind it, of which nobody can tell what it is.
        case remark(String)
        /// A text with personal data in it that the ledger may not hold; what it says is not repeated.
        case sensitive(Sensitive)

        /// Whether only cells of sheets can have it, so that it does not reach beyond its cell.
        var isOfSheets: Bool {
            switch self {
            case .unterminated, .textAfterQuote, .quoteInside, .tooLong, .exponent, .monthLost, .remark,
                .sensitive:
                false
            case .error, .notComputed, .digitsLost: true
            }
        }
    }

    /// Whether it refuses the import.
    package var kind: Kind {
        switch reason {
        case .unknownColumn, .namelessColumn, .warning, .notKept, .leftOut, .containsSensitive, .sheetSkipped, .hidden,
            .merged, .from1904, .namesake, .passedOver, .remarkDropped,
            .helperAdded, .helperAbove, .yearAbove, .pairedToday, .members, .manyPeople, .manyVisits:
            .warning
        case .updated, .left: .change
        // What is not known to be harmless refuses.
        default: .fault
        }
    }

    /// The notice as one line: `FILE:LINE: reason` or `FILE:LINE: warning: reason`, of a workbook `FILE[SHEET]!ROW: …`,
    /// without control characters.
    package var description: String { "\(place)\(kind == .warning ? ": warning: " : ": ")\(text)" }
}
