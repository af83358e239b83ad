/// The name under which a file is made, beside the one that it is to have: `.名册.csv.4711.0815.tmp`, by the process that makes it.
package struct TemporaryName {
    private let start: String

    /// - Parameter name: the name that the file is to have, without its folder.
    package init(for name: String) { start = ".\(name)." }

    /// A name that nobody has.
    package func made(by process: Int32) -> String { "\(start)\(process).\(UInt32.random(in: 0 ... .max)).tmp" }

    /// The process that made a file of a folder; nil for what is no such file.
    ///
    /// A second name of the file to be replaced is one too.
    package func maker(of entry: String) -> Int32? {
        guard entry.hasPrefix(start) else { return nil }
        let parts = entry.dropFirst(start.count).split(separator: ".", omittingEmptySubsequences: false)
        guard [["tmp"], ["tmp", "old"]].contains(parts.dropFirst(2)), let process = Int32(parts[0]), process > 0,
            UInt32(parts[1]) != nil
        else { return nil }
        return process
    }
}
