import Glibc
import PartyWork
import Testing

@testable import Exchange

private let text = """
    人员编号,姓名,组织编码,类别
    P1,张三,422801100,群众
    P2,𠮷田㐀Ā,422801100,群众

    """

/// What glibc's own converter makes of a text.
private func gb18030(_ text: String) throws -> [UInt8] {
    let converter = iconv_open("GB18030", "UTF-8")
    defer { iconv_close(converter) }
    var input = text.utf8.map(CChar.init(bitPattern:))
    var output = [CChar](repeating: 0, count: input.count * 4 + 8)
    var (left, room) = (input.count, output.count)
    input.withUnsafeMutableBufferPointer { input in
        output.withUnsafeMutableBufferPointer { output in
            var (from, to) = (input.baseAddress, output.baseAddress)
            iconv(converter, &from, &left, &to, &room)
        }
    }
    return output.dropLast(room).map(UInt8.init(bitPattern:))
}

private func names(_ bytes: [UInt8]) throws -> [String] {
    let session = FakeSession()
    let report = try Town.check(bytes: [Array(Town.organizations.utf8), bytes], into: session)
    #expect(report.notices.map(\.description) == [])
    return session[.people].map { $0.record.text(.personName) }
}

@Suite("The encoding of a file")
struct EncodingTests {
    @Test("UTF-8 is read with and without a byte order mark")
    func utf8() throws {
        #expect(try names(Array(text.utf8)) == ["张三", "𠮷田㐀Ā"])
        #expect(try names([0xEF, 0xBB, 0xBF] + Array(text.utf8)) == ["张三", "𠮷田㐀Ā"])
    }

    @Test("GB18030 is read where the whole file is not UTF-8, characters of four bytes too")
    func gb() throws {
        #expect(try names(gb18030(text)) == ["张三", "𠮷田㐀Ā"])
    }

    @Test("GB18030 reads the same however it is cut into chunks", arguments: 1...16)
    func chunks(chunk: Int) throws {
        var left = try gb18030(text)[...]
        let decoder = try TextDecoder(chunk: chunk) { buffer in
            let piece = left.prefix(min(chunk, buffer.count))
            buffer.copyBytes(from: piece)
            left = left.dropFirst(piece.count)
            return piece.count
        }
        var decoded: [UInt8] = []
        let room = UnsafeMutableRawBufferPointer.allocate(byteCount: 4 + chunk, alignment: 1)
        defer { room.deallocate() }
        while case let count = try decoder.read(into: room), count > 0 { decoded += room[..<count] }
        #expect(String(decoding: decoded, as: UTF8.self) == text)
    }

    @Test(
        "A file in neither is bad at the line of the first unreadable byte",
        arguments: [
            ([0xFF, 0xFE] + Array("编码".utf8), 1), (Array("a,b\nc,d\n".utf8) + [0xFF, 0x0A, 0xFF], 3),
            (Array("a,b\n".utf8) + [0x81], 2), (Array("a,b\n\n".utf8) + [0x81, 0x30, 0x81], 3),
            ([0x80], 1), (Array("a\n".utf8) + [0xC4, 0xE3, 0x81, 0x20, 0x0A, 0x80], 2),
        ] as [([UInt8], Int)])
    func unreadable(bytes: [UInt8], line: Int) throws {
        let report = try Town.check(bytes: [bytes])
        #expect(report.notices.map(\.reason) == [.unreadableText])
        #expect(report.notices.map(\.line) == [line])
    }

    @Test("The check for UTF-8 agrees with the library's on random bytes, however they are cut", arguments: 0..<200)
    func checks(seed: UInt64) {
        var random = SplitMix(seed)
        let pieces: [[UInt8]] = [
            [0x41], [0xC3, 0xA9], [0xE5, 0xBC, 0xA0], [0xF0, 0xA0, 0xAE, 0xB7], [0xED, 0x9F, 0xBF], [0xEE, 0x80, 0x80],
            [0xF4, 0x8F, 0xBF, 0xBF], [0xE0, 0xA0, 0x80], [0xF0, 0x90, 0x80, 0x80], Array("abcdefghijk".utf8),
        ]
        let wrong: [[UInt8]] = [
            [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0x80], [0xE5, 0xBC], [0xE0, 0x9F, 0x80],
            [0xFF],
            [0xF0, 0x8F, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xC1, 0xBF],
        ]
        var bytes = (0..<12).flatMap { _ in pieces.randomElement(using: &random) ?? [] }
        if seed % 2 == 0 { bytes.insert(contentsOf: wrong.randomElement(using: &random) ?? [], at: bytes.count / 2) }
        for chunk in 1...9 {
            var check = UTF8Check()
            var isValid = true
            for start in stride(from: 0, to: bytes.count, by: chunk) where isValid {
                isValid = bytes[start..<min(start + chunk, bytes.count)].withUnsafeBytes { check.accepts($0) }
            }
            #expect((isValid && check.isComplete) == (String(validating: bytes, as: UTF8.self) != nil))
        }
    }
}
