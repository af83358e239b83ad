import Glibc
import TestSupport

/// A folder with the locale zh_CN.GB18030; localedef needs ten seconds for it, so it is made once and kept beside the
/// test program, where a clean build removes it.
enum LocaleFolder {
    /// 龙凤镇 in GB18030.
    static let titleInGB: [UInt8] = [0xC1, 0xFA, 0xB7, 0xEF, 0xD5, 0xF2]
    static let path = Products.path("test-locales")
    private static let tool = "/usr/bin/localedef"
    private static let name = "zh_CN.GB18030"

    /// Whether the locale is there or could be made; Debian's package `locales` has its sources.
    static let isAvailable: Bool = {
        if access("\(path)/\(name)/LC_CTYPE", R_OK) == 0 { return true }
        guard access(tool, X_OK) == 0 else { return false }
        mkdir(path, 0o700)
        let draft = "\(path)/\(getpid())"
        let session = try? PtySession([tool, "-c", "-i", "zh_CN", "-f", "GB18030", draft])
        _ = session?.waitForExit(milliseconds: 60_000)
        return access("\(draft)/LC_CTYPE", R_OK) == 0 && rename(draft, "\(path)/\(name)") == 0
    }()
}

extension [UInt8] {
    /// Whether the bytes occur one after the other.
    func contains(subsequence: [UInt8]) -> Bool {
        guard count >= subsequence.count else { return false }
        return indices.dropLast(subsequence.count - 1).contains { self[$0...].starts(with: subsequence) }
    }
}
