import Glibc
import PartyWork

/// The computer's printing system, as far as `lp` reaches it.
struct Printer {
    /// Where `lp` is.
    private let program: String

    /// - Returns: nil where the computer has no `lp`.
    init?() {
        let folders = (Surroundings.variable("PATH") ?? "").split(separator: ":")
        let programs = folders.map { folder -> String in "\(folder)/lp" }
        guard let program = programs.first(where: { access($0, X_OK) == 0 }) else { return nil }
        self.program = program
    }

    /// Sends a file to the printer that `lp` takes by itself: $LPDEST, $PRINTER, or the one that the system has set.
    ///
    /// - Returns: what `lp` says of it, such as the number of the job.
    /// - Throws: a `Failure` with what `lp` says where it takes nothing.
    func send(_ path: String, called title: String) throws -> String {
        let words = [program, "-t", title, "--", path].map { "'\($0.replacing("'", with: "'\\''"))'" }
        guard let pipe = popen(words.joined(separator: " ") + " 2>&1 </dev/null", "r") else {
            throw Printer.failure(String(cString: strerror(errno)))
        }
        var said: [UInt8] = []
        while case let byte = getc(pipe), byte != EOF { said.append(UInt8(truncatingIfNeeded: byte)) }
        let status = pclose(pipe)
        let text = String(decoding: said, as: UTF8.self).split(separator: "\n").map { String($0).safe }
            .joined(separator: localized("；", "; "))
        guard status == 0 else { throw Printer.failure(text) }
        return localized("已送去打印：\(text)", "sent to the printer: \(text)")
    }

    private static func failure(_ text: String) -> Failure {
        Failure(
            .refused,
            localized(
                "没有打印：lp 说“\(text)”。文件已经写好；请看打印机开着没有，用 lpstat -p -d 查",
                "not printed: lp says \"\(text)\". The file is written; see whether the printer is on (lpstat -p -d)"))
    }
}
