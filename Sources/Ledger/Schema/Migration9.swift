/// An index of the few changes that the journal has a note beside, by which former heads of households are found in lists and
/// searches: without it every change of any household would be looked at.
enum Migration9 {
    static let sql = "CREATE INDEX journal_change_note ON journal_change (table_name, key) WHERE note <> '';"
}
