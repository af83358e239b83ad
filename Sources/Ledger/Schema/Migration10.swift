/// Nothing changes in the schema: from here on `journal.summary` holds what was done as data (`Deed.kept`), and words
/// only in the entries made before.
///
/// A program of an earlier version would show the data as it is, and is kept from opening the ledger.
enum Migration10 {
    static let sql = ""
}
