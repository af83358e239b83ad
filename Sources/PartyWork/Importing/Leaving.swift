/// Which bad rows are left out of an import, so that the others can be saved.
package struct Leaving: Hashable, Sendable {
    /// Whether all are.
    package var isAll = false
    /// Those with something wrong of one of these kinds.
    package var kinds: Set<FaultKind> = []
    /// Those that were named one by one.
    package var rows: Set<FilePlace> = []
    /// The workbook into which they are written; nil where the officer has not said so yet.
    package var path: String?

    /// None.
    package init() {}

    /// Whether no row is left out.
    package var isNone: Bool { !isAll && kinds.isEmpty && rows.isEmpty }

    /// Whether a row with something wrong is left out.
    package func includes(_ place: FilePlace, _ kind: FaultKind) -> Bool {
        isAll || kinds.contains(kind) || rows.contains(place)
    }
}

/// What is wrong with many rows alike, such as an unknown village in 村编码.
package struct FaultKind: Hashable, Sendable {
    private let token: String

    package init(_ token: String) { self.token = token }
}
