/// A bar in ASCII, legible without colour and of the same width in every font: `######----`.
///
/// Cut, never rounded up: it is full only at 1, and empty only below the first cell's worth.
package func bar(fraction: Double, width: Int) -> String {
    let width = max(0, width)
    let inside = fraction.isNaN ? 0 : min(1, max(0, fraction))
    return bar(filled: Int(inside * Double(width)), width: width)
}

/// A bar for a count against a target, in whole numbers; a target of 0 gives an empty one.
package func bar(done: Int, of target: Int, width: Int) -> String {
    guard target > 0 else { return bar(filled: 0, width: max(0, width)) }
    let inside = min(target, max(0, done))
    return bar(filled: Int(inside.multipliedFullWidth(by: max(0, width)).low) / target, width: max(0, width))
}

private func bar(filled: Int, width: Int) -> String {
    String(repeating: "#", count: filled) + String(repeating: "-", count: width - filled)
}
