import CSQLite

extension SQLiteConnection {
    /// So many of SQLite's steps lie between two looks: some milliseconds.
    private static let steps: Int32 = 50_000

    func attended<T>(by pulse: @escaping () throws -> Void, _ body: () throws -> T) throws -> T {
        let watch = Watch(pulse)
        sqlite3_progress_handler(
            handle, SQLiteConnection.steps,
            { argument in
                guard let argument else { return 0 }
                return Unmanaged<Watch>.fromOpaque(argument).takeUnretainedValue().isOver ? 1 : 0
            }, Unmanaged.passUnretained(watch).toOpaque())
        defer { sqlite3_progress_handler(handle, 0, nil, nil) }
        do {
            return try body()
        } catch {
            // Where the pulse wanted an end, the statement's error is only that it was interrupted.
            throw watch.reason ?? error
        }
    }

    /// Asks the pulse, and keeps why it wants an end.
    private final class Watch {
        private let pulse: () throws -> Void
        private(set) var reason: (any Error)?

        init(_ pulse: @escaping () throws -> Void) { self.pulse = pulse }

        var isOver: Bool {
            do {
                try pulse()
                return false
            } catch {
                reason = error
                return true
            }
        }
    }
}
