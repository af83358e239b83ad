import ArgumentParser
import PartyWork

/// A date on the command line, in the four forms of CONTRACT section 1.
struct DayArgument: ExpressibleByArgument {
    let day: Day

    init?(argument: String) {
        guard let day = Day(CellRules.trimmed(argument)) else { return nil }
        self.day = day
    }
}

/// Reads a value that would stand in a column of a file by the rules for that column's cells.
///
/// - Throws: a `Refusal`, as for a row of a file; a value that only steers a command is wrong usage instead.
func cell<Value>(_ column: Column, _ text: String, _ read: (String) throws(Fault) -> Value?) throws -> Value {
    do throws(Fault) {
        guard let value = try read(CellRules.trimmed(text)) else { throw .missing }
        return value
    } catch {
        throw Refusal.faults([FieldFault(column, error)])
    }
}
