import Glibc
import PartyWork

/// Where the sample's files are.
struct SampleFiles {
    /// The folder that holds them.
    let folder: String

    /// $ZHIBU_ASSETS; else beside the program as installed; else in the source tree the program was built in.
    ///
    /// - Throws: a `Failure` where they are nowhere.
    init() throws {
        let given = Surroundings.variable("ZHIBU_ASSETS").map { [$0 + "/longfeng", $0] } ?? []
        let above = SampleFiles.foldersAboveProgram
        let installed = above.dropFirst().prefix(1).map { $0 + "/share/zhibu/longfeng" }
        let built = above.map { $0 + "/assets/longfeng" }
        guard let folder = (given + installed + built).first(where: { access($0 + "/organizations.csv", R_OK) == 0 })
        else {
            throw Failure(
                .fault,
                localized(
                    "找不到示例数据；请设置 ZHIBU_ASSETS 为 assets 文件夹，或重新安装",
                    "The sample's files are not found; set ZHIBU_ASSETS to the assets folder, or install again"))
        }
        self.folder = folder
    }

    /// A number that changes when a file of the sample or the program does.
    var fingerprint: UInt64 {
        let names = FolderNames.of(folder).filter { $0.hasSuffix(".csv") }.sorted { $0.precedesByCodePoint($1) }
        let files = names.map { folder + "/" + $0 } + [SampleFiles.program]
        // FNV-1a over sizes and times: nobody attacks it, it only has to differ.
        return files.reduce(0xCBF2_9CE4_8422_2325) { hash, path in
            var info = stat()
            guard stat(path, &info) == 0 else { return hash }
            let parts = [Int(info.st_size), Int(info.st_mtim.tv_sec), Int(info.st_mtim.tv_nsec)]
            return parts.reduce(hash) { ($0 ^ UInt64(bitPattern: Int64($1))) &* 0x100_0000_01B3 }
        }
    }

    private static var program: String {
        var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
        let count = max(0, readlink("/proc/self/exe", &buffer, buffer.count))
        return String(decoding: buffer.prefix(count).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    /// The program's folder and the folders above it.
    static var foldersAboveProgram: [String] {
        var parts = program.split(separator: "/")
        var folders: [String] = []
        while parts.popLast() != nil { folders.append("/" + parts.joined(separator: "/")) }
        return folders
    }
}
