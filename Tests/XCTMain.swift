import Testing

/// The entry of the test program.
///
/// With one of our own SwiftPM looks for no XCTest cases, for which it would need an index of all that is compiled
/// (Documentation/DECISIONS.md, 2026-11-30); `swift test` has to be told `--enable-swift-testing` then.
@main
struct TestProgram {
    static func main() async {
        await Testing.__swiftPMEntryPoint() as Never
    }
}
