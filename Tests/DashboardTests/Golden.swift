import Foundation
import TerminalUI
import Testing

/// Frames kept as text beside the tests.
///
/// `make golden` writes them anew; the change is then read in the diff.
enum Golden {
    /// Compares a whole frame with the one that is kept.
    static func expect(_ frame: Frame, _ name: String, sourceLocation: SourceLocation = #_sourceLocation) {
        expect(frame.text + "\n", "Frames/\(name).txt", sourceLocation: sourceLocation)
    }

    /// Compares a text with a file beside this one.
    static func expect(_ text: String, _ path: String, sourceLocation: SourceLocation = #_sourceLocation) {
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: path)
        if ProcessInfo.processInfo.environment["ZHIBU_GOLDEN"] == "write" {
            do {
                try text.write(to: file, atomically: true, encoding: .utf8)
            } catch {
                Issue.record("cannot write \(path): \(error)", sourceLocation: sourceLocation)
            }
            return
        }
        guard let kept = try? String(contentsOf: file, encoding: .utf8) else {
            Issue.record("\(path) is missing; run make golden and read it", sourceLocation: sourceLocation)
            return
        }
        #expect(kept == text, "\(path) differs; run make golden and read the diff", sourceLocation: sourceLocation)
    }
}
