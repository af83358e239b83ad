/// A value that an officer gives to a column that a list lacks, the same for all its rows: `识别日期=2014-01-01`, or the name of the
/// sheet or the file, `村=@表名`.
package struct GivenValue: Hashable, Sendable {
    /// The column, by its own name or another that files have for it.
    package let name: String
    package let value: Value
    /// Which files it was given for.
    package let scope: Scope

    /// Which files and sheets a value is for.
    package enum Scope: Hashable, Sendable {
        case all
        case place(FilePlace)
        /// Those that are called so: a sheet, or a file with its ending or without.
        case called(String)

        /// Whether a file or sheet is one of them.
        package func holds(_ place: FilePlace) -> Bool {
            switch self {
            case .all: true
            case .place(let one): one == place.at(nil)
            case .called(let name): place.names.contains { GivenValue.bare($0) == GivenValue.bare(name) }
            }
        }

        /// A file or sheet alone; all for none.
        package init(_ place: FilePlace?) { self = place.map { .place($0) } ?? .all }
    }

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
        self.init(name, value, Scope(place))
    }

    private static func bare(_ name: String) -> String { name.filter { !$0.isWhitespace } }

    private init(_ name: String, _ value: Value, _ scope: Scope) {
        self.name = name
        self.value = value
        self.scope = scope
    }

    /// Reads `栏=值`, or of one sheet or file `表名:栏=值`; nil for anything else.
    package init?(_ text: String) {
        guard let mark = text.firstIndex(of: "=") else { return nil }
        let value = String(text[text.index(after: mark)...])
        // No column has a colon in its name; a file may.
        let parts = text[..<mark].lastIndex { "：:".contains($0) }
        let name = HeaderShape.folded(String(text[(parts.map(text.index(after:)) ?? text.startIndex)..<mark]))
        let place = parts.map { String(text[..<$0]) }
        if name.isEmpty || value.isEmpty || place.map({ GivenValue.bare($0).isEmpty }) ?? false { return nil }
        let scope = place.map { Scope.called($0) } ?? .all
        switch value {
        case "@表名", "@sheet": self.init(name, .sheetName, scope)
        case "@文件名", "@file": self.init(name, .fileName, scope)
        default: self.init(name, .text(value), scope)
        }
    }

    /// As `init` reads it.
    package var text: String {
        let place = if case .called(let name) = scope { name + ":" } else { "" }
        let said =
            switch value {
            case .text(let text): text
            case .sheetName: "@表名"
            case .fileName: "@文件名"
            case .title(let text): text
            }
        return "\(place)\(name)=\(said)"
    }
}
