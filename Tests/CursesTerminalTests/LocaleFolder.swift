import Glibc
import TestSupport

/// A folder with the locale zh_CN.GB18030, made by localedef for one test.
final class LocaleFolder {
    /// 龙凤镇 in GB18030.
    static let titleInGB: [UInt8] = [0xC1, 0xFA, 0xB7, 0xEF, 0xD5, 0xF2]
    let path: String

    /// Nil where the tool or its sources are missing.
    init?() throws {
        var template = Array("/tmp/locale-XXXXXX".utf8CString)
        guard access("/usr/bin/localedef", X_OK) == 0, mkdtemp(&template) != nil else { return nil }
        path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
        let session = try PtySession([
            "/usr/bin/localedef", "-c", "-i", "zh_CN", "-f", "GB18030", path + "/zh_CN.GB18030",
        ])
        _ = session.waitForExit(milliseconds: 20_000)
        guard access(path + "/zh_CN.GB18030/LC_CTYPE", R_OK) == 0 else { return nil }
    }

    deinit {
        _ = (try? PtySession(["/bin/rm", "-r", path]))?.waitForExit()
    }
}

extension [UInt8] {
    /// Whether the bytes occur one after the other.
    func contains(subsequence: [UInt8]) -> Bool {
        guard count >= subsequence.count else { return false }
        return indices.dropLast(subsequence.count - 1).contains { self[$0...].starts(with: subsequence) }
    }
}
