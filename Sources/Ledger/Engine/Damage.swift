/// A row that does not hold what the schema promises; becomes `LedgerError.corrupt` with the file's path.
struct Damage: Error {
    let detail: String

    init(_ detail: String) { self.detail = detail }
}
