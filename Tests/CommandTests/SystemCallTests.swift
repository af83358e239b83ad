import Foundation
import TestSupport
import Testing

/// What the program asks of the system, as strace tells it.
@Suite(.enabled(if: LedgerFaultTests.mayInject, "没有 strace"))
struct SystemCallTests {
    /// The calls of some names that a command makes and that succeed, one a line.
    private func calls(_ names: String, of line: String, in folder: Folder) throws -> [String] {
        let outcome = try Program.shell("strace -f -y -o log -e trace=\(names) \"$ZHIBU\" \(line)", in: folder)
        #expect(outcome.status == 0, "\(line): \(outcome.errors)")
        return try folder.read("log").split(separator: "\n").map(String.init).filter { !$0.contains(" = -1 ") }
    }

    /// How often a command takes the lock under which SQLite reads: once a transaction, and some times while it opens the ledger.
    private func readings(_ line: String, in folder: Folder) throws -> Int {
        try calls("fcntl", of: line, in: folder).count { $0.contains("F_RDLCK") && $0.contains("l_start=1073741826") }
    }

    @Test("A report command reads the ledger once: scope, figures and names are of one moment")
    func transactions() throws {
        let folder = try SmallTown.imported()
        let once = try readings("journal --limit 1", in: folder)
        #expect(once > 0)
        for line in [
            "status", "status --scope 422801100201 --format json", "status --format xlsx --output a.xlsx", "gaps",
            "checklist",
            "month", "posts", "list people", "list households --scope 422801100201", "form month", "form year",
            "form township",
            "form cooperatives", "form household", "form pairing",
        ] {
            #expect(try readings(line, in: folder) == once, "\(line)")
        }
    }

    @Test("What is written is on the disk before it takes its name, and so is the folder after")
    func synchronized() throws {
        let folder = try SmallTown.imported()
        for (line, files) in [
            ("export out", 6), ("export out", 6), ("status --output a.csv", 1), ("form month --output a.html", 1),
            ("form month --output a.xlsx", 1), ("template --output b.xlsx", 1), ("backup c.db", 1),
        ] {
            let calls = try calls("fsync,rename,link,write,pwrite64", of: line, in: folder)
            let named = calls.indices.filter { isNaming(calls[$0]) }
            #expect(named.count >= files, "\(line): \(calls)")
            for index in named {
                let paths = calls[index].split(separator: "\"").map(String.init)
                let name = paths[1].split(separator: "/").last ?? ""
                let before = calls[..<index].filter { $0.contains("/\(name)>") }
                #expect(before.last?.contains("fsync(") ?? false, "\(line): \(name) \(before)")
                // A name without a folder stands in the one in which the command runs.
                let parts = paths[3].split(separator: "/")
                let parent = parts.count > 1 ? String(parts[parts.count - 2]) : folder.path
                #expect(
                    calls[index...].contains {
                        $0.contains("fsync(") && $0.contains("/\(parent.split(separator: "/").last ?? "")>")
                    },
                    "\(line): \(parent)")
            }
        }
    }

    /// Whether a call gives a new file its name; not one that keeps the file of before beside it.
    private func isNaming(_ call: String) -> Bool {
        call.contains("rename(") || call.contains("link(") && !call.contains(".old\"")
    }

    @Test("A signal while the dashboard writes a file: it is finished first, and no half of it stays")
    func endedWhileWriting() throws {
        let folder = try SmallTown.imported()
        let board = try Board(
            folder,
            command: [
                "/usr/bin/strace", "-f", "-o", "/dev/null", "-e", "trace=fsync", "-e",
                "inject=fsync:delay_enter=1000000",
                Program.path,
            ])
        try #require(board.shows("[1总览]"))
        board.settle()
        try board.press("7", until: "名册：人员")
        try board.press("\u{1D}", until: "打印、导出：人员名册")
        board.session.type("4\t\t\u{15}名册\u{13}")
        let home = folder.path
        func written() throws -> [String] {
            try FileManager.default.contentsOfDirectory(atPath: home).filter { $0.contains("名册") }
        }
        #expect(board.session.waitUntil { _ in (try? written().isEmpty) == false })
        let program = try #require(try board.child)
        kill(program, SIGTERM)
        #expect(board.session.waitForExit(milliseconds: 20_000) != .running)
        #expect(try written() == ["名册.csv"])
    }
}
