/// A value that an officer gives to a column that a list lacks, the same for all its rows: `识别日期=2014-01-01`, or the name of the
/// sheet or the file, `村=@表名`.
package struct GivenValue: Hashable, Sendable {
    /// The column, by its own name or another that files have for it.
    package let name: String
    package let value: Value
    /// The file or sheet for which alone it was given; nil for all.
    package let place: FilePlace?

    /// What the column holds.
    package enum Value: Hashable, Sendable {
        case text(String)
        /// What the name of the sheet names.
        case sheetName
        /// What the name of the file names, its ending left out.
        case fileName
        /// What a line above the header names: `填报单位：店子槽村党支部`.
        case title(String)
    }

    package init(_ name: String, _ value: Value, for place: FilePlace? = nil) {
        self.name = name
        self.value = value
        self.place = place
    }

    /// Reads `栏=值`; nil for anything else.
    package init?(_ text: String) {
        guard let mark = text.firstIndex(of: "=") else { return nil }
        let (name, value) = (HeaderShape.folded(String(text[..<mark])), String(text[text.index(after: mark)...]))
        if name.isEmpty || value.isEmpty { return nil }
        switch value {
        case "@表名", "@sheet": self.init(name, .sheetName)
        case "@文件名", "@file": self.init(name, .fileName)
        default: self.init(name, .text(value))
        }
    }

    /// As `init` reads it.
    package var text: String {
        switch value {
        case .text(let text): "\(name)=\(text)"
        case .sheetName: "\(name)=@表名"
        case .fileName: "\(name)=@文件名"
        case .title(let text): "\(name)=\(text)"
        }
    }
}
