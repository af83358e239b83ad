import Glibc

/// The one way to a file: it is made under a name of its own, complete and on the disk before it takes its name,
/// readable by its owner alone.
///
/// What stands there is judged by one rule (`OutputTarget`); devices and pipes are written into.
package enum FileReplacement {
    /// What of a name may be replaced; a database never is.
    package enum Permission: Sendable {
        case nothing
        /// What this program wrote there before as the same kind.
        case ownKind
        case anything
    }

    /// Lets `make` create and fill the new file.
    ///
    /// - Parameter pulse: asked while a pipe takes nothing; may end the waiting by throwing.
    /// - Returns: whether a file has the name now, so that this can be said; nothing is said into a stream.
    /// - Throws: `Exporter.Failure`, or what `make` and `pulse` throw; the file of before is then as it was.
    @discardableResult
    package static func write(
        _ path: String, replacing: Permission = .ownKind, pulse: @escaping () throws -> Void = {},
        _ make: (_ temporary: String) throws -> Void
    ) throws -> Bool {
        do {
            let target = try OutputTarget(path)
            if case .stream(let descriptor) = target.standing {
                try pour(into: OutputStream(target.path, descriptor, pulse), make)
                return false
            }
            if replacing == .nothing { try target.refuse(.nothing, by: "") }
            target.sweep()
            let temporary = target.temporary
            defer { unlink(temporary) }
            try make(temporary)
            try synchronize(temporary)
            try target.refuse(replacing, by: temporary)
            try give(temporary, target.path, isFree: target.standing == .nothing)
            try Exporter.synchronize(target.folder)
            return true
        } catch let fault as FileFault {
            throw Exporter.Failure(path: path, fault: fault)
        }
    }

    /// Writes a text as a file.
    ///
    /// - Throws: `Exporter.Failure`; what `pulse` throws.
    package static func write(
        _ path: String, text: String, replacing: Permission = .ownKind, pulse: @escaping () throws -> Void = {}
    ) throws {
        try write(path, replacing: replacing, pulse: pulse) { temporary in
            let file = try OutputFile(creating: temporary)
            try file.write(text)
            try file.flush()
        }
    }

    /// Whether a file of the name would have to be replaced.
    ///
    /// - Throws: `Exporter.Failure` where nothing may be written under the name at all.
    package static func isTaken(_ path: String) throws -> Bool {
        do {
            return try OutputTarget(path).standing == .file
        } catch {
            throw Exporter.Failure(path: path, fault: error)
        }
    }

    /// Writes into what cannot be replaced what is made in the folder for such files; nobody sees it there.
    private static func pour(into stream: OutputStream, _ make: (_ temporary: String) throws -> Void) throws {
        let folder = getenv("TMPDIR").map { String(cString: $0) } ?? ""
        let temporary = "\(folder.isEmpty ? "/tmp" : folder)/.zhibu.\(getpid()).\(UInt32.random(in: 0 ... .max)).tmp"
        defer { unlink(temporary) }
        try make(temporary)
        let (whole, _) = try RegularFile.open(temporary, followsLinks: false)
        defer { close(whole) }
        unlink(temporary)
        try stream.write(contentsOf: whole)
    }

    /// Some file systems have no second names; there a moment remains in which another could take the name.
    private static func give(_ temporary: String, _ path: String, isFree: Bool) throws(FileFault) {
        if isFree {
            if link(temporary, path) == 0 { return }
            guard errno == EPERM || errno == ENOTSUP else { throw .unwritable(errno) }
            var info = stat()
            if lstat(path, &info) == 0 { throw .unwritable(EEXIST) }
        }
        guard rename(temporary, path) == 0 else { throw .unwritable(errno) }
    }

    private static func synchronize(_ path: String) throws(FileFault) {
        let descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
        guard descriptor >= 0 else { throw .unwritable(errno) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw .unwritable(errno) }
    }
}
