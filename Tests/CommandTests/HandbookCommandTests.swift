import Foundation
import TestSupport
import Testing

/// `zhibu help 主题`, and the commands that the handbook tells to type.
@Suite struct HandbookCommandTests {
    private static let project = URL(filePath: #filePath).appending(path: "../../..").standardizedFileURL

    @Test("Every frame of commands does what it says", arguments: HandbookSteps.blocks("命令"))
    func commands(block: HandbookSteps.Block) throws {
        let folder = try Folder()
        let lists = Self.project.appending(path: "Tests/Fixtures/Handbook")
        for name in try FileManager.default.contentsOfDirectory(atPath: lists.path) {
            try FileManager.default.copyItem(
                at: lists.appending(path: name), to: URL(filePath: "\(folder.path)/\(name)"))
        }
        // Who moves in has nothing yet; all else happens in the sample town.
        if !block.lines.contains(where: { $0.contains("村组.csv") }) {
            #expect(try Program.run(["import", Self.project.path + "/assets/longfeng"], in: folder).status == 0)
        }
        var said = ""
        for line in block.lines {
            if let seen = HandbookSteps.seen(line) {
                #expect(said.contains(seen), "\(block): \(line)\n\(said)")
            } else {
                let isRefused = line.hasPrefix("! ")
                let outcome = try Program.shell(isRefused ? String(line.dropFirst(2)) : line, in: folder)
                said = outcome.output + outcome.errors
                #expect(outcome.status == (isRefused ? 1 : 0), "\(block): \(line)\n\(said)")
            }
        }
    }

    @Test("zhibu help shows a page by its topic or a part of it, and lists the topics")
    func pages() throws {
        let folder = try Folder()
        #expect(try Program.run(["help", "搬家"], in: folder).output.hasPrefix("把手头的表搬进来"))
        #expect(try Program.run(["help", "离开"], in: folder).output.contains("【移交】"))
        let topics = try Program.run(["help", "主题"], in: folder).output
        #expect(topics.contains("zhibu help 一个月") && topics.split(separator: "\n").count == 11)
        let wrong = try Program.run(["help", "天气"], in: folder)
        #expect(wrong.status == 64 && wrong.errors.contains("没有“天气”这个主题或命令") && wrong.errors.contains("zhibu help 备份"))
        #expect(try Program.run(["help", "status"], in: folder).output.contains("用法：zhibu status"))
        #expect(try Program.run(["help"], in: folder).output.contains("手册：zhibu help 搬家"))
    }

    @Test("In English the page says first that it is Chinese")
    func english() throws {
        let folder = try Folder()
        folder.environment["ZHIBU_LANGUAGE"] = "en"
        let page = try Program.run(["help", "搬家"], in: folder).output
        #expect(page.hasPrefix("The handbook is in Chinese.") && page.contains("把手头的表搬进来"))
    }

    @Test("It is found where the program is installed, and its absence is said plainly")
    func installed() throws {
        let folder = try Folder()
        // By a process of its own: a file that this one has written is busy while another test forks.
        #expect(try Program.start("mkdir -p usr/bin && cp \"$ZHIBU\" usr/bin", in: folder).outcome().status == 0)
        folder.environment["ZHIBU"] = folder.path + "/usr/bin/zhibu"
        let missing = try Program.run(["help", "搬家"], in: folder)
        #expect(missing.status == 70 && missing.errors.contains("找不到手册（HANDBOOK.md）；请重新安装"))
        try folder.write("usr/share/zhibu/HANDBOOK.md", "# 搬家\n\n这一页\n")
        #expect(try Program.run(["help", "搬家"], in: folder).output == "这一页\n")
    }
}
