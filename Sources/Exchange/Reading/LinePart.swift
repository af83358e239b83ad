import PartyWork

/// What a line of one cell says of the rows below it.
enum LinePart: Hashable {
    /// Their village or branch: 一、店子槽村（12户）.
    case unit
    /// A word that a table must have: 二、预备党员.
    case word

    /// - Parameter tables: those that the rows may be of.
    init?(_ text: String, of tables: [TableSchema]) {
        if UnitLine.isPart(text) {
            self = .unit
        } else if tables.contains(where: { table in
            table.fields.contains { $0.isRequired && WordLine.word(text, of: $0) != nil }
        }) {
            self = .word
        } else {
            return nil
        }
    }
}
