/// An .xls by hand, its records as they are ([MS-XLS], [MS-CFB]).
enum WrittenRecords {
    static func record(_ type: Int, _ body: [UInt8]) -> [UInt8] { little(type, 2) + little(body.count, 2) + body }

    /// The container of Windows programs around one stream.
    static func compound(_ stream: [UInt8]) -> [UInt8] {
        // A shorter stream would stand among the small ones.
        let sectors = max(8, (stream.count + 511) / 512)
        var bytes: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
        fill(&bytes, to: 24, 0)
        // Versions, order of bytes, sizes of sectors.
        for value in [0x3E, 3, 0xFFFE, 9, 6] { bytes += little(value, 2) }
        fill(&bytes, to: 44, 0)
        // One sector of the table, the directory in the one behind it, what is small, the table's place.
        for value in [1, 1, 0, 4_096, -2, 0, -2, 0, 0] { bytes += little(value, 4) }
        fill(&bytes, to: 512, 0xFF)
        bytes += little(-3, 4)
        bytes += little(-2, 4)
        for sector in 1...sectors { bytes += little(sector == sectors ? -2 : sector + 2, 4) }
        fill(&bytes, to: 1_024, 0xFF)
        bytes += entry("Root Entry", type: 5, child: 1, start: -2, size: 0)
        bytes += entry("Workbook", type: 2, child: -1, start: 2, size: sectors * 512)
        fill(&bytes, to: 1_536, 0)
        bytes += stream
        fill(&bytes, to: 1_536 + sectors * 512, 0)
        return bytes
    }

    private static func entry(_ name: String, type: UInt8, child: Int, start: Int, size: Int) -> [UInt8] {
        var entry: [UInt8] = []
        for letter in name.utf8 { entry += [letter, 0] }
        let length = entry.count + 2
        fill(&entry, to: 64, 0)
        entry += little(length, 2)
        entry += [type, 1]
        for value in [-1, -1, child] { entry += little(value, 4) }
        fill(&entry, to: 116, 0)
        for value in [start, size, 0] { entry += little(value, 4) }
        return entry
    }

    private static func fill(_ bytes: inout [UInt8], to count: Int, _ byte: UInt8) {
        bytes += [UInt8](repeating: byte, count: count - bytes.count)
    }

    private static func little(_ value: Int, _ count: Int) -> [UInt8] {
        (0..<count).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
    }
}
