import Glibc

/// An .xlsx or .xlsm: parts of XML in a zip archive (ECMA-376).
final class OpenXMLWorkbook: WorkbookContent {
    private let path: InputPath
    private let pulse: () throws -> Void
    private(set) var sheets: [Workbook.Sheet] = []
    private(set) var from1904 = false
    private(set) var indexPart = "xl/workbook.xml"
    let styles = CellStyles()
    private var stringsPart: String?
    private var inUse: (archive: Archive, strings: SharedStrings)?
    /// The merged cells of the sheets that have been looked through, by their first row.
    private var merges: [String: [Int: [MergedCells]]] = [:]
    /// What was read of archives that are closed.
    private var bytesRead = 0

    /// Reads the list of sheets and the styles.
    init(_ path: InputPath, _ archive: Archive, pulse: @escaping () throws -> Void) throws {
        self.path = path
        self.pulse = pulse
        try readIndex(archive)
    }

    private func readIndex(_ archive: Archive) throws {
        let root = Relations(base: "")
        try XMLStream.read("_rels/.rels", of: archive, root)
        guard let main = root.target(ofType: "/officeDocument") else { throw WorkbookFault.missing(part: indexPart) }
        indexPart = main
        let folder = main.split(separator: "/").dropLast().joined(separator: "/")
        let file = main.split(separator: "/").last.map(String.init) ?? main
        let relations = Relations(base: folder)
        try XMLStream.read("\(folder)/_rels/\(file).rels", of: archive, relations)
        let index = WorkbookIndex()
        try XMLStream.read(main, of: archive, index)
        from1904 = index.from1904
        for (place, listed) in index.sheets.enumerated() {
            // A sheet that leads nowhere has nothing to read; it does not keep the others from being read.
            guard let relation = relations.byID[listed.relation] else { continue }
            // Charts and macros have sheets of their own, without cells.
            guard relation.type.hasSuffix("/worksheet") else { continue }
            sheets.append(.init(name: listed.name, part: relation.target, place: place, isHidden: listed.isHidden))
        }
        stringsPart = relations.target(ofType: "/sharedStrings")
        if let part = relations.target(ofType: "/styles"), archive.has(part) {
            try XMLStream.read(part, of: archive, styles)
        }
    }

    /// The archive, and the texts that cells share, which stay in memory until `close`.
    private func opened() throws -> (archive: Archive, strings: SharedStrings) {
        if let inUse { return inUse }
        let archive = try Archive(path, pulse: pulse)
        let strings = SharedStrings(stringsPart ?? "")
        if let stringsPart, archive.has(stringsPart) { try XMLStream.read(stringsPart, of: archive, strings) }
        inUse = (archive, strings)
        return (archive, strings)
    }

    var position: Int { bytesRead + (inUse?.archive.unpacked ?? 0) }

    func size(of sheet: Workbook.Sheet) throws -> Int { try opened().archive.size(of: sheet.part) }

    func read(_ sheet: Workbook.Sheet, _ take: @escaping (SheetRow) throws -> Void) throws -> HiddenCells {
        let (archive, strings) = try opened()
        return try SheetReader.read(sheet.part, self, archive, strings, merges: try merges(of: sheet), take)
    }

    func close() {
        bytesRead = position
        inUse = nil
    }

    /// The merged cells, which a sheet lists behind its rows: looked for in the unpacked bytes, which takes a fraction of reading
    /// them, and read where there are any.
    private func merges(of sheet: Workbook.Sheet) throws -> [Int: [MergedCells]] {
        if let known = merges[sheet.part] { return known }
        // An archive of its own, so that what is unpacked for the second time does not count as more.
        let archive = try Archive(path, pulse: pulse)
        var search = ByteSearch("mergeCell ")
        try archive.read(sheet.part) { if !search.isFound { search.look(in: $0) } }
        let list = MergeList(sheet.part)
        if search.isFound { try XMLStream.read(sheet.part, of: Archive(path, pulse: pulse), list) }
        merges[sheet.part] = list.byRow
        return list.byRow
    }
}

/// Looks for a word in bytes that come in pieces.
private struct ByteSearch {
    private let word: [UInt8]
    private var tail: [UInt8] = []
    private(set) var isFound = false

    init(_ word: StaticString) {
        self.word = Array(UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount))
    }

    mutating func look(in piece: UnsafeRawBufferPointer) {
        let seam = tail + piece.prefix(word.count - 1)
        isFound = seam.withUnsafeBytes(holdsWord) || holdsWord(piece)
        tail = Array((tail + piece.suffix(word.count - 1)).suffix(word.count - 1))
    }

    private func holdsWord(_ bytes: UnsafeRawBufferPointer) -> Bool {
        guard var at = bytes.baseAddress else { return false }
        let end = at + bytes.count
        // The first letter of the word is rare.
        while let place = memchr(at, Int32(word[0]), end - at).map({ UnsafeRawPointer($0) }), place + word.count <= end
        {
            if memcmp(place, word, word.count) == 0 { return true }
            at = place + 1
        }
        return false
    }
}

/// Collects the merged cells of a sheet.
private final class MergeList: XMLHandler {
    private let part: String
    private var count = 0
    private(set) var byRow: [Int: [MergedCells]] = [:]

    init(_ part: String) { self.part = part }

    func begin(_ name: XMLName, _ attributes: XMLAttributes) throws {
        guard name == .mergedCells, let range = attributes.text("ref").flatMap(MergedCells.init(name:)) else { return }
        count += 1
        if count > MergedCells.most { throw WorkbookFault.tooLarge(.merges(MergedCells.most), part: part) }
        byRow[range.rows.lowerBound, default: []].append(range)
    }
}

/// What the workbook's own part says: the names and order of the sheets, and from which day dates count.
private final class WorkbookIndex: XMLHandler {
    private(set) var sheets: [(name: String, relation: String, isHidden: Bool)] = []
    private(set) var from1904 = false
    private var hasProperties = false

    func begin(_ name: XMLName, _ attributes: XMLAttributes) {
        switch name {
        // Excel 2013 adds another of the same name for itself, in a list of extensions.
        case .properties where !hasProperties:
            hasProperties = true
            from1904 = attributes.isTrue("date1904")
        case .sheet:
            guard let relation = attributes.prefixed("id") else { return }
            let state = attributes.text("state") ?? "visible"
            sheets.append(
                (attributes.text("name") ?? "", String(decoding: relation, as: UTF8.self), state != "visible"))
        default: break
        }
    }
}

/// Which parts a part refers to, by the numbers it gives them.
private final class Relations: XMLHandler {
    private let base: String
    private(set) var byID: [String: (type: String, target: String)] = [:]

    /// - Parameter base: the folder that targets count from.
    init(base: String) { self.base = base }

    func target(ofType type: String) -> String? { byID.values.first { $0.type.hasSuffix(type) }?.target }

    func begin(_ name: XMLName, _ attributes: XMLAttributes) {
        guard name == .relationship, let id = attributes.text("Id"), let type = attributes.text("Type"),
            let target = attributes.text("Target")
        else { return }
        byID[id] = (type, resolved(target))
    }

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
    fileprivate static let mergedCells = XMLName("mergeCell")
}
