import Glibc

/// Turns a stream of another encoding into UTF-8 as glibc reads it (CONTRACT section 1, encoding).
final class TextDecoder {
    /// A stream of bytes: fills the buffer from its beginning, 0 at the end.
    typealias Input = (UnsafeMutableRawBufferPointer) throws -> Int

    /// A byte that the encoding does not have; `offset` counts the bytes of the input before it.
    struct Unreadable: Error {
        let offset: Int
    }

    private let converter: iconv_t
    private let input: Input
    private let raw: UnsafeMutableRawBufferPointer
    private var start = 0
    private var end = 0
    private var isDrained = false
    /// How many bytes of the input have been turned.
    private var turned = 0

    /// - Parameter encoding: as glibc calls it; UTF-16 with its byte order mark.
    /// - Throws: `unreadable` where the system does not have it.
    init(_ encoding: String = "GB18030", chunk: Int = 1 << 16, input: @escaping Input) throws {
        guard let converter = iconv_open("UTF-8", encoding), Int(bitPattern: converter) != -1 else {
            throw FileFault.unreadable(errno)
        }
        self.converter = converter
        self.input = input
        // Room for a character that was cut at the end of the chunk before.
        raw = .allocate(byteCount: max(chunk, 8), alignment: 1)
    }

    deinit {
        iconv_close(converter)
        raw.deallocate()
    }

    /// Fills the buffer with UTF-8, which needs room for one character; 0 at the end.
    ///
    /// - Throws: `Unreadable` at the first byte that cannot be read, once everything before it has been given.
    func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
        while true {
            if start == end || isCut { try refill() }
            if start == end { return 0 }
            let written = try convert(into: buffer)
            if written > 0 { return written }
        }
    }

    /// Whether what is left begins a character without ending it.
    private var isCut = false

    private func refill() throws {
        raw.copyMemory(from: UnsafeRawBufferPointer(rebasing: raw[start..<end]))
        (start, end) = (0, end - start)
        let count = isDrained ? 0 : try input(UnsafeMutableRawBufferPointer(rebasing: raw[end...]))
        isDrained = count == 0
        if isDrained, isCut { throw Unreadable(offset: turned) }
        end += count
        isCut = false
    }

    private func convert(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
        var from = raw.baseAddress?.advanced(by: start).assumingMemoryBound(to: CChar.self)
        var left = end - start
        var to = buffer.baseAddress?.assumingMemoryBound(to: CChar.self)
        var room = buffer.count
        let result = iconv(converter, &from, &left, &to, &room)
        let number = errno
        let written = buffer.count - room
        turned += end - left - start
        start = end - left
        guard result == -1 else { return written }
        switch number {
        case EINVAL: isCut = true
        case E2BIG: break
        default: if written == 0 { throw Unreadable(offset: turned) }
        }
        return written
    }
}
