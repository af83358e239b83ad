import Papers
import PartyWork

/// Papers as a workbook, a sheet each: numbers and days are real ones, rates are cut as on the screens.
package enum PaperWorkbook {
    /// Writes the workbook as a new file.
    ///
    /// - Parameter step: called with how many papers are written; may end the writing by throwing.
    /// - Throws: `FileFault`, or what `step` throws.
    package static func write(
        _ papers: [Paper], to path: String, author: String, step: (Int) throws -> Void = { _ in }
    ) throws {
        let book = try WorkbookOutput(creating: path, title: papers.first?.heading.title ?? "", author: author)
        for (place, paper) in papers.enumerated() {
            let name = papers.count == 1 ? paper.heading.name : "\(place + 1) \(paper.heading.name)"
            var writer = SheetWriter(paper, on: try book.addSheet(name, isWide: paper.isWide), of: book)
            try writer.write()
            try step(place + 1)
        }
        try book.close()
    }
}
