import Foundation
import Testing

/// How often the threads of a program gave up the processor of themselves; every user may read that, also of a program
/// that lets no debugger in.
struct WakeUps: Equatable {
    private var counts: [String: Int] = [:]

    init(_ process: pid_t) throws {
        let folder = "/proc/\(process)/task"
        for thread in try FileManager.default.contentsOfDirectory(atPath: folder) {
            let status = try String(contentsOfFile: "\(folder)/\(thread)/status", encoding: .utf8)
            let line = try #require(status.split(separator: "\n").first { $0.hasPrefix("voluntary_ctxt_switches") })
            counts[thread] = Int(line.split(separator: "\t").last ?? "")
        }
    }
}
