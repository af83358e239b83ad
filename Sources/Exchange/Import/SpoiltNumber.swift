/// A number as spreadsheets write long ones into a CSV file: `4.22801E+11`, whose other digits are gone.
enum SpoiltNumber {
    /// Whether a cell is one; without a sign behind the E it may be somebody's own number: `3E12`.
    static func matches(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let last = cell.last, isDigit(last), let mark = cell.lastIndex(where: { $0 | 0x20 == 0x65 }),
            mark > 0, mark + 2 < cell.count, cell[mark + 1] == 0x2B || cell[mark + 1] == 0x2D,
            cell[(mark + 2)...].allSatisfy(isDigit)
        else { return false }
        let number = cell[..<mark].drop { $0 == 0x2B || $0 == 0x2D }
        let fraction = number.drop(while: isDigit)
        return number.first.map(isDigit) == true
            && (fraction.isEmpty
                || fraction.first == 0x2E && fraction.count > 1 && fraction.dropFirst().allSatisfy(isDigit))
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
