import Exchange
import Glibc
import PartyWork

/// The figures that were published about townships, as they come with the program.
enum PublishedFile {
    /// More than there will ever be (bytes).
    private static let largest = 1 << 18

    /// The figures of the file of $ZHIBU_ASSETS, else beside the program as installed, else in the source tree; none without one.
    ///
    /// - Throws: a `FileFault`.
    static func figures() throws -> [PublishedFigure] {
        let given = Surroundings.variable("ZHIBU_ASSETS").map { [$0] } ?? []
        let above = SampleFiles.foldersAboveProgram
        let installed = above.dropFirst().prefix(1).map { $0 + "/share/zhibu" }
        let paths = (given + installed + above.map { $0 + "/assets" }).map { $0 + "/published.csv" }
        guard let path = paths.first(where: { access($0, R_OK) == 0 }) else { return [] }
        return PublishedFigure.all(in: String(decoding: try RegularFile.bytes(path, limit: largest), as: UTF8.self))
    }
}
