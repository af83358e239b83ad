import Glibc

/// A folder of its own for a test, removed with all that is in it.
final class TemporaryFolder {
    let path: String

    init() throws {
        var name = Array("/tmp/zhibu-exchange-XXXXXX".utf8CString)
        guard mkdtemp(&name) != nil else { throw Failure(number: errno) }
        path = String(decoding: name.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    }

    deinit {
        TemporaryFolder.removeAll(path)
    }

    private static func removeAll(_ folder: String) {
        chmod(folder, 0o700)
        for name in names(folder) where remove("\(folder)/\(name)") != 0 { removeAll("\(folder)/\(name)") }
        rmdir(folder)
    }

    struct Failure: Error {
        let number: Int32
    }

    /// Writes a file and returns its path.
    @discardableResult
    func write(_ name: String, _ bytes: [UInt8]) throws -> String {
        let file = "\(path)/\(name)"
        guard let stream = fopen(file, "w") else { throw Failure(number: errno) }
        defer { fclose(stream) }
        guard fwrite(bytes, 1, bytes.count, stream) == bytes.count else { throw Failure(number: errno) }
        return file
    }

    @discardableResult
    func write(_ name: String, _ text: String) throws -> String { try write(name, Array(text.utf8)) }

    func read(_ name: String) throws -> [UInt8] { try TemporaryFolder.read("\(path)/\(name)") }

    static func read(_ path: String) throws -> [UInt8] {
        guard let stream = fopen(path, "r") else { throw Failure(number: errno) }
        defer { fclose(stream) }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = fread(&chunk, 1, chunk.count, stream)
            if count == 0 { return bytes }
            bytes += chunk[..<count]
        }
    }

    func makeFolder(_ name: String, mode: mode_t = 0o700) -> String {
        mkdir("\(path)/\(name)", mode)
        return "\(path)/\(name)"
    }

    /// The names in the folder, sorted.
    var names: [String] { TemporaryFolder.names(path) }

    static func names(_ path: String) -> [String] {
        guard let folder = opendir(path) else { return [] }
        defer { closedir(folder) }
        var names: [String] = []
        while let entry = readdir(folder) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names.sorted()
    }

    static func mode(_ path: String) -> mode_t {
        var info = stat()
        return stat(path, &info) == 0 ? info.st_mode & 0o777 : 0
    }
}
