import TerminalUI
import Testing

@testable import Dashboard

extension Stage {
    /// Opens the palette and types into it.
    mutating func openPalette(typing text: String = "") throws {
        try press(.control("p"))
        if !text.isEmpty { try press(.paste(text)) }
    }

    /// The palette in sight; a failed test where there is none.
    func palette() throws -> Palette {
        guard case .palette(let palette)? = model.overlays.last else {
            Issue.record("no palette")
            throw CancellationError()
        }
        return palette
    }
}
