import Glibc

/// A parameter on its way to the server: its text with a zero at the end; nil for NULL.
struct PostgreSQLValue: Hashable {
    private let bytes: ContiguousArray<CChar>?

    static let null = PostgreSQLValue(bytes: nil)

    init(_ text: String) { self.init(bytes: ContiguousArray(text.utf8CString)) }

    private init(bytes: ContiguousArray<CChar>?) { self.bytes = bytes }

    /// The text; nil for NULL.
    var text: String? {
        bytes.map { String(decoding: $0.dropLast().lazy.map { UInt8(bitPattern: $0) }, as: UTF8.self) }
    }

    /// Hands over pointers to all of them, which hold within the body.
    static func withPointers<T>(_ values: [PostgreSQLValue], _ body: ([UnsafePointer<CChar>?]) -> T) -> T {
        // One buffer for all: pointers into several arrays at once would not hold.
        let total = values.reduce(0) { $0 + ($1.bytes?.count ?? 0) }
        let buffer = UnsafeMutablePointer<CChar>.allocate(capacity: max(1, total))
        defer { buffer.deallocate() }
        var end = 0
        let pointers = values.map { value -> UnsafePointer<CChar>? in
            guard let bytes = value.bytes else { return nil }
            let start = end
            bytes.withUnsafeBufferPointer { source in
                if let base = source.baseAddress { memcpy(buffer + start, base, source.count) }
            }
            end += bytes.count
            return UnsafePointer(buffer + start)
        }
        return body(pointers)
    }
}
