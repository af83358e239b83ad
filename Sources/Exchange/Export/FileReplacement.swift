import Glibc

/// Puts a new file in place of another: it is made beside it under a name of its own, complete and on the disk before it takes
/// the name, readable by its owner alone.
package enum FileReplacement {
    /// Lets `make` create and fill the new file.
    ///
    /// - Parameter replacing: whether there may be a file of the name already.
    /// - Throws: `Exporter.Failure`, or what `make` throws; the file of before is then as it was.
    package static func write(
        _ path: String, replacing: Bool = true, _ make: (_ temporary: String) throws -> Void
    ) throws {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        let folder = parts.count > 1 ? parts.dropLast().joined(separator: "/") + "/" : "./"
        let temporary = "\(folder).\(parts.last ?? "").\(getpid()).\(UInt32.random(in: 0 ... .max)).tmp"
        do {
            if !replacing { try refuseExisting(path) }
            try Exporter.checkReplaceable(path)
            defer { unlink(temporary) }
            try make(temporary)
            try synchronize(temporary)
            try give(temporary, path, replacing: replacing)
            try Exporter.synchronize(folder)
        } catch let fault as FileFault {
            throw Exporter.Failure(path: path, fault: fault)
        }
    }

    /// Writes a text as a file.
    ///
    /// - Throws: `Exporter.Failure`.
    package static func write(_ path: String, text: String) throws {
        try write(path) { temporary in
            let file = try OutputFile(creating: temporary)
            try file.write(text)
            try file.flush()
        }
    }

    private static func refuseExisting(_ path: String) throws(FileFault) {
        var info = stat()
        if lstat(path, &info) == 0 { throw .unwritable(EEXIST) }
    }

    /// Some file systems have no second names; there a moment remains in which another could take the name.
    private static func give(_ temporary: String, _ path: String, replacing: Bool) throws(FileFault) {
        if !replacing {
            if link(temporary, path) == 0 { return }
            guard errno == EPERM || errno == ENOTSUP else { throw .unwritable(errno) }
            try refuseExisting(path)
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
