import CExpat
import Glibc

/// What a reader of XML is told, in the order of the text.
protocol XMLHandler: AnyObject {
    /// An element begins.
    func begin(_ name: XMLName, _ attributes: XMLAttributes) throws
    /// An element ends.
    func end(_ name: XMLName) throws
    /// A piece of the text between; one text may come in several pieces.
    func text(_ bytes: UnsafeBufferPointer<UInt8>) throws
}

/// Most readers look at elements as they begin and at nothing else.
extension XMLHandler {
    func end(_ name: XMLName) {}
    func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
}

/// The name of an element without its prefix, as its last eight bytes and its length: enough to tell the elements of a workbook
/// apart, and compared at once.
struct XMLName: Equatable {
    private var bytes: UInt64 = 0
    private var count = 0

    init(_ name: StaticString) { self.init(UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount)) }

    fileprivate init(_ name: UnsafePointer<CChar>) {
        let count = strlen(name)
        self = name.withMemoryRebound(to: UInt8.self, capacity: count) {
            XMLName(UnsafeBufferPointer(start: $0, count: count))
        }
    }

    private init(_ name: UnsafeBufferPointer<UInt8>) {
        for byte in name {
            (bytes, count) = byte == UInt8(ascii: ":") ? (0, 0) : (bytes << 8 | UInt64(byte), count + 1)
        }
    }
}

/// The attributes of an element that begins; they hold as long as the call.
struct XMLAttributes {
    fileprivate let list: UnsafeMutablePointer<UnsafePointer<CChar>?>

    /// An attribute's bytes, by its whole name.
    subscript(name: StaticString) -> UnsafeBufferPointer<UInt8>? {
        find { strcmp($0, UnsafeRawPointer(name.utf8Start).assumingMemoryBound(to: CChar.self)) == 0 }
    }

    /// An attribute's bytes, by what follows a prefix, which is whatever the program that wrote it chose.
    func prefixed(_ name: StaticString) -> UnsafeBufferPointer<UInt8>? {
        find { whole in
            guard let colon = strchr(whole, 0x3A) else { return false }
            return strcmp(colon + 1, UnsafeRawPointer(name.utf8Start).assumingMemoryBound(to: CChar.self)) == 0
        }
    }

    func text(_ name: StaticString) -> String? { self[name].map { String(decoding: $0, as: UTF8.self) } }

    /// A whole number by what follows a prefix.
    func prefixedNumber(_ name: StaticString) -> Int? { prefixedText(name).flatMap { Int($0) } }

    func prefixedText(_ name: StaticString) -> String? { prefixed(name).map { String(decoding: $0, as: UTF8.self) } }

    /// Whether an attribute says yes, as XML Schema writes it.
    func isTrue(_ name: StaticString) -> Bool {
        guard let value = self[name] else { return false }
        return value.elementsEqual("1".utf8) || value.elementsEqual("true".utf8) || value.elementsEqual("on".utf8)
    }

    func number(_ name: StaticString) -> Int? { text(name).flatMap { Int($0) } }

    private func find(_ isMeant: (UnsafePointer<CChar>) -> Bool) -> UnsafeBufferPointer<UInt8>? {
        var at = 0
        while let name = list[at], let value = list[at + 1] {
            if isMeant(name) {
                let count = strlen(value)
                return UnsafeBufferPointer(
                    start: UnsafeRawPointer(value).assumingMemoryBound(to: UInt8.self), count: count)
            }
            at += 2
        }
        return nil
    }
}

/// Reads one part's XML as it is unpacked, by expat: no document type, so no entities beyond the five; limits on depth,
/// attributes and the size of an element.
final class XMLStream {
    private static let deepest = 32
    private static let mostAttributes = 64
    /// Expat keeps an element's tag until it is whole.
    private static let longestTag = 1 << 20

    private let part: String
    private let parser: XML_Parser
    private let handler: any XMLHandler
    private var depth = 0
    private var sinceEvent = 0
    private var thrown: (any Error)?

    private init(_ part: String, _ handler: any XMLHandler, isUTF8: Bool) throws(WorkbookFault) {
        guard ce_is_there() != 0 else { throw .noLibrary(.expat) }
        guard let parser = XML_ParserCreate(isUTF8 ? "UTF-8" : nil) else { throw .damaged(part: part) }
        self.part = part
        self.parser = parser
        self.handler = handler
    }

    deinit { XML_ParserFree(parser) }

    /// Reads a part of an archive from its beginning to its end, or until the handler throws.
    static func read(_ part: String, of archive: Archive, _ handler: any XMLHandler) throws {
        try read(part, handler) { take in try archive.read(part, take) }
    }

    /// Reads a text piece by piece, as `pieces` hands it over.
    ///
    /// - Parameter isUTF8: whether the text is UTF-8 whatever it says of itself.
    static func read(
        _ part: String, _ handler: any XMLHandler, isUTF8: Bool = false,
        _ pieces: ((UnsafeRawBufferPointer) throws -> Void) throws -> Void
    ) throws {
        let stream = try XMLStream(part, handler, isUTF8: isUTF8)
        stream.listen()
        try pieces { try stream.take($0, isLast: false) }
        try stream.take(UnsafeRawBufferPointer(start: nil, count: 0), isLast: true)
    }

    private func listen() {
        XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
        XML_SetElementHandler(
            parser,
            { me, name, attributes in
                guard let name, let attributes else { return }
                XMLStream.of(me)?.begin(XMLName(name), XMLAttributes(list: attributes))
            },
            { me, name in
                guard let name else { return }
                XMLStream.of(me)?.end(XMLName(name))
            })
        XML_SetCharacterDataHandler(parser) { me, text, count in
            guard let text else { return }
            let bytes = UnsafeRawPointer(text).assumingMemoryBound(to: UInt8.self)
            XMLStream.of(me)?.text(UnsafeBufferPointer(start: bytes, count: Int(count)))
        }
        XML_SetStartDoctypeDeclHandler(parser) { me, _, _, _, _ in XMLStream.of(me)?.refuseDocumentType() }
    }

    private static func of(_ me: UnsafeMutableRawPointer?) -> XMLStream? {
        me.map { Unmanaged<XMLStream>.fromOpaque($0).takeUnretainedValue() }
    }

    private func take(_ bytes: UnsafeRawBufferPointer, isLast: Bool) throws {
        sinceEvent += bytes.count
        let start = bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
        let status = XML_Parse(parser, start, Int32(bytes.count), isLast ? 1 : 0)
        if let thrown { throw thrown }
        guard status == XML_STATUS_OK else { throw WorkbookFault.damaged(part: part) }
        if sinceEvent > XMLStream.longestTag {
            throw WorkbookFault.tooLarge(.element(bytes: XMLStream.longestTag), part: part)
        }
    }

    private func begin(_ name: XMLName, _ attributes: XMLAttributes) {
        depth += 1
        attempt {
            guard depth <= XMLStream.deepest else {
                throw WorkbookFault.tooLarge(.depth(XMLStream.deepest), part: part)
            }
            guard XML_GetSpecifiedAttributeCount(parser) <= 2 * XMLStream.mostAttributes else {
                throw WorkbookFault.tooLarge(.attributes(XMLStream.mostAttributes), part: part)
            }
            try handler.begin(name, attributes)
        }
    }

    private func end(_ name: XMLName) {
        depth -= 1
        attempt { try handler.end(name) }
    }

    private func text(_ bytes: UnsafeBufferPointer<UInt8>) { attempt { try handler.text(bytes) } }

    private func refuseDocumentType() { attempt { throw WorkbookFault.documentType(part: part) } }

    /// Nothing may be thrown through expat: it is kept, and thrown once expat has returned.
    private func attempt(_ body: () throws -> Void) {
        guard thrown == nil else { return }
        sinceEvent = 0
        do {
            try body()
        } catch {
            thrown = error
            XML_StopParser(parser, 0)
        }
    }
}
