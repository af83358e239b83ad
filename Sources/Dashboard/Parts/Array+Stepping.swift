extension Array where Element: Equatable {
    /// The next of the elements, round the end and past nil, which stands before the first.
    func step(from current: Element?, by step: Int) -> Element? {
        let index = current.flatMap { firstIndex(of: $0) }.map { $0 + 1 } ?? 0
        let next = (index + step + count + 1) % (count + 1)
        return next == 0 ? nil : self[next - 1]
    }
}
