import Glibc

/// The keys of one table that a call has met, each with where it stood first and what became of its row.
///
/// A million keys take about 50 MB: the bytes one after another, and an open hash table of their numbers. Keys are
/// compared by bytes, which is by code points (CONTRACT section 1, keys).
struct KeyTable {
    /// What is known of a key.
    struct Entry {
        fileprivate let start: Int
        fileprivate let length: UInt32
        /// Where the key stood first.
        let line: UInt32
        let file: UInt16
        /// A number whose meaning the caller knows: the kind of an organization, the category of a person.
        var mark: UInt8 = 0
        /// Whether the row is bad, so that rows referring to it are not reported for that.
        var isBad = false
    }

    /// The number of an entry plus one, and its hash, which spares a look at most entries.
    private struct Slot {
        var number: UInt32
        var hash: UInt32

        static let free = Slot(number: 0, hash: 0)
    }

    private var bytes: ContiguousArray<UInt8> = []
    private var entries: ContiguousArray<Entry> = []
    /// A power of two, at most half full.
    private var slots = ContiguousArray(repeating: Slot.free, count: 16)
    private static let seed = UInt64.random(in: .min ... .max)
    /// What of a hash counts.
    private let mask: UInt32

    /// - Parameter mask: what of a hash counts; with 0 every key meets every other.
    init(mask: UInt32 = .max) { self.mask = mask }

    var count: Int { entries.count }

    subscript(index: Int) -> Entry {
        get { entries[index] }
        set { entries[index] = newValue }
    }

    /// The number of a key; nil if it was not met.
    func find(_ key: UnsafeBufferPointer<UInt8>) -> Int? {
        let slot = slots[slot(of: key, KeyTable.hash(key) & mask)]
        return slot.number == 0 ? nil : Int(slot.number) - 1
    }

    /// The number of a key given as a text.
    func find(_ key: String) -> Int? {
        var key = key
        return key.withUTF8 { find($0) }
    }

    /// The number of a key, which is added with its place unless it was met before.
    mutating func insert(_ key: String, file: Int, line: Int) -> (isNew: Bool, index: Int) {
        var key = key
        return key.withUTF8 { insert($0, file: file, line: line) }
    }

    private mutating func insert(
        _ key: UnsafeBufferPointer<UInt8>, file: Int, line: Int
    ) -> (isNew: Bool, index: Int) {
        let hash = KeyTable.hash(key) & mask
        let slot = slot(of: key, hash)
        if slots[slot].number != 0 { return (false, Int(slots[slot].number) - 1) }
        entries.append(
            Entry(
                start: bytes.count, length: UInt32(key.count), line: UInt32(line),
                file: UInt16(truncatingIfNeeded: file)))
        bytes.append(contentsOf: key)
        slots[slot] = Slot(number: UInt32(entries.count), hash: hash)
        if entries.count * 2 > slots.count { grow() }
        return (true, entries.count - 1)
    }

    /// The slot that holds the key, or the free one where it belongs.
    private func slot(of key: UnsafeBufferPointer<UInt8>, _ hash: UInt32) -> Int {
        let mask = slots.count - 1
        var slot = Int(hash) & mask
        while slots[slot].number != 0 {
            if slots[slot].hash == hash, isEqual(entries[Int(slots[slot].number) - 1], key) { break }
            slot = (slot + 1) & mask
        }
        return slot
    }

    private func isEqual(_ entry: Entry, _ key: UnsafeBufferPointer<UInt8>) -> Bool {
        guard Int(entry.length) == key.count else { return false }
        return bytes.withUnsafeBufferPointer { all in
            guard let all = all.baseAddress, let key = key.baseAddress else { return true }
            return memcmp(all + entry.start, key, Int(entry.length)) == 0
        }
    }

    private mutating func grow() {
        let old = slots
        slots = ContiguousArray(repeating: .free, count: old.count * 2)
        let mask = slots.count - 1
        for moved in old where moved.number != 0 {
            var slot = Int(moved.hash) & mask
            while slots[slot].number != 0 { slot = (slot + 1) & mask }
            slots[slot] = moved
        }
    }

    /// Multiplies and folds eight bytes at a time, from a start that differs in every process.
    private static func hash(_ key: UnsafeBufferPointer<UInt8>) -> UInt32 {
        let raw = UnsafeRawBufferPointer(key)
        var hash = seed ^ UInt64(truncatingIfNeeded: raw.count)
        var at = 0
        while at + 8 <= raw.count {
            hash = fold(hash ^ raw.loadUnaligned(fromByteOffset: at, as: UInt64.self))
            at += 8
        }
        var rest: UInt64 = 0
        while at < raw.count {
            rest = rest << 8 | UInt64(raw[at])
            at += 1
        }
        return UInt32(truncatingIfNeeded: fold(hash ^ rest))
    }

    private static func fold(_ value: UInt64) -> UInt64 {
        let product = (value ^ 0x9E37_79B9_7F4A_7C15).multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
        return product.high ^ product.low
    }
}
