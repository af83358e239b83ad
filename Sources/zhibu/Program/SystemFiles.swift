import Glibc
import PartyWork

/// Where the town's systems are that come with the program as definitions of registers: a folder each, `NN-name`.
struct SystemFiles {
    /// A system that can be adopted.
    struct System {
        /// What officers call it: the folder's name behind its number.
        let name: String
        let folder: String
    }

    let systems: [System]

    /// $ZHIBU_ASSETS; else beside the program as installed; else in the source tree the program was built in.
    ///
    /// - Throws: a `Failure` where they are nowhere.
    init() throws {
        let given = Surroundings.variable("ZHIBU_ASSETS").map { [$0 + "/systems"] } ?? []
        let above = SampleFiles.foldersAboveProgram
        let installed = above.dropFirst().prefix(1).map { $0 + "/share/zhibu/systems" }
        let candidates = given + installed + above.map { $0 + "/assets/systems" }
        guard let found = candidates.first(where: { !SystemFiles.folders(in: $0).isEmpty }) else {
            throw Failure(
                .fault,
                localized(
                    "找不到随附的体系；请设置 ZHIBU_ASSETS 为 assets 文件夹，或重新安装",
                    "The systems' files are not found; set ZHIBU_ASSETS to the assets folder, or install again"))
        }
        systems = SystemFiles.folders(in: found).map { folder in
            let name = folder.utf8.firstIndex(of: UInt8(ascii: "-")).map { folder[folder.utf8.index(after: $0)...] }
            return System(name: String(name ?? folder[...]), folder: found + "/" + folder)
        }
    }

    /// The folders in one that define registers, by name.
    private static func folders(in folder: String) -> [String] {
        FolderNames.of(folder).filter { access("\(folder)/\($0)/registers.csv", R_OK) == 0 }
            .sorted { $0.precedesByCodePoint($1) }
    }
}
