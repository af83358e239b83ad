import Synchronization

/// The policy behind the C function below. Atomic, because any thread may ask libc for a width.
private let exportedPolicy = Atomic<UInt8>(AmbiguousWidth.narrow.rawValue)

extension TextWidth {
    /// Makes ncurses measure like this: there is one table for what we lay out and what is drawn. Called when a terminal is
    /// opened and when the answer to the ambiguous question changes.
    package func export() {
        exportedPolicy.store(ambiguous.rawValue, ordering: .relaxed)
    }
}

/// Takes the place of glibc's `wcwidth` for the whole program. glibc's gives -1 to Han of Extensions H and I, which ncurses
/// then draws as blanks, and knows no other policy for ambiguous characters than the locale's.
///
/// Returns -1 for controls and what is no code point, as POSIX asks.
@_cdecl("wcwidth")
package func exportedWidth(_ point: Int32) -> Int32 {
    if point == 0 { return 0 }
    let kind = WidthClass(UInt32(bitPattern: point))
    if kind == .control { return -1 }
    let policy = AmbiguousWidth(rawValue: exportedPolicy.load(ordering: .relaxed)) ?? .narrow
    return Int32(TextWidth(policy).cells(of: kind))
}
