import Foundation
import TestSupport
import Testing

/// `zhibu demo`: the sample in a copy that goes with the program.
@Suite struct DemoTests {
    @Test("示例是临时副本：退出、被信号结束都不留下；第二次从缓存复制")
    func leavesNothing() throws {
        let folder = try Folder()
        folder.environment["XDG_CACHE_HOME"] = folder.path + "/cache/of"
        try FileManager.default.createDirectory(atPath: folder.path + "/cache", withIntermediateDirectories: true)
        for number in [SIGTERM, SIGHUP] {
            let session = try PtySession([Program.path, "demo"], environment: folder.terminalEnvironment)
            #expect(session.waitUntil(milliseconds: 20_000) { $0.text.contains("龙凤镇") })
            #expect(try folder.names().filter { $0.hasPrefix("zhibu-demo-") }.count == 1)
            session.send(signal: number)
            #expect(session.waitForExit() == .status(128 + number))
            #expect(try folder.names() == ["cache"])
            #expect(try folder.names("cache/of/zhibu").count == 1)
        }
    }
}
