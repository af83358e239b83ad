/// A row of one of the tables that define registers.
package struct DefinitionRow: LedgerRecord {
    private var cells: SchemaRecord

    package init(_ table: TableSchema) {
        cells = SchemaRecord(table)
        if table == .registers { cells.put(Secrecy.open.rawValue, in: .secrecy) }
    }

    /// The row of a register of which nothing but the name is known.
    init(named name: String) {
        self.init(.registers)
        cells.put(name, in: .register)
    }

    package var table: TableSchema { cells.table }
    package var key: RecordKey { cells.key }
    package func text(_ column: Column) -> String { cells.text(column) }

    package mutating func set(_ column: Column, to cell: String) throws(Fault) {
        switch column {
        case .secrecy where cell.isEmpty: try cells.set(column, to: Secrecy.open.rawValue)
        case .least, .most:
            guard cell.isEmpty || Amount(cell) != nil else { throw .register(.notAnAmount(cell)) }
            try cells.set(column, to: Amount(cell)?.description ?? "")
        default: try cells.set(column, to: cell)
        }
    }

    package func faults(unread: Set<Column>) -> [FieldFault] {
        var faults = FaultList(unread)
        switch table {
        case .registers: checkName(.register, .register, &faults)
        case .registerFields:
            checkName(.field, .field, &faults)
            checkField(&faults)
        case .registerStates: checkName(.state, .state, &faults)
        case .registerGates: checkGate(&faults)
        default:
            checkName(.figure, .figure, &faults)
            checkFigure(&faults)
        }
        return faults.found
    }

    /// Judged together, once all rows are known (`DefinitionJudge`).
    package var references: [Reference] { [] }

    package func caption(_ names: some RecordNames) throws -> [String] { key.parts }
    package func said(_ caption: [String]) -> String {
        "\(table.rowTitle)\(localized("“", " \""))\(caption.joined(separator: " · "))\(localized("”", "\""))"
    }

    /// Gives it another number.
    package mutating func number(_ number: Int) { cells.put(String(number), in: .position) }

    /// The items of a list column.
    package func items(_ column: Column) -> [String] {
        text(column).utf8.split(separator: UInt8(ascii: ";")).map { String(Substring($0)) }
    }

    // MARK: - Rules of one row

    private func checkName(_ column: Column, _ kind: RegisterName.Kind, _ faults: inout FaultList) {
        faults.check(column, with: column, RegisterName.fault(in: text(column), of: kind).map(Fault.register))
    }

    private func checkField(_ faults: inout FaultList) {
        guard let kind = FieldKind(rawValue: text(.kind)) else { return }
        let options = items(.options)
        if kind == .option {
            if !(2...50).contains(options.count) { faults.check(.options, with: .kind, .register(.optionsMissing)) }
            let unfit = options.first { $0.unicodeScalars.count > 40 || $0.utf8.contains(UInt8(ascii: "|")) }
            faults.check(.options, with: .kind, unfit.map { .register(.optionUnfit($0)) })
        } else if !options.isEmpty {
            faults.check(.options, with: .kind, .register(.optionsUnfit))
        }
        for column in [Column.least, .most] where !kind.isNumber && !text(column).isEmpty {
            faults.check(column, with: .kind, .register(.boundUnfit))
        }
        if let least = Amount(text(.least)), let most = Amount(text(.most)), least > most {
            faults.check(.most, with: .least, .register(.boundsCrossed(text(.least))))
        }
    }

    private func checkGate(_ faults: inout FaultList) {
        guard let demand = GateDemand(rawValue: text(.demand)) else { return }
        let (needed, allowed): (Column, [Column]) =
            switch demand {
            case .children: (.otherRegister, [.quantity, .condition])
            case .places: (.field, [.condition])
            case .surplus: (.field, [.quantity, .condition])
            case .order: (.field, [])
            }
        if text(needed).isEmpty { faults.check(needed, with: .demand, .missing) }
        for column in [Column.otherRegister, .condition, .quantity, .field]
        where column != needed && !allowed.contains(column) && !text(column).isEmpty {
            faults.check(column, with: .demand, .register(.unfitFor(demand.rawValue)))
        }
    }

    private func checkFigure(_ faults: inout FaultList) {
        guard let method = FigureMethod(rawValue: text(.calculation)) else { return }
        if method == .count, !text(.field).isEmpty {
            faults.check(.field, with: .calculation, .register(.unfitFor(method.rawValue)))
        } else if method != .count, text(.field).isEmpty {
            faults.check(.field, with: .calculation, .missing)
        }
    }
}
