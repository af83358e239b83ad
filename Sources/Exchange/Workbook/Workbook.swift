import PartyWork

/// A workbook: its sheets in their order, and what their cells refer to.
final class Workbook {
    /// Sheets of a workbook, hidden ones included.
    private static let mostSheets = 200

    let path: InputPath
    private let stamp: InputFile.Stamp
    private let pulse: () throws -> Void
    private(set) var sheets: [Sheet] = []
    private(set) var from1904 = false
    private(set) var styles = CellStyles()
    private var stringsPart: String?
    private var inUse: (archive: Archive, strings: SharedStrings)?

    /// A sheet's name, and its part of the archive.
    struct Sheet {
        let name: String
        let part: String
        let isHidden: Bool
    }

    /// Reads the list of sheets and the styles.
    ///
    /// - Parameter pulse: asked now and then while anything is read; may end it by throwing.
    /// - Throws: a `FileFault` or a `WorkbookFault`.
    init(_ path: InputPath, pulse: @escaping () throws -> Void = {}) throws {
        self.path = path
        self.pulse = pulse
        stamp = try InputFile(path).stamp
        let archive = try Archive(path, pulse: pulse)
        try readIndex(archive)
    }

    private func readIndex(_ archive: Archive) throws {
        let root = Relations(base: "")
        try XMLStream.read("_rels/.rels", of: archive, root)
        guard let main = root.target(ofType: "/officeDocument") else {
            throw WorkbookFault.missing(part: "xl/workbook.xml")
        }
        let folder = main.split(separator: "/").dropLast().joined(separator: "/")
        let file = main.split(separator: "/").last.map(String.init) ?? main
        let relations = Relations(base: folder)
        try XMLStream.read("\(folder)/_rels/\(file).rels", of: archive, relations)
        let index = WorkbookIndex()
        try XMLStream.read(main, of: archive, index)
        guard index.sheets.count <= Workbook.mostSheets else {
            throw WorkbookFault.tooLarge(.sheets(Workbook.mostSheets), part: main)
        }
        from1904 = index.from1904
        sheets = try index.sheets.compactMap { listed in
            guard let relation = relations.byID[listed.relation] else {
                throw WorkbookFault.missing(part: listed.relation)
            }
            // Charts and macros have sheets of their own, without cells.
            guard relation.type.hasSuffix("/worksheet") else { return nil }
            return Sheet(name: listed.name, part: relation.target, isHidden: listed.isHidden)
        }
        stringsPart = relations.target(ofType: "/sharedStrings")
        if let part = relations.target(ofType: "/styles"), archive.has(part) {
            try XMLStream.read(part, of: archive, styles)
        }
    }

    /// The archive, and the texts that cells share, which stay in memory until `close`.
    func opened() throws -> (archive: Archive, strings: SharedStrings) {
        if let inUse { return inUse }
        try checkUnchanged()
        let archive = try Archive(path, pulse: pulse)
        let strings = SharedStrings(stringsPart ?? "")
        if let stringsPart, archive.has(stringsPart) { try XMLStream.read(stringsPart, of: archive, strings) }
        inUse = (archive, strings)
        return (archive, strings)
    }

    /// How many bytes a sheet unpacks to.
    func size(of sheet: Sheet) throws -> Int { try opened().archive.size(of: sheet.part) }

    /// Lets go of what is in memory; the next reading of a sheet opens the archive again.
    func close() { inUse = nil }

    /// - Throws: `FileFault.changed` if the file is not what it was.
    func checkUnchanged() throws {
        try InputFile(path).checkUnchanged(since: stamp)
    }
}

/// What the workbook's own part says: the names and order of the sheets, and from which day dates count.
private final class WorkbookIndex: XMLHandler {
    private(set) var sheets: [(name: String, relation: String, isHidden: Bool)] = []
    private(set) var from1904 = false

    func begin(_ name: XMLName, _ attributes: XMLAttributes) {
        switch name {
        case .properties: from1904 = attributes.isTrue("date1904")
        case .sheet:
            guard let relation = attributes.prefixed("id") else { return }
            let state = attributes.text("state") ?? "visible"
            sheets.append(
                (attributes.text("name") ?? "", String(decoding: relation, as: UTF8.self), state != "visible"))
        default: break
        }
    }

    func end(_ name: XMLName) {}
    func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
}

/// Which parts a part refers to, by the numbers it gives them.
private final class Relations: XMLHandler {
    private let base: String
    private(set) var byID: [String: (type: String, target: String)] = [:]

    /// - Parameter base: the folder that targets count from.
    init(base: String) {
        self.base = base
    }

    func target(ofType type: String) -> String? { byID.values.first { $0.type.hasSuffix(type) }?.target }

    func begin(_ name: XMLName, _ attributes: XMLAttributes) {
        guard name == .relationship, let id = attributes.text("Id"), let type = attributes.text("Type"),
            let target = attributes.text("Target")
        else { return }
        byID[id] = (type, resolved(target))
    }

    func end(_ name: XMLName) {}
    func text(_ bytes: UnsafeBufferPointer<UInt8>) {}

    /// A target from the archive's root: `/xl/a.xml`, `a.xml`, `./a.xml` and `../a.xml` all occur.
    private func resolved(_ target: String) -> String {
        let target = target.replacing("\\", with: "/")
        var steps = target.hasPrefix("/") ? [] : base.split(separator: "/").map(String.init)
        for step in target.split(separator: "/") where step != "." {
            if step == ".." { _ = steps.popLast() } else { steps.append(String(step)) }
        }
        return steps.joined(separator: "/")
    }
}

extension XMLName {
    fileprivate static let properties = XMLName("workbookPr")
    fileprivate static let sheet = XMLName("sheet")
    fileprivate static let relationship = XMLName("Relationship")
}
