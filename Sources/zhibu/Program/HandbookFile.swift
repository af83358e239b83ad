import Dashboard
import Exchange
import Glibc
import PartyWork

/// The file of the handbook: that of $ZHIBU_ASSETS, else beside the program as installed, else in the source tree.
enum HandbookFile {
    /// More than the handbook will ever be (bytes).
    private static let largest = 1 << 20

    /// A page as it is read on a terminal.
    ///
    /// - Throws: a `Failure` where the file is nowhere, or has no such page.
    static func page(_ topic: Handbook.Topic) throws -> String {
        let given = Surroundings.variable("ZHIBU_ASSETS").map { [$0, $0 + "/../Documentation"] } ?? []
        let above = SampleFiles.foldersAboveProgram
        let installed = above.dropFirst().prefix(1).map { $0 + "/share/zhibu" }
        let paths = (given + installed + above.map { $0 + "/Documentation" }).map { $0 + "/HANDBOOK.md" }
        for path in paths where access(path, R_OK) == 0 {
            let bytes = try RegularFile.bytes(path, limit: largest, isOwn: false)
            if let page = Handbook(String(decoding: bytes, as: UTF8.self)).page(topic) { return page }
        }
        throw Failure(
            .fault,
            localized(
                "找不到手册（HANDBOOK.md）；请重新安装，或设置 ZHIBU_ASSETS 为放它的文件夹",
                "The handbook (HANDBOOK.md) is not found; install again, or set ZHIBU_ASSETS to its folder"))
    }
}
