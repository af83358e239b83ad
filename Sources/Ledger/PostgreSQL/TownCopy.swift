import PartyWork

/// All rows of a ledger on their way from one engine to the other: rows, journal, numbers given; nothing is reckoned anew.
struct TownCopy {
    let tables: [CopiedTable]

    /// Copies all rows, and reads them again from where they came to.
    ///
    /// - Parameter progress: told now and then how many rows have come over; may end the copying by throwing.
    /// - Returns: How many rows there were.
    /// - Throws: `Difference` for a table whose rows are not the same.
    func run(from source: Session, to target: Session, _ load: any Load, _ progress: (Int) throws -> Void) throws -> Int
    {
        var count = 0
        var prints: [Print] = []
        for table in tables {
            let insertion = try load.insertion(table.insert)
            var print = Print()
            try source.statement(table.select).each { row in
                print.add(row, table)
                for column in table.columns.indices { try insertion.bind(Int32(column + 1), row.value(Int32(column))) }
                try insertion.run()
                count += 1
                if count % 1_000 == 0 { try progress(count) }
            }
            prints.append(print)
        }
        try load.finish()
        for (table, print) in zip(tables, prints) {
            var found = Print()
            try target.statement(table.select).each { found.add($0, table) }
            if found != print { throw Difference(table: table.name) }
        }
        try progress(count)
        return count
    }

    /// A table whose rows did not come over as they were.
    struct Difference: Error {
        let table: String
    }

    /// What stands for the rows of a table in any order.
    private struct Print: Equatable {
        private var rows = 0
        private var sum: UInt64 = 0

        mutating func add(_ row: Statement, _ table: CopiedTable) {
            var print = Fingerprint()
            for column in table.columns.indices {
                switch row.value(Int32(column)) {
                case .text(let text): print.add(text)
                case .integer(let number): print.add(String(number))
                // A character that no row holds.
                case .null: print.add("\u{0}")
                }
            }
            rows += 1
            sum &+= print.value
        }
    }
}
