import CGsf

/// The container of old Office programs: files within a file, read by libgsf.
final class CompoundFile {
    private let container: OpaquePointer

    /// - Throws: `noLibrary`, or `damaged`.
    init(_ path: InputPath) throws(WorkbookFault) {
        guard cg_is_there() != 0 else { throw .noLibrary(.gsf) }
        guard let container = cg_open(path.bytes) else { throw .damaged(part: "OLE") }
        self.container = container
    }

    deinit { cg_close(container) }

    /// A file of the container; nil if there is none of the name.
    func stream(_ name: String) -> CompoundStream? { cg_stream_open(container, name).map { CompoundStream($0, self) } }

    /// What the container is, where it holds no workbook.
    var foreign: ForeignFile {
        if stream("EncryptedPackage") != nil { return .encrypted }
        if stream("WordDocument") != nil { return .document }
        if stream("PowerPoint Document") != nil { return .slides }
        return .container
    }
}

/// A file of a container.
final class CompoundStream {
    private let stream: OpaquePointer
    private let container: CompoundFile
    let size: Int

    fileprivate init(_ stream: OpaquePointer, _ container: CompoundFile) {
        self.stream = stream
        self.container = container
        size = Int(cg_stream_size(stream))
    }

    deinit { cg_stream_close(stream) }

    /// Fills the buffer with what stands from a place on; false where the container is damaged.
    func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) -> Bool {
        cg_stream_read(stream, Int64(offset), buffer.baseAddress, buffer.count) == 0
    }
}
