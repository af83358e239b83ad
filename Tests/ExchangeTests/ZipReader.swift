import Glibc

/// Reads the parts of a zip archive through minizip, which comes with the library that writes workbooks.
final class ZipReader {
    private typealias Open = @convention(c) (UnsafePointer<CChar>) -> OpaquePointer?
    private typealias Locate = @convention(c) (OpaquePointer, UnsafePointer<CChar>, Int32) -> Int32
    private typealias Begin = @convention(c) (OpaquePointer) -> Int32
    private typealias Read = @convention(c) (OpaquePointer, UnsafeMutableRawPointer, UInt32) -> Int32

    private let library: UnsafeMutableRawPointer
    private let archive: OpaquePointer

    struct Failure: Error {
        let what: String
    }

    init(_ path: String) throws {
        guard let library = dlopen("libminizip.so.1", RTLD_NOW) else { throw Failure(what: "libminizip") }
        self.library = library
        guard let archive = try ZipReader.function(library, "unzOpen", Open.self)(path) else {
            throw Failure(what: path)
        }
        self.archive = archive
    }

    deinit {
        let close = try? ZipReader.function(library, "unzClose", Begin.self)
        _ = close?(archive)
    }

    /// The text of a part; nil where there is none of the name.
    func part(_ name: String) throws -> String? {
        guard try ZipReader.function(library, "unzLocateFile", Locate.self)(archive, name, 1) == 0 else { return nil }
        guard try ZipReader.function(library, "unzOpenCurrentFile", Begin.self)(archive) == 0 else {
            throw Failure(what: name)
        }
        let read = try ZipReader.function(library, "unzReadCurrentFile", Read.self)
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = Int(read(archive, &chunk, UInt32(chunk.count)))
            if count < 0 { throw Failure(what: name) }
            if count == 0 { return String(decoding: bytes, as: UTF8.self) }
            bytes += chunk[..<count]
        }
    }

    private static func function<F>(_ library: UnsafeMutableRawPointer, _ name: String, _: F.Type) throws -> F {
        guard let symbol = dlsym(library, name) else { throw Failure(what: name) }
        return unsafeBitCast(symbol, to: F.self)
    }
}
