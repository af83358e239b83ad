extension Optional where Wrapped == Int {
    /// The number; a dash for what is not shown to who asks.
    package var shown: String { map { String($0) } ?? "-" }
}
