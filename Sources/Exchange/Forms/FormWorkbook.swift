import PartyWork

/// Forms as a workbook, a sheet each: numbers and days are real ones, rates are cut as on the screens.
package enum FormWorkbook {
    /// Writes the workbook as a new file.
    ///
    /// - Parameter step: called with how many forms are written; may end the writing by throwing.
    /// - Throws: `FileFault`, or what `step` throws.
    package static func write(
        _ forms: [PrintedForm], to path: String, author: String, step: (Int) throws -> Void = { _ in }
    ) throws {
        let book = try WorkbookOutput(creating: path, title: forms.first?.heading.title ?? "", author: author)
        for (place, form) in forms.enumerated() {
            let name = forms.count == 1 ? form.heading.name : "\(place + 1) \(form.heading.name)"
            var writer = SheetWriter(form, on: try book.addSheet(name, isWide: form.isWide), of: book)
            try writer.write()
            try step(place + 1)
        }
        try book.close()
    }
}
