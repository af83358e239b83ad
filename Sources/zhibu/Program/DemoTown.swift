import Exchange
import Glibc
import Ledger
import PartyWork

/// The sample town in a throw-away ledger.
enum DemoTown {
    /// The date the sample was made for.
    static let asOf = Day("2016-06-30").unsafelyUnwrapped

    /// A private copy of the sample.
    static func temporaryCopy() throws -> TemporaryLedger {
        let copy = try TemporaryLedger()
        do {
            try fill(copy.path)
            return copy
        } catch {
            copy.remove()
            throw error
        }
    }

    private static func fill(_ path: String) throws {
        let folder = try SampleFiles.folder()
        let officer = Officer(uid: Int(getuid()), name: "示例")
        let report = try Ledger.open(path: path).importing(by: officer, at: Clock.instant(), dryRun: false) { session in
            let report = try Importer(paths: [folder], update: false, today: asOf).run(into: session)
            return (result: report, commit: report.isAccepted, summary: "导入示例")
        }
        guard report.isAccepted else { throw Failure(.fault, "示例数据有误（\(folder)），请重新安装") }
    }
}

/// Where the sample's files are.
enum SampleFiles {
    /// $ZHIBU_ASSETS; else beside the program as installed; else in the source tree the program was built in.
    ///
    /// - Throws: a `Failure` where they are nowhere.
    static func folder() throws -> String {
        let given = Surroundings.variable("ZHIBU_ASSETS").map { [$0 + "/longfeng", $0] } ?? []
        let installed = ancestors.dropFirst().prefix(1).map { $0 + "/share/zhibu/longfeng" }
        let built = ancestors.map { $0 + "/assets/longfeng" }
        guard let folder = (given + installed + built).first(where: { access($0 + "/organizations.csv", R_OK) == 0 })
        else { throw Failure(.fault, "找不到示例数据；请设置 ZHIBU_ASSETS 为 assets 文件夹，或重新安装") }
        return folder
    }

    /// The program's folder and the folders above it.
    private static var ancestors: [String] {
        var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
        let count = max(0, readlink("/proc/self/exe", &buffer, buffer.count))
        var parts = String(decoding: buffer.prefix(count).map { UInt8(bitPattern: $0) }, as: UTF8.self).split(
            separator: "/")
        var folders: [String] = []
        while parts.popLast() != nil { folders.append("/" + parts.joined(separator: "/")) }
        return folders
    }
}
