import Glibc

/// A path as the caller gave it, with the bytes the system knows it by.
///
/// File names need not be UTF-8 (an archive from an older system brings GBK names), so the bytes are kept beside the text.
struct InputPath: Sendable {
    /// The name in messages: FILE as given, in a folder `FOLDER/NAME` (CONTRACT section 1).
    let name: String
    /// The path for the system, ending in zero.
    let bytes: [CChar]

    init(_ name: String) {
        self.name = name
        bytes = name.utf8CString.map { $0 }
    }

    init(_ entry: [CChar], in folder: InputPath) {
        let slash = folder.name.hasSuffix("/") ? "" : "/"
        name = folder.name + slash + String(decoding: entry.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
        bytes = folder.bytes.dropLast() + slash.utf8.map(CChar.init(bitPattern:)) + entry
    }
}

/// A regular file open for reading, which notices when it is written to meanwhile (RELIABILITY section 8).
final class InputFile {
    private let descriptor: Int32
    /// What the file was when it was opened.
    let stamp: Stamp

    /// Identity, size and times of a file: if they are equal, the content is taken to be equal.
    struct Stamp: Equatable, Sendable {
        let device: UInt
        let node: UInt
        let size: Int
        let times: [Int]

        fileprivate init(_ info: stat) {
            device = UInt(info.st_dev)
            node = UInt(info.st_ino)
            size = Int(info.st_size)
            times = [info.st_mtim.tv_sec, info.st_mtim.tv_nsec, info.st_ctim.tv_sec, info.st_ctim.tv_nsec]
        }
    }

    /// Opens without waiting, so that a pipe is refused and does not block.
    init(_ path: InputPath) throws(FileFault) {
        let (descriptor, info) = try RegularFile.open(bytes: path.bytes)
        self.descriptor = descriptor
        stamp = Stamp(info)
    }

    deinit { close(descriptor) }

    /// Fills as much of the buffer as one read gives; 0 at the end.
    func read(into buffer: UnsafeMutableRawBufferPointer) throws(FileFault) -> Int {
        while true {
            let count = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
            if count >= 0 { return count }
            guard errno == EINTR else { throw .unreadable(errno) }
        }
    }

    /// How many bytes from the beginning reading has come.
    var position: Int { max(0, lseek(descriptor, 0, SEEK_CUR)) }

    /// Goes back to a place counted from the beginning.
    func rewind(to offset: Int = 0) throws(FileFault) {
        guard lseek(descriptor, offset, SEEK_SET) >= 0 else { throw .unreadable(errno) }
    }

    /// - Throws: `changed` if the file is not what it was.
    func checkUnchanged(since stamp: Stamp) throws(FileFault) {
        guard Stamp(try InputFile.information(descriptor)) == stamp else { throw .changed }
    }

    private static func information(_ descriptor: Int32) throws(FileFault) -> stat {
        var info = stat()
        guard fstat(descriptor, &info) == 0 else { throw .unreadable(errno) }
        return info
    }
}
