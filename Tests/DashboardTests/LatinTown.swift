import Exchange
import Foundation
import Ledger
import PartyWork
import TerminalUI
import Testing

@testable import ChineseNames

/// The sample town with every name and text in pinyin, so that any Han on an English screen is the program's own.
enum LatinTown {
    static let shared = Result { try imported() }

    /// The town in a ledger of its own, for tests that write.
    static func load() throws -> Ledger { try shared.get().copy() }

    private static func imported() throws -> Ledger {
        let folder = FileManager.default.temporaryDirectory.appending(path: "latin-" + UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let sample = URL(filePath: "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/"))
            .appending(path: "assets/longfeng")
        for table in TableSchema.builtIn.contract {
            let text = try String(contentsOf: sample.appending(path: table.fileName), encoding: .utf8)
            try latinFile(text).write(to: folder.appending(path: table.fileName), atomically: false, encoding: .utf8)
        }
        let ledger = try Ledger.inMemory()
        let today = try #require(Day("2016-06-30"))
        try ledger.acting(as: officer, on: .standing(at: today, "2016-06-30T08:00:00Z")).importing(dryRun: false) {
            session in
            let report = try Importer(paths: [folder.path], update: false, today: today).run(into: session)
            #expect(report.notices.isEmpty)
            return (result: (), commit: true, deed: .words("imported the sample"))
        }
        return ledger
    }

    static let officer = Officer(uid: 1000, name: "Li Juan")

    /// The columns whose cells are words of the contract.
    private static let closed: Set<Column> = [.kind, .category, .committee, .evidence, .endReason]

    /// A file with the free texts of its rows in pinyin; commas and line breaks in quotes go.
    private static func latinFile(_ file: String) -> String {
        var lines = unquoted(file).split(separator: "\n").map(String.init)
        let header = lines[0].split(separator: ",").map { Column(String($0)) }
        for index in lines.indices.dropFirst() {
            let cells = lines[index].split(separator: ",", omittingEmptySubsequences: false)
            lines[index] = zip(cells, header).map { cell, column -> String in
                guard !closed.contains(column) else { return String(cell) }
                return latin(String(cell))
            }.joined(separator: ",")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func unquoted(_ file: String) -> String {
        file.split(separator: "\"", omittingEmptySubsequences: false).enumerated()
            .map { $0 % 2 == 1 ? String($1).replacing(/[,\n]/, with: " ") : String($1) }.joined()
    }

    /// Each Han by its first reading, all other Chinese signs by a blank.
    static func latin(_ text: String) -> String {
        text.unicodeScalars.map { scalar in
            if scalar.isASCII { return String(scalar) }
            guard let place = Readings.shared.range(of: scalar.value).first else { return " " }
            let syllable = Readings.shared[place]
            return String(
                decoding: (0..<syllable.count).map { UInt8(syllable.letters >> ($0 * 8) & 0xFF) }, as: UTF8.self)
        }.joined()
    }

    /// The keys with typed Han turned into a search for their pinyin.
    static func latin(_ keys: [Key]) -> [Key] {
        var isTyping = false
        return keys.flatMap { key -> [Key] in
            guard case .text(let text) = key, !text.allSatisfy(\.isASCII) else {
                isTyping = false
                return [key]
            }
            let typed = latin(text).map { Key.text(String($0)) }
            defer { isTyping = true }
            return isTyping ? typed : [.function(3)] + typed
        }
    }
}
