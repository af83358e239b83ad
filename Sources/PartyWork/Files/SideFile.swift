/// The files that SQLite keeps beside a database under its name: a file of any other content there would be taken for a
/// journal, rolled back and deleted (sqlite.org/lockingv3.html, hot journals).
package enum SideFile {
    /// What stands behind the database's name.
    package static let endings = ["-journal", "-wal", "-shm"]

    /// The database beside which a file of the name would stand; nil for other names.
    package static func database(of path: String) -> String? {
        endings.first { path.hasSuffix($0) && path.utf8.count > $0.utf8.count }
            .map { String(path.dropLast($0.count)) }
    }
}
